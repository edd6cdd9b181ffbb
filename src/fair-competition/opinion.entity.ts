import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OpinionVerdict } from '../domain/fair-competition/gate';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** An opinion on what one revision of a lead asks for. A later opinion stands beside it and counts instead. */
@Entity('fair_competition_opinion')
export class FairCompetitionOpinion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('integer') revision!: number;
  /** Of the requests alone: it goes on holding when something else of the lead changes. */
  @Column('varchar', { name: 'requests_digest', length: 64 }) requestsDigest!: string;
  /** What the check had found when it was given; canonical JSON. */
  @Column('text') findings!: string;
  @Column('varchar', { length: 20 }) verdict!: OpinionVerdict;
  @Column('text') basis!: string;
  @Column('text') text!: string;
  @Column('varchar', { name: 'document_no', length: 60 }) documentNo!: string;
  @Column('varchar', { name: 'file_id', length: 26, nullable: true }) fileId!: string | null;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
  /** Of the form it came with, so that a second press makes no second one. */
  @Column('varchar', { name: 'sent_key', length: 64 }) sentKey!: string;
}

/** What the seal of an opinion covers: every column. */
export function sealOfOpinion(row: FairCompetitionOpinion): CanonicalValue {
  const { id, leadId, revision, requestsDigest, findings, verdict, basis, text, documentNo } = row;
  const { fileId, byId, byLabel, at, sentKey } = row;
  const said = { verdict, basis, text, documentNo, fileId };
  return { id, leadId, revision, requestsDigest, findings, ...said, byId, byLabel, at, sentKey };
}
