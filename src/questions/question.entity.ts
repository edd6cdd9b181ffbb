import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuestionState, SeatQuestionState } from '../domain/question/question';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** A question to the scout of a lead, always the secretariat's own, and what the scout says to it. */
@Entity('lead_question')
export class LeadQuestion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  /** The round whose panel gets the answer; null for a question of the secretariat alone. Never shown to the scout. */
  @Column('varchar', { name: 'round_id', length: 26, nullable: true }) roundId!: string | null;
  @Column('text') text!: string;
  @Column('varchar', { length: 10 }) state!: QuestionState;
  @Column('varchar', { name: 'asked_at', length: 24 }) askedAt!: Instant;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('varchar', { name: 'answered_at', length: 24, nullable: true }) answeredAt!: Instant | null;
  @Column('varchar', { name: 'answered_by_id', length: 26, nullable: true }) answeredById!: string | null;
  @Column('varchar', { length: 64 }) key!: string;
}

/** What a seat would like to know of an item. Who asked stands here and on no page. */
@Entity('seat_question')
export class SeatQuestion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @Column('text') text!: string;
  @Column('varchar', { length: 10 }) state!: SeatQuestionState;
  @Column('varchar', { name: 'asked_at', length: 24 }) askedAt!: Instant;
  @Column('varchar', { name: 'question_id', length: 26, nullable: true }) questionId!: string | null;
  /** Why it was put aside. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('varchar', { length: 64 }) key!: string;
}

/** The key of a press counts for taking it once, not for what was asked. */
export function questionSeal({ key: _, ...binding }: LeadQuestion): CanonicalValue {
  return { ...binding };
}

export function seatQuestionSeal({ key: _, ...binding }: SeatQuestion): CanonicalValue {
  return { ...binding };
}
