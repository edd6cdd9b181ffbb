import { firstRefusal, refuse, type Refusal } from '../shared/refusal';

/** In whose place somebody presides: as chair, as the appointed deputy, or named for one item. */
export const CHAIR_POSTS = ['chair', 'deputy', 'standIn'] as const;
export type ChairPost = (typeof CHAIR_POSTS)[number];

/** Somebody who may come to preside over an item. */
export interface ChairPerson {
  readonly personId: string;
  readonly name: string;
  readonly post: ChairPost;
  /** Has an interest in the item, declared, noted or by rule. */
  readonly isRecused: boolean;
  /** The account is in use and still holds the role; a person who cannot sign in presides over nothing. */
  readonly isAble: boolean;
}

/**
 * Who presides over an item: the chair; where the chair is recused or cannot act the deputy, without anybody having to
 * say so; where there is no such deputy whoever was named last for this item. Null where none is left.
 * @param line in this order: chair, deputy, those named, the newest first
 */
export function presiding(line: readonly ChairPerson[]): ChairPerson | null {
  return line.find(({ isRecused, isAble }) => !isRecused && isAble) ?? null;
}

/** Characters a reason has at least and at most. */
export const CHAIR_REASON = { fewest: 4, most: 500 } as const;

function reasoned(reason: string): Refusal | null {
  const has = Array.from(reason.trim()).length;
  const { fewest, most } = CHAIR_REASON;
  if (has < fewest) return refuse('chairNeedsReason', { fewest, has });
  return has > most ? refuse('chairReasonLong', { most, has }) : null;
}

/** What decides about naming somebody to preside over one item. */
export interface NamingFacts {
  readonly line: readonly ChairPerson[];
  /** Of whom is to be named: they hold the role, are in use, and have no interest. */
  readonly mayPreside: boolean;
  readonly personId: string;
  readonly reason: string;
  /** Nothing of the item is open any more. */
  readonly isOver: boolean;
}

/**
 * Whether the secretariat may name somebody: only where none of those appointed is left, so that nobody picks who
 * presides while the chair or the deputy may.
 */
export function mayName({ line, mayPreside, personId, reason, isOver }: NamingFacts): Refusal | null {
  const now = presiding(line);
  return firstRefusal(
    () => (isOver ? refuse('chairNothingOpen') : null),
    () => (now === null ? null : refuse('chairPresides', { name: now.name })),
    () =>
      mayPreside && !line.some((one) => one.personId === personId) ? null : refuse('chairCannotBeNamed'),
    () => reasoned(reason),
  );
}

/** What decides about noting that a person in the line has an interest in the item. */
export interface ChairRecusalFacts {
  readonly line: readonly ChairPerson[];
  readonly personId: string;
  readonly reason: string;
  readonly isOver: boolean;
  /** Votes for a seat in this round, which is still being voted on: the ballot is where they recuse themselves. */
  readonly votes: boolean;
}

/** Whether an interest of somebody in the line may be noted, by themselves or by the secretariat. It is for good. */
export function mayRecuse({ line, personId, reason, isOver, votes }: ChairRecusalFacts): Refusal | null {
  const person = line.find((one) => one.personId === personId);
  return firstRefusal(
    () => (person === undefined ? refuse('chairNotInLine') : null),
    () => (isOver ? refuse('chairNothingOpen') : null),
    () => (person?.isRecused ? refuse('chairRecusedAlready', { name: person.name }) : null),
    () => (votes ? refuse('chairRecuseOnBallot', { name: person?.name ?? '' }) : null),
    () => reasoned(reason),
  );
}
