import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoundState } from '../domain/round/round-moves';
import type { PanelKind, SeatFunction } from '../domain/rubric/panel-kind';
import type { Instant } from '../domain/shared/instant';

/** A batch of leads put to a panel for a time. From its opening on, everything it is decided by stands still. */
@Entity('round')
export class Round {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** `Y-2026-03` */
  @Column('varchar', { length: 16, unique: true }) number!: string;
  @Column('varchar', { length: 60 }) title!: string;
  @Column('varchar', { length: 10 }) state!: RoundState;
  @Column('varchar', { name: 'panel_id', length: 26 }) panelId!: string;
  @Column('varchar', { name: 'rubric_version_id', length: 26 }) rubricVersionId!: string;
  @Column('varchar', { name: 'rule_set_version_id', length: 26 }) ruleSetVersionId!: string;
  @Column('varchar', { name: 'deadline_at', length: 24 }) deadlineAt!: Instant;
  /** The deadline before any extension. */
  @Column('varchar', { name: 'first_deadline_at', length: 24 }) firstDeadlineAt!: Instant;
  @Column('varchar', { name: 'created_at', length: 24 }) createdAt!: Instant;
  @Column('varchar', { name: 'created_by', length: 26 }) createdBy!: string;
  @Column('varchar', { name: 'opened_at', length: 24, nullable: true }) openedAt!: Instant | null;
  @Column('varchar', { name: 'extended_at', length: 24, nullable: true }) extendedAt!: Instant | null;
  /** When its deadline locked it; null again once it takes ballots again. */
  @Column('varchar', { name: 'locked_at', length: 24, nullable: true }) lockedAt!: Instant | null;
  /** When it was counted; null again once it was reopened. */
  @Column('varchar', { name: 'closed_at', length: 24, nullable: true }) closedAt!: Instant | null;
  @Column('varchar', { name: 'announced_at', length: 24, nullable: true }) announcedAt!: Instant | null;
  @Column('varchar', { name: 'cancelled_at', length: 24, nullable: true }) cancelledAt!: Instant | null;
  @Column('varchar', { name: 'voided_at', length: 24, nullable: true }) voidedAt!: Instant | null;
  /** SHA-256 over roll, rubric, rules and lead revisions as they stood at opening. */
  /** Version of the city's limits of disagreement it is judged with, and of its grades of interests: as at opening. */
  @Column('integer', { name: 'dispute_version', nullable: true }) disputeVersion!: number | null;
  @Column('integer', { name: 'grades_version', nullable: true }) gradesVersion!: number | null;
  @Column('varchar', { name: 'frozen_digest', length: 64, nullable: true }) frozenDigest!: string | null;
}

/** One lead in one round. */
@Entity('round_item')
export class RoundItem {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  /** From 1. */
  @Column('integer') position!: number;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  /** What the panel votes on; null until the round opens. */
  @Column('varchar', { name: 'lead_revision_id', length: 26, nullable: true }) leadRevisionId!: string | null;
  /** The outcome whose marks stand for the criteria that are not asked; null where every criterion is asked. */
  @Column('varchar', { name: 'carries_from_id', length: 26, nullable: true }) carriesFromId!: string | null;
  /** Canonical JSON: the codes of the criteria asked, in the rubric's order; null where every one is. */
  @Column('text', { nullable: true }) asked!: string | null;
  /** Canonical JSON of what is carried over; null until the round opens, and where every criterion is asked. */
  @Column('text', { nullable: true }) carried!: string | null;
}

/** A seat as it stood on the roll when the round opened. */
@Entity('round_seat')
export class RoundSeat {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'seat_id', length: 26 }) seatId!: string;
  @Column('integer') position!: number;
  @Column('varchar', { length: 10 }) kind!: PanelKind;
  @Column('varchar', { name: 'unit_name', length: 60 }) unitName!: string;
  @Column('varchar', { length: 20, nullable: true }) function!: SeatFunction | null;
  /** 1 where the rules of the round demand a ballot of this seat's function. */
  @Column('smallint') mandatory!: number;
  @Column('varchar', { name: 'holder_id', length: 26 }) holderId!: string;
  @Column('varchar', { name: 'holder_name', length: 40 }) holderName!: string;
  @Column('varchar', { name: 'alternate_id', length: 26, nullable: true }) alternateId!: string | null;
  @Column('varchar', { name: 'alternate_name', length: 40, nullable: true }) alternateName!: string | null;
}

export type TurnoutState = 'waiting' | 'cast' | 'recused';

/** Whether a seat has cast on an item. What it cast is not here and cannot be read from here. */
@Entity('turnout')
export class Turnout {
  @PrimaryColumn('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  @PrimaryColumn('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { length: 8 }) state!: TurnoutState;
  /** The last time it cast or recused itself; null while it waits, and for a recusal made at opening. */
  @Column('varchar', { length: 24, nullable: true }) at!: Instant | null;
}

export type RoundMove =
  | 'plan'
  | 'share'
  | 'assign'
  | 'drawPanel'
  | 'open'
  | 'remind'
  | 'extend'
  | 'reissue'
  | 'withdrawLink'
  | 'enterPaper'
  | 'confirmPaper'
  | 'rejectPaper'
  | 'dropPaper'
  | 'handOver'
  | 'lock'
  | 'close'
  | 'announce'
  | 'cancel'
  | 'askReopen'
  | 'askVoid'
  | 'withdrawAsk'
  | 'reopen'
  | 'void';

/** Who did what to a round, when and why. */
@Entity('round_act')
export class RoundAct {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  /** From 1, in the order of the acts. */
  @Column('integer') position!: number;
  @Column('varchar', { length: 12 }) move!: RoundMove;
  /** Null where the clock acted. */
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId!: string | null;
  @Column('varchar', { name: 'by_label', length: 200 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
  @Column('text') reason!: string;
  /** Canonical JSON of a few figures, such as how many mails went out. */
  @Column('text') details!: string;
}
