import type { ReturnReason } from '../domain/intake/return-reasons';
import { PAPERS } from '../domain/intake/return-reasons';
import { hundredths, parseWan } from '../domain/shared/wan';
import { TRANSFER_TIERS } from '../domain/intake/transfer';
import { LONGEST_QUESTION } from '../domain/question/question';
import { act, type Act, type Hidden } from '../http/views/acts';
import { areaField, checksField, selectField, textField, type Field } from '../http/views/fields';
import { errorOf, typedText, type FieldError } from '../http/forms';
import { checkTag, intakeChecks, type CheckTime } from './intake-checks.views';
import type { HostCard } from '../hosts/hosts.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Tag } from '../http/views/marks';
import type { IntakeFacts } from './intake-facts';
import { filterEntries, type IntakeFilter } from './intake-filter';
import type { QueueRow } from './intake-queue.queries';

/** The acts of the pane, each a form that opens under its word. */
export const PANE_FORMS = ['return', 'reject', 'merge', 'host', 'tier', 'ask'] as const;
export type PaneFormName = (typeof PANE_FORMS)[number];

/** The key that opens each form; `a` accepts. */
const keys: Readonly<Record<PaneFormName, string>> = {
  return: 'r',
  reject: 'd',
  merge: 'm',
  host: 't',
  tier: 'c',
  ask: 'w',
};

export interface PaneForm {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly open: boolean;
  readonly action: string;
  readonly hidden: readonly Hidden[];
  readonly note: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly tone: string;
}

/** The lead that is open beside the queue. */
export interface IntakePane {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly number: string;
  readonly sub: string;
  readonly checks: readonly {
    readonly code: string;
    readonly label: string;
    readonly tag: Tag;
    readonly lines: readonly { readonly text: string; readonly href: string }[];
  }[];
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { label: string; value: string; sub: string }[];
  };
  readonly summary: string;
  /** What was wrong with the act that was sent; '' for nothing. */
  readonly error: string;
  readonly accept: { readonly action: string; readonly hidden: readonly Hidden[] };
  readonly forms: readonly PaneForm[];
  readonly full: Act;
}

/** A form of the pane that came back. */
export interface SentPane {
  readonly form: PaneFormName | 'accept';
  readonly typed: Record<string, unknown>;
  readonly errors: readonly FieldError[];
}

export interface PaneInput {
  readonly row: QueueRow;
  readonly facts: IntakeFacts;
  readonly filter: IntakeFilter;
  readonly reasons: readonly ReturnReason[];
  readonly hosts: readonly HostCard[];
  readonly time: CheckTime;
  /** Of the form that asks the scout. */
  readonly key: string;
  readonly sent: SentPane | null;
}

export function intakePane(input: PaneInput, words: Words): IntakePane {
  const { row, facts, filter, time, sent } = input;
  const kept = filterEntries(filter).map(([name, value]) => ({ name, value }));
  return {
    id: row.id,
    title: row.title,
    href: `/leads/${row.id}`,
    number: row.number,
    sub: [row.investorName, words.t('leads.scoutOf', { unit: row.unitName, name: row.scoutName })].join('　'),
    checks: intakeChecks(facts, time, words).map((mark) => ({
      code: mark.code,
      label: mark.label,
      tag: checkTag(mark),
      lines: mark.lines,
    })),
    facts: { two: true, items: paneFacts(input, words) },
    summary: facts.content.summary ?? '',
    error: sent?.form === 'accept' ? (sent.errors[0]?.message ?? '') : '',
    accept: {
      action: `/intake/${row.id}/decision`,
      hidden: [...kept, { name: 'verdict', value: 'accept' }],
    },
    forms: PANE_FORMS.map((name) => paneForm(name, input, kept, words)),
    full: act({ label: words.t('intake.pane.full'), href: `/leads/${row.id}`, size: 'small' }),
  };
}

function paneFacts({ row, facts: { content }, hosts }: PaneInput, words: Words) {
  const fmt = formatsFor(words);
  const names = new Map(hosts.map(({ code, name }) => [code, name]));
  const money = (amount: number | null): string =>
    amount === null ? words.t('leads.notProvided') : fmt.wan(amount).text;
  const wan = (text: string | null): string => {
    const amount = text === null ? null : parseWan(text);
    return money(amount === null ? null : hundredths(amount));
  };
  const stated = (value: string | number | null, unit: string): string =>
    value === null ? words.t('leads.notProvided') : `${value}${words.t(`lead.unit.${unit}`)}`;
  const item = (code: string, value: string) => ({
    label: words.t(`lead.field.${code}.label`),
    value,
    sub: '',
  });
  return [
    item('totalInvestmentWan', money(row.totalInvestment)),
    item('fixedAssetWan', money(row.fixedAsset)),
    item('landMu', stated(content.landMu, 'mu')),
    item('annualOutputWan', wan(content.annualOutputWan)),
    item('annualTaxWan', wan(content.annualTaxWan)),
    item('energyTce', stated(content.energyTce, 'tce')),
    item('jobs', stated(content.jobs, 'person')),
    item(
      'intendedHosts',
      content.intendedHosts.length === 0
        ? words.t('leads.noHost')
        : fmt.list(content.intendedHosts.map((code) => names.get(code) ?? code)),
    ),
  ];
}

function paneForm(name: PaneFormName, input: PaneInput, kept: readonly Hidden[], words: Words): PaneForm {
  const { row, sent } = input;
  const back = sent?.form === name ? sent : null;
  const verdict = name === 'return' || name === 'reject' || name === 'merge';
  const hidden = [
    ...kept,
    verdict ? { name: 'verdict', value: name } : { name: 'kind', value: name },
    ...(name === 'ask' ? [{ name: 'idempotencyKey', value: input.key }] : []),
  ];
  const path = verdict ? 'decision' : name === 'ask' ? 'question' : 'transfer';
  return {
    id: `form-${name}`,
    key: keys[name],
    title: words.t(`intake.form.${name}`),
    open: back !== null,
    action: `/intake/${row.id}/${path}`,
    hidden,
    note: words.t(`intake.form.${name}.note`),
    fields: fieldsOf(name, input, new PaneFields(name, back, words)),
    submit: words.t(`intake.form.${name}.submit`),
    tone: name === 'reject' ? 'danger' : '',
  };
}

/** Makes the controls of one form with what was typed. */
class PaneFields {
  constructor(
    private readonly form: PaneFormName,
    private readonly back: SentPane | null,
    readonly words: Words,
  ) {}

  input(name: string, word: string, hint = '') {
    return {
      name,
      id: `${this.form}-${name}`,
      label: this.words.t(word),
      hint: hint === '' ? '' : this.words.t(hint),
      value: this.typed(name),
      error: this.back === null ? '' : errorOf(this.back.errors, name),
      stacked: true,
    };
  }

  typed(name: string): string {
    return this.back === null ? '' : typedText(this.back.typed, name);
  }

  ticked(name: string): readonly unknown[] {
    return [this.back?.typed[name]].flat();
  }
}

function fieldsOf(name: PaneFormName, { reasons, hosts, row }: PaneInput, make: PaneFields): Field[] {
  const { words } = make;
  const reason = (hint: string): Field =>
    areaField({ ...make.input('reason', 'leads.intake.reason', hint), rows: 3, max: 1000 });
  switch (name) {
    case 'return':
      return [reasonChecks(reasons, make), reason('intake.form.return.hint')];
    case 'reject':
      return [
        reason('intake.form.reject.hint'),
        areaField({ ...make.input('remedy', 'leads.remedy', 'intake.form.remedy.hint'), rows: 2, max: 500 }),
      ];
    case 'merge':
      return [
        textField({ ...make.input('mergeInto', 'leads.intake.mergeInto'), placeholder: 'L-2026-00001' }),
        reason('intake.form.merge.hint'),
      ];
    case 'host':
      return [
        selectField({
          ...make.input('host', 'intake.form.host.which'),
          options: [
            { value: '', label: words.t('ui.choose') },
            ...hosts
              .filter(({ name: host }) => host !== row.hostName)
              .map(({ code, name: label }) => ({
                value: code,
                label,
                selected: code === make.typed('host'),
              })),
          ],
        }),
        reason('intake.form.host.hint'),
      ];
    case 'tier':
      return [
        selectField({
          ...make.input('tier', 'intake.form.tier.which'),
          options: TRANSFER_TIERS.map((value) => ({
            value,
            label: words.t(`intake.tier.${value}`),
            selected: value === make.typed('tier'),
          })),
        }),
        reason('intake.form.tier.hint'),
      ];
    case 'ask':
      return [
        areaField({
          ...make.input('question', 'questions.ask', 'questions.ask.hint'),
          rows: 3,
          max: LONGEST_QUESTION,
        }),
      ];
  }
}

/** The city's reasons, each with the field it points at. */
function reasonChecks(reasons: readonly ReturnReason[], make: PaneFields): Field {
  const ticked = make.ticked('reasons');
  return checksField({
    ...make.input('reasons', 'intake.form.reasons'),
    name: 'reasons[]',
    options: reasons.map(({ code, text, field }) => ({
      value: code,
      label: make.words.t('intake.form.reason', { field: reasonField(field, make.words), text }),
      selected: ticked.includes(code),
    })),
  });
}

export function reasonField(field: string, words: Words): string {
  return words.t(field === PAPERS ? 'lead.section.files' : `lead.field.${field}.label`);
}
