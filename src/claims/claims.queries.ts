import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { HELD_BY_OTHERS } from '../domain/claim/claim-clock';
import type { LeadState } from '../domain/lead/states';
import type { Instant } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { notKeptFrom } from '../leads/lead-interests.queries';
import { digestOf } from '../ledger/chain';
import { wholeRow } from './claim-seals';
import { countedTo, type ClaimFilter, type ClaimLightFilter } from './claim-filter';
import { readReceiptCode } from './receipt-code';
import { Claim, ClaimAct, ClaimBlock, ClaimEvidence } from './claim.entity';

/** A first report with what its lead says of itself. */
export interface ClaimRow extends Claim {
  readonly number: string;
  readonly title: string;
  readonly leadState: LeadState;
  /** Who has the lead in hand now. */
  readonly holderId: string;
  readonly holderName: string;
}

export interface ClaimList {
  readonly rows: readonly ClaimRow[];
  /** Counting stops at one above `countedTo`. */
  readonly total: number;
  readonly lights: ReadonlyMap<string, number>;
  readonly own: boolean;
  readonly now: Instant;
}

export interface ClaimPageData {
  readonly claim: ClaimRow;
  readonly acts: readonly ClaimAct[];
  readonly evidence: readonly (ClaimEvidence & { readonly fileName: string | null })[];
}

/** What whoever holds a receipt code is told: that it stands in the record, and nothing of what was reported. */
export interface ClaimReceipt {
  readonly claim: ClaimRow;
  readonly ledgerNumber: number;
  readonly ledgerHash: string;
  readonly unchanged: boolean;
}

const selected = sql`select claim.id, claim.lead_id as "leadId", claim.state, claim.reported_at as "reportedAt",
    claim.scout_id as "scoutId", claim.scout_name as "scoutName", claim.unit_name as "unitName",
    claim.receipt_code as "receiptCode", claim.protected_from as "protectedFrom",
    claim.protected_until as "protectedUntil", claim.followed_at as "followedAt", claim.amber_at as "amberAt",
    claim.lapses_at as "lapsesAt", claim.warned_at as "warnedAt", claim.changed_at as "changedAt",
    lead.number, lead.title, lead.state as "leadState", lead.scout_id as "holderId", person.name as "holderName"`;
const joined = sql`from claim join lead on lead.id = claim.lead_id join person on person.id = lead.scout_id`;

/** Reads first reports; the viewer comes first. */
@Injectable()
export class ClaimsQueries {
  constructor(private readonly reader: Reader) {}

  /** All, or a scout's own: those he reported and those he has in hand. Two statements. */
  async list(viewer: Viewer, filter: ClaimFilter, now: Instant, most = filter.size): Promise<ClaimList> {
    const scope = scopeOf(viewer);
    const searched = [scope, ...searchOf(filter.q)];
    const where = sql.where([...searched, ...(filter.light ? [lightIs(filter.light, now)] : [])]);
    const rows = await this.reader.rows<ClaimRow>(
      sql`${selected} ${joined}${where} order by ${orderOf(filter)} limit ${most} offset ${(filter.page - 1) * filter.size}`,
    );
    const counts = await this.reader.rows<{ name: string; n: number | string }>(
      sql.join(
        (['all', 'green', 'amber', 'red', 'paused'] as const).map((name) => {
          const met = sql.where(name === 'all' ? searched : [...searched, lightIs(name, now)]);
          return sql`select ${name} as name, count(*) as n from (select 1 ${joined}${met} limit ${countedTo + 1}) as bounded`;
        }),
        ' union all ',
      ),
    );
    const lights = new Map(counts.map(({ name, n }) => [name, Number(n)]));
    return { rows, lights, total: lights.get(filter.light ?? 'all') ?? 0, own: !seesAll(viewer), now };
  }

  /** The first report of a lead that the caller may see; null where there is none. */
  ofLead(leadId: string, source: Source = this.reader): Promise<ClaimRow | null> {
    return source.one<ClaimRow>(sql`${selected} ${joined} where claim.lead_id = ${leadId}`);
  }

  /** @throws Refused (404) */
  async page(viewer: Viewer, leadId: string): Promise<ClaimPageData> {
    const claim = await this.reader.one<ClaimRow>(
      sql`${selected} ${joined} where claim.lead_id = ${leadId} and ${scopeOf(viewer)}`,
    );
    if (claim === null) throw new Refused(refuse('claimNotFound'), 404);
    const acts = await this.reader.find(ClaimAct, sql`where claim_id = ${claim.id} order by position desc`);
    const evidence = await this.reader.rows<ClaimPageData['evidence'][number]>(
      sql`select evidence.id, evidence.claim_id as "claimId", evidence.kind, evidence.occurred_on as "occurredOn",
            evidence.note, evidence.file_id as "fileId", evidence.by_id as "byId", evidence.by_label as "byLabel",
            evidence.at, stored_file.name as "fileName"
          from claim_evidence evidence left join stored_file on stored_file.id = evidence.file_id
          where evidence.claim_id = ${claim.id} order by evidence.at desc`,
    );
    return { claim, acts, evidence };
  }

  /** Whether the papers of a first report are for this person. */
  async maySee(viewer: Viewer, claimId: string): Promise<boolean> {
    const found = await this.reader.one(
      sql`select claim.id ${joined} where claim.id = ${claimId} and ${scopeOf(viewer)}`,
    );
    return found !== null;
  }

  /** That another came first, told to the scout whose lead cannot be handed in; the newest. */
  blockOf(
    leadId: string,
    source: Source = this.reader,
  ): Promise<(ClaimBlock & { unitName: string; reportedAt: Instant }) | null> {
    return source.one(
      sql`select block.id, block.lead_id as "leadId", block.holder_lead_id as "holderLeadId", block.told_to as "toldTo",
            block.told_at as "toldAt", block.dispute_by as "disputeBy", unit.name as "unitName",
            lead.submitted_at as "reportedAt"
          from claim_block block join lead on lead.id = block.holder_lead_id join unit on unit.id = lead.scout_unit_id
          where block.lead_id = ${leadId} order by block.told_at desc limit 1`,
    );
  }

  /** For whoever holds a code; null for one that nobody was given. */
  async receipt(typed: string): Promise<ClaimReceipt | null> {
    const code = readReceiptCode(typed);
    if (code === null) return null;
    const claim = await this.reader.one<ClaimRow>(
      sql`${selected} ${joined} where claim.receipt_code = ${code}`,
    );
    if (claim === null) return null;
    const row = await this.reader.findOne(Claim, sql`where id = ${claim.id}`);
    const entry = await this.reader.one<{ seq: number; hash: string; facts: string }>(
      sql`select seq, hash, facts from ledger_entry where subject_type = 'claim' and subject_id = ${claim.id}
          order by seq desc limit 1`,
    );
    if (row === null || entry === null) return null;
    const unchanged = (JSON.parse(entry.facts) as { digest?: string }).digest === digestOf(wholeRow(row));
    return { claim, ledgerNumber: entry.seq, ledgerHash: entry.hash, unchanged };
  }
}

export function seesAll(viewer: Viewer): boolean {
  return holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
}

/** Which first reports are for a person: the one condition for list, count, page and papers. */
function scopeOf(viewer: Viewer): Sql {
  const own = sql`(claim.scout_id = ${viewer.personId} or lead.scout_id = ${viewer.personId})`;
  return sql`${seesAll(viewer) ? sql`1 = 1` : own} and ${notKeptFrom(viewer)}`;
}

function searchOf(q: string): Sql[] {
  if (q === '') return [];
  const number = q.toUpperCase();
  const starts = `${q.replace(/[\\%_]/g, '')}%`;
  return [
    sql`(lead.number = ${number} or claim.scout_name like ${starts} or claim.unit_name like ${starts})`,
  ];
}

/** The rule of `claimLight` as a condition. */
function lightIs(light: ClaimLightFilter, now: Instant): Sql {
  const held = sql`lead.state in ${sql.list(HELD_BY_OTHERS)}`;
  const runs = sql`claim.state = 'protected' and not (${held})`;
  switch (light) {
    case 'green':
      return sql`(${runs} and claim.amber_at >= ${now} and claim.lapses_at >= ${now})`;
    case 'amber':
      return sql`(${runs} and claim.amber_at < ${now} and claim.lapses_at >= ${now})`;
    case 'red':
      return sql`(claim.state in ('lapsed', 'overruled', 'yielded') or (${runs} and claim.lapses_at < ${now}))`;
    case 'paused':
      return sql`(claim.state in ('reported', 'ended') or (claim.state = 'protected' and ${held}))`;
  }
}

function orderOf({ sort }: ClaimFilter): Sql {
  if (sort === 'lapses')
    return sql.raw(`case when claim.state = 'protected' then 0 else 1 end, claim.lapses_at, claim.id`);
  const direction = sql.raw(sort === 'reported' ? 'asc' : 'desc');
  return sql`claim.reported_at ${direction}, claim.id ${direction}`;
}
