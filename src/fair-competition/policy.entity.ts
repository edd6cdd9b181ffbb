import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PolicyClause, PublishedPolicy } from '../domain/fair-competition/policy';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Day, Instant } from '../domain/shared/instant';

/** A policy of the catalogue. What it says stands in its versions. */
@Entity('published_policy')
export class PolicyRow {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** Its document number without spaces and brackets of one kind or another: no document is there twice. */
  @Column('varchar', { name: 'document_key', length: 80 }) documentKey!: string;
  /** The version that holds. */
  @Column('integer') version!: number;
  @Column('varchar', { name: 'created_at', length: 24 }) createdAt!: Instant;
}

/** One version of a policy. Versions are added, never changed. */
@Entity('published_policy_version')
export class PolicyVersion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'policy_id', length: 26 }) policyId!: string;
  @Column('integer') version!: number;
  @Column('varchar', { length: 100 }) title!: string;
  @Column('varchar', { name: 'document_no', length: 60 }) documentNo!: string;
  @Column('varchar', { length: 60 }) issuer!: string;
  @Column('varchar', { name: 'valid_from', length: 10 }) validFrom!: Day;
  @Column('varchar', { name: 'valid_to', length: 10, nullable: true }) validTo!: Day | null;
  /** 1 once it has been repealed before its time. */
  @Column('integer') withdrawn!: 0 | 1;
  /** Canonical JSON, a list of `PolicyClause`. */
  @Column('text') clauses!: string;
  @Column('text') reason!: string;
  @Column('varchar', { name: 'changed_at', length: 24 }) changedAt!: Instant;
  @Column('varchar', { name: 'changed_by_id', length: 26 }) changedById!: string;
  @Column('varchar', { name: 'changed_by_label', length: 140 }) changedByLabel!: string;
}

/** What the seal of a version covers: every column. */
export function sealOfPolicy(row: PolicyVersion): CanonicalValue {
  const { id, policyId, version, title, documentNo, issuer, validFrom, validTo, withdrawn, clauses } = row;
  const { reason, changedAt, changedById, changedByLabel } = row;
  const said = { title, documentNo, issuer, validFrom, validTo, withdrawn, clauses };
  return { id, policyId, version, ...said, reason, changedAt, changedById, changedByLabel };
}

/** A version as the rules read it. */
export function policyOf(row: PolicyVersion): PublishedPolicy {
  const { policyId, version, title, documentNo, issuer, validFrom, validTo, withdrawn, clauses } = row;
  return {
    id: policyId,
    version,
    title,
    documentNo,
    issuer,
    validFrom,
    validTo,
    withdrawn: withdrawn === 1,
    clauses: JSON.parse(clauses) as PolicyClause[],
  };
}
