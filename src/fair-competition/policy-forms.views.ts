import { errorOf, typedText, type FieldError } from '../http/forms';
import { pageHead } from '../http/views/acts';
import { areaField, checksField, textField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { officeForm, type OfficeForm } from '../http/views/office-form';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { cellsOf, type ClauseCells } from './clause-cells';
import { policyOf, type PolicyVersion } from './policy.entity';
import { clauseRows } from './policy.form';
import { importColumns, type ImportProblem } from './policy-import';

export interface PolicyFormModel extends PageModel {
  readonly intro: string;
  readonly problems: readonly string[];
  readonly form: OfficeForm;
}

/** The form of a new policy or a new version; `sent` is what came back with errors. */
export function policyFormView(
  held: PolicyVersion | null,
  sent: { readonly body: Record<string, unknown>; readonly errors: readonly FieldError[] } | null,
  words: Words,
): PolicyFormModel {
  const body = sent?.body ?? knownBody(held, words);
  const errors = sent?.errors ?? [];
  const title = words.t(held === null ? 'policies.new' : 'policies.revise');
  const back = held === null ? '/policies' : `/policies/${held.policyId}`;
  const text = (name: string, hint = ''): Field =>
    textField({
      name,
      label: words.t(`policies.field.${name}`),
      value: typedText(body, name),
      hint: hint && words.t(hint),
      required: name !== 'validTo',
      optional: name === 'validTo',
      error: errorOf(errors, name),
      autocomplete: 'off',
      ...(name.startsWith('valid') ? { type: 'date' as const } : {}),
    });
  return {
    ...pageOf(title, back, held?.documentNo ?? title, words),
    intro: words.t('policies.form.intro'),
    problems: [],
    form: officeForm(
      {
        action: held === null ? '/policies' : back,
        hidden: held === null ? [] : [{ name: 'basedOn', value: String(held.version) }],
        errors,
        groups: [
          {
            fields: [
              text('title'),
              text('documentNo', 'policies.hint.documentNo'),
              text('issuer'),
              text('validFrom'),
              text('validTo', 'policies.hint.validTo'),
              checksField({
                name: 'withdrawn',
                label: words.t('policies.field.withdrawn'),
                optional: true,
                options: [
                  {
                    value: '1',
                    label: words.t('policies.field.withdrawn.yes'),
                    selected: typedText(body, 'withdrawn') === '1',
                  },
                ],
              }),
            ],
          },
          ...clauseGroups(body, errors, words),
          { fields: [reasonField(body, errors, words)] },
        ],
        submit: words.t('policies.save'),
        cancel: { label: words.t('ui.back'), href: back },
      },
      words,
    ),
  };
}

/** Rows beyond those that are filled, to add clauses in. */
const blankRows = 2;

function clauseGroups(body: Record<string, unknown>, errors: readonly FieldError[], words: Words) {
  const rows = clauseRows(body);
  const none: ClauseCells = { code: '', text: '', types: '', words: '', cap: '' };
  return [...rows, ...Array.from({ length: blankRows }, () => none)].map((cells, at) => {
    const name = (part: string): string => `clauses[${at}][${part}]`;
    const shared = (part: keyof ClauseCells) => ({
      name: name(part),
      label: words.t(`policies.clause.field.${part}`),
      value: cells[part],
      error: errorOf(errors, name(part)),
    });
    return {
      title: words.t('policies.clause.n', { n: at + 1 }),
      note: at < rows.length ? '' : words.t('policies.clause.blank'),
      fields: [
        textField({
          ...shared('code'),
          placeholder: words.t('policies.clause.code.example'),
          autocomplete: 'off',
        }),
        areaField({ ...shared('text'), rows: 3 }),
        textField({ ...shared('types'), hint: words.t('policies.hint.types'), optional: true }),
        textField({ ...shared('words'), hint: words.t('policies.hint.words'), optional: true }),
        textField({
          ...shared('cap'),
          unit: words.t('format.unit.wan'),
          inputmode: 'decimal',
          optional: true,
        }),
      ],
    };
  });
}

/** The page on which a list is pasted; `problems` are what was wrong with it, row by row. */
export function policyImportView(
  body: Record<string, unknown>,
  errors: readonly FieldError[],
  problems: readonly ImportProblem[],
  words: Words,
): PolicyFormModel {
  const columns = importColumns.map((column) => words.t(`policies.import.${column}`));
  return {
    ...pageOf(words.t('policies.import'), '/policies', words.t('policies.import'), words),
    intro: words.t('policies.import.intro', { columns: formatsFor(words).list(columns) }),
    problems: problems
      .slice(0, 50)
      .map(({ line, fault }) =>
        words.t('policies.import.problem', { line, what: words.t(`policies.import.fault.${fault}`) }),
      ),
    form: officeForm(
      {
        action: '/policies/imports',
        errors,
        groups: [
          {
            fields: [
              areaField({
                name: 'rows',
                label: words.t('policies.import.rows'),
                value: typedText(body, 'rows'),
                rows: 12,
                required: true,
                hint: words.t('policies.import.hint'),
                error: errorOf(errors, 'rows'),
                stacked: true,
              }),
              reasonField(body, errors, words),
            ],
          },
        ],
        submit: words.t('policies.import.submit'),
        cancel: { label: words.t('ui.back'), href: '/policies' },
      },
      words,
    ),
  };
}

function reasonField(body: Record<string, unknown>, errors: readonly FieldError[], words: Words): Field {
  return textField({
    name: 'reason',
    label: words.t('policies.field.reason'),
    value: typedText(body, 'reason'),
    hint: words.t('policies.hint.reason'),
    required: true,
    error: errorOf(errors, 'reason'),
    autocomplete: 'off',
  });
}

function pageOf(title: string, back: string, crumb: string, words: Words): PageModel {
  return {
    page: {
      title,
      dataPage: 'policy-form',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('policies.title'), href: '/policies' },
        ...(back === '/policies' ? [] : [{ label: crumb, href: back }]),
        { label: title },
      ],
      head: pageHead({ title }),
    },
  };
}

function knownBody(held: PolicyVersion | null, words: Words): Record<string, unknown> {
  if (held === null) return {};
  const { title, documentNo, issuer, validFrom, validTo, withdrawn, clauses } = policyOf(held);
  return {
    title,
    documentNo,
    issuer,
    validFrom,
    validTo: validTo ?? '',
    withdrawn: withdrawn ? '1' : '',
    clauses: Object.fromEntries(clauses.map((clause, at) => [String(at), { ...cellsOf(clause, words) }])),
  };
}
