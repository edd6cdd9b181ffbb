import { Injectable } from '@nestjs/common';
import { VirusScanner } from '../files/virus-scanner';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { beijing, msOf } from '../domain/shared/instant';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { freeShare, LEAST_FREE } from './free-space';
import { OpsQueries } from './ops.queries';

/** What one look found: all right, worth knowing, or wrong. */
export interface Finding {
  readonly state: 'ok' | 'note' | 'failed';
  readonly text: string;
}

/** A mail that has waited so long is not merely waiting. */
const longestWait = 60 * 60_000;
const mostListed = 20;

/** Looks the installation over: versions, the database's own checks, our invariants, mail, calendar, disk. */
@Injectable()
export class Doctor {
  constructor(
    private readonly reader: Reader,
    private readonly work: UnitOfWork,
    private readonly checks: ConsistencyChecks,
    private readonly queries: OpsQueries,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly scanner: VirusScanner,
  ) {}

  async examine(words: Words): Promise<Finding[]> {
    const findings = await Promise.all([
      this.versions(words),
      this.reader.dialect === 'sqlite' ? this.sqlite(words) : this.postgres(words),
      this.invariants(words),
      this.mail(words),
      this.years(words),
      this.disk(words),
      this.scan(words),
    ]);
    return findings.flat();
  }

  private async versions(words: Words): Promise<Finding[]> {
    const row = await this.reader.one<{ version: string }>(
      this.reader.dialect === 'sqlite'
        ? sql`select sqlite_version() as version`
        : sql`select version() as version`,
    );
    const database = `${this.reader.dialect === 'sqlite' ? 'SQLite ' : ''}${row?.version ?? '?'}`;
    const { node, openssl } = process.versions;
    const major = Number(node.split('.')[0]);
    const text = words.t('ops.doctor.versions', { node, database, openssl: openssl ?? '?' });
    return [
      { state: 'ok', text },
      ...(major < 22 ? [{ state: 'note' as const, text: words.t('ops.doctor.oldNode', { node }) }] : []),
    ];
  }

  private async sqlite(words: Words): Promise<Finding[]> {
    const pragma = async (name: string): Promise<unknown> =>
      this.work.run(
        async (tx) =>
          Object.values((await tx.one<Record<string, unknown>>(sql.raw(`pragma ${name}`))) ?? {})[0],
      );
    const settings: Finding[] = [];
    for (const [name, wanted] of [
      ['journal_mode', 'wal'],
      ['synchronous', 2],
      ['foreign_keys', 1],
    ] as const) {
      const found = await pragma(name);
      settings.push(
        verdict(
          found === wanted,
          words.t('ops.doctor.setting', { name, found: String(found), wanted: String(wanted) }),
        ),
      );
    }
    const damage = (await this.reader.rows<{ integrity_check: string }>(sql`pragma integrity_check`)).map(
      (row) => row.integrity_check,
    );
    const orphans = await this.reader.rows<{ table: string; rowid: number }>(sql`pragma foreign_key_check`);
    const sound = damage.every((text) => text === 'ok');
    return [
      ...settings,
      verdict(sound, words.t('ops.doctor.integrity', { said: damage.slice(0, 3).join('; ') })),
      verdict(
        orphans.length === 0,
        words.t('ops.doctor.orphans', {
          n: orphans.length,
          tables: [...new Set(orphans.map(({ table }) => table))].join(', ') || '-',
        }),
      ),
    ];
  }

  private async postgres(words: Words): Promise<Finding[]> {
    const show = async (name: string): Promise<string> =>
      Object.values((await this.reader.one<Record<string, string>>(sql.raw(`show ${name}`))) ?? {})[0] ?? '?';
    const fsync = await show('fsync');
    const commit = await show('synchronous_commit');
    return [
      verdict(fsync === 'on', words.t('ops.doctor.setting', { name: 'fsync', found: fsync, wanted: 'on' })),
      verdict(
        commit !== 'off',
        words.t('ops.doctor.setting', { name: 'synchronous_commit', found: commit, wanted: 'on' }),
      ),
    ];
  }

  private async invariants(words: Words): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const check of this.checks.all) {
      const said = await check.run(this.reader);
      findings.push(verdict(said.length === 0, words.t('ops.doctor.invariant', { name: check.name })));
      for (const text of said.slice(0, mostListed)) findings.push({ state: 'failed', text });
    }
    return findings;
  }

  private async mail(words: Words): Promise<Finding[]> {
    const [depth, oldest] = await Promise.all([this.queries.outbox(), this.queries.oldestWaiting()]);
    const waited = oldest ? msOf(this.clock.now()) - msOf(oldest) : 0;
    const waiting = depth.queued + depth.sending;
    const since =
      waiting === 0
        ? ''
        : words.t('ops.doctor.oldest', { span: formatsFor(words).span(Math.max(0, waited)) });
    return [
      verdict(waited <= longestWait, words.t('ops.doctor.mail', { n: waiting, since })),
      ...(depth.failed > 0
        ? [{ state: 'note' as const, text: words.t('ops.doctor.failedMail', { n: depth.failed }) }]
        : []),
    ];
  }

  private async years(words: Words): Promise<Finding[]> {
    const missing = await this.calendars.missingYears();
    const { year } = beijing(this.clock.now());
    if (missing.length === 0)
      return [{ state: 'ok', text: words.t('ops.doctor.calendar', { year, next: year + 1 }) }];
    return missing.map((one) => ({
      state: one === year ? 'failed' : 'note',
      text: words.t('ops.doctor.noYear', { year: one }),
    }));
  }

  private async disk(words: Words): Promise<Finding[]> {
    const free = await freeShare(this.config.DATA_DIR);
    return [
      verdict(
        free >= LEAST_FREE,
        words.t('ops.doctor.disk', { free: Math.floor(free * 100), least: LEAST_FREE * 100 }),
      ),
    ];
  }

  private async scan(words: Words): Promise<Finding[]> {
    const place = this.config.SCAN_URL;
    if (place === '') return [{ state: 'note', text: words.t('papers.scanner.doctor.none') }];
    const why = await this.scanner.trouble();
    return why === null
      ? [{ state: 'ok', text: words.t('papers.scanner.doctor.ok', { place }) }]
      : [{ state: 'failed', text: words.t('papers.scanner.doctor.down', { place, why }) }];
  }
}

function verdict(good: boolean, text: string): Finding {
  return { state: good ? 'ok' : 'failed', text };
}
