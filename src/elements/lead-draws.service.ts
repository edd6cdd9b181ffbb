import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { DrawnBook, type ChangedShares, type DrawnOn, type LeadShare } from '../domain/elements/drawn';
import { HostDraws } from '../hosts/host-draws.service';
import { HostProfilesQueries, type ProfiledHost } from '../hosts/host-profiles.queries';
import { LedgerQueries } from '../ledger/ledger.queries';
import { DrawMovers } from './draw-movers.service';
import { DrawingLeadsQueries } from './drawing-leads.queries';

/** Leads read in one go; others are served between. */
const READ_AT_ONCE = 500;
/** Entries that are followed one by one; behind more than these everything is added up anew. */
const FOLLOWED = 2000;

/** The sums up to an entry of the ledger. */
interface Standing {
  readonly book: DrawnBook;
  upTo: number;
}

/**
 * What leads draw on hosts, added up once and then carried along: whatever changes a draw enters something into the
 * ledger with the same commit, so only the leads that new entries speak of are read again, however many others there
 * are.
 */
@Injectable()
export class LeadDraws implements OnModuleInit {
  private standing: Standing | null = null;
  private catchingUp: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerQueries,
    private readonly hosts: HostDraws,
    private readonly profiles: HostProfilesQueries,
    private readonly leads: DrawingLeadsQueries,
    private readonly movers: DrawMovers,
  ) {}

  onModuleInit(): void {
    this.hosts.register((source) => this.on(source));
  }

  /** As the source sees it: a running unit with what it has changed itself. */
  async on(source: Source): Promise<DrawnOn> {
    if (source !== this.reader) return this.within(source);
    const { seq } = await this.ledger.tip();
    // One after the other: each asks again, because whoever went before may have read an earlier end.
    const caughtUp = this.catchingUp.then(() => this.upTo(seq));
    this.catchingUp = caughtUp.catch(() => undefined);
    const { book } = await caughtUp;
    return (hostId, except) => book.on(hostId, except);
  }

  /** The end of the ledger was read before the leads are, so what is kept is never older than it says. */
  private async upTo(seq: number): Promise<Standing> {
    const { standing } = this;
    if (standing && standing.upTo >= seq) return standing;
    const changed = standing && (await this.since(this.reader, standing.upTo));
    if (!standing || !changed) return (this.standing = { book: await this.addedUp(this.reader), upTo: seq });
    standing.book.change(changed);
    standing.upTo = seq;
    return standing;
  }

  /** A unit holds a connection, so nothing is asked for outside it. */
  private async within(source: Source): Promise<DrawnOn> {
    const { standing } = this;
    const changed = standing && (await this.since(source, standing.upTo));
    if (!standing || !changed) {
      const book = await this.addedUp(source);
      return (hostId, except) => book.on(hostId, except);
    }
    return (hostId, except) => standing.book.on(hostId, except, changed);
  }

  /** What changed after an entry of the ledger; null where that is too much to follow. */
  private async since(source: Source, seq: number): Promise<ChangedShares | null> {
    const subjects = await this.ledger.subjectsSince(source, seq, this.movers.subjectTypes, FOLLOWED + 1);
    if (subjects.length === 0) return new Map();
    if (subjects.length > FOLLOWED) return null;
    const leadIds = await this.movers.leadsOf(source, subjects);
    const hosts = await this.profiles.all(source);
    const changed = new Map<string, LeadShare | null>(leadIds.map((leadId) => [leadId, null]));
    for (let at = 0; at < leadIds.length; at += READ_AT_ONCE)
      for (const [leadId, share] of await this.sharesOf(source, leadIds.slice(at, at + READ_AT_ONCE), hosts))
        changed.set(leadId, share);
    return changed;
  }

  private async addedUp(source: Source): Promise<DrawnBook> {
    const book = new DrawnBook();
    const hosts = await this.profiles.all(source);
    for (let after: string | undefined = ''; after !== undefined;) {
      const leadIds: string[] = await this.leads.idsAfter(source, after, READ_AT_ONCE);
      book.change(await this.sharesOf(source, leadIds, hosts));
      after = leadIds.at(-1);
      if (after !== undefined) await breathe();
    }
    return book;
  }

  /** What a host has taken off its figures is left out, and so is what no host would give ground to. */
  private async sharesOf(
    source: Source,
    leadIds: readonly string[],
    hosts: readonly ProfiledHost[],
  ): Promise<Map<string, LeadShare>> {
    const shares = new Map<string, LeadShare>();
    if (leadIds.length === 0) return shares;
    for (const lead of await this.leads.those(source, sql`lead.id in ${sql.list(leadIds)}`, hosts)) {
      const { leadId, hostId, state, isSettled } = lead;
      const draws = lead.draws.map(({ element, quantity }) => ({ element, quantity }));
      if (hostId !== null && !isSettled && draws.length > 0)
        shares.set(leadId, { hostId, isAdmitted: state === 'admitted', draws });
    }
    return shares;
  }
}
