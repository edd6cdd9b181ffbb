import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import type { Instant } from '../domain/shared/instant';
import { seesAll } from './claims.queries';
import { seesAct, seesPaper, sideOf, type Side } from './dispute-access';
import { Dispute, DisputeAct, DisputePaper } from './dispute.entity';

/** A dispute with what stands on either side; what of it is for whom, `page` decides. */
export interface DisputeRow extends Dispute {
  readonly holderId: string;
  readonly holderUnit: string;
  readonly reportedAt: Instant;
  /** The number of the lead first reported. */
  readonly number: string;
}

export interface DisputePageData {
  readonly dispute: DisputeRow;
  readonly side: Side;
  readonly acts: readonly DisputeAct[];
  readonly papers: readonly (DisputePaper & { readonly name: string })[];
}

const selected = sql`select dispute.id, dispute.lead_id as "leadId", dispute.holder_lead_id as "holderLeadId",
    dispute.challenger_id as "challengerId", dispute.challenger_name as "challengerName",
    dispute.challenger_unit as "challengerUnit", dispute.filed_at as "filedAt", dispute.answer_by as "answerBy",
    dispute.state, dispute.amount, dispute.for_leading_group as "forLeadingGroup", dispute.outcome, dispute.weight,
    dispute.holder_share as "holderShare", dispute.challenger_share as "challengerShare",
    dispute.ended_at as "endedAt", lead.scout_id as "holderId", unit.name as "holderUnit",
    lead.submitted_at as "reportedAt", lead.number
  from dispute join lead on lead.id = dispute.holder_lead_id join unit on unit.id = lead.scout_unit_id`;

/** Reads disputes; the viewer comes first. */
@Injectable()
export class DisputesQueries {
  constructor(private readonly reader: Reader) {}

  /** All, or those in which the viewer is a party; the newest first, open ones before. */
  list(viewer: Viewer): Promise<DisputeRow[]> {
    const own = sql`dispute.challenger_id = ${viewer.personId} or lead.scout_id = ${viewer.personId}`;
    return this.reader.rows<DisputeRow>(
      sql`${selected} where ${seesAll(viewer) ? sql`1 = 1` : own}
          order by case when dispute.state in ('ruled', 'withdrawn') then 1 else 0 end, dispute.filed_at desc limit 200`,
    );
  }

  byId(id: string, source: Source = this.reader): Promise<DisputeRow | null> {
    return source.one<DisputeRow>(sql`${selected} where dispute.id = ${id}`);
  }

  /** The one filed for a lead that could not be handed in. */
  ofLead(leadId: string, source: Source = this.reader): Promise<Dispute | null> {
    return source.findOne(Dispute, sql`where lead_id = ${leadId} order by filed_at desc limit 1`);
  }

  /** Those against the first report of a lead. */
  against(leadId: string, source: Source = this.reader): Promise<Dispute[]> {
    return source.find(Dispute, sql`where holder_lead_id = ${leadId} order by filed_at desc limit 20`);
  }

  /** @throws Refused (404) */
  async page(viewer: Viewer, id: string): Promise<DisputePageData> {
    const dispute = await this.byId(id);
    const side = dispute && sideOf(viewer, dispute);
    if (!dispute || side === null) throw new Refused(refuse('disputeNotFound'), 404);
    const acts = await this.reader.find(DisputeAct, sql`where dispute_id = ${id} order by position desc`);
    const papers = await this.reader.rows<DisputePageData['papers'][number]>(
      sql`select paper.id, paper.dispute_id as "disputeId", paper.file_id as "fileId", paper.side, paper.kind,
            stored_file.name
          from dispute_paper paper join stored_file on stored_file.id = paper.file_id
          where paper.dispute_id = ${id} order by paper.id`,
    );
    return {
      dispute,
      side,
      acts: acts.filter((act) => seesAct(side, dispute, act)),
      papers: papers.filter((paper) => seesPaper(side, paper.side)),
    };
  }

  /** Whether a paper of a dispute is for this person. */
  async maySeePaper(viewer: Viewer, disputeId: string, fileId: string): Promise<boolean> {
    const dispute = await this.byId(disputeId);
    const side = dispute && sideOf(viewer, dispute);
    const paper = await this.reader.findOne(DisputePaper, sql`where file_id = ${fileId}`);
    return side !== null && paper !== null && seesPaper(side, paper.side);
  }
}
