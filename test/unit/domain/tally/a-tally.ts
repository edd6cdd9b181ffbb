import type { Vote } from '../../../../src/domain/ballot/ballot';
import { tallyItem } from '../../../../src/domain/tally/tally';
import type { CountedBallot, TallyInput, TallyResult } from '../../../../src/domain/tally/tally-result';
import type { PanelKind, SeatFunction } from '../../../../src/domain/rubric/panel-kind';
import type { Criterion, RubricContent } from '../../../../src/domain/rubric/rubric-content';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import type { Seat } from '../../../../src/domain/round/roll';

const duties: Record<string, SeatFunction> = {
  D1: 'naturalResources',
  D2: 'ecology',
  D3: 'emergency',
  D4: 'development',
};

export const aSeat = (seatId: string, kind: PanelKind): Seat => ({
  seatId,
  kind,
  function: duties[seatId] ?? null,
});

/** Two parks, four departments with a duty each, two institutes, two enterprises. */
export const aRoll: readonly Seat[] = [
  aSeat('P1', 'park'),
  aSeat('P2', 'park'),
  ...['D1', 'D2', 'D3', 'D4'].map((id) => aSeat(id, 'support')),
  aSeat('I1', 'institute'),
  aSeat('I2', 'institute'),
  aSeat('E1', 'enterprise'),
  aSeat('E2', 'enterprise'),
];

const blank = { zh: '无', en: 'none' };
export const aCriterion = (code: string, weight: number, kinds: readonly PanelKind[]): Criterion => ({
  code,
  name: blank,
  weight,
  kinds,
  anchors: { 0: blank, 3: blank, 5: blank },
  naAllowed: true,
  commentRequiredFor: [0, 1, 5],
});

const everyone: readonly PanelKind[] = ['park', 'support', 'institute', 'enterprise'];

/** Two criteria that every seat scores, 60 and 40. */
export const aRubric: RubricContent = {
  code: 'plain',
  name: blank,
  scale: { lowest: 0, highest: 5 },
  criteria: [aCriterion('first', 60, everyone), aCriterion('second', 40, everyone)],
  vetoGrounds: [],
};

export const aBallot = (seatId: string, vote: Vote = 'agree', score = 4): CountedBallot => ({
  seatId,
  vote,
  scores: { first: score, second: score },
  na: [],
});

/** Ten ballots that agree with 4 on everything: admitted with 80.00, unless something else is said. */
export const anItem = (said: Partial<TallyInput> = {}): TallyInput => ({
  rubric: aRubric,
  rules: R1,
  roll: aRoll,
  ballots: aRoll.map(({ seatId }) => aBallot(seatId)),
  recusals: [],
  vetoes: [],
  ...said,
});

export const aTally = (said: Partial<TallyInput> = {}): TallyResult => tallyItem(anItem(said));

/** The roll's ballots with these votes, in the roll's order, all with the same score. */
export const votesOf = (votes: Partial<Record<Vote, number>>, score = 4): CountedBallot[] => {
  const list = (Object.entries(votes) as [Vote, number][]).flatMap(([vote, n]) =>
    new Array<Vote>(n).fill(vote),
  );
  return list.map((vote, at) => aBallot(aRoll[at]?.seatId ?? '', vote, score));
};
