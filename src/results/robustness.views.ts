import type { Fragility } from '../domain/insight/fragility';
import type { Range, Robustness } from '../domain/insight/robustness';
import type { Fraction } from '../domain/shared/fraction';
import type { Sentence } from '../domain/shared/sentence';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly sub: string;
}

/** The model of `facts`. */
export interface Facts {
  readonly two: boolean;
  readonly items: readonly Fact[];
}

/** What an outcome rests on: the sentence of the row, and the facts of the card. */
export interface RobustnessModel {
  /** Bold where nothing turns the outcome; else `tag` stands in its place. */
  readonly says: string;
  readonly tag: Tag | null;
  readonly because: string;
  readonly facts: Facts;
}

type Names = (code: string) => string;

export function robustnessCard(
  found: Robustness,
  { rests, says, because }: Fragility,
  named: Names,
  words: Words,
): RobustnessModel {
  const solid = rests === 'solid';
  return {
    says: solid ? insightSentence(says, named, words) : '',
    tag: solid ? null : tag(insightSentence(says, named, words), 'amber', `rests-${rests}`),
    because: because === null ? '' : insightSentence(because, named, words),
    facts: {
      two: false,
      items: [
        ballotsFact(found, words),
        extremesFact(found, words),
        weightsFact(found, named, words),
        missingFact(found, words),
        {
          label: words.t('insight.card.quorum'),
          value:
            found.quorumRestsOn === 0
              ? words.t('insight.card.quorum.safe')
              : words.t('insight.card.quorum.rests', { n: found.quorumRestsOn }),
          sub: '',
        },
      ],
    },
  };
}

/** Codes among the arguments get their words. */
export function insightSentence({ key, args }: Sentence, named: Names, words: Words): string {
  const given: Record<string, string | number> = { ...args };
  if (args['criterion'] !== undefined) given['criterion'] = named(String(args['criterion']));
  if (args['outcome'] !== undefined) given['outcome'] = words.t(`results.computed.${args['outcome']}`);
  if (args['vote'] !== undefined) given['vote'] = words.t(`insight.vote.${args['vote']}`);
  return words.t(key, given);
}

function ballotsFact({ ballots }: Robustness, words: Words): Fact {
  const turned = ballots.flips.map(({ vote, n, to }) =>
    words.t('insight.card.ballots.flip', {
      n,
      vote: words.t(`insight.vote.${vote}`),
      outcome: words.t(`results.computed.${to}`),
    }),
  );
  return {
    label: words.t('insight.card.ballots'),
    value: rangeText(ballots, words),
    sub: [
      words.t('insight.card.ballots.agree', { ...ballots.agree }),
      turned.length === 0 ? words.t('insight.card.same') : formatsFor(words).list(turned),
    ].join(words.t('insight.comma')),
  };
}

function extremesFact({ extremes }: Robustness, words: Words): Fact {
  return {
    label: words.t('insight.card.extremes'),
    value: scoreText(extremes.total, words),
    sub: extremes.flips === null ? words.t('insight.card.same') : becomes(extremes.flips, words),
  };
}

function weightsFact({ weights }: Robustness, named: Names, words: Words): Fact {
  const turned = weights.flips.map(({ criterion, change, to }) =>
    words.t(`insight.robust.weights.${change}`, {
      criterion: named(criterion),
      outcome: words.t(`results.computed.${to}`),
    }),
  );
  return {
    label: words.t('insight.card.weights'),
    value: rangeText(weights, words),
    sub: turned.length === 0 ? words.t('insight.card.same') : formatsFor(words).list(turned),
  };
}

function missingFact({ missing }: Robustness, words: Words): Fact {
  const label = words.t('insight.card.missing');
  if (missing.seats === 0) return { label, value: words.t('insight.none'), sub: '' };
  const outcome = (of: string): string => words.t(`results.computed.${of}`);
  return {
    label,
    value: words.t('insight.card.missing.seats', { n: missing.seats }),
    sub: words.t('insight.card.missing.both', {
      best: outcome(missing.best.outcome),
      worst: outcome(missing.worst.outcome),
    }),
  };
}

const becomes = (outcome: string, words: Words): string =>
  words.t('insight.card.becomes', { outcome: words.t(`results.computed.${outcome}`) });

export function rangeText({ lowest, highest }: Range, words: Words): string {
  if (lowest === null || highest === null) return words.t('results.score.none');
  const [from, to] = [lowest.toDecimal(2), highest.toDecimal(2)];
  return from === to ? from : `${from}–${to}`;
}

const scoreText = (total: Fraction | null, words: Words): string =>
  total?.toDecimal(2) ?? words.t('results.score.none');
