import { act, pageHead, type Act } from '../http/views/acts';
import { selectField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { RubricState } from './rubric.entity';
import { rubricCrumbs } from './rubric-words';
import type { RubricVersionCard, RuleSetRead } from './rubrics.queries';
import { rulesView, type RulesModel } from './rule-words.views';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

const tones: Readonly<Record<RubricState, TagTone>> = { draft: 'amber', published: 'green', retired: '' };

interface VersionRow {
  id: string;
  name: string;
  sub: string;
  href: string;
  version: string;
  published: string;
  state: Tag;
}

export interface RubricListModel extends PageModel {
  rows: VersionRow[];
  count: string;
  rules: RulesModel | null;
}

/** The list of rubrics with the rules that decide. */
export function rubricListView(
  versions: readonly RubricVersionCard[],
  rules: RuleSetRead | null,
  words: Words,
): RubricListModel {
  const title = words.t('rubrics.list.title');
  const standing = versions.filter(({ state }) => state !== 'draft');
  const newest = standing.filter(
    (card) =>
      card ===
      (standing.find((one) => isInUse(one, card.rubricId)) ??
        standing.find(({ rubricId }) => rubricId === card.rubricId)),
  );
  const draftOf = (id: string): string => {
    const draft = versions.find((card) => card.rubricId === id && card.state === 'draft');
    return draft ? words.t('rubrics.list.draft', { n: draft.version }) : '';
  };
  return {
    page: {
      title,
      dataPage: 'rubric-index',
      crumbs: [{ label: words.t('rubrics.crumb.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('rubrics.list.meta')],
        acts: [exportAct('/rubrics.xlsx', words)],
      }),
    },
    rows: newest.map((card) => ({
      ...versionRow(card, words),
      sub: [words.t(`rubrics.for.${card.code}`), draftOf(card.rubricId)]
        .filter(Boolean)
        .join(words.t('rubrics.sub.between')),
      href: `/rubrics/${card.rubricId}`,
    })),
    count: words.t('rubrics.list.count', { n: newest.length }),
    rules: rules && rulesView(rules, words),
  };
}

export interface RubricVersionsModel extends PageModel {
  rows: VersionRow[];
  draft: { id: string; name: string; saved: string; acts: Act[] } | null;
  /** Where the next version is begun; null where the viewer may not, or one is being written. */
  start: { action: string; from: Field; act: Act } | null;
}

/** What of a rubric's page only somebody who may write it sees. */
export interface DraftingFacts {
  readonly mayEdit: boolean;
  /** Every version that the next one may be begun from. */
  readonly bases: readonly RubricVersionCard[];
}

/** One rubric: its versions, the newest first, and the one that is being written. */
export function rubricVersionsView(
  newest: RubricVersionCard,
  versions: readonly RubricVersionCard[],
  drafting: DraftingFacts,
  words: Words,
): RubricVersionsModel {
  const title = words.of(newest.name);
  const standing = versions.filter(({ state }) => state !== 'draft');
  const draft = versions.find(({ state }) => state === 'draft') ?? null;
  const compare = {
    label: words.t('rubrics.compare.versions'),
    href: `/rubrics/${newest.rubricId}/comparison`,
  };
  return {
    page: {
      title,
      dataPage: 'rubric-show',
      crumbs: rubricCrumbs(newest, words).map((crumb, at) => (at === 2 ? { label: crumb.label } : crumb)),
      head: pageHead({
        title,
        meta: [words.t('rubrics.show.meta', { n: standing.length })],
        acts: versions.length > 1 ? [compare] : [],
      }),
    },
    rows: standing.map((card) => versionRow(card, words)),
    draft: draft && draftPart(draft, drafting.mayEdit, words),
    start: draft === null && drafting.mayEdit ? startPart(newest, drafting.bases, words) : null,
  };
}

function draftPart(
  { id, rubricId, version, name }: RubricVersionCard,
  mayEdit: boolean,
  words: Words,
): RubricVersionsModel['draft'] {
  const base = `/rubrics/${rubricId}/versions/${version}`;
  return {
    id,
    name: `${words.of(name)} ${words.t('rubrics.version', { n: version })}`,
    saved: words.t('rubrics.draft.note'),
    acts: [
      ...(mayEdit
        ? [
            act({
              href: `${base}/edit`,
              label: words.t('rubrics.draft.goOn'),
              tone: 'primary',
              size: 'small',
            }),
          ]
        : []),
      act({ href: base, label: words.t('rubrics.draft.read'), size: 'small' }),
      act({ href: `${base}/preview`, label: words.t('rubrics.preview.ask'), size: 'small' }),
    ],
  };
}

function startPart(
  { rubricId }: RubricVersionCard,
  bases: readonly RubricVersionCard[],
  words: Words,
): RubricVersionsModel['start'] {
  const own = bases.find((card) => isInUse(card, rubricId));
  return {
    action: `/rubrics/${rubricId}/drafts`,
    from: selectField({
      name: 'from',
      label: words.t('rubrics.start.from'),
      hint: words.t('rubrics.start.hint'),
      options: bases.map((card) => ({
        value: card.id,
        label: `${words.of(card.name)} ${words.t('rubrics.version', { n: card.version })}`,
        selected: card === own,
      })),
    }),
    act: act({ label: words.t('rubrics.start.act') }),
  };
}

const isInUse = ({ rubricId, state }: RubricVersionCard, id: string): boolean =>
  rubricId === id && state === 'published';

function versionRow(card: RubricVersionCard, words: Words): VersionRow {
  return {
    id: card.id,
    name: words.of(card.name),
    sub: words.t(`rubrics.for.${card.code}`),
    href: `/rubrics/${card.rubricId}/versions/${card.version}`,
    version: words.t('rubrics.version', { n: card.version }),
    published: publishedWords(card, words),
    state: tag(words.t(`rubrics.state.${card.state}`), tones[card.state], card.state),
  };
}

/** When and by whom it was published. */
export function publishedWords({ publishedAt, publishedByLabel }: RubricVersionCard, words: Words): string {
  if (publishedAt === null) return words.t('rubrics.notPublished');
  const at = formatsFor(words).dayFull(publishedAt);
  return words.t('rubrics.published', { at, by: formatsFor(words).actor(publishedByLabel ?? '') });
}

/** The rubrics to take away. */
export function rubricSheet(model: RubricListModel, words: Words): Sheet {
  return listSheet(
    words.t('rubrics.list.title'),
    [
      [words.t('rubrics.col.name'), 30, 'name'],
      [words.t('sheets.use'), 40, 'sub'],
      [words.t('rubrics.col.version'), 12, 'version'],
      [words.t('rubrics.col.state'), 12, 'state'],
      [words.t('rubrics.col.published'), 40, 'published'],
    ],
    model.rows,
  );
}
