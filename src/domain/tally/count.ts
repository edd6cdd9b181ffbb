import { VOTES, type Vote } from '../ballot/ballot';
import { PANEL_KINDS, type PanelKind } from '../rubric/panel-kind';
import { askedOf, carriedMarks } from './carried';
import type { TallyInput } from './tally-result';

/** Ballots counted into whole numbers, before any rule is applied. */
export interface Count {
  /** Seats whose ballot counts. */
  readonly cast: ReadonlySet<string>;
  readonly votes: Record<Vote, number>;
  /** For each criterion of the rubric, in its order. */
  readonly marks: readonly { readonly counts: number[]; na: number }[];
}

/**
 * Counts each ballot once, in time linear in their number; a criterion that is not asked keeps the marks it carries.
 * Throws RangeError on what no valid ballot can hold: a seat that is not on the roll or votes twice, a score outside
 * the scale, a vote that is none; and on carried marks that do not fit the rubric. Such input means that the record
 * was tampered with, and a tally must not guess.
 */
export function count(
  input: Pick<TallyInput, 'rubric' | 'roll' | 'ballots' | 'carried'>,
  recused: ReadonlySet<string>,
): Count {
  const { criteria, scale } = input.rubric;
  const kindOf = new Map(input.roll.map(({ seatId, kind }) => [seatId, kind]));
  const steps = scale.highest - scale.lowest + 1;
  const marks = criteria.map(({ code }) => {
    const { counts, na } = carriedMarks(input.carried, code) ?? {
      counts: new Array<number>(steps).fill(0),
      na: 0,
    };
    return { counts: [...counts], na };
  });
  insistOnCarried(input, steps);
  const own = ownCriteria(input);
  const cast = new Set<string>();
  const votes: Record<Vote, number> = { agree: 0, supplement: 0, against: 0, abstain: 0 };
  for (const ballot of input.ballots) {
    const { seatId, vote, scores, na } = ballot;
    const kind = kindOf.get(seatId);
    if (kind === undefined) throw new RangeError(`a ballot of a seat that is not on the roll: ${seatId}`);
    if (recused.has(seatId)) continue;
    if (cast.has(seatId)) throw new RangeError(`two ballots of one seat: ${seatId}`);
    if (!VOTES.includes(vote)) throw new RangeError(`not a vote: ${String(vote)}`);
    cast.add(seatId);
    votes[vote] += 1;
    for (const { at, code } of own[kind]) {
      const mark = marks[at];
      const score = scores[code];
      if (mark === undefined) continue;
      if (score === undefined) {
        if (na.includes(code)) mark.na += 1;
        continue;
      }
      const step = score - scale.lowest;
      if (!(step in mark.counts)) throw new RangeError(`a score outside the scale: ${code} ${score}`);
      mark.counts[step] = (mark.counts[step] ?? 0) + 1;
    }
  }
  return { cast, votes, marks };
}

type OwnCriteria = Record<PanelKind, readonly { readonly at: number; readonly code: string }[]>;

/** For each kind, the places of the asked criteria it scores: looked up once for all ballots. */
function ownCriteria({ rubric, carried }: Pick<TallyInput, 'rubric' | 'carried'>): OwnCriteria {
  const asked = new Set(askedOf(rubric.criteria, carried));
  const own = (kind: PanelKind): OwnCriteria[PanelKind] =>
    rubric.criteria.flatMap((criterion, at) =>
      asked.has(criterion) && criterion.kinds.includes(kind) ? [{ at, code: criterion.code }] : [],
    );
  return Object.fromEntries(PANEL_KINDS.map((kind) => [kind, own(kind)])) as OwnCriteria;
}

function insistOnCarried(
  { rubric, carried = {} }: Pick<TallyInput, 'rubric' | 'carried'>,
  steps: number,
): void {
  const known = new Set(rubric.criteria.map(({ code }) => code));
  for (const [code, { counts, na, dropped }] of Object.entries(carried)) {
    if (!known.has(code)) throw new RangeError(`marks carried over for no criterion: ${code}`);
    const figures = [...counts, na, dropped.lowest, dropped.highest];
    const whole = figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0);
    const n = counts.reduce((sum, own) => sum + own, 0);
    const kept = n - dropped.lowest - dropped.highest;
    if (counts.length !== steps || !whole || kept < Math.min(n, 1))
      throw new RangeError(`marks carried over that cannot have been counted: ${code}`);
  }
}
