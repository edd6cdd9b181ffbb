import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** One version of one setting of the city. Versions are added, never changed; the newest holds. */
@Entity('city_setting')
export class CitySettingVersion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 40 }) key!: string;
  /** 1, 2, 3 … within its key. Version 0 is the preset, which has no row. */
  @Column('integer') version!: number;
  /** Canonical JSON. */
  @Column('text') content!: string;
  @Column('text') reason!: string;
  @Column('varchar', { name: 'changed_at', length: 24 }) changedAt!: Instant;
  @Column('varchar', { name: 'changed_by_id', length: 26 }) changedById!: string;
  @Column('varchar', { name: 'changed_by_label', length: 140 }) changedByLabel!: string;
}

/** What the seal of a version covers: every column. */
export function sealOfCitySetting(row: CitySettingVersion): CanonicalValue {
  const { id, key, version, content, reason, changedAt, changedById, changedByLabel } = row;
  return { id, key, version, content, reason, changedAt, changedById, changedByLabel };
}
