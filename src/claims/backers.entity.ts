import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Unrewarded } from '../domain/claim/referral';
import type { ReferrerKind } from '../domain/lead/dictionaries';
import type { Day, Instant } from '../domain/shared/instant';

/** Somebody whom the scout named as co-scout of a lead; the share counts once he has confirmed it. */
@Entity('co_scout')
export class CoScoutRecord {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  /** Per cent, as the form states it. */
  @Column('varchar', { length: 12 }) share!: string;
  /** `dropped`: a later revision names him no more. */
  @Column('varchar', { length: 12 }) state!: 'asked' | 'confirmed' | 'declined' | 'dropped';
  @Column('varchar', { name: 'asked_at', length: 24 }) askedAt!: Instant;
  @Column('varchar', { name: 'answered_at', length: 24, nullable: true }) answeredAt!: Instant | null;
}

/** Who introduced the investor, as it stood when the lead passed intake: from then on it is not changed. */
@Entity('lead_referral')
export class LeadReferral {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { length: 100 }) name!: string;
  @Column('varchar', { length: 20, nullable: true }) kind!: ReferrerKind | null;
  /** 1: the referrer has declared an interest. */
  @Column('smallint') conflict!: 0 | 1;
  @Column('varchar', { name: 'ambassador_id', length: 26, nullable: true }) ambassadorId!: string | null;
  /** Why no reward can be given; null when nothing stands against one. */
  @Column('varchar', { length: 20, nullable: true }) unrewarded!: Unrewarded | null;
  @Column('varchar', { name: 'locked_at', length: 24 }) lockedAt!: Instant;
}

/** An appointed referrer, for a term and a region. */
@Entity('ambassador')
export class Ambassador {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 40 }) name!: string;
  @Column('varchar', { length: 80 }) post!: string;
  @Column('varchar', { length: 60 }) region!: string;
  @Column('varchar', { name: 'term_from', length: 10 }) termFrom!: Day;
  @Column('varchar', { name: 'term_until', length: 10 }) termUntil!: Day;
  /** What he declared of firms he has an interest in; '' for none. */
  @Column('varchar', { length: 200 }) interest!: string;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
}

/** The region that an out-stationed team covers; the newest of its unit holds. */
@Entity('outpost_region')
export class OutpostRegion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'unit_id', length: 26 }) unitId!: string;
  @Column('varchar', { length: 120 }) region!: string;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
}

/** A posting has ended: leads went from one scout to another. */
@Entity('hand_over')
export class HandOver {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'from_id', length: 26 }) fromId!: string;
  @Column('varchar', { name: 'to_id', length: 26 }) toId!: string;
  @Column('varchar', { name: 'from_name', length: 40 }) fromName!: string;
  @Column('varchar', { name: 'to_name', length: 40 }) toName!: string;
  @Column('text') reason!: string;
  /** Ids of the leads, with commas, in order. */
  @Column('text', { name: 'lead_ids' }) leadIds!: string;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
}

/** A lead of a hand-over, to be found by. */
@Entity('hand_over_lead')
export class HandOverLead {
  @PrimaryColumn('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @PrimaryColumn('varchar', { name: 'hand_over_id', length: 26 }) handOverId!: string;
}
