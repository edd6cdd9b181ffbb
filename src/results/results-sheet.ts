import type { Cell, Sheet } from '../http/spreadsheet';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { criterionNames } from './explanation.views';
import { decidedOf } from './outcome.entity';
import type { ResultItem, RoundResults } from './results.queries';

/** Exact fractions become numbers of two decimals, half-up, as the page shows them. */
const mark = '0.00';

/** The results of a round for a spreadsheet: one sheet of items, one of their criteria. No seat and no person in it. */
export function resultsSheets({ material, items }: RoundResults, words: Words): Sheet[] {
  const { rubric, round } = material;
  const column = (key: string, width: number, format?: string) => ({
    title: words.t(`results.sheet.${key}`),
    width,
    ...(format === undefined ? {} : { format }),
  });
  const named = criterionNames(rubric.content, words);
  return [
    {
      name: round.number,
      columns: [
        column('rank', 8),
        column('number', 16),
        column('title', 40),
        column('investor', 32),
        column('scout', 24),
        column('score', 10, mark),
        ...['agree', 'supplement', 'against', 'abstain', 'cast', 'eligible', 'recused'].map((key) =>
          column(key, 8),
        ),
        column('computed', 14),
        column('decided', 14),
        column('cageNo', 14),
        column('letter', 16),
        column('ruling', 40),
      ],
      rows: items.map((item) => itemRow(item, words)),
    },
    {
      name: words.t('results.sheet.criteria'),
      columns: [
        column('number', 16),
        column('criterion', 24),
        column('weight', 8),
        column('marks', 8),
        column('mean', 10, mark),
        column('points', 10, mark),
      ],
      rows: items.flatMap(({ lead, result }) =>
        result.criteria.map(({ code, weight, n, mean, contribution }) => [
          lead.number,
          named(code),
          weight,
          n,
          mean === null ? null : Number(mean.toDecimal(2)),
          contribution === null ? null : Number(contribution.toDecimal(2)),
        ]),
      ),
    },
  ];
}

function itemRow({ outcome, result, lead, revision, letter }: ResultItem, words: Words): Cell[] {
  const { votes, quorum, total } = result;
  const decided = decidedOf(outcome);
  return [
    outcome.position,
    lead.number,
    revision?.content.title ?? lead.title,
    revision?.content.investorName ?? lead.investorName,
    lead.scoutUnitName,
    total === null ? null : Number(total.toDecimal(2)),
    votes.agree,
    votes.supplement,
    votes.against,
    votes.abstain,
    quorum.cast,
    quorum.eligible,
    quorum.recused,
    words.t(`results.computed.${outcome.computed}`),
    words.t(`results.outcome.${decided ?? 'borderline'}`),
    outcome.cageNo,
    letter?.number ?? null,
    outcome.rulingReason === null || outcome.ruledAt === null
      ? null
      : `${formatsFor(words).dateTimeFull(outcome.ruledAt)} ${outcome.rulingReason}`,
  ];
}
