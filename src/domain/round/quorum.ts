import { PANEL_KINDS, type PanelKind, type SeatFunction } from '../rubric/panel-kind';
import { fewest, meets, type RuleSet } from '../rubric/rule-set';
import type { Seat } from './roll';

export type KindAttendance = {
  readonly kind: PanelKind;
  readonly eligible: number;
  readonly cast: number;
  readonly needed: number;
  readonly met: boolean;
};

export type FunctionAttendance = {
  readonly function: SeatFunction;
  /** Eligible seats with this function; none when all are recused, and then nothing is demanded of them. */
  readonly eligible: number;
  readonly cast: number;
  readonly met: boolean;
};

/** Who could cast, who did, and whether that is enough for a decision; it knows nothing of what was cast. */
export type Quorum = {
  readonly roll: number;
  readonly recused: number;
  readonly eligible: number;
  readonly cast: number;
  /** Fewest ballots that meet the share. */
  readonly needed: number;
  readonly shareMet: boolean;
  readonly kinds: readonly KindAttendance[];
  readonly functions: readonly FunctionAttendance[];
  readonly met: boolean;
};

/**
 * The quorum of one item. A recused seat leaves the base altogether, and with it any duty to cast; the demand for a
 * ballot of each kind stays even when every seat of a kind is recused, because a decision needs that kind's view.
 * Nothing at all cast is never a quorum. `recused` and `cast` hold seat ids; others than the roll's are ignored.
 */
export function quorum(
  roll: readonly Seat[],
  recused: ReadonlySet<string>,
  cast: ReadonlySet<string>,
  rules: RuleSet['quorum'],
): Quorum {
  const kinds = new Map(PANEL_KINDS.map((kind) => [kind, { eligible: 0, cast: 0 }]));
  const functions = new Map<SeatFunction, { eligible: number; cast: number }>();
  let eligible = 0;
  let voted = 0;
  for (const seat of roll) {
    const duty =
      seat.function !== null && rules.mandatoryFunctions.includes(seat.function) ? seat.function : null;
    const onDuty = duty === null ? undefined : (functions.get(duty) ?? { eligible: 0, cast: 0 });
    if (duty !== null && onDuty !== undefined) functions.set(duty, onDuty);
    if (recused.has(seat.seatId)) continue;
    const vote = cast.has(seat.seatId) ? 1 : 0;
    eligible += 1;
    voted += vote;
    for (const count of [kinds.get(seat.kind), onDuty]) {
      if (count === undefined) continue;
      count.eligible += 1;
      count.cast += vote;
    }
  }
  const byKind = [...kinds].map(([kind, count]): KindAttendance => {
    const needed = rules.perKind[kind];
    return { kind, ...count, needed, met: count.cast >= needed };
  });
  const byFunction = rules.mandatoryFunctions.flatMap((duty): FunctionAttendance[] => {
    const count = functions.get(duty);
    return count === undefined
      ? []
      : [{ function: duty, ...count, met: count.eligible === 0 || count.cast > 0 }];
  });
  const shareMet = voted > 0 && meets(rules.share, voted, eligible);
  return {
    roll: roll.length,
    recused: roll.length - eligible,
    eligible,
    cast: voted,
    needed: Math.max(1, fewest(rules.share, eligible)),
    shareMet,
    kinds: byKind,
    functions: byFunction,
    met: shareMet && byKind.every(({ met }) => met) && byFunction.every(({ met }) => met),
  };
}
