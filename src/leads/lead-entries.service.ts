import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { LeadContent } from '../domain/lead/content';
import { checkSubmission } from '../domain/lead/rules';
import { digestOfText } from '../ledger/chain';
import { contentText } from './lead-columns';
import { LeadFactsQueries } from './lead-facts.queries';
import { LeadSignatures } from './lead-signatures';
import { LeadStore } from './lead-store';
import { LIVE_STATES } from './lead-tabs';

/** Whose leads are entered. */
export interface EntryScout {
  readonly personId: string;
  readonly unitId: string;
  readonly account: string;
}

/** A record that is to become a lead, and the digest by which the same record of the same scout is known again. */
export interface LeadEntry {
  readonly content: LeadContent;
  readonly digest: string;
}

/** What the register knows about a record that is not in it yet. */
export interface EntryFinding {
  /** The lead that the same record became before. */
  readonly presentId: string | null;
  /** Fields that stand against handing it in. */
  readonly missing: number;
  /** Live leads of the same code or the same company: never more of them than that there is one. */
  readonly alike: 'code' | 'name' | null;
}

/** Enters many leads of one scout at once, each record once and for all. */
@Injectable()
export class LeadEntriesService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly store: LeadStore,
    private readonly facts: LeadFactsQueries,
    private readonly signatures: LeadSignatures,
  ) {}

  digestOf(content: LeadContent): string {
    return digestOfText(contentText(content));
  }

  /** Looks records up, a few statements for all of them. Same order as given. */
  async examine(source: Source, scout: EntryScout, entries: readonly LeadEntry[]): Promise<EntryFinding[]> {
    if (entries.length === 0) return [];
    const keys = entries.map(({ digest }) => keyOf(scout, digest));
    const present = await this.present(source, keys);
    const names = entries.map(({ content }) => this.signatures.of(content).investor);
    const codes = entries.map(({ content }) => content.uscc ?? '');
    const taken = await source.rows<{ uscc: string | null; investorKey: string }>(
      sql`select claimed_uscc as uscc, investor_key as "investorKey" from lead
          where state in ${sql.list(LIVE_STATES)} and id in (
            select id from lead where claimed_uscc in ${sql.list([...new Set(codes)])}
            union select id from lead where investor_key in ${sql.list([...new Set(names)].filter(Boolean))})`,
    );
    const takenCodes = new Set(taken.map(({ uscc }) => uscc));
    const takenNames = new Set(taken.map(({ investorKey }) => investorKey));
    const everybody = await this.facts.gatherAll(
      source,
      entries.map(({ content }) => content),
      scout.account,
    );
    return entries.map(({ content }, i) => ({
      presentId: present.get(keys[i] ?? '') ?? null,
      missing: checkSubmission(content, everybody).errors.length,
      alike: takenCodes.has(codes[i] || '-') ? 'code' : takenNames.has(names[i] || '-') ? 'name' : null,
    }));
  }

  /**
   * Enters those that are not there yet as drafts. Two that enter the same record at the same instant cannot both
   * succeed: the key is unique, and whoever tries again finds it.
   * @returns for each its lead, and whether it is new
   */
  async enter(
    tx: Tx,
    scout: EntryScout,
    entries: readonly LeadEntry[],
  ): Promise<{ leadId: string; isNew: boolean }[]> {
    const now = this.clock.now();
    const known = await this.present(
      tx,
      entries.map(({ digest }) => keyOf(scout, digest)),
    );
    const fresh = new Map<string, { id: string; content: LeadContent }>();
    const entered = entries.map(({ content, digest }) => {
      const key = keyOf(scout, digest);
      const earlier = known.get(key) ?? fresh.get(key)?.id;
      if (earlier !== undefined) return { leadId: earlier, isNew: false };
      const id = this.ids.next();
      fresh.set(key, { id, content });
      return { leadId: id, isNew: true };
    });
    const given = { scoutId: scout.personId, scoutUnitId: scout.unitId, createdAt: now };
    const drafts = [...fresh].map(([creationKey, { id, content }]) => ({
      given: { ...given, id, creationKey },
      content,
    }));
    if (drafts.length > 0) await this.store.insertAll(tx, drafts);
    return entered;
  }

  private async present(source: Source, keys: readonly string[]): Promise<Map<string, string>> {
    if (keys.length === 0) return new Map();
    const rows = await source.rows<{ id: string; key: string }>(
      sql`select id, creation_key as key from lead where creation_key in ${sql.list([...new Set(keys)])}`,
    );
    return new Map(rows.map(({ id, key }) => [key, id]));
  }
}

function keyOf({ personId }: EntryScout, digest: string): string {
  return digestOfText(`${personId} sheet ${digest}`);
}
