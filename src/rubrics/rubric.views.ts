import type { Criterion, VetoGround } from '../domain/rubric/rubric-content';
import type { Bilingual } from '../domain/shared/sentence';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { RubricState } from './rubric.entity';
import type { RubricVersionCard, RubricVersionRead, RuleSetRead } from './rubrics.queries';
import { rulesView, type RulesModel } from './rules.views';

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
  const newest = versions.filter((card, at) => versions[at - 1]?.rubricId !== card.rubricId);
  return {
    page: {
      title,
      dataPage: 'rubric-index',
      crumbs: [{ label: words.t('rubrics.crumb.desk'), href: '/' }, { label: title }],
      head: pageHead({ title, meta: [words.t('rubrics.list.meta')] }),
    },
    rows: newest.map((card) => ({ ...versionRow(card, words), href: `/rubrics/${card.rubricId}` })),
    count: words.t('rubrics.list.count', { n: newest.length }),
    rules: rules && rulesView(rules, words),
  };
}

export interface RubricVersionsModel extends PageModel {
  rows: VersionRow[];
}

/** One rubric: its versions, the newest first. */
export function rubricVersionsView(
  newest: RubricVersionCard,
  versions: readonly RubricVersionCard[],
  words: Words,
): RubricVersionsModel {
  const title = inWords(newest.name, words);
  return {
    page: {
      title,
      dataPage: 'rubric-show',
      crumbs: [
        { label: words.t('rubrics.crumb.desk'), href: '/' },
        { label: words.t('rubrics.list.title'), href: '/rubrics' },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('rubrics.show.meta', { n: versions.length })] }),
    },
    rows: versions.map((card) => versionRow(card, words)),
  };
}

export interface RubricVersionModel extends PageModel {
  criteria: {
    code: string;
    name: string;
    weight: string;
    kinds: string;
    anchors: { score: string; text: string }[];
  }[];
  vetoes: { code: string; name: string; basis: string; raisedBy: string; confirmedBy: string }[];
  rules: RulesModel | null;
}

/** One frozen version in full: criteria with their anchors, the veto list, the rules. */
export function rubricVersionView(
  read: RubricVersionRead,
  rules: RuleSetRead | null,
  words: Words,
): RubricVersionModel {
  const name = inWords(read.name, words);
  const version = words.t('rubrics.version', { n: read.version });
  const { criteria, vetoGrounds } = read.content;
  return {
    page: {
      title: `${name} ${version}`,
      dataPage: 'rubric-version',
      crumbs: [
        { label: words.t('rubrics.crumb.desk'), href: '/' },
        { label: words.t('rubrics.list.title'), href: '/rubrics' },
        { label: name, href: `/rubrics/${read.rubricId}` },
        { label: version },
      ],
      head: pageHead({
        title: `${name} ${version}`,
        meta: [
          words.t('rubrics.version.criteria', { n: criteria.length }),
          publishedWords(read, words),
          words.t('rubrics.version.frozen'),
          words.t('rubrics.version.digest', { digest: read.digest.slice(0, 16) }),
        ],
      }),
    },
    criteria: criteria.map((criterion) => criterionRow(criterion, words)),
    vetoes: vetoGrounds.map((ground) => vetoRow(ground, words)),
    rules: rules && rulesView(rules, words),
  };
}

function criterionRow(criterion: Criterion, words: Words): RubricVersionModel['criteria'][number] {
  const { code, name, weight, kinds, anchors } = criterion;
  return {
    code,
    name: inWords(name, words),
    weight: String(weight),
    kinds: kindWords(kinds, words),
    anchors: ([0, 3, 5] as const).map((score) => ({
      score: String(score),
      text: inWords(anchors[score], words),
    })),
  };
}

function vetoRow(ground: VetoGround, words: Words): RubricVersionModel['vetoes'][number] {
  const { by, functions } = ground.confirmedBy;
  const duties = functions.map((duty) => words.t(`seatFunction.${duty}`));
  return {
    code: ground.code,
    name: inWords(ground.name, words),
    basis: inWords(ground.basis, words),
    raisedBy:
      ground.raisedBy.length === 4 ? words.t('rubrics.veto.anyKind') : kindWords(ground.raisedBy, words),
    confirmedBy: by === 'seats' ? duties.join(words.t('rubrics.veto.or')) : words.t(`rubrics.veto.by.${by}`),
  };
}

function versionRow(card: RubricVersionCard, words: Words): VersionRow {
  return {
    id: card.id,
    name: inWords(card.name, words),
    sub: words.t(`rubrics.for.${card.code}`),
    href: `/rubrics/${card.rubricId}/versions/${card.version}`,
    version: words.t('rubrics.version', { n: card.version }),
    published: publishedWords(card, words),
    state: tag(words.t(`rubrics.state.${card.state}`), tones[card.state], card.state),
  };
}

function publishedWords({ publishedAt, publishedByLabel }: RubricVersionCard, words: Words): string {
  if (publishedAt === null) return words.t('rubrics.notPublished');
  const at = formatsFor(words).dayFull(publishedAt);
  return words.t('rubrics.published', { at, by: publishedByLabel ?? '' });
}

const kindWords = (kinds: readonly string[], words: Words): string =>
  formatsFor(words).list(kinds.map((kind) => words.t(`panelKind.${kind}`)));

const inWords = (text: Bilingual, words: Words): string => (words.locale === 'en' ? text.en : text.zh);
