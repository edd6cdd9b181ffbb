import { listedFigures } from '../domain/lead/listed-figures';
import type { RubricContent } from '../domain/rubric/rubric-content';
import type { Fraction } from '../domain/shared/fraction';
import type { ChairPerson } from '../domain/panel/chair';
import type { RuleSet } from '../domain/rubric/rule-set';
import type { Viewer } from '../domain/access/viewer';
import { rulingsFor } from '../domain/tally/ruling';
import type { TallyResult } from '../domain/tally/tally-result';
import { radiosField, type Field } from '../http/views/fields';
import { seal, tag, type Seal, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { criterionNames, explanation, type ExplanationModel } from './explanation.views';
import { materialsField, reasonField } from './decision-fields.views';
import { disagreementCard, type DisagreementModel } from './disagreement.views';
import { margin, type Margin } from './margin.views';
import { itemAfter, type ItemAfter } from './item-after.views';
import { decidedOf } from './outcome.entity';
import type { Round } from '../rounds/round.entity';
import type { ResultItem } from './results.queries';
import { resultVetoes, type ResultVeto } from './result-vetoes.views';
import { robustnessCard, type RobustnessModel } from './robustness.views';
import type { ItemInsight } from './round-insight';
import { spread, type Spread } from './spread.views';

/** A form in which whoever presides rules, or null where there is nothing to rule. */
export interface RulingForm {
  readonly action: string;
  readonly note: string;
  readonly fields: readonly Field[];
  readonly submit: string;
}

export interface ResultItemModel {
  readonly id: string;
  readonly anchor: string;
  readonly open: boolean;
  readonly rank: string;
  readonly rankLabel: string;
  readonly href: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly score: string;
  readonly spread: Spread;
  readonly agree: string;
  readonly votes: readonly string[];
  readonly margin: Margin;
  /** Null without a quorum: nothing was decided that could be tried. */
  readonly robustness: RobustnessModel | null;
  readonly disagreement: DisagreementModel | null;
  readonly seal: Seal | null;
  readonly tag: Tag | null;
  readonly explanation: ExplanationModel;
  readonly conclusion: string;
  readonly ruling: string;
  /** Who presides in the place of the chair; '' where the chair does. */
  readonly acting: string;
  readonly vetoes: readonly ResultVeto[];
  readonly comments: readonly { readonly text: string; readonly kind: string }[];
  readonly letter: { readonly label: string; readonly href: string } | null;
  readonly rulingForm: RulingForm | null;
  readonly after: ItemAfter;
}

/** What the page knows beside the item itself. */
export interface ItemSurroundings {
  readonly rubric: Pick<RubricContent, 'criteria' | 'scale' | 'vetoGrounds'>;
  readonly axisFrom: number;
  readonly insight: ItemInsight | null;
  /** Each ballot alone, brought to 0–100. */
  readonly converted: readonly Fraction[];
  readonly comments: readonly { readonly kind: string; readonly text: string }[];
  /** By criterion: how a score that follows from the form came about. */
  readonly computed: ReadonlyMap<string, string>;
  /** Ready for whoever presides while the round is not announced; what was typed, and what is wrong with it. */
  readonly ruling: {
    readonly choice: string;
    readonly reason: string;
    readonly materials: string;
    readonly errors: Readonly<Record<string, string>>;
  } | null;
  readonly viewer: Viewer;
  readonly round: Pick<Round, 'id' | 'state'>;
  readonly rules: RuleSet;
}

/** One line of the results page with all that opens below it. */
export function resultItem(item: ResultItem, around: ItemSurroundings, words: Words): ResultItemModel {
  const { outcome, result, lead, revision, letter } = item;
  const { score } = result.rules;
  const { converted: ballots, axisFrom, insight } = around;
  const named = criterionNames(around.rubric, words);
  const decided = decidedOf(outcome);
  const amount = revision ? listedFigures(revision.content).totalInvestment : lead.totalInvestment;
  const rank = String(outcome.position);
  return {
    id: outcome.itemId,
    anchor: `item-${rank}`,
    open: outcome.position === 1 || around.ruling !== null,
    rank,
    rankLabel: words.t('results.rank', { n: outcome.position }),
    href: `/leads/${lead.id}`,
    title: revision?.content.title ?? lead.title,
    facts: [
      lead.number,
      revision?.content.investorName ?? lead.investorName,
      ...(amount === null ? [] : [formatsFor(words).wanText(amount)]),
    ],
    score: result.total?.toDecimal(2) ?? words.t('results.score.none'),
    spread: spread(
      { ballots, total: result.total, axisFrom, floor: score.floor, passMark: score.passMark },
      words,
    ),
    agree: `${result.votes.agree}/${result.quorum.cast}`,
    votes: voteWords(result, words),
    margin: margin(result, words),
    robustness: insight && robustnessCard(insight.robustness, insight.fragility, named, words),
    disagreement: insight && disagreementCard(insight.disagreement, named, words),
    seal:
      decided === null || decided === 'void' ? null : seal(decided, words.t(`results.outcome.${decided}`)),
    tag: markOf(decided, words),
    explanation: explanation(result, around.rubric, words, around.computed),
    conclusion: conclusion(item, words),
    ruling: rulingWords(item, words),
    acting: actingWords(item, around.viewer, words),
    vetoes: resultVetoes(item.vetoes, words),
    comments: around.comments.map(({ kind, text }) => ({
      text,
      kind: words.t('results.comment.kind', { kind: words.t(`panelKind.${kind}`) }),
    })),
    letter: letter && {
      label: words.t('results.letter.open', { number: letter.number }),
      href: `/letters/${letter.id}`,
    },
    rulingForm: around.ruling && rulingForm(item, around.ruling, words),
    after: itemAfter(item, around, words),
  };
}

function markOf(decided: string | null, words: Words): Tag | null {
  if (decided === null) return tag(words.t('results.outcome.borderline'), 'amber', 'borderline');
  return decided === 'void' ? tag(words.t('results.outcome.void'), 'line', 'void') : null;
}

function voteWords({ votes, quorum }: TallyResult, words: Words): string[] {
  const counted = (['agree', 'supplement', 'against', 'abstain'] as const)
    .filter((vote) => votes[vote] > 0)
    .map((vote) => words.t(`results.vote.${vote}`, { n: votes[vote] }));
  return quorum.recused === 0
    ? counted
    : [...counted, words.t('results.vote.recused', { n: quorum.recused })];
}

function conclusion({ outcome }: ResultItem, words: Words): string {
  const decided = decidedOf(outcome);
  const key = decided === null ? 'borderline' : decided;
  return outcome.cageNo === null
    ? words.t(`results.conclusion.${key}`)
    : words.t('results.conclusion.numbered', { cageNo: outcome.cageNo });
}

function actingWords({ chair }: ResultItem, viewer: Viewer, words: Words): string {
  const { presiding } = chair;
  if (presiding === null) return words.t('chairs.results.nobody');
  if (presiding.post === 'chair') return '';
  return presiding.personId === viewer.personId
    ? words.t('chairs.results.acting', { post: words.t(`chairs.post.${presiding.post}`) })
    : words.t('chairs.results.line', { person: presidingName(presiding, words) });
}

const presidingName = ({ post, name }: ChairPerson, words: Words): string =>
  words.t('chairs.person', { post: words.t(`chairs.post.${post}`), name });

/** Who ruled, with in whose place where it was not the chair. */
export function ruledBy({ ruledByLabel, ruledAs }: ResultItem['outcome'], words: Words): string {
  const by = ruledByLabel ?? '';
  if (ruledAs === null || ruledAs === 'chair') return by;
  return `${by}${words.t('chairs.ruled', { post: words.t(`chairs.post.${ruledAs}`) })}`;
}

function rulingWords({ outcome }: ResultItem, words: Words): string {
  const { ruling, ruledAt, rulingReason } = outcome;
  if (ruling === null || ruledAt === null) return '';
  return words.t('results.ruled', {
    by: ruledBy(outcome, words),
    at: formatsFor(words).dateTime(ruledAt),
    ruling: words.t(`results.outcome.${ruling}`),
    reason: rulingReason ?? '',
  });
}

function rulingForm(
  { outcome, result, resubmissions }: ResultItem,
  { choice, reason, materials, errors }: NonNullable<ItemSurroundings['ruling']>,
  words: Words,
): RulingForm | null {
  const open = rulingsFor(result, resubmissions);
  if (open.length === 0) return null;
  const { borderline } = result.rules;
  const terms = {
    workdays: { consult: borderline.consultWorkdays, resubmit: borderline.resubmitWorkdays, defer: 0 },
    months: borderline.deferMonths,
  };
  const options = open.map((ruling) => ({
    value: ruling,
    label: words.t(`results.ruling.${ruling}`, { workdays: terms.workdays[ruling], months: terms.months }),
    selected: ruling === choice,
  }));
  const { position: n } = outcome;
  const ids = { ruling: `ruling-${n}`, reason: `reason-${n}`, materials: `materials-${n}` };
  return {
    action: `/rounds/${outcome.roundId}/items/${outcome.itemId}/ruling`,
    note: words.t(outcome.ruling === null ? 'results.ruling.note' : 'results.ruling.again'),
    fields: [
      radiosField({
        id: ids.ruling,
        name: 'ruling',
        label: words.t('results.ruling.label'),
        options,
        required: true,
        error: errors['ruling'] ?? '',
      }),
      reasonField({ id: ids.reason, value: reason, error: errors['reason'] ?? '' }, words),
      ...(open.includes('resubmit')
        ? [materialsField({ id: ids.materials, value: materials, error: errors['materials'] ?? '' }, words)]
        : []),
    ],
    submit: words.t('results.ruling.submit'),
  };
}
