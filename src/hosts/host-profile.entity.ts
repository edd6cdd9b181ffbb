import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** One version of what a host has and wants. Versions are added, never changed; the newest holds. */
@Entity('host_profile')
export class HostProfileVersion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'host_id', length: 26 }) hostId!: string;
  /** 1, 2, 3 … of its host. */
  @Column('integer') version!: number;
  /** Canonical JSON of a `HostProfile`. */
  @Column('text') content!: string;
  /** What was changed and why, in the words of who did; may be ''. */
  @Column('text') note!: string;
  @Column('varchar', { name: 'stated_at', length: 24 }) statedAt!: Instant;
  @Column('varchar', { name: 'stated_by_id', length: 26 }) statedById!: string;
  @Column('varchar', { name: 'stated_by_label', length: 140 }) statedByLabel!: string;
}

/** What the seal of a version covers: every column. */
export function sealOfHostProfile(row: HostProfileVersion): CanonicalValue {
  return { ...row };
}
