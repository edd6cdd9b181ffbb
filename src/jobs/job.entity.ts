import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** A recurring job: which instance has it in hand, and how its last run went. */
@Entity('job')
export class JobRow {
  @PrimaryColumn('varchar', { length: 40 }) name!: string;
  @Column('varchar', { name: 'lease_owner', length: 26, nullable: true }) leaseOwner!: string | null;
  @Column('varchar', { name: 'lease_until', length: 24, nullable: true }) leaseUntil!: Instant | null;
  @Column('varchar', { name: 'started_at', length: 24, nullable: true }) startedAt!: Instant | null;
  /** The last time it ended well. */
  @Column('varchar', { name: 'finished_at', length: 24, nullable: true }) finishedAt!: Instant | null;
  /** The last time it did not. */
  @Column('varchar', { name: 'failed_at', length: 24, nullable: true }) failedAt!: Instant | null;
}
