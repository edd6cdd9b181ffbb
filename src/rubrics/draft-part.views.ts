import type { DraftCriterion, DraftGround } from '../domain/rubric/rubric-draft';
import { checkFormulas } from '../domain/rubric/formulas';
import { act, pageHead, type Act } from '../http/views/acts';
import { errorSummary, type ErrorSummary } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formulasWords } from '../words/formulas';
import type { Words } from '../words/words';
import { criterionFields, type FieldGroup } from './criterion-fields.views';
import { faultLines } from './draft-faults.views';
import { partHref } from './draft-rows.views';
import { groundFields } from './ground-fields.views';
import { partMark } from './rubric-draft-mark';
import type { RubricDraftRead } from './rubric-drafts.queries';
import { rubricCrumbs } from './rubric-words';

/** The model of `rubrics/part`. */
export interface DraftPartModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly action: string;
  readonly seen: string;
  readonly groups: readonly FieldGroup[];
  /** The formula as panelists will read it; `''` for a part without one. */
  readonly formula: string;
  readonly faults: string;
  readonly save: Act;
  readonly next: Act | null;
  readonly back: { readonly label: string; readonly href: string };
  readonly removal: Act;
}

export interface SentPart<Part> {
  readonly typed: Part;
  readonly errors: Readonly<Record<string, string>>;
}

const FORM = 'part-form';

/** One criterion of a draft, or null where the draft has none of that key. */
export function draftCriterionView(
  read: RubricDraftRead,
  key: string,
  sent: SentPart<DraftCriterion> | null,
  words: Words,
): DraftPartModel | null {
  const at = read.draft.criteria.findIndex((part) => part.key === key);
  const standing = read.draft.criteria[at];
  if (standing === undefined) return null;
  const said = { errors: sent?.errors ?? {}, warnings: warningsOf(read, key, words) };
  const criterion = read.content.criteria[at];
  return {
    ...partModel(read, standing, read.draft.criteria[at + 1]?.key ?? null, said.errors, words),
    groups: criterionFields(sent?.typed ?? standing, said, words),
    formula: criterion && checkFormulas(criterion) === null ? formulasWords(criterion, words) : '',
  };
}

/** One veto ground of a draft, or null where the draft has none of that key. */
export function draftGroundView(
  read: RubricDraftRead,
  key: string,
  sent: SentPart<DraftGround> | null,
  words: Words,
): DraftPartModel | null {
  const at = read.draft.grounds.findIndex((part) => part.key === key);
  const standing = read.draft.grounds[at];
  if (standing === undefined) return null;
  const said = { errors: sent?.errors ?? {}, warnings: warningsOf(read, key, words) };
  return {
    ...partModel(read, standing, read.draft.grounds[at + 1]?.key ?? null, said.errors, words),
    groups: groundFields(sent?.typed ?? standing, said, words),
  };
}

/** What keeps the part from being published, beside its controls. */
function warningsOf({ draft, content }: RubricDraftRead, key: string, words: Words): Record<string, string> {
  const own = faultLines(draft, content, words).filter((line) => line.key === key);
  return Object.fromEntries(own.map(({ control, text }) => [control, text]));
}

function partModel(
  read: RubricDraftRead,
  standing: DraftCriterion | DraftGround,
  nextKey: string | null,
  errors: Readonly<Record<string, string>>,
  words: Words,
): Omit<DraftPartModel, 'groups'> {
  const { version } = read;
  const base = `/rubrics/${version.rubricId}/versions/${version.version}`;
  const action = partHref(base, standing.key);
  const { nameZh, nameEn } = standing;
  const named = (words.locale === 'en' && nameEn.trim()) || nameZh.trim();
  const title = named || words.t('rubrics.part.unnamed');
  const faults = Object.keys(warningsOf(read, standing.key, words)).length;
  const button = (value: string, tone: '' | 'primary'): Act =>
    act({ form: FORM, name: 'intent', value, tone, label: words.t(`rubrics.part.${value}`) });
  return {
    page: {
      title: `${title} ${words.of(version.name)}`,
      dataPage: 'rubric-part',
      crumbs: [
        ...rubricCrumbs(version, words),
        { label: words.t('rubrics.draft.crumb', { n: version.version }), href: `${base}/edit` },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('rubrics.part.meta')] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    action,
    seen: partMark(standing),
    formula: '',
    faults: faults === 0 ? '' : words.t('rubrics.check.faults', { n: faults }),
    save: button('save', 'primary'),
    next: nextKey === null ? null : button('next', ''),
    back: { label: words.t('rubrics.part.back'), href: `${base}/edit` },
    removal: act({
      href: `${action}/removal`,
      method: 'post',
      label: words.t('rubrics.part.remove'),
      tone: 'danger',
      size: 'small',
      confirm: words.t('rubrics.part.remove.confirm', { name: title }),
      why: words.t('rubrics.part.remove.why'),
    }),
  };
}
