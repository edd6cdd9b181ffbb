import { Injectable } from '@nestjs/common';
import { AccessLogRetention } from '../access-log/access-log-retention';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { monthsBefore, retention } from '../domain/privacy/retention';
import type { Instant } from '../domain/shared/instant';
import { LeadErasuresService } from '../leads/lead-erasures.service';
import { theClock } from '../ledger/actor';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { ContactCopies } from './contact-copies.service';
import { RetentionRun } from './legal-hold.entity';

/** What a run has erased, and what it left because it is held back. */
export type RetentionCounts = Omit<RetentionRun, 'id' | 'at'>;

/** Leads looked at before the next look into the database. */
const piece = 200;

/** Erases what has been kept for the time set. Right when it runs twice, and a second run finds nothing. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ids: Ids,
    private readonly settings: CitySettingsQueries,
    private readonly accesses: AccessLogRetention,
    private readonly erasures: LeadErasuresService,
    private readonly copies: ContactCopies,
  ) {}

  /** A run that erased something leaves its counts. */
  async run(now: Instant): Promise<RetentionCounts> {
    const { accessLogMonths, contactMonths } = await this.settings.value(retention);
    const before = monthsBefore(now, contactMonths);
    const people = await this.erasePeople(before, contactMonths);
    const copies = people.copies + (await this.copies.eraseBefore(before));
    const accessRecords = await this.accesses.eraseBefore(monthsBefore(now, accessLogMonths));
    const counts = { accessRecords, ...people, copies };
    if (accessRecords + people.leads + copies > 0)
      await this.work.run((tx) => tx.insert(RetentionRun, { id: this.ids.next(), at: now, ...counts }));
    return counts;
  }

  /** Lead by lead in units of their own, so that nobody waits long and an interrupted run can go on. */
  private async erasePeople(before: Instant, months: number) {
    const counts = { leads: 0, revisions: 0, heldBack: 0, copies: 0 };
    const why = { before, reason: `保存期限${months}个月已满`, actor: theClock };
    for (let after = ''; ;) {
      const due = await this.erasures.due(before, piece, after);
      for (const id of due) {
        const erased = await this.work.run(async (tx) => {
          const held = await tx.one(
            sql`select id from legal_hold where lead_id = ${id} and lifted_at is null`,
          );
          if (held !== null) return 'held';
          const erased = await this.erasures.erase(tx, id, why);
          return erased && { ...erased, copies: await this.copies.eraseOfLead(tx, id) };
        });
        if (erased === 'held') counts.heldBack += 1;
        else if (erased !== null) {
          counts.leads += 1;
          counts.revisions += erased.revisions;
          counts.copies += erased.copies;
        }
      }
      const last = due.at(-1);
      if (last === undefined || due.length < piece) return counts;
      after = last;
    }
  }
}
