import type { CountedMarks, TallyBallots } from '../ballots/ballots.queries';
import type { CountedVeto } from '../ballots/vetoes.queries';
import type { DisputeLimits } from '../domain/insight/dispute-limits';
import { assignedSeats, seatsOf } from '../domain/round/roll';
import type { Carried } from '../domain/tally/carried';
import { tallyItem } from '../domain/tally/tally';
import type { TallyInput, TallyResult } from '../domain/tally/tally-result';
import type { Round, RoundItem, RoundSeat } from '../rounds/round.entity';
import type { AssignedMark } from '../rounds/rounds.queries';
import type { RubricVersionRead, RuleSetRead } from '../rubrics/rubrics.queries';

/** All that the tally of one round reads, as the round has pinned it. */
export interface TallyMaterial {
  readonly round: Round;
  readonly rubric: RubricVersionRead;
  readonly rules: RuleSetRead;
  readonly roll: readonly RoundSeat[];
  readonly items: readonly RoundItem[];
  /** Which seats judge which item, where the round was shared out; empty where every seat judges every item. */
  readonly assigned: readonly AssignedMark[];
  /** Of all items: the ballots that count, and who is recused. */
  readonly cast: { readonly ballots: readonly CountedMarks[]; readonly recusals: TallyBallots['recusals'] };
  /** Of all items, withdrawn and dismissed ones too. */
  readonly vetoes: readonly CountedVeto[];
}

/** The same with the words of the ballots, as the results are written from. */
export interface RoundMaterial extends TallyMaterial {
  readonly cast: TallyBallots;
  /** From where on its round calls a disagreement one. */
  readonly limits: DisputeLimits;
}

/** What each item is tallied from, by item id. */
export function tallyInputs(material: TallyMaterial): Map<string, TallyInput> {
  const { round, rubric, rules, items, cast, vetoes } = material;
  const roll = seatsOf(material.roll);
  const assigned = seatsByItem(material.assigned);
  const ballots = ballotsByItem(cast.ballots);
  const given: Omit<TallyInput, 'roll' | 'ballots' | 'recusals' | 'vetoes'> = {
    rubric: rubric.content,
    rules: rules.content,
    extensionsUsed: round.extendedAt === null ? 0 : 1,
  };
  const inputs = items.map(({ id, carried }): [string, TallyInput] => {
    const own = (ballots.get(id) ?? []).map(({ roundSeatId, vote, scores, na }) => ({
      seatId: roundSeatId,
      vote,
      scores,
      na,
    }));
    const recusals = cast.recusals.flatMap(({ itemId, roundSeatId }) => (itemId === id ? [roundSeatId] : []));
    const itsRoll = assignedSeats(roll, assigned.size === 0 ? undefined : (assigned.get(id) ?? new Set()));
    const raised = vetoes.filter(({ itemId }) => itemId === id);
    const input = { ...given, roll: itsRoll, ballots: own, recusals, vetoes: raised };
    return [id, carried === null ? input : { ...input, carried: JSON.parse(carried) as Carried }];
  });
  return new Map(inputs);
}

/** The exact result of each item, by item id. Pure: the same ballots give the same results. */
export function tallyRound(material: TallyMaterial): Map<string, TallyResult> {
  return new Map([...tallyInputs(material)].map(([id, input]) => [id, tallyItem(input)]));
}

function seatsByItem(marks: readonly AssignedMark[]): Map<string, Set<string>> {
  const byItem = new Map<string, Set<string>>();
  for (const { itemId, roundSeatId } of marks)
    byItem.set(itemId, (byItem.get(itemId) ?? new Set<string>()).add(roundSeatId));
  return byItem;
}

export function ballotsByItem<Ballot extends { readonly itemId: string }>(
  ballots: readonly Ballot[],
): Map<string, Ballot[]> {
  const byItem = new Map<string, Ballot[]>();
  for (const ballot of ballots) {
    const own = byItem.get(ballot.itemId);
    if (own === undefined) byItem.set(ballot.itemId, [ballot]);
    else own.push(ballot);
  }
  return byItem;
}

/** Items from the best to the worst: by score, those without one after them, void ones last; then as in the round. */
export function ranked(
  items: readonly RoundItem[],
  results: ReadonlyMap<string, TallyResult>,
): { item: RoundItem; result: TallyResult }[] {
  const pairs = items.map((item) => {
    const result = results.get(item.id);
    if (result === undefined) throw new Error(`no result for item ${item.id}`);
    return { item, result };
  });
  return pairs.sort(
    (a, b) =>
      group(a.result) - group(b.result) || byScore(a.result, b.result) || a.item.position - b.item.position,
  );
}

const group = ({ outcome, total }: TallyResult): number => (outcome === 'void' ? 2 : total === null ? 1 : 0);
const byScore = (a: TallyResult, b: TallyResult): number =>
  a.total === null || b.total === null ? 0 : b.total.compare(a.total);
