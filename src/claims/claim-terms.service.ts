import { Injectable, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { HELD_BY_OTHERS } from '../domain/claim/claim-clock';
import type { Instant } from '../domain/shared/instant';
import { Jobs } from '../jobs/jobs';
import { LeadHoldersService } from '../leads/lead-holders.service';
import { Lead } from '../leads/lead.entity';
import { theClock } from '../ledger/actor';
import { formatsFor } from '../words/formats';
import { wordsFor } from '../words/words';
import { ClaimMails } from './claim-mails';
import { ClaimMoves } from './claim-moves';
import { ClaimsService } from './claims.service';
import { Claim } from './claim.entity';

const everySeconds = 900;
/** Leads of before there were first reports, in one unit of work. */
const atOnce = 100;

/** What the clock does to first reports: tells before they lapse, and lets them lapse. */
@Injectable()
export class ClaimTermsService implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reader: Reader,
    private readonly work: UnitOfWork,
    private readonly holders: LeadHoldersService,
    private readonly claims: ClaimsService,
    private readonly moves: ClaimMoves,
    private readonly mails: ClaimMails,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'warnOfClaims', everySeconds, run: (now) => this.warn(now) });
    this.jobs.register({ name: 'lapseClaims', everySeconds, run: (now) => this.lapse(now) });
    this.jobs.register({ name: 'catchUpWithClaims', everySeconds: 3600, run: () => this.catchUp() });
  }

  /** Tells each scout once whose first report has turned amber. @returns how many */
  async warn(now: Instant): Promise<number> {
    const due = await this.due(
      sql`claim.amber_at < ${now} and claim.lapses_at >= ${now} and claim.warned_at is null`,
    );
    for (const id of due)
      await this.work.run(async (tx) => {
        const found = await this.lock(tx, id);
        if (found === null || found.claim.warnedAt !== null || found.claim.state !== 'protected') return;
        const { claim, lead } = found;
        await this.moves.touch(tx, claim, { warnedAt: now }, 'claim.warned', theClock);
        await this.mails.tell(tx, 'lapsesSoon', [lead.scoutId], this.told(claim, lead));
      });
    return due.length;
  }

  /** Each first report whose time is over is lost; its scout is told. @returns how many */
  async lapse(now: Instant): Promise<number> {
    const due = await this.due(sql`claim.lapses_at < ${now}`);
    for (const id of due) await this.work.run((tx) => this.lapseOne(tx, id, now));
    return due.length;
  }

  /** Leads reported before there were first reports get theirs, with terms from now on; and are read for their names. */
  async catchUp(): Promise<number> {
    while ((await this.work.run((tx) => this.holders.keepNames(tx, atOnce))) === atOnce);
    let made = 0;
    for (let found = atOnce; found === atOnce; made += found)
      found = await this.work.run((tx) => this.catchUpSome(tx));
    return made;
  }

  private async catchUpSome(tx: Tx): Promise<number> {
    const leads = await tx.find(
      Lead,
      sql`where submitted_at is not null and state not in ('withdrawn', 'merged', 'rejected')
          and not exists (select 1 from claim where claim.lead_id = lead.id) order by submitted_at limit ${atOnce}`,
    );
    for (const lead of leads) {
      const claim = await this.claims.report(tx, lead, theClock);
      if (lead.acceptedAt === null) continue;
      const at = claim.changedAt;
      const changes = await this.claims.renewed(tx, claim, lead.state === 'admitted', at);
      await this.moves.make(tx, claim, { move: 'protect', actor: theClock, changes });
    }
    return leads.length;
  }

  private async lapseOne(tx: Tx, id: string, now: Instant): Promise<void> {
    const found = await this.lock(tx, id);
    if (found === null) return;
    const { claim, lead } = found;
    if (claim.state !== 'protected' || claim.lapsesAt === null || claim.lapsesAt >= now) return;
    if (HELD_BY_OTHERS.includes(lead.state)) return;
    const ended = claim.protectedUntil !== null && claim.protectedUntil < now;
    const words = wordsFor('zh-CN');
    const reason = words.t(ended ? 'claims.reason.ended' : 'claims.reason.silent');
    await this.claims.release(tx, claim, 'lapse', theClock, reason);
    await this.mails.tell(tx, 'lapsed', [lead.scoutId], this.told(claim, lead));
  }

  private told(claim: Claim, lead: Lead) {
    const day = claim.lapsesAt ?? claim.reportedAt;
    return {
      lead: lead.number ?? '',
      detail: (words: ReturnType<typeof wordsFor>) => formatsFor(words).dayFull(day),
      path: `/leads/${lead.id}`,
    };
  }

  private async due(when: Sql): Promise<string[]> {
    const rows = await this.reader.rows<{ id: string }>(
      sql`select claim.id from claim join lead on lead.id = claim.lead_id
          where claim.state = 'protected' and ${when} and lead.state not in ${sql.list(HELD_BY_OTHERS)}
          order by claim.lapses_at limit 500`,
    );
    return rows.map(({ id }) => id);
  }

  /** The lead first, as every act on a lead does, so that two units never wait for each other. */
  private async lock(tx: Tx, id: string): Promise<{ claim: Claim; lead: Lead } | null> {
    const lead = await tx.findOne(
      Lead,
      sql`where id = (select lead_id from claim where id = ${id})${tx.forUpdate}`,
    );
    if (lead === null) return null;
    const claim = await this.moves.lockOf(tx, lead.id);
    return claim === null ? null : { claim, lead };
  }
}
