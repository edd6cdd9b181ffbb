import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** A named set of criteria; `code` is the track of the leads it is for. */
@Entity('rubric')
export class Rubric {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 40, unique: true }) code!: string;
  @Column('varchar', { name: 'name_zh', length: 60 }) nameZh!: string;
  @Column('varchar', { name: 'name_en', length: 120 }) nameEn!: string;
}

export type RubricState = 'draft' | 'published' | 'retired';

/** One version of a rubric. Once published, its content never changes again. */
@Entity('rubric_version')
export class RubricVersion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'rubric_id', length: 26 }) rubricId!: string;
  @Column('integer') version!: number;
  @Column('varchar', { length: 10 }) state!: RubricState;
  /** Canonical JSON of a RubricContent. */
  @Column('text') content!: string;
  /** SHA-256 of `content`, 64 hex digits. */
  @Column('varchar', { length: 64 }) digest!: string;
  @Column('varchar', { name: 'published_at', length: 24, nullable: true }) publishedAt!: Instant | null;
  @Column('varchar', { name: 'published_by_label', length: 200, nullable: true }) publishedByLabel!:
    string | null;
}

/** One version of the decision rules, such as R1. */
@Entity('rule_set_version')
export class RuleSetVersion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 16 }) code!: string;
  @Column('integer') version!: number;
  /** Canonical JSON of a RuleSet. */
  @Column('text') content!: string;
  @Column('varchar', { length: 64 }) digest!: string;
  @Column('varchar', { name: 'published_at', length: 24 }) publishedAt!: Instant;
  @Column('varchar', { name: 'published_by_label', length: 200 }) publishedByLabel!: string;
  /** Since when no new round may be planned under it. */
  @Column('varchar', { name: 'retired_at', length: 24, nullable: true }) retiredAt!: Instant | null;
  @Column('varchar', { name: 'retired_by_label', length: 200, nullable: true }) retiredByLabel!:
    string | null;
}

/** What the seal of a published rubric version covers: every column. */
export function sealOfRubricVersion(row: RubricVersion): CanonicalValue {
  const { id, rubricId, version, state, content, digest, publishedAt, publishedByLabel } = row;
  return { id, rubricId, version, state, content, digest, publishedAt, publishedByLabel };
}

/** What the seal of a rule set version covers: every column, and its retirement from the day it is retired. */
export function sealOfRuleSetVersion(row: RuleSetVersion): CanonicalValue {
  const { id, code, version, content, digest, publishedAt, publishedByLabel } = row;
  const published = { id, code, version, content, digest, publishedAt, publishedByLabel };
  const { retiredAt, retiredByLabel } = row;
  return retiredAt === null ? published : { ...published, retiredAt, retiredByLabel };
}
