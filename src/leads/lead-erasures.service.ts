import { Injectable } from '@nestjs/common';
import { AccessLog } from '../access-log/access-log';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Randomness } from '../clock/randomness';
import { Reader } from '../database/reader';
import { sql, type Sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { withoutPeople } from '../domain/lead/people-part';
import type { Instant } from '../domain/shared/instant';
import { digestOfText } from '../ledger/chain';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { contentOf, contentText } from './lead-columns';
import { LeadContact } from './lead-contact.entity';
import { apart, contactSeal, REVISION_LAYOUT } from './lead-people';
import { LeadRevision } from './lead-record.entity';
import { revisionSeal } from './lead-seals';
import { Lead } from './lead.entity';

/** What was erased of one lead. */
export interface Erased {
  readonly revisions: number;
}

/** Erases the people of leads that came to nothing. What was judged stays, and the chain and every seal hold. */
@Injectable()
export class LeadErasuresService {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
    private readonly accesses: AccessLog,
  ) {}

  /** Leads turned away, rejected or withdrawn before `before` whose people are still there; the oldest first. */
  async due(before: Instant, most: number, after = ''): Promise<string[]> {
    const rows = await this.reader.rows<{ id: string }>(
      sql`select id from lead where ${isDue(before)} and id > ${after} order by id limit ${most}`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Erases the people of one lead, if that is still due.
   * @returns null where it is not
   */
  async erase(
    tx: Tx,
    leadId: string,
    why: { readonly before: Instant; readonly reason: string; readonly actor: LedgerActor },
  ): Promise<Erased | null> {
    const lead = await tx.findOne(Lead, sql`where id = ${leadId} and ${isDue(why.before)}${tx.forUpdate}`);
    if (lead === null) return null;
    const revisions = await tx.find(LeadRevision, sql`where lead_id = ${leadId} order by number`);
    for (const revision of revisions) await this.eraseRevision(tx, revision, why);
    const content = contentText(withoutPeople(contentOf(lead)));
    const contentDigest = digestOfText(content);
    const now = this.clock.now();
    const changes = { content, contentDigest, creationDigest: contentDigest, peopleErasedAt: now };
    await tx.update(Lead, changes, sql`id = ${leadId}`);
    await tx.run(sql`update lead set mobile_hash = null where id = ${leadId}`);
    await this.accesses.within(tx, {
      kind: 'erasure',
      by: { personId: why.actor.personId, label: why.actor.label },
      subject: { type: 'lead', id: leadId },
      detail: why.reason,
    });
    return { revisions: revisions.length };
  }

  private async eraseRevision(
    tx: Tx,
    revision: LeadRevision,
    { reason, actor }: { reason: string; actor: LedgerActor },
  ): Promise<void> {
    const stored =
      revision.layout === REVISION_LAYOUT
        ? await tx.findOne(LeadContact, sql`where revision_id = ${revision.id}`)
        : await this.intoLayout(tx, revision, reason, actor);
    if (stored === null || stored.erasedAt !== null) return;
    const erased: LeadContact = {
      ...stored,
      people: null,
      salt: null,
      erasedAt: this.clock.now(),
      erasedBecause: reason.slice(0, 200),
    };
    const { erasedAt, erasedBecause } = erased;
    await tx.run(
      sql`update lead_contact set people = null, salt = null, erased_at = ${erasedAt},
            erased_because = ${erasedBecause} where id = ${erased.id}`,
    );
    await this.seal(tx, erased, 'lead.peopleErased', actor, revision);
  }

  /**
   * A revision from before people stood apart: it is taken into today's layout and sealed anew, with the reason and
   * the digest it had; the entry of its first seal stays in the chain.
   */
  private async intoLayout(
    tx: Tx,
    revision: LeadRevision,
    reason: string,
    actor: LedgerActor,
  ): Promise<LeadContact> {
    const { content, ...people } = apart(contentOf(revision), this.randomness.bytes(32));
    const now: LeadRevision = {
      ...revision,
      content,
      digest: digestOfText(content),
      layout: REVISION_LAYOUT,
    };
    await tx.update(
      LeadRevision,
      { content, digest: now.digest, layout: REVISION_LAYOUT },
      sql`id = ${revision.id}`,
    );
    const row: LeadContact = {
      id: this.ids.next(),
      revisionId: revision.id,
      ...people,
      erasedAt: null,
      erasedBecause: null,
    };
    await tx.insert(LeadContact, row);
    const facts = { lead: revision.leadId, revision: revision.number, reason, formerDigest: revision.digest };
    await this.ledger.seal(tx, 'leadRevision', revision.id, revisionSeal(now), {
      kind: 'lead.revisionResealed',
      actor,
      facts,
    });
    return row;
  }

  private async seal(
    tx: Tx,
    row: LeadContact,
    kind: string,
    actor: LedgerActor,
    { leadId, number }: LeadRevision,
  ): Promise<void> {
    const facts = { lead: leadId, revision: number, reason: row.erasedBecause ?? '' };
    await this.ledger.seal(tx, 'leadContact', row.id, contactSeal(row), { kind, actor, facts });
  }
}

/** Turned away, rejected or withdrawn, and long enough ago. */
function isDue(before: Instant): Sql {
  return sql`people_erased_at is null and state in ('rejected', 'withdrawn') and state_at < ${before}`;
}
