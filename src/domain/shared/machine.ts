import { refuse, type Refusal } from './refusal';

/** One row of a table of moves: a verb, the participles it may start from, the participle it ends in. */
export interface Move<State extends string, Facts> {
  readonly from: readonly State[];
  readonly to: State;
  /** Asked only when the state allows the move. */
  readonly refusal?: (facts: Facts) => Refusal | null;
}

type Table = Readonly<Record<string, Move<string, never>>>;
type StatesOf<T extends Table> = T[keyof T]['from'][number] | T[keyof T]['to'];
type NameOf<T extends Table> = keyof T & string;
/** A move without a rule takes no facts; facts given anyway are ignored. */
type FactsOf<M> = M extends { readonly refusal: (facts: infer F) => Refusal | null }
  ? [facts: F]
  : [facts?: unknown];

export interface Machine<T extends Table> {
  readonly name: string;
  readonly moves: T;
  /**
   * Null when the move may be made now. A move from the wrong state answers `wrongState` with
   * `{ subject, move, state, from }` (`from` = the states it could start from, comma separated).
   */
  check<M extends NameOf<T>>(move: M, state: StatesOf<T>, ...facts: FactsOf<T[M]>): Refusal | null;
  /** The state a move ends in. */
  to<M extends NameOf<T>>(move: M): T[M]['to'];
  /** The moves whose `from` names this state, in table order; rules are not asked. */
  movesFrom(state: StatesOf<T>): readonly NameOf<T>[];
}

/**
 * Turns a table of moves into its machine. Pure: it reads facts and says yes or no; writing the state is the
 * owning service's business.
 */
export function defineMachine<const T extends Table>(table: {
  readonly name?: string;
  readonly moves: T;
}): Machine<T> {
  const { moves, name = '' } = table;
  const names = Object.keys(moves) as NameOf<T>[];
  const row = (move: NameOf<T>): Move<string, never> => moves[move] as Move<string, never>;
  return {
    name,
    moves,
    check(move, state, ...facts) {
      const { from, refusal } = row(move);
      if (!from.includes(state))
        return refuse('wrongState', { subject: name, move, state, from: from.join(',') });
      return refusal === undefined ? null : refusal(facts[0] as never);
    },
    to: (move) => row(move).to,
    movesFrom: (state) => names.filter((move) => row(move).from.includes(state)),
  };
}
