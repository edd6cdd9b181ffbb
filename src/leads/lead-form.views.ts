import type { Viewer } from '../domain/access/viewer';
import { filledOf } from '../domain/lead/diff';
import type { LeadContent } from '../domain/lead/content';
import type { FormValues } from '../domain/lead/form-values';
import { problem, type FieldProblem } from '../domain/lead/problem';
import { beijingDay } from '../domain/shared/instant';
import { act, pageHead, type Act } from '../http/views/acts';
import { sectionsInOrder, type Section } from '../http/views/section';
import { idOf, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { fileItems, type FileItem } from './lead-dossier.views';
import {
  formNav,
  formSections,
  sectionTitle,
  type FormNav,
  type FormSection,
} from './lead-form-sections.views';
import { fitInForm, type FitPanel } from './lead-fit.views';
import { candidates, knowingHints } from './lead-form-hints.views';
import type { LeadFormData } from './lead-form.queries';
import type { ChainChoice } from './lead-chain';
import { removeRefusal } from './lead-refusals';
import { uploadFields, uploadWords, type UploadWords } from './lead-upload.views';
import { fullLabelOf, problemText } from './lead-words';

/** The model of `leads/form`. */
export interface LeadFormModel extends PageModel {
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly summary: ErrorSummary | null;
  readonly returned: { readonly title: string; readonly text: string } | null;
  readonly fit: FitPanel;
  /** What other features say about it: first what asks something of the scout. */
  readonly beside: readonly Section[];
  readonly saved: { readonly text: string };
  readonly nav: FormNav;
  readonly sections: readonly FormSection[];
  /** Leads to begin from; null where there are none. */
  readonly earlier: {
    readonly items: readonly {
      readonly title: string;
      readonly sub: string;
      readonly clone: Act;
      readonly frame: Act;
    }[];
  } | null;
  readonly papers: {
    readonly title: string;
    readonly note: string;
    readonly files: { readonly items: readonly FileItem[] };
    readonly action: string;
    readonly fields: readonly Field[];
    readonly words: UploadWords;
  };
}

/** What a scout sees in the form: what is stored, or what was just typed with what is wrong with it. */
export interface LeadFormInput {
  readonly viewer: Viewer;
  readonly data: LeadFormData;
  readonly content: LeadContent;
  readonly values: FormValues;
  /** `kept`: the draft was saved all the same. Null when nothing was sent. */
  readonly refused: { readonly problems: readonly FieldProblem[]; readonly kept: boolean } | null;
  readonly creationKey: string;
}

export function leadFormView(input: LeadFormInput, words: Words): LeadFormModel {
  const { data, content, values, refused, viewer } = input;
  const lead = data.seen?.lead ?? null;
  const problems = refused?.problems ?? [];
  const beside = sectionsInOrder(data.beside, words);
  const warnings = [...warningsOf(input), ...alikeWarnings(data)].filter(({ field }) =>
    problems.every((found) => found.field !== field),
  );
  const context = {
    content,
    values,
    errors: sentences(problems, words),
    warnings: sentences(warnings, words),
    hints: knowingHints(content, words),
    candidates: candidates(content, words),
    hosts: data.hosts.map(({ code, name }) => ({ value: code, label: name })),
    chains: data.chains.map((chain) => ({ value: chain.code, label: chainLabel(chain, words) })),
    words,
  };
  return {
    page: headOf(viewer, data, words),
    action: lead ? `/leads/${lead.id}` : '/leads',
    hidden: [
      ...(lead ? [] : [{ name: 'creationKey', value: input.creationKey }]),
      { name: 'idempotencyKey', value: lead ? String(lead.revision + 1) : input.creationKey },
    ],
    summary: refused && summaryOf(refused, warnings, words),
    returned: returnedOf(data, words),
    beside: [...beside.asking, ...beside.telling],
    saved: {
      text: lead
        ? words.t('leads.form.savedAt', { at: formatsFor(words).dateTimeShort(lead.updatedAt) })
        : '',
    },
    nav: formNav(filledOf(content, papersFilled(data)), words),
    sections: formSections(context),
    earlier: earlierOf(input, words),
    papers: papersOf(data, words),
    fit: fitInForm(data.fit, content, words),
  };
}

function earlierOf({ data, creationKey }: LeadFormInput, words: Words): LeadFormModel['earlier'] {
  if (data.earlier.length === 0) return null;
  const items = data.earlier.map(({ id, number, title, investorName }) => ({
    title,
    sub: [number ?? words.t('lead.state.draft'), investorName].join('　'),
    clone: act({
      label: words.t('leads.clone.clone'),
      href: `/leads/${id}/clone`,
      method: 'post',
      size: 'small',
      fields: [{ name: 'creationKey', value: creationKey }],
    }),
    frame: act({
      label: words.t('leads.clone.template'),
      href: `/leads/new?like=${id}`,
      tone: 'quiet',
      size: 'small',
    }),
  }));
  return { items };
}

/** `新能源汽车（链长：王宁）`: whom a scout can ask. */
function chainLabel({ name, nameEn, keeper }: ChainChoice, words: Words): string {
  const chain = words.locale === 'en' ? nameEn : name;
  return keeper === null ? chain : words.t('leads.chain.keeper', { chain, keeper });
}

/** On a form nobody has filled in yet every blank would warn; those that are only blank are left to the bar. */
function warningsOf({ data, refused }: LeadFormInput): readonly FieldProblem[] {
  if (refused === null || refused.kept)
    return data.warnings.filter(({ because }) => because !== 'notProvided');
  return [];
}

/** Another lead that looks the same: only unit and day of its report are told. */
function alikeWarnings({ alike }: LeadFormData): FieldProblem[] {
  const at = { a: 'uscc', b: 'investorName', c: 'title' } as const;
  return alike
    .slice(0, 3)
    .map(({ grade, unitName, submittedAt }) =>
      problem(at[grade], `alike.${grade}`, { unit: unitName, day: beijingDay(submittedAt) }),
    );
}

/** The first of several about one control stands beside it; the summary lists them all. */
function sentences(problems: readonly FieldProblem[], words: Words): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of problems) if (!found.has(one.field)) found.set(one.field, problemText(one, words));
  return found;
}

function summaryOf(
  { problems, kept }: NonNullable<LeadFormInput['refused']>,
  warnings: readonly FieldProblem[],
  words: Words,
): ErrorSummary {
  const line = (found: FieldProblem, note: string) => ({
    href: found.field === 'attachments' ? '#s6' : `#${idOf(found.field)}`,
    text: words.t('leads.of', { whole: fullLabelOf(found.field, words), part: problemText(found, words) }),
    note,
  });
  const checked = kept ? warnings : [];
  return {
    title: words.t(kept ? 'leads.form.notSubmitted' : 'leads.form.notSaved', {
      n: problems.length,
      check: checked.length,
    }),
    items: [
      ...problems.map((found) => line(found, '')),
      ...checked.map((found) => line(found, words.t('leads.form.mayStill'))),
    ],
  };
}

function returnedOf({ returned }: LeadFormData, words: Words): LeadFormModel['returned'] {
  if (returned === null) return null;
  return { title: words.t(`leads.came.${returned.toState}`), text: returned.reason ?? '' };
}

function headOf(viewer: Viewer, { seen }: LeadFormData, words: Words): LeadFormModel['page'] {
  const lead = seen?.lead ?? null;
  const title = words.t(lead ? 'leads.form.edit' : 'menu.newLead');
  const number = lead === null ? words.t('lead.state.draft') : (lead.number ?? words.t('lead.state.draft'));
  const track = lead?.track ? [words.t(`lead.option.track.${lead.track}`)] : [];
  const send = { form: 'lead', name: 'intent' };
  return {
    title,
    dataPage: 'lead-form',
    crumbs: [
      { label: words.t('leads.list.own'), href: '/leads' },
      ...(lead ? [{ label: lead.title, href: `/leads/${lead.id}` }] : []),
      { label: title },
    ],
    head: pageHead({
      title,
      meta: [{ strong: number }, ...track, words.t('leads.form.scout', { unit: viewer.unitName })],
      acts: [
        { ...send, label: words.t('leads.act.save'), value: 'draft' },
        { ...send, label: words.t('lead.move.submit'), value: 'submit', tone: 'primary' },
      ],
    }),
  };
}

function papersFilled({ papers, warnings }: LeadFormData) {
  const has = (kind: string): boolean => papers.some((paper) => paper.kind === kind);
  const evidence =
    has('firstContactEvidence') || warnings.some(({ because }) => because === 'firstContactEvidence');
  const filled = (has('businessPlan') ? 1 : 0) + (has('firstContactEvidence') ? 1 : 0);
  return { filled, total: evidence ? 2 : 1 };
}

/** Papers are sent to a lead that exists; a new one is saved first. */
function papersOf({ seen, papers }: LeadFormData, words: Words): LeadFormModel['papers'] {
  const action = seen ? `/leads/${seen.lead.id}/files` : '';
  const removeAt = seen && removeRefusal(seen.lead) === null ? action : '';
  return {
    title: sectionTitle('files', words),
    note: words.t('leads.form.note.files'),
    files: { items: fileItems(papers, words, removeAt) },
    action,
    fields: uploadFields(words, false),
    words: uploadWords(words),
  };
}
