import type { CanonicalValue } from '../domain/shared/canonical';
import { sealedTable, type SealedRecord } from '../ledger/sealed-records';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { ElementAnswer, HostStatement } from './lead-answer.entity';
import { LeadContact } from './lead-contact.entity';
import { contactSeal } from './lead-people';
import { DeclinedWord, HostOffer, StatementTerm } from './host-offer.entity';
import { LeadAct, LeadRevision } from './lead-record.entity';
import { Resubmission, ResubmissionItem } from './resubmission.entity';

/**
 * The key of a press counts for answering it twice alike, not for what was submitted. What was sealed before people
 * stood apart (layout 1) keeps the text it was sealed with, which knew no layout.
 */
export function revisionSeal({ idempotencyKey: _, layout, ...binding }: LeadRevision): CanonicalValue {
  return layout === 1 ? { ...binding } : { ...binding, layout };
}

export function actSeal(row: LeadAct): CanonicalValue {
  return { ...row };
}

export function statementSeal(row: HostStatement): CanonicalValue {
  return { ...row };
}

export function termSeal(row: StatementTerm): CanonicalValue {
  return { ...row };
}

export function offerSeal(row: HostOffer): CanonicalValue {
  return { ...row };
}

export function wordSeal(row: DeclinedWord): CanonicalValue {
  return { ...row };
}

export function answerSeal(row: ElementAnswer): CanonicalValue {
  return { ...row };
}

export function resubmissionSeal(row: Resubmission): CanonicalValue {
  return { ...row };
}

export function resubmissionItemSeal(row: ResubmissionItem): CanonicalValue {
  return { ...row };
}

/** The binding rows of this feature, for `verify`. */
export const leadSeals: readonly SealedRecord[] = [
  sealedTable('leadRevision', LeadRevision, revisionSeal),
  sealedTable('leadContact', LeadContact, contactSeal),
  sealedTable('leadAct', LeadAct, actSeal),
  sealedTable('hostStatement', HostStatement, statementSeal),
  sealedTable('statementTerm', StatementTerm, termSeal),
  sealedTable('hostOffer', HostOffer, offerSeal),
  sealedTable('declinedWord', DeclinedWord, wordSeal),
  sealedTable('elementAnswer', ElementAnswer, answerSeal),
  sealedTable('resubmission', Resubmission, resubmissionSeal),
  sealedTable('material', ResubmissionItem, resubmissionItemSeal),
];

const some = 50;

/** A lead's state is the one its last sealed act led to, and its newest revision is the one it names. */
export const leadStandsAsActed: ConsistencyCheck = {
  name: 'each lead stands in the state its last act led to, at its newest revision',
  async run(source: Source): Promise<string[]> {
    const rows = await source.rows<{ id: string; number: string | null }>(
      sql`select lead.id, lead.number from lead
          left join lead_act act on act.lead_id = lead.id and act.position =
            (select max(position) from lead_act where lead_id = lead.id)
          where lead.state <> coalesce(act.to_state, 'draft') or lead.revision <>
            (select count(*) from lead_revision where lead_id = lead.id)
          order by lead.id limit ${some}`,
    );
    return rows.map(({ id, number }) => `lead ${number ?? id} is not in the state its acts led to`);
  },
};

/** Whoever was offered a lead is asked for its word like those its scout named, and nobody is offered it twice. */
export const offeredHostsAreAsked: ConsistencyCheck = {
  name: 'each host that was offered a lead is among those asked',
  async run(source: Source): Promise<string[]> {
    const rows = await source.rows<{ leadId: string; hostId: string }>(
      sql`select offer.lead_id as "leadId", offer.host_id as "hostId" from host_offer offer
          left join lead_host asked on asked.lead_id = offer.lead_id and asked.host_id = offer.host_id
          where asked.lead_id is null order by offer.id limit ${some}`,
    );
    return rows.map(
      ({ leadId, hostId }) => `lead ${leadId} was offered to host ${hostId}, which is not asked`,
    );
  },
};

/** Who a lead was sent back to has been asked for something, and at most one request is open. */
export const requestsAreWhole: ConsistencyCheck = {
  name: 'each request for material asks for something, and a lead has one open at the most',
  async run(source: Source): Promise<string[]> {
    const empty = await source.rows<{ id: string }>(
      sql`select resubmission.id from resubmission left join resubmission_item item
            on item.resubmission_id = resubmission.id
          where item.id is null order by resubmission.id limit ${some}`,
    );
    const twice = await source.rows<{ leadId: string }>(
      sql`select lead_id as "leadId" from resubmission where state = 'asked'
          group by lead_id having count(*) > 1 limit ${some}`,
    );
    const stray = await source.rows<{ id: string }>(
      sql`select resubmission.id from resubmission join lead on lead.id = resubmission.lead_id
          where resubmission.state = 'asked' and lead.state not in ('resubmit', 'withdrawn') limit ${some}`,
    );
    return [
      ...empty.map(({ id }) => `request ${id} asks for nothing`),
      ...twice.map(({ leadId }) => `lead ${leadId} has two open requests for material`),
      ...stray.map(({ id }) => `request ${id} is open, but its lead has moved on`),
    ];
  },
};

/** What a scout reads beside a field is what the sealed act says. */
export const reasonsAreOnRecord: ConsistencyCheck = {
  name: 'each reason for a return stands word for word in the act that returned the lead',
  async run(source: Source): Promise<string[]> {
    const rows = await source.rows<{ actId: string; position: number }>(
      sql`select told.act_id as "actId", told.position from lead_return_reason told
          join lead_act act on act.id = told.act_id
          where act.reason is null or replace(act.reason, told.text, '') = act.reason
          order by told.act_id, told.position limit ${some}`,
    );
    return rows.map(({ actId, position }) => `reason ${position} of act ${actId} is not in the act`);
  },
};
