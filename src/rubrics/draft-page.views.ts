import { criteriaWithoutScorer } from '../domain/rubric/check-rubric';
import { MOST_PARTS } from '../domain/rubric/draft-moves';
import { act, pageHead, type Act } from '../http/views/acts';
import { errorSummary, textField, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { faultLines, type FaultLine } from './draft-faults.views';
import { criterionLines, DRAFT_FORM, groundLines, partHref, partRow, type PartRow } from './draft-rows.views';
import type { PanelKinds } from './panel-kinds';
import type { TypedFrame } from './rubric-draft.form';
import { partMark } from './rubric-draft-mark';
import type { RubricDraftRead } from './rubric-drafts.queries';
import { rubricCrumbs } from './rubric-words';

/** The model of `rubrics/draft`. */
export interface DraftModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly check: {
    readonly tone: string;
    readonly title: string;
    readonly text: string;
    readonly items: readonly { readonly text: string; readonly href: string }[];
  };
  readonly action: string;
  readonly seen: string;
  readonly names: readonly Field[];
  readonly criteria: readonly (PartRow & { readonly weight: Field })[];
  readonly sum: { readonly text: string; readonly isFull: boolean };
  readonly grounds: readonly PartRow[];
  readonly save: Act;
  readonly addCriterion: Act;
  readonly addGround: Act;
  readonly panels: readonly { readonly name: string; readonly text: string; readonly isFine: boolean }[];
  readonly publish: Act;
  readonly discard: Act;
}

export interface SentFrame {
  readonly typed: TypedFrame;
  readonly errors: Readonly<Record<string, string>>;
}

/** A draft as a whole: what is missing, the names, the criteria with their weights, the veto list. */
export function draftView(
  read: RubricDraftRead,
  panels: readonly PanelKinds[],
  sent: SentFrame | null,
  words: Words,
): DraftModel {
  const { version, draft, content } = read;
  const base = `/rubrics/${version.rubricId}/versions/${version.version}`;
  const faults = faultLines(draft, content, words);
  const said = sent?.errors ?? {};
  const around = { base, faults, words };
  const refused = faults.length === 0 ? null : words.t('rubrics.publish.faults', { n: faults.length });
  const sum = content.criteria.reduce((total, { weight }) => total + weight, 0);
  return {
    page: draftPage(read, base, words),
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(said).length }), said),
    check: checkNotice(faults, base, words),
    action: base,
    seen: partMark(draft),
    names: (['nameZh', 'nameEn'] as const).map((name) =>
      textField({
        name,
        label: words.t(`rubrics.draft.${name}`),
        value: sent?.typed[name] ?? draft[name],
        error: said[name] ?? '',
        autocomplete: 'off',
      }),
    ),
    criteria: draft.criteria.map((typed, at) => {
      const lines = content.criteria[at] ? criterionLines(content.criteria[at], words) : [];
      return {
        ...partRow(typed, at, draft.criteria.length, lines, around),
        weight: textField({
          name: `weights[${typed.key}]`,
          label: words.t('rubrics.col.weight'),
          value: sent?.typed.weights[typed.key] ?? typed.weight,
          error: said[`weights[${typed.key}]`] ?? '',
          inputmode: 'numeric',
          autocomplete: 'off',
        }),
      };
    }),
    sum: { text: String(sum), isFull: sum === 100 },
    grounds: draft.grounds.map((typed, at) => {
      const lines = content.vetoGrounds[at] ? groundLines(content.vetoGrounds[at], words) : [];
      return partRow(typed, at, draft.grounds.length, lines, around);
    }),
    save: act({
      form: DRAFT_FORM,
      name: 'intent',
      value: 'save',
      tone: faults.length > 0 ? 'primary' : '',
      label: words.t('rubrics.draft.save'),
    }),
    addCriterion: adding('criteria', draft.criteria.length, words),
    addGround: adding('grounds', draft.grounds.length, words),
    panels: panels.map((panel) => panelLine(panel, content, words)),
    publish: act({
      href: `${base}/publication`,
      label: words.t('rubrics.publish.ask'),
      tone: faults.length > 0 ? '' : 'primary',
      why: words.t('rubrics.publish.why'),
      disabledBecause: refused,
    }),
    discard: act({ href: `${base}/removal`, label: words.t('rubrics.discard.ask'), tone: 'quiet' }),
  };
}

function draftPage(read: RubricDraftRead, base: string, words: Words): PageModel['page'] {
  const { version, basedOn, savedAt, savedByLabel } = read;
  const title = words.t('rubrics.draft.title', {
    name: words.of(version.name),
    version: words.t('rubrics.version', { n: version.version }),
  });
  const from =
    basedOn &&
    words.t('rubrics.draft.from', {
      name: words.of(basedOn.name),
      version: words.t('rubrics.version', { n: basedOn.version }),
    });
  const saved = { at: formatsFor(words).dateTimeShort(savedAt), by: savedByLabel };
  const right = basedOn?.rubricId === version.rubricId ? basedOn.version : version.version;
  return {
    title,
    dataPage: 'rubric-draft',
    crumbs: rubricCrumbs(version, words, words.t('rubrics.draft.crumb', { n: version.version })),
    head: pageHead({
      title,
      meta: [words.t('rubrics.draft.saved', saved), ...(from ? [from] : [])],
      acts: [
        { label: words.t('rubrics.preview.ask'), href: `${base}/preview` },
        {
          label: words.t('rubrics.compare.ask'),
          href: `/rubrics/${version.rubricId}/comparison?left=${right}&right=${version.version}`,
        },
      ],
    }),
  };
}

function checkNotice(faults: readonly FaultLine[], base: string, words: Words): DraftModel['check'] {
  if (faults.length === 0)
    return {
      tone: 'ok',
      title: words.t('rubrics.check.fine'),
      text: words.t('rubrics.check.fine.text'),
      items: [],
    };
  return {
    tone: 'warn',
    title: words.t('rubrics.check.faults', { n: faults.length }),
    text: words.t('rubrics.check.faults.text'),
    items: faults.map(({ text, key, control }) => ({
      text,
      href: key === null ? '' : `${partHref(base, key)}${control && `#${control}`}`,
    })),
  };
}

function adding(list: 'criteria' | 'grounds', count: number, words: Words): Act {
  const most = MOST_PARTS[list];
  return act({
    form: DRAFT_FORM,
    id: `add-${list}`,
    name: 'intent',
    value: `add:${list}`,
    size: 'small',
    label: words.t(`rubrics.add.${list}`),
    disabledBecause: count < most ? null : words.t('refusal.tooManyParts', { most }),
  });
}

function panelLine(
  panel: PanelKinds,
  content: RubricDraftRead['content'],
  words: Words,
): DraftModel['panels'][number] {
  const alone = criteriaWithoutScorer(content, panel.kinds);
  const names = formatsFor(words).list(alone.map(({ name }) => words.of(name)));
  const isFine = alone.length === 0;
  const text = isFine ? words.t('rubrics.panel.fine') : words.t('rubrics.panel.missing', { names });
  return { name: panel.name, text, isFine };
}
