import { setImmediate as breathe } from 'node:timers/promises';
import { BeforeApplicationShutdown, Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { leadImportMoves } from '../domain/exchange/import-states';
import { msOf, toInstant } from '../domain/shared/instant';
import { Jobs } from '../jobs/jobs';
import { theClock } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { LeadEntriesService } from '../leads/lead-entries.service';
import { LeadSubmissionsService } from '../leads/lead-submissions.service';
import { PeopleQueries } from '../people/people.queries';
import { readRecord } from './row-check';
import type { RowProblem, SheetHead } from './lead-sheet';
import { LeadImport, LeadImportRow } from './lead-import.entity';
import { RowChecksService } from './row-checks.service';

/** Rows looked at or entered with one unit of work: it holds the write turn for some hundredths of a second. */
export const ROWS_IN_UNIT = 100;
/** A run gives its lease back well before it could be taken for dead, and wakes itself again. */
const longestRunMs = 15_000;
const day = 24 * 60 * 60 * 1000;
const keptMs = 30 * day;
const abandonedMs = 10 * 60 * 1000;

export const IMPORT_JOB = 'importLeads';

/**
 * Works rows off in the background, a hundred with one unit of work. The plan (which rows are chosen) and what became
 * of each row stand in the database in the same unit as the leads themselves: whenever it is killed, every row either
 * is a lead and says which, or is untouched and still to be done; the next run goes on there.
 */
@Injectable()
export class LeadImportWorkService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger('imports');
  private running: Promise<void> | null = null;
  private again = false;
  private stopping = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly entries: LeadEntriesService,
    private readonly submissions: LeadSubmissionsService,
    private readonly checks: RowChecksService,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: IMPORT_JOB, everySeconds: 30, run: () => this.workOff() });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** Something was sent in or chosen: go on with it now rather than at the next beat. Never throws. */
  wake(): void {
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  private async run(): Promise<void> {
    while (this.again && !this.stopping) {
      this.again = false;
      try {
        await this.jobs.runNow(IMPORT_JOB);
      } catch (error) {
        this.log.error((error as Error).message);
      }
    }
  }

  private async workOff(): Promise<void> {
    await this.tidy();
    const end = performance.now() + longestRunMs;
    while (!this.stopping && (await this.step())) {
      // SQLite answers at once: without this nobody else would be answered until the end of the run.
      await breathe();
      if (performance.now() < end) continue;
      this.again = true;
      if (this.running === null) this.wake();
      return;
    }
  }

  /** One unit's worth of the oldest import that moves. @returns whether there was something to do */
  private async step(): Promise<boolean> {
    const next = await this.reader.findOne(
      LeadImport,
      sql`where state in ('checking', 'applying') order by moved_at, id limit 1`,
    );
    if (!next) return false;
    if (next.state === 'checking') await this.checks.checkSome(next, ROWS_IN_UNIT);
    else if (!(await this.enterSome(next)) && !(await this.handInOne(next))) await this.finish(next);
    return true;
  }

  /** @returns false when every chosen row is a lead */
  private async enterSome({ id, scoutId }: LeadImport): Promise<boolean> {
    const scout = await this.scout(scoutId);
    return this.work.run(async (tx) => {
      const found = await tx.findOne(LeadImport, sql`where id = ${id} and state = 'applying'${tx.forUpdate}`);
      if (!found) return true;
      const rows = await tx.find(
        LeadImportRow,
        sql`where import_id = ${id} and chosen = 1 and outcome is null order by position limit ${ROWS_IN_UNIT}`,
      );
      if (rows.length === 0) return false;
      const head = JSON.parse(found.head) as SheetHead;
      const records = rows.map((row) => {
        const { content } = readRecord(JSON.parse(row.record) as Record<string, string>, head);
        return { content, digest: this.entries.digestOf(content) };
      });
      const entered = await this.entries.enter(tx, entryScout(scout), records);
      await this.checks.rewrite(
        tx,
        rows.map((row, i) => ({
          ...row,
          outcome: entered[i]?.isNew ? ('draft' as const) : ('present' as const),
          leadId: entered[i]?.leadId ?? null,
        })),
      );
      await tx.update(LeadImport, { done: found.done + rows.length }, sql`id = ${id}`);
      return true;
    });
  }

  /** Hands in the next draft. The key of the row makes sure that it happens once, whatever is repeated. */
  private async handInOne({ id, scoutId, submits }: LeadImport): Promise<boolean> {
    if (submits === 0) return false;
    const row = await this.reader.findOne(
      LeadImportRow,
      sql`where import_id = ${id} and chosen = 1 and outcome = 'draft' order by position limit 1`,
    );
    if (!row || row.leadId === null) return false;
    const scout = await this.scout(scoutId);
    const result = await this.submissions.submit(scout, row.leadId, `sheet ${id} ${row.position}`);
    const found = result.submitted ? [] : result.problems;
    const problems = found.map(({ field, because, details }): RowProblem => ({
      control: field,
      letter: '',
      shown: '',
      because,
      details,
      blocks: false,
    }));
    const changes: Partial<LeadImportRow> = result.submitted
      ? { outcome: 'submitted' }
      : { outcome: 'kept', problems: JSON.stringify(problems) };
    await this.work.run((tx) =>
      tx.update(LeadImportRow, changes, sql`import_id = ${id} and position = ${row.position}`),
    );
    return true;
  }

  private async finish({ id, fileName }: LeadImport): Promise<void> {
    await this.work.run(async (tx) => {
      const changes = { state: leadImportMoves.to('finish'), movedAt: this.clock.now() };
      const ended = await tx.update(LeadImport, changes, sql`id = ${id} and state = 'applying'`);
      if (ended === 0) return;
      const counts = await tx.rows<{ outcome: string; n: number | string }>(
        sql`select outcome, count(*) as n from lead_import_row
            where import_id = ${id} and outcome is not null group by outcome order by outcome`,
      );
      const facts = Object.fromEntries(counts.map(({ outcome, n }) => [outcome, Number(n)]));
      await this.ledger.append(tx, {
        kind: 'leadImport.finished',
        actor: theClock,
        subject: { type: 'leadImport', id },
        facts: { file: fileName, ...facts },
      });
    });
  }

  /** Rows hold telephone numbers: they go after thirty days. A file whose storing broke off is told as such. */
  private async tidy(): Promise<void> {
    const now = msOf(this.clock.now());
    const [old, abandoned] = [toInstant(now - keptMs), toInstant(now - abandonedMs)];
    const where = sql`(state = 'receiving' and moved_at < ${abandoned}) or created_at < ${old}`;
    if (!(await this.reader.one(sql`select id from lead_import where ${where} limit 1`))) return;
    await this.work.run(async (tx) => {
      await tx.run(
        sql`update lead_import set state = ${leadImportMoves.to('giveUp')}, moved_at = ${this.clock.now()}
            where state = 'receiving' and moved_at < ${abandoned}`,
      );
      await tx.run(
        sql`delete from lead_import_row where import_id in (select id from lead_import where created_at < ${old})`,
      );
      await tx.run(sql`delete from lead_import where created_at < ${old}`);
    });
  }

  private async scout(id: string): Promise<Viewer> {
    const person = await this.people.byId(id);
    if (!person) throw new Error(`the scout ${id} of an import is unknown`);
    const { account, name, unitId, unitName, roles, locale } = person;
    return { personId: id, account, name, unitId, unitName, roles, locale: locale ?? 'zh-CN' };
  }
}

const entryScout = ({ personId, unitId, account }: Viewer) => ({ personId, unitId, account });
