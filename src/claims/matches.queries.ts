import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ClaimClock } from '../domain/claim/claim-clock';
import type { ClaimState } from '../domain/claim/states';
import type { DuplicateGrade, DuplicateGround } from '../domain/lead/duplicates';
import type { LeadState } from '../domain/lead/states';
import { groupBy } from '../domain/shared/grouped';
import type { Instant } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { MatchRuling } from './dispute.entity';

/** One of two leads that look alike. */
export interface MatchedLead {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly investorName: string;
  readonly unitName: string;
  readonly scoutName: string;
  readonly submittedAt: Instant;
  readonly state: LeadState;
  /** Hundredths of 万元. */
  readonly totalInvestment: number | null;
  readonly industryCode: string | null;
}

/** Two leads that look alike, why, and what was ruled. */
export interface Match {
  readonly lead: MatchedLead;
  readonly other: MatchedLead;
  readonly grade: DuplicateGrade;
  readonly grounds: readonly DuplicateGround[];
  readonly similarity: string;
  readonly ruling: MatchRuling | null;
}

/** A lead that another looks like, as the desk shows it: with its first report and what was ruled. */
export interface AlikeLead {
  readonly leadId: string;
  readonly number: string;
  readonly investorName: string;
  readonly unitName: string;
  readonly submittedAt: Instant;
  readonly grade: DuplicateGrade;
  readonly grounds: readonly DuplicateGround[];
  readonly similarity: string;
  /** It was reported before the other. */
  readonly isEarlier: boolean;
  readonly isLive: boolean;
  /** Of its first report; null where it has none. */
  readonly claim: ClaimClock | null;
  readonly ruling: MatchRuling['verdict'] | null;
}

interface AlikeRow extends Omit<AlikeLead, 'grounds' | 'isEarlier' | 'isLive' | 'claim'> {
  readonly ofId: string;
  readonly grounds: string;
  readonly earlier: number | string;
  readonly live: number | string;
  readonly claimState: ClaimState | null;
  readonly leadState: LeadState;
  readonly amberAt: Instant | null;
  readonly lapsesAt: Instant | null;
}

interface Row {
  leadId: string;
  otherId: string;
  grade: DuplicateGrade;
  grounds: string;
  similarity: string;
}

const live = sql`('submitted', 'returned', 'queued', 'inReview', 'admitted', 'consulting', 'resubmit', 'deferred')`;
/** The newest revision of a lead alone counts: what an earlier one looked like was answered by the later. */
const noted = sql`select noted.lead_id as "leadId", noted.other_id as "otherId", noted.grade, noted.grounds,
    noted.similarity
  from lead_duplicate noted join lead on lead.id = noted.lead_id and lead.revision = noted.revision
  join lead other on other.id = noted.other_id`;
const ruled = sql`exists (select 1 from match_ruling ruling
  where (ruling.first_id = noted.lead_id and ruling.second_id = noted.other_id)
    or (ruling.first_id = noted.other_id and ruling.second_id = noted.lead_id))`;

/** Reads leads that look alike, for the secretariat. */
@Injectable()
export class MatchesQueries {
  constructor(private readonly reader: Reader) {}

  /** Matches of grade b between two live leads that nobody has ruled on, the newest first. */
  async waiting(): Promise<Match[]> {
    const rows = await this.reader.rows<Row>(
      sql`${noted} where noted.grade = 'b' and lead.state in ${live} and other.state in ${live} and not ${ruled}
          order by noted.noted_at desc, noted.lead_id limit 200`,
    );
    return this.filled(this.reader, rows);
  }

  /** How many wait; counting stops at 100. */
  async count(): Promise<number> {
    const row = await this.reader.one<{ n: number | string }>(
      sql`select count(*) as n from (${noted} where noted.grade = 'b' and lead.state in ${live}
          and other.state in ${live} and not ${ruled} limit 100) as bounded`,
    );
    return Number(row?.n ?? 0);
  }

  /** Those of one lead, ruled and waiting. */
  async ofLead(leadId: string): Promise<Match[]> {
    const rows = await this.reader.rows<Row>(
      sql`${noted} where noted.lead_id = ${leadId} and noted.grade in ('a', 'b') order by noted.grade, noted.other_id`,
    );
    return this.filled(this.reader, rows);
  }

  /** What each of these leads looks like, by lead, the strongest grade and the earliest report first: one statement. */
  async ofLeads(leadIds: readonly string[]): Promise<Map<string, AlikeLead[]>> {
    if (leadIds.length === 0) return new Map();
    const rows = await this.reader.rows<AlikeRow>(
      sql`select noted.lead_id as "ofId", other.id as "leadId", other.number, other.state as "leadState",
            other.investor_name as "investorName", unit.name as "unitName", other.submitted_at as "submittedAt",
            noted.grade, noted.grounds, noted.similarity,
            case when other.submitted_at < lead.submitted_at then 1 else 0 end as earlier,
            case when other.state in ${live} then 1 else 0 end as live,
            claim.state as "claimState", claim.amber_at as "amberAt", claim.lapses_at as "lapsesAt",
            (select ruling.verdict from match_ruling ruling
              where (ruling.first_id = noted.lead_id and ruling.second_id = noted.other_id)
                or (ruling.first_id = noted.other_id and ruling.second_id = noted.lead_id)
              order by ruling.at desc, ruling.id desc limit 1) as ruling
          from lead_duplicate noted join lead on lead.id = noted.lead_id and lead.revision = noted.revision
          join lead other on other.id = noted.other_id join unit on unit.id = other.scout_unit_id
          left join claim on claim.lead_id = other.id
          where noted.lead_id in ${sql.list(leadIds)} order by noted.grade, other.submitted_at, other.id`,
    );
    return groupBy(
      rows.map(({ grounds, earlier, live: isLive, claimState, leadState, amberAt, lapsesAt, ...row }) => ({
        ...row,
        grounds: grounds.split(',') as DuplicateGround[],
        isEarlier: Number(earlier) === 1,
        isLive: Number(isLive) === 1,
        claim: claimState === null ? null : { state: claimState, leadState, amberAt, lapsesAt },
      })),
      ({ ofId }) => ofId,
    );
  }

  /** One of them. @throws Refused (404) */
  async one(leadId: string, otherId: string, source: Source = this.reader): Promise<Match> {
    const rows = await source.rows<Row>(
      sql`${noted} where noted.lead_id = ${leadId} and noted.other_id = ${otherId} and noted.grade = 'b'`,
    );
    const [match] = await this.filled(source, rows);
    if (!match) throw new Refused(refuse('matchNotFound'), 404);
    return match;
  }

  /** Two statements, whatever their number. */
  private async filled(source: Source, rows: readonly Row[]): Promise<Match[]> {
    if (rows.length === 0) return [];
    const ids = sql.list([...new Set(rows.flatMap(({ leadId, otherId }) => [leadId, otherId]))]);
    const leads = await source.rows<MatchedLead>(
      sql`select lead.id, lead.number, lead.title, lead.investor_name as "investorName", unit.name as "unitName",
            person.name as "scoutName", lead.submitted_at as "submittedAt", lead.state,
            lead.total_investment as "totalInvestment", lead.industry_code as "industryCode"
          from lead join unit on unit.id = lead.scout_unit_id join person on person.id = lead.scout_id
          where lead.id in ${ids}`,
    );
    const rulings = await source.find(MatchRuling, sql`where first_id in ${ids} and second_id in ${ids}`);
    const byId = new Map(leads.map((lead) => [lead.id, lead]));
    return rows.flatMap(({ leadId, otherId, grade, grounds, similarity }) => {
      const [lead, other] = [byId.get(leadId), byId.get(otherId)];
      if (!lead || !other) return [];
      const ruling = rulings.find(
        ({ firstId, secondId }) => [firstId, secondId].sort().join() === [leadId, otherId].sort().join(),
      );
      return [
        {
          lead,
          other,
          grade,
          grounds: grounds.split(',') as DuplicateGround[],
          similarity,
          ruling: ruling ?? null,
        },
      ];
    });
  }
}
