import type { BallotState } from '../domain/ballot/ballot-moves';
import type { PanelKind } from '../domain/rubric/panel-kind';
import type { RoundState } from '../domain/round/round-moves';
import type { SeatPost } from '../domain/round/seat-voter';
import type { Carried } from '../domain/tally/carried';
import type { Instant } from '../domain/shared/instant';

/** Where a seat stands on one item. Nothing of any other seat. */
export interface RoomItem {
  readonly id: string;
  readonly position: number;
  readonly leadId: string;
  readonly leadNumber: string;
  readonly leadRevisionId: string;
  /** An earlier round has judged this lead, and was announced. */
  readonly judgedBefore: boolean;
  /** Of a second look: what is not asked, with the marks of the announced round that judged it; else null. */
  readonly carried: Carried | null;
  readonly standing: BallotState;
  /** A draft is kept, also beside a ballot that was cast. */
  readonly drafted: boolean;
  readonly castAt: Instant | null;
  /** The voter may be a rival of the investor: papers and process are not shown. */
  readonly isRival: boolean;
  /** The reader has declared, before reading it or by casting on it, to have no interest in it. */
  readonly isDeclared: boolean;
}

/** Whom to ask: the member of the secretariat who planned the round. */
export interface RoomContact {
  readonly name: string;
  readonly unitName: string;
  readonly email: string;
  readonly mobile: string | null;
}

/** A round as one seat sees it: its items, where the seat stands on each, until when. */
export interface BallotRoom {
  readonly roundId: string;
  readonly roundNumber: string;
  readonly roundTitle: string;
  readonly state: RoundState;
  readonly deadlineAt: Instant;
  readonly rubricVersionId: string;
  readonly seat: {
    readonly id: string;
    readonly kind: PanelKind;
    readonly unitName: string;
    readonly post: SeatPost;
    /** Who votes for it now; somebody else than the reader where they have handed it over. */
    readonly voter: { readonly personId: string; readonly name: string };
    /** The last hand-over; null for a seat that its holder has always voted for. */
    readonly handed: { readonly from: string; readonly at: Instant } | null;
  };
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: 'zh-CN' | 'en' | null;
  };
  readonly contact: RoomContact | null;
  readonly items: readonly RoomItem[];
}

/** The one place where rows become a state of the ballot machine. */
export function standingOf(turnout: string | null, version: number | null, drafted: boolean): BallotState {
  if (turnout === 'recused') return 'recused';
  if (version !== null) return version > 1 ? 'revised' : 'cast';
  return drafted ? 'draft' : 'none';
}

/** The address of an item; it asks by itself what has to be answered first. */
export const itemPath = ({ id }: Pick<RoomItem, 'id'>): string => `/ballot/items/${id}`;

/** The item to go to after this one: the next without a ballot, from here on and then from the top; null when all are done. */
export function nextOpenItem(items: readonly RoomItem[], afterId: string): RoomItem | null {
  const at = items.findIndex(({ id }) => id === afterId);
  const order = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return order.find(({ standing }) => standing === 'none' || standing === 'draft') ?? null;
}
