import type { RubricContent } from '../domain/rubric/rubric-content';
import type { TallyResult } from '../domain/tally/tally-result';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { disagreementCard } from './disagreement.views';
import { criterionNames, explanation, type LineModel } from './explanation.views';
import { actedLine } from './minutes-chairs.views';
import { ruledBy } from './result-item.views';
import { besideOutcome } from './minutes-after.views';
import { decidedOf } from './outcome.entity';
import { part, type PaperPart } from './paper';
import type { ResultItem } from './results.queries';
import { robustnessCard } from './robustness.views';
import type { ItemInsight } from './round-insight';

/** What the minutes know of an item beside its result. */
export interface MinutedItem {
  readonly item: ResultItem;
  readonly rubric: Pick<RubricContent, 'criteria' | 'vetoGrounds'>;
  /** Unsigned, with the kind of the seat only. */
  readonly comments: readonly { readonly kind: string; readonly text: string }[];
  /** Null without a quorum. */
  readonly insight: ItemInsight | null;
}

/** One item in the minutes: the decision, the votes, how it came about, and where views differed. */
export function minutedItem({ item, rubric, comments, insight }: MinutedItem, words: Words): PaperPart {
  const { outcome, result, lead, revision } = item;
  const reckoning = explanation(result, rubric, words);
  const heading = words.t('minutes.item.heading', {
    n: outcome.position,
    title: revision?.content.title ?? lead.title,
    number: lead.number,
  });
  return part(heading, {
    isSub: true,
    paragraphs: [
      decision(item, words),
      votes(result, words),
      ...reckoning.who.map((line) => withFormula(line, words)),
      reckoning.method.join(''),
      words.t('minutes.item.rules', {
        list: reckoning.rules.map((line) => withFormula(line, words)).join(words.t('minutes.between')),
      }),
      ...actedLine(item, words),
      ...ruling(item, words),
      ...besideOutcome(item, words),
      ...(insight === null ? [] : differences(insight, criterionNames(rubric, words), words)),
      comments.length === 0
        ? words.t('minutes.item.noComments')
        : words.t('minutes.item.comments', { list: commentList(comments, words) }),
    ],
    table: {
      caption: words.t('minutes.item.scores'),
      head: ['criterion', 'weight', 'marks', 'method', 'mean', 'points'].map((column) =>
        words.t(`results.col.${column}`),
      ),
      rows: [
        ...reckoning.rows.map((row) => ({
          cells: [
            row.name,
            row.scaled === '' ? row.weight : `${row.weight} ${row.scaled}`,
            [...row.marks.map(({ score, dropped }) => (dropped ? `(${score})` : score)), row.na]
              .filter((text) => text !== '')
              .join(' '),
            row.method,
            row.mean,
            row.contribution,
          ],
        })),
        { cells: [words.t('results.col.sum'), reckoning.weight, '', '', '', reckoning.total] },
      ],
    },
  });
}

function decision({ outcome, result }: ResultItem, words: Words): string {
  const decided = decidedOf(outcome) ?? 'borderline';
  return words.t('minutes.item.decision', {
    outcome: words.t(`results.outcome.${decided}`),
    cageNo: outcome.cageNo ?? 'none',
    score: result.total?.toDecimal(2) ?? 'none',
  });
}

function votes({ votes: counted, quorum }: TallyResult, words: Words): string {
  return words.t('minutes.item.votes', { ...counted, cast: quorum.cast, eligible: quorum.eligible });
}

function ruling({ outcome }: ResultItem, words: Words): string[] {
  const { ruling: choice, rulingReason, ruledAt } = outcome;
  if (choice === null || ruledAt === null) return [];
  return [
    words.t('results.ruled', {
      by: ruledBy(outcome, words),
      at: formatsFor(words).dateTimeFull(ruledAt),
      ruling: words.t(`results.outcome.${choice}`),
      reason: rulingReason ?? '',
    }),
  ];
}

/** What the outcome rests on, how far the panel was apart, and the marks that lie far off: for the chair, not for the count. */
function differences(
  { robustness, fragility, disagreement }: ItemInsight,
  named: (code: string) => string,
  words: Words,
): string[] {
  const rests = robustnessCard(robustness, fragility, named, words);
  const apart = disagreementCard(disagreement, named, words);
  const outliers = disagreement.outliers.map(({ criterion, kind, score }) =>
    words.t('insight.card.outlier', {
      criterion: named(criterion),
      score,
      kind: words.t(`panelKind.${kind}`),
    }),
  );
  const stable = rests.tag === null ? rests.says : rests.tag.label;
  return [
    words.t('minutes.item.rests', { says: stable, because: rests.because === '' ? 'none' : rests.because }),
    ...(apart.because === '' ? [] : [words.t('minutes.item.apart', { because: apart.because })]),
    ...(outliers.length === 0
      ? []
      : [words.t('minutes.item.outliers', { list: formatsFor(words).list(outliers) })]),
  ];
}

function withFormula({ text, formula }: LineModel, words: Words): string {
  return formula === '' ? text : words.t('minutes.formula', { text, formula });
}

function commentList(comments: MinutedItem['comments'], words: Words): string {
  return comments
    .map(({ kind, text }, at) =>
      words.t('minutes.item.comment', {
        n: at + 1,
        kind: words.t('results.comment.kind', { kind: words.t(`panelKind.${kind}`) }),
        text,
      }),
    )
    .join('');
}
