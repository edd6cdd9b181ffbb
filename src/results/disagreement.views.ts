import type { Disagreement } from '../domain/insight/disagreement';
import { rootText } from '../domain/insight/moments';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Fact, Facts } from './robustness.views';

/** How far the panel was apart on one item: the flag of the row, and the facts of the card. */
export interface DisagreementModel {
  readonly tag: Tag | null;
  readonly because: string;
  readonly facts: Facts;
}

type Names = (code: string) => string;

export function disagreementCard(found: Disagreement, named: Names, words: Words): DisagreementModel {
  return {
    tag: found.flagged ? tag(words.t('insight.dispute'), 'red', 'dispute') : null,
    because: found.flagged ? becauseOf(found, words) : '',
    facts: {
      two: false,
      items: [
        ballotsFact(found, words),
        kindsFact(found, words),
        criteriaFact(found, named, words),
        outliersFact(found, named, words),
      ],
    },
  };
}

const kindWord = (kind: string, words: Words): string => words.t(`panelKind.${kind}`);

function becauseOf({ gap, ballots }: Disagreement, words: Words): string {
  if (gap !== null)
    return words.t('insight.dispute.gap', {
      low: kindWord(gap.low.kind, words),
      lowMean: gap.low.mean.toDecimal(0),
      high: kindWord(gap.high.kind, words),
      highMean: gap.high.mean.toDecimal(0),
    });
  return ballots === null
    ? ''
    : words.t('insight.dispute.spread', { deviation: rootText(ballots.variance, 1) });
}

function ballotsFact({ ballots }: Disagreement, words: Words): Fact {
  const label = words.t('insight.card.spread');
  if (ballots === null) return { label, value: words.t('insight.none'), sub: '' };
  return {
    label,
    value: `${ballots.lowest.toDecimal(1)}–${ballots.highest.toDecimal(1)}`,
    sub: words.t('insight.card.spread.deviation', { deviation: rootText(ballots.variance, 1) }),
  };
}

function kindsFact({ kinds }: Disagreement, words: Words): Fact {
  const list = kinds.map(({ kind, mean }) =>
    words.t('insight.card.kind', { kind: kindWord(kind, words), mean: mean.toDecimal(1) }),
  );
  return {
    label: words.t('insight.card.kinds'),
    value: list.length === 0 ? words.t('insight.none') : formatsFor(words).list(list),
    sub: words.t('insight.card.kinds.note'),
  };
}

function criteriaFact({ criteria }: Disagreement, named: Names, words: Words): Fact {
  const disputed = criteria.filter((criterion) => criterion.disputed);
  const list = disputed.map(({ criterion, lowest, highest }) =>
    words.t('insight.card.criterion', {
      criterion: named(criterion),
      lowest: lowest.toDecimal(0),
      highest: highest.toDecimal(0),
    }),
  );
  return {
    label: words.t('insight.card.criteria'),
    value: list.length === 0 ? words.t('insight.none') : formatsFor(words).list(list),
    sub: list.length === 0 ? '' : words.t('insight.card.criteria.note'),
  };
}

/** Which mark on what, by which kind: never by whom. */
function outliersFact({ outliers }: Disagreement, named: Names, words: Words): Fact {
  const list = outliers.map(({ criterion, kind, score }) =>
    words.t('insight.card.outlier', { criterion: named(criterion), score, kind: kindWord(kind, words) }),
  );
  return {
    label: words.t('insight.card.outliers'),
    value: list.length === 0 ? words.t('insight.none') : formatsFor(words).list(list),
    sub: words.t('insight.card.outliers.note'),
  };
}
