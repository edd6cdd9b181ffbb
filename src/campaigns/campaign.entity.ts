import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CampaignKind, LeaderLevel, VisitResult } from '../domain/campaign/campaign';
import type { Day } from '../domain/shared/instant';
import type { CanonicalValue } from '../domain/shared/canonical';

/** A campaign with dates and goals: a theme year, a hundred-day battle, a visiting programme. */
@Entity('campaign')
export class Campaign {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 60 }) name!: string;
  @Column('varchar', { length: 12 }) kind!: CampaignKind;
  /** 抓党建促招商: a tag, without rules of its own. */
  @Column('smallint', { name: 'party_building' }) partyBuilding!: 0 | 1;
  @Column('varchar', { name: 'starts_on', length: 10 }) startsOn!: Day;
  @Column('varchar', { name: 'ends_on', length: 10 }) endsOn!: Day;
  @Column('integer', { name: 'visit_goal' }) visitGoal!: number;
  @Column('integer', { name: 'lead_goal' }) leadGoal!: number;
  @Column('varchar', { length: 500 }) note!: string;
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId!: string | null;
  @Column('varchar', { name: 'updated_at', length: 24 }) updatedAt!: string;
}

/** A call on a firm by people of one unit on one day; the same call is logged once. */
@Entity('visit')
export class Visit {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 100 }) firm!: string;
  @Column('varchar', { name: 'firm_key', length: 400 }) firmKey!: string;
  @Column('varchar', { name: 'target_firm_id', length: 26, nullable: true }) targetFirmId!: string | null;
  @Column('varchar', { name: 'campaign_id', length: 26, nullable: true }) campaignId!: string | null;
  @Column('varchar', { name: 'visited_on', length: 10 }) visitedOn!: Day;
  /** Whose visit it is: the unit of whoever logged it. */
  @Column('varchar', { name: 'unit_id', length: 26 }) unitId!: string;
  @Column('varchar', { length: 200 }) companions!: string;
  @Column('varchar', { name: 'leader_level', length: 12 }) leaderLevel!: LeaderLevel;
  /** The park or county it was for. */
  @Column('varchar', { name: 'host_id', length: 26, nullable: true }) hostId!: string | null;
  @Column('varchar', { length: 60 }) place!: string;
  @Column('varchar', { length: 12 }) result!: VisitResult;
  @Column('varchar', { length: 500 }) note!: string;
  @Column('varchar', { name: 'next_step', length: 200 }) nextStep!: string;
  @Column('varchar', { name: 'lead_id', length: 26, nullable: true }) leadId!: string | null;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'updated_at', length: 24 }) updatedAt!: string;
}

const sealed = (row: object): CanonicalValue =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, (value as string | number | null) ?? '']),
  );

export const sealOfCampaign = (row: Campaign): CanonicalValue => sealed(row);
export const sealOfVisit = (row: Visit): CanonicalValue => sealed(row);
