import { holds, type Viewer } from '../domain/access/viewer';
import { convertedScore } from '../domain/insight/converted-score';
import { type Instant } from '../domain/shared/instant';
import type { Fraction } from '../domain/shared/fraction';
import type { WorkCalendar } from '../domain/shared/workdays';
import { pageHead, type ActInput } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import type { Links } from '../http/views/lists';
import { shortHash } from '../ledger/chain';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { agreementView, type AgreementModel } from './agreement.views';
import { criterionNames } from './explanation.views';
import { commentsOf } from './item-comments';
import { computedLines } from './computed-lines.views';
import { decidedOf } from './outcome.entity';
import { refusalText } from './refusal-text';
import { materialsOf } from './ruling-materials';
import { abstainedOf } from './abstained.views';
import { resultItem, type ItemSurroundings, type ResultItemModel } from './result-item.views';
import type { ResultItem, RoundResults } from './results.queries';
import { inOrder, orderLinks, type ResultOrder } from './result-order.views';
import { roundInsight } from './round-insight';
import { axisStart } from './spread.views';
import { ballotsByItem, tallyInputs, type RoundMaterial } from './tallies';

export interface ResultsModel extends PageModel {
  readonly notice: {
    readonly tone: string;
    readonly title: string;
    readonly text: string;
    readonly items: readonly [];
  };
  readonly count: string;
  readonly summary: readonly string[];
  /** For the secretariat alone: seats that abstained as often in a row as the rules want told. */
  readonly abstained: readonly string[];
  readonly order: Links;
  readonly items: readonly ResultItemModel[];
  readonly agreement: AgreementModel;
  readonly rules: string;
}

/** A ruling that could not be taken: what was typed and what is wrong with it. */
export interface FailedRuling {
  readonly itemId: string;
  readonly choice: string;
  readonly reason: string;
  readonly materials: string;
  readonly errors: Readonly<Record<string, string>>;
}

export interface ResultsPage {
  readonly results: RoundResults;
  readonly viewer: Viewer;
  readonly calendar: WorkCalendar;
  readonly failed: FailedRuling | null;
  readonly order: ResultOrder;
}

/** The results of a closed round. */
export function resultsView(
  { results, viewer, calendar, failed, order }: ResultsPage,
  words: Words,
): ResultsModel {
  const { material, items } = results;
  const { round, rubric, rules, cast } = material;
  const ballots = ballotsByItem(cast.ballots);
  const converted = new Map(
    items.map(({ outcome }): [string, Fraction[]] => [
      outcome.itemId,
      (ballots.get(outcome.itemId) ?? []).flatMap((ballot) => convertedScore(ballot, rubric.content) ?? []),
    ]),
  );
  const insight = roundInsight(
    tallyInputs(material),
    new Map(items.map(({ outcome, result }) => [outcome.itemId, result])),
    material.limits,
  );
  const presides = ({ chair }: ResultItem): boolean => viewer.personId === chair.presiding?.personId;
  const axisFrom = axisStart([...converted.values()].flat());
  const around = (item: ResultItem): ItemSurroundings => surroundings(item, presides(item));
  const surroundings = ({ outcome }: ResultItem, isPresiding: boolean): ItemSurroundings => ({
    rubric: rubric.content,
    axisFrom,
    insight: insight.items.get(outcome.itemId) ?? null,
    converted: converted.get(outcome.itemId) ?? [],
    comments: commentsOf(ballots.get(outcome.itemId) ?? []),
    computed: computedLines(rubric.content, ballots.get(outcome.itemId) ?? [], words),
    ruling:
      isPresiding &&
      round.state === 'closed' &&
      outcome.computed === 'borderline' &&
      outcome.overridden === null
        ? typed(outcome, failed)
        : null,
    viewer,
    round,
    rules: rules.content,
  });
  const title = words.t('results.title', { round: round.number });
  const { passMark, floor } = rules.content.score;
  return {
    page: {
      title,
      dataPage: 'round-results',
      crumbs: crumbsOf(round, viewer, words),
      head: pageHead({ title, meta: metaOf(results, words), acts: actsOf(results, viewer, words) }),
      wide: true,
    },
    notice: noticeOf(results, calendar, words),
    count: words.t('results.items', { n: items.length }),
    summary: summaryOf(items, words),
    abstained: holds(viewer, 'secretariat') ? abstainedOf(material, words) : [],
    order: orderLinks(`/rounds/${round.id}/results`, order, insight, words),
    items: inOrder(items, insight, order).map((item) => resultItem(item, around(item), words)),
    agreement: agreementView(insight.agreement, criterionNames(rubric.content, words), words),
    rules: words.t(rules.content.decides === 'advice' ? 'results.rules.advice' : 'results.rules', {
      passMark,
      floor,
      ...rules.content.vote.agreeShare,
    }),
  };
}

/** The leading group reads results, but not the round room: it gets no link to where it may not go. */
function crumbsOf(
  round: RoundMaterial['round'],
  viewer: Viewer,
  words: Words,
): { label: string; href?: string }[] {
  const mayEnter = holds(viewer, 'secretariat', 'inspector');
  return [
    { label: words.t('menu.desk'), href: '/' },
    ...(mayEnter
      ? [
          { label: words.t('menu.rounds'), href: '/rounds' },
          { label: round.number, href: `/rounds/${round.id}` },
        ]
      : []),
    { label: words.t('results.crumb') },
  ];
}

function typed(outcome: ResultItem['outcome'], failed: FailedRuling | null): ItemSurroundings['ruling'] {
  if (failed?.itemId === outcome.itemId) return failed;
  const materials = materialsOf(outcome).join('\n');
  return { choice: outcome.ruling ?? '', reason: outcome.rulingReason ?? '', materials, errors: {} };
}

function metaOf({ material, head, papers, items }: RoundResults, words: Words): string[] {
  const { round, rubric, rules, roll, cast } = material;
  const shown = new Set(items.map(({ outcome }) => outcome.itemId));
  const onPaper = papers.filter(({ itemId }) => shown.has(itemId)).length;
  const seats = new Set(cast.ballots.map(({ roundSeatId }) => roundSeatId)).size;
  return [
    words.t('results.deadline', { at: formatsFor(words).dateTimeFull(round.closedAt ?? round.deadlineAt) }),
    words.t('results.rubric', {
      name: words.of(rubric.name),
      version: rubric.version,
    }),
    words.t('results.ruleSet', { code: rules.code, version: rules.version }),
    words.t('results.seats', { cast: seats, roll: roll.length }),
    ...(onPaper === 0 ? [] : [words.t('results.onPaper', { n: onPaper })]),
    ...(head === null ? [] : [words.t('results.head', { head: shortHash(head.hash) })]),
  ];
}

function actsOf({ material, items }: RoundResults, viewer: Viewer, words: Words): ActInput[] {
  const { round } = material;
  const papers: ActInput[] = [
    { label: words.t('minutes.open'), href: `/rounds/${round.id}/minutes` },
    { label: words.t('results.sheet'), href: `/rounds/${round.id}/results.xlsx` },
  ];
  if (round.state !== 'closed' || !viewer.roles.includes('secretariat')) return papers;
  const unruled = items.filter(({ outcome }) => decidedOf(outcome) === null).map(({ lead }) => lead.number);
  const refusal =
    unruled.length === 0
      ? null
      : { because: 'itemsUnruled', details: { count: unruled.length, leads: unruled.join('、') } };
  return [
    ...papers,
    {
      label: words.t('results.announce'),
      href: `/rounds/${round.id}/announcement`,
      tone: 'primary',
      why: refusal ? refusalText(refusal, words) : '',
    },
  ];
}

function noticeOf(
  { material, items }: RoundResults,
  calendar: WorkCalendar,
  words: Words,
): ResultsModel['notice'] {
  const { round, rules } = material;
  const format = formatsFor(words);
  if (round.announcedAt !== null) {
    const text = words.t('results.announced', { at: format.dateTime(round.announcedAt) });
    return { tone: 'ok', title: words.t('results.announced.title'), text, items: [] };
  }
  const closed: Instant = round.closedAt ?? round.deadlineAt;
  const due = calendar.addWorkdays(closed, rules.content.terms.letter, '18:00');
  const open = items.filter(({ outcome }) => decidedOf(outcome) === null).length;
  const text = words.t(open > 0 ? 'results.waiting.unruled' : 'results.waiting', {
    letters: items.filter(({ outcome }) => decidedOf(outcome) !== 'void').length,
    open,
    due: format.dateTime(due),
  });
  return { tone: 'warn', title: words.t('results.waiting.title'), text, items: [] };
}

function summaryOf(items: readonly ResultItem[], words: Words): string[] {
  const kinds = ['admit', 'consult', 'resubmit', 'defer', 'borderline', 'reject', 'void'] as const;
  return kinds.flatMap((kind) => {
    const n = items.filter(({ outcome }) => (decidedOf(outcome) ?? 'borderline') === kind).length;
    return n === 0
      ? []
      : [words.t('results.summary.part', { outcome: words.t(`results.outcome.${kind}`), n })];
  });
}
