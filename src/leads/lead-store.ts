import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { LeadContent } from '../domain/lead/content';
import { digestOfText } from '../ledger/chain';
import { HostsQueries } from '../hosts/hosts.queries';
import { columnsOf, contentText } from './lead-columns';
import { gramsOfLead } from './lead-grams';
import { HostOffer } from './host-offer.entity';
import { LeadName } from './lead-name.entity';
import { namesOf } from './lead-names';
import { Lead, LeadGram, LeadHost } from './lead.entity';
import { LeadSignatures } from './lead-signatures';

/** Writes a lead's content together with everything that is derived from it. States are `LeadMoves`' business. */
@Injectable()
export class LeadStore {
  constructor(
    private readonly hosts: HostsQueries,
    private readonly signatures: LeadSignatures,
  ) {}

  /** The lead, locked until the unit ends; null for an unknown id. */
  lock(tx: Tx, id: string): Promise<Lead | null> {
    return tx.findOne(Lead, sql`where id = ${id}${tx.forUpdate}`);
  }

  /** Enters a new draft. `given` holds what does not come from the content. */
  async insert(
    tx: Tx,
    given: Pick<Lead, 'id' | 'scoutId' | 'scoutUnitId' | 'creationKey' | 'createdAt'>,
    content: LeadContent,
  ): Promise<Lead> {
    const derived = await this.derived(tx, content);
    const lead: Lead = {
      ...derived,
      ...given,
      creationDigest: derived.contentDigest,
      number: null,
      state: 'draft',
      tab: 'draft',
      claimedUscc: null,
      revision: 0,
      duplicateGrade: null,
      tier: null,
      roundId: null,
      updatedAt: given.createdAt,
      listedAt: given.createdAt,
      stateAt: given.createdAt,
      submittedAt: null,
      acceptedAt: null,
      peopleErasedAt: null,
    };
    await tx.insert(Lead, lead);
    await this.writeHosts(tx, lead.id, content);
    return lead;
  }

  /** Replaces what the scout states. @returns the lead as it is now */
  async replaceContent(tx: Tx, lead: Lead, content: LeadContent, now: string): Promise<Lead> {
    const derived = await this.derived(tx, content);
    if (derived.contentDigest === lead.contentDigest) return lead;
    const changed = { ...lead, ...derived, updatedAt: now };
    await tx.update(Lead, { ...derived, updatedAt: now }, sql`id = ${lead.id}`);
    await tx.run(sql`delete from lead_host where lead_id = ${lead.id}`);
    await this.writeHosts(tx, lead.id, content);
    return changed;
  }

  private async derived(tx: Tx, content: LeadContent) {
    const text = contentText(content);
    const [firstHost = ''] = content.intendedHosts;
    const found = await this.hosts.byCodes([firstHost].filter(Boolean), tx);
    return {
      ...columnsOf(content, this.signatures.of(content)),
      content: text,
      contentDigest: digestOfText(text),
      firstHostId: found.get(firstHost)?.id ?? null,
    };
  }

  /** Only hosts that exist; a code that none has stays in the content and is told at submission. */
  private async writeHosts(tx: Tx, leadId: string, { intendedHosts }: LeadContent): Promise<void> {
    const byCode = await this.hosts.byCodes(intendedHosts, tx);
    const ids = intendedHosts.flatMap((code) => byCode.get(code)?.id ?? []);
    // Whoever was offered the lead stays asked, whatever its scout names later.
    const offered = await tx.find(HostOffer, sql`where lead_id = ${leadId} order by position`);
    const all = [...ids, ...offered.map(({ hostId }) => hostId)];
    const rows = [...new Set(all)].map((hostId, i) => ({ leadId, position: i + 1, hostId }));
    if (rows.length > 0) await tx.insert(LeadHost, rows);
  }

  /** One more host is asked, after those asked before. */
  async appendHost(tx: Tx, leadId: string, hostId: string): Promise<void> {
    const last = await tx.one<{ position: number | null }>(
      sql`select max(position) as position from lead_host where lead_id = ${leadId}`,
    );
    await tx.insert(LeadHost, { leadId, hostId, position: (last?.position ?? 0) + 1 });
  }

  /** Makes a lead that is handed in known by the names of its firm. */
  async writeNames(tx: Tx, leadId: string, content: LeadContent): Promise<void> {
    await tx.run(sql`delete from lead_name where lead_id = ${leadId}`);
    const rows = namesOf(leadId, this.signatures.of(content));
    if (rows.length > 0) await tx.insert(LeadName, rows);
  }

  /** Makes a lead that is handed in findable by what it says now; `before` is what its last revision said. */
  async writeGrams(tx: Tx, lead: Lead, before: LeadContent | null): Promise<void> {
    const { listedAt, id } = lead;
    const now = gramsOfLead(lead);
    const old = before === null ? [] : gramsOfLead(columnsOf(before, this.signatures.of(before)));
    const gone = old.filter((gram) => !now.includes(gram));
    const added = now.filter((gram) => !old.includes(gram));
    if (gone.length > 0)
      await tx.run(
        sql`delete from lead_gram where gram in ${sql.list(gone)} and listed_at = ${listedAt} and lead_id = ${id}`,
      );
    if (added.length > 0)
      await tx.insert(
        LeadGram,
        added.map((gram) => ({ gram, listedAt, leadId: id })),
      );
  }
}
