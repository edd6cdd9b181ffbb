import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { LeadContent } from '../domain/lead/content';
import { digestOfText } from '../ledger/chain';
import { WantedMarksService } from '../chains/wanted-marks.service';
import { HostsQueries, type HostCard } from '../hosts/hosts.queries';
import { columnsOf, contentText } from './lead-columns';
import { gramsOfLead } from './lead-grams';
import { HostOffer } from './host-offer.entity';
import { LeadName } from './lead-name.entity';
import { namesOf } from './lead-names';
import { Lead, LeadGram, LeadHost } from './lead.entity';
import { LeadSignatures } from './lead-signatures';

/** What of a new draft does not come from its content. */
export type GivenDraft = Pick<Lead, 'id' | 'scoutId' | 'scoutUnitId' | 'creationKey' | 'createdAt'>;

type Derived = ReturnType<typeof columnsOf> & Pick<Lead, 'content' | 'contentDigest' | 'firstHostId'>;

/** Writes a lead's content together with everything that is derived from it. States are `LeadMoves`' business. */
@Injectable()
export class LeadStore {
  constructor(
    private readonly hosts: HostsQueries,
    private readonly signatures: LeadSignatures,
    private readonly marks: WantedMarksService,
  ) {}

  /** The lead, locked until the unit ends; null for an unknown id. */
  lock(tx: Tx, id: string): Promise<Lead | null> {
    return tx.findOne(Lead, sql`where id = ${id}${tx.forUpdate}`);
  }

  /** Enters a new draft. `given` holds what does not come from the content. */
  async insert(tx: Tx, given: GivenDraft, content: LeadContent): Promise<Lead> {
    const lead = asDraft(given, await this.derived(tx, content));
    await tx.insert(Lead, lead);
    await this.writeHosts(tx, lead.id, content);
    return lead;
  }

  /** Enters many new drafts with a handful of statements. */
  async insertAll(
    tx: Tx,
    drafts: readonly { readonly given: GivenDraft; readonly content: LeadContent }[],
  ): Promise<void> {
    const codes = [...new Set(drafts.flatMap(({ content }) => content.intendedHosts))];
    const hosts = await this.hosts.byCodes(codes, tx);
    const leads = drafts.map(({ given, content }) => asDraft(given, this.derivedWith(hosts, content)));
    const places = drafts.flatMap(({ given, content }) => this.placesOf(hosts, given.id, content));
    await tx.insert(Lead, leads);
    if (places.length > 0) await tx.insert(LeadHost, places);
  }

  /**
   * Replaces what the scout states. Once handed in, the hosts that work on a lead are those that were handed in: what is
   * typed into it afterwards reaches them with the next revision, as {@link place} says. @returns the lead as it is now
   */
  async replaceContent(tx: Tx, lead: Lead, content: LeadContent, now: string): Promise<Lead> {
    const derived = await this.derived(tx, content);
    if (derived.contentDigest === lead.contentDigest) return lead;
    const changed = { ...lead, ...derived, updatedAt: now };
    await tx.update(Lead, { ...derived, updatedAt: now }, sql`id = ${lead.id}`);
    if (lead.revision > 0) await this.marks.renew(tx, lead.id);
    else await this.place(tx, lead.id, content);
    return changed;
  }

  /** Lets the hosts that the content names work on the lead, and those it was offered to. */
  async place(tx: Tx, leadId: string, content: LeadContent): Promise<void> {
    await tx.run(sql`delete from lead_host where lead_id = ${leadId}`);
    await this.writeHosts(tx, leadId, content);
  }

  private async derived(tx: Tx, content: LeadContent) {
    const [firstHost = ''] = content.intendedHosts;
    return this.derivedWith(await this.hosts.byCodes([firstHost].filter(Boolean), tx), content);
  }

  private derivedWith(hosts: ReadonlyMap<string, HostCard>, content: LeadContent) {
    const text = contentText(content);
    return {
      ...columnsOf(content, this.signatures.of(content)),
      content: text,
      contentDigest: digestOfText(text),
      firstHostId: hosts.get(content.intendedHosts[0] ?? '')?.id ?? null,
    };
  }

  private async writeHosts(tx: Tx, leadId: string, content: LeadContent): Promise<void> {
    const byCode = await this.hosts.byCodes(content.intendedHosts, tx);
    // Whoever was offered the lead stays asked, whatever its scout names later.
    const offered = await tx.find(HostOffer, sql`where lead_id = ${leadId} order by position`);
    const rows = this.placesOf(
      byCode,
      leadId,
      content,
      offered.map(({ hostId }) => hostId),
    );
    if (rows.length > 0) await tx.insert(LeadHost, rows);
  }

  /** Only hosts that exist; a code that none has stays in the content and is told at submission. */
  private placesOf(
    byCode: ReadonlyMap<string, HostCard>,
    leadId: string,
    { intendedHosts }: LeadContent,
    offered: readonly string[] = [],
  ): LeadHost[] {
    const ids = [...intendedHosts.flatMap((code) => byCode.get(code)?.id ?? []), ...offered];
    return [...new Set(ids)].map((hostId, i) => ({ leadId, position: i + 1, hostId }));
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

function asDraft(given: GivenDraft, derived: Derived): Lead {
  return {
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
    wanted: 0,
    roundId: null,
    updatedAt: given.createdAt,
    listedAt: given.createdAt,
    stateAt: given.createdAt,
    submittedAt: null,
    acceptedAt: null,
    peopleErasedAt: null,
  };
}
