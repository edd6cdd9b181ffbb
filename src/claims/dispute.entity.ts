import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  DisputeEvidence,
  DisputeMove,
  DisputeOutcome,
  DisputeState,
  DisputeWeight,
} from '../domain/claim/dispute';
import type { Instant } from '../domain/shared/instant';

/** A scout who came second says that the first report is his. */
@Entity('dispute')
export class Dispute {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** The challenger's lead, which could not be handed in. */
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'holder_lead_id', length: 26 }) holderLeadId!: string;
  @Column('varchar', { name: 'challenger_id', length: 26 }) challengerId!: string;
  @Column('varchar', { name: 'challenger_name', length: 40 }) challengerName!: string;
  @Column('varchar', { name: 'challenger_unit', length: 60 }) challengerUnit!: string;
  @Column('varchar', { name: 'filed_at', length: 24 }) filedAt!: Instant;
  /** The last moment at which the holder may answer. */
  @Column('varchar', { name: 'answer_by', length: 24 }) answerBy!: Instant;
  @Column('varchar', { length: 12 }) state!: DisputeState;
  /** The larger total investment of the two leads, in hundredths of 万元, when it was filed; null where neither says. */
  @Column('integer', { nullable: true }) amount!: number | null;
  /** 1: by its size the leading group rules. */
  @Column('smallint', { name: 'for_leading_group' }) forLeadingGroup!: 0 | 1;
  @Column('varchar', { length: 12, nullable: true }) outcome!: DisputeOutcome | null;
  @Column('varchar', { length: 20, nullable: true }) weight!: DisputeWeight | null;
  /** Hundredths of a per cent; together with the challenger's the whole. */
  @Column('integer', { name: 'holder_share', nullable: true }) holderShare!: number | null;
  @Column('integer', { name: 'challenger_share', nullable: true }) challengerShare!: number | null;
  @Column('varchar', { name: 'ended_at', length: 24, nullable: true }) endedAt!: Instant | null;
}

/** What somebody said or decided in a dispute. */
@Entity('dispute_act')
export class DisputeAct {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'dispute_id', length: 26 }) disputeId!: string;
  @Column('integer') position!: number;
  @Column('varchar', { length: 12 }) move!: DisputeMove | 'file';
  @Column('text') text!: string;
  @Column('varchar', { length: 12, nullable: true }) outcome!: DisputeOutcome | null;
  @Column('varchar', { length: 20, nullable: true }) weight!: DisputeWeight | null;
  @Column('integer', { name: 'holder_share', nullable: true }) holderShare!: number | null;
  @Column('integer', { name: 'challenger_share', nullable: true }) challengerShare!: number | null;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
}

/** A paper that one side brought. */
@Entity('dispute_paper')
export class DisputePaper {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'dispute_id', length: 26 }) disputeId!: string;
  @Column('varchar', { name: 'file_id', length: 26 }) fileId!: string;
  @Column('varchar', { length: 12 }) side!: 'holder' | 'challenger';
  @Column('varchar', { length: 20 }) kind!: DisputeEvidence;
}

/** The secretariat has ruled whether two leads that look alike are one project. */
@Entity('match_ruling')
export class MatchRuling {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** The one reported first. */
  @Column('varchar', { name: 'first_id', length: 26 }) firstId!: string;
  @Column('varchar', { name: 'second_id', length: 26 }) secondId!: string;
  @Column('varchar', { length: 12 }) verdict!: 'same' | 'different';
  @Column('text') reason!: string;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
}
