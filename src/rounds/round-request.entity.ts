import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequestKind, RequestState } from '../domain/round/two-people';
import type { Instant } from '../domain/shared/instant';

/** One person has asked for what nobody does to a round alone, and another has carried it out or not. */
@Entity('round_request')
export class RoundRequest {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { length: 8 }) kind!: RequestKind;
  @Column('varchar', { length: 12 }) state!: RequestState;
  @Column('text') reason!: string;
  /** The deadline that a reopened round is to have; null for a voiding. */
  @Column('varchar', { name: 'deadline_at', length: 24, nullable: true }) deadlineAt!: Instant | null;
  @Column('varchar', { name: 'asked_by_id', length: 26 }) askedById!: string;
  @Column('varchar', { name: 'asked_by_label', length: 200 }) askedByLabel!: string;
  @Column('varchar', { name: 'asked_at', length: 24 }) askedAt!: Instant;
  @Column('varchar', { name: 'answered_by_id', length: 26, nullable: true }) answeredById!: string | null;
  @Column('varchar', { name: 'answered_by_label', length: 200, nullable: true })
  answeredByLabel!: string | null;
  @Column('varchar', { name: 'answered_at', length: 24, nullable: true }) answeredAt!: Instant | null;
  /** What the second person had to say; may be empty. */
  @Column('text') remark!: string;
}
