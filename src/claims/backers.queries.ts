import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { creditShares, type CreditShare } from '../domain/claim/credit';
import { Ambassador, CoScoutRecord, HandOver, LeadReferral, OutpostRegion } from './backers.entity';
import { Dispute } from './dispute.entity';

export interface CoScoutRow extends CoScoutRecord {
  readonly name: string;
  readonly unitName: string;
}

/** An out-stationed team: its region, and what it has brought. */
export interface OutpostRow {
  readonly unitId: string;
  readonly name: string;
  readonly region: string | null;
  readonly people: number;
  readonly reported: number;
  readonly accepted: number;
  readonly admitted: number;
}

/** A scout who has leads in hand, for the choice of a hand-over. */
export interface ScoutInHand {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly disabled: 0 | 1;
  readonly leads: number;
}

/** Reads who stands behind leads. Who may see the lead the caller has decided. */
@Injectable()
export class BackersQueries {
  constructor(private readonly reader: Reader) {}

  coScouts(leadId: string, source: Source = this.reader): Promise<CoScoutRow[]> {
    return source.rows<CoScoutRow>(
      sql`select co.id, co.lead_id as "leadId", co.person_id as "personId", co.share, co.state,
            co.asked_at as "askedAt", co.answered_at as "answeredAt", person.name, unit.name as "unitName"
          from co_scout co join person on person.id = co.person_id join unit on unit.id = person.unit_id
          where co.lead_id = ${leadId} and co.state <> 'dropped' order by co.id`,
    );
  }

  referral(
    leadId: string,
  ): Promise<(LeadReferral & { region: string | null; termUntil: string | null }) | null> {
    return this.reader.one(
      sql`select referral.id, referral.lead_id as "leadId", referral.name, referral.kind, referral.conflict,
            referral.ambassador_id as "ambassadorId", referral.unrewarded, referral.locked_at as "lockedAt",
            ambassador.region, ambassador.term_until as "termUntil"
          from lead_referral referral left join ambassador on ambassador.id = referral.ambassador_id
          where referral.lead_id = ${leadId}`,
    );
  }

  handOversOf(leadId: string): Promise<HandOver[]> {
    return this.reader.find(
      HandOver,
      sql`where id in (select hand_over_id from hand_over_lead where lead_id = ${leadId}) order by at desc limit 20`,
    );
  }

  recentHandOvers(): Promise<HandOver[]> {
    return this.reader.find(HandOver, sql`order by at desc limit 20`);
  }

  /** Who has which part of the credit for a lead; the parts make up one. For boards. */
  async credits(leadId: string, source: Source = this.reader): Promise<readonly CreditShare[]> {
    const lead = await source.one<{ scoutId: string }>(
      sql`select coalesce(claim.scout_id, lead.scout_id) as "scoutId" from lead
          left join claim on claim.lead_id = lead.id where lead.id = ${leadId}`,
    );
    if (lead === null) return [];
    const split = await source.findOne(
      Dispute,
      sql`where holder_lead_id = ${leadId} and outcome = 'split' order by ended_at desc limit 1`,
    );
    const others = (await this.coScouts(leadId, source)).map(({ personId, share, state }) => ({
      personId,
      share,
      confirmed: state === 'confirmed',
    }));
    return creditShares(
      lead.scoutId,
      others,
      split && {
        holder: split.holderShare ?? 0,
        challenger: split.challengerShare ?? 0,
        challengerId: split.challengerId,
      },
    );
  }

  /** The register, running terms first. */
  ambassadors(): Promise<(Ambassador & { leads: number })[]> {
    return this.reader.rows(
      sql`select ambassador.id, ambassador.name, ambassador.post, ambassador.region, ambassador.term_from as "termFrom",
            ambassador.term_until as "termUntil", ambassador.interest, ambassador.by_label as "byLabel", ambassador.at,
            cast((select count(*) from lead_referral where ambassador_id = ambassador.id) as integer) as leads
          from ambassador order by ambassador.term_until desc, ambassador.name, ambassador.id limit 500`,
    );
  }

  /** Every out-stationed team with its region and its figures, in one statement. */
  outposts(): Promise<OutpostRow[]> {
    return this.reader.rows<OutpostRow>(
      sql`select unit.id as "unitId", unit.name,
            (select region from outpost_region covered where covered.unit_id = unit.id
              order by covered.at desc, covered.id desc limit 1) as region,
            cast((select count(*) from person where person.unit_id = unit.id and person.disabled_at is null)
              as integer) as people,
            cast((select count(*) from lead where lead.scout_unit_id = unit.id and lead.submitted_at is not null)
              as integer) as reported,
            cast((select count(*) from lead where lead.scout_unit_id = unit.id and lead.accepted_at is not null)
              as integer) as accepted,
            cast((select count(*) from lead where lead.scout_unit_id = unit.id and lead.state = 'admitted')
              as integer) as admitted
          from unit where unit.kind = 'outpost' order by unit.code`,
    );
  }

  regionsOf(unitId: string): Promise<OutpostRegion[]> {
    return this.reader.find(OutpostRegion, sql`where unit_id = ${unitId} order by at desc, id desc limit 20`);
  }

  /** Scouts, those with leads in hand first. */
  scouts(): Promise<ScoutInHand[]> {
    return this.reader.rows<ScoutInHand>(
      sql`select person.id, person.name, unit.name as "unitName",
            case when person.disabled_at is null then 0 else 1 end as disabled,
            cast((select count(*) from lead where lead.scout_id = person.id
              and lead.state not in ('withdrawn', 'merged', 'rejected')) as integer) as leads
          from person join unit on unit.id = person.unit_id
          where ',' || person.roles || ',' like '%,scout,%' order by unit.code, person.account`,
    );
  }

  /** What a scout has in hand, drafts among them. */
  inHand(personId: string): Promise<{ id: string; number: string | null; title: string; state: string }[]> {
    return this.reader.rows(
      sql`select id, number, title, state from lead where scout_id = ${personId}
            and state not in ('withdrawn', 'merged', 'rejected') order by listed_at desc, id desc limit 1000`,
    );
  }
}
