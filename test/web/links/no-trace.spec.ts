import fs, { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { sql } from '../../../src/database/sql';
import { LinkFetches } from '../../../src/links/link-fetches';
import { withoutTokens } from '../../../src/http/logging';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { ballotOf, BallotCity, viewerOf } from '../ballots/ballot-city';

onEachDatabase('L-15: what a voting link leaves behind', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let secrets: string[];
  const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'trace-'));
  beforeAll(async () => {
    app = await startApp(dialect, { DATA_DIR: folder });
    city = await BallotCity.open(app, 1);
    secrets = [];
    for (const seat of city.seats) {
      const [mail] = await city.mails(seat.email, 'round.invitation');
      const code = /短码 ([0-9A-Z]{4})-([0-9A-Z]{4})/.exec(mail?.text ?? '');
      secrets.push(seat.token, `${code?.[1]}-${code?.[2]}`, `${code?.[1]}${code?.[2]}`.toLowerCase());
    }
    const seat = city.seat('park');
    const visitor = app.visitor();
    await visitor.get(`/v/${seat.token}`);
    await visitor.post(`/v/${seat.token}`);
    await visitor.post(`/ballot/items/${city.item(1).id}`, ballotOf('park'));
    await app
      .get(RoundsService)
      .reissueLink(await viewerOf(app, 'secretary-01'), city.roundId, city.seat('institute').roundSeatId);
    await app.get(LinkFetches).flush();
  }, 60_000);
  afterAll(() => app.close());

  const hits = (text: string): number => secrets.filter((secret) => text.includes(secret)).length;

  /** Every row of every table, as a dump would have it. */
  async function dump(): Promise<string> {
    const rows: string[] = [];
    for (const table of Object.keys(await app.allRowCounts()))
      rows.push(JSON.stringify(await app.reader.rows(sql.raw(`select * from "${table}"`))));
    return rows.join('\n');
  }

  it('is no token and no code in the database, waiting and sent mails included', async () => {
    expect(secrets).toHaveLength(30);
    expect(hits(await dump())).toBe(0);
    const seat = city.seat('park');
    expect((await app.visitor().post(`/v/${seat.token}`)).statusCode).toBe(303);
  });

  it('is nothing in the files of the program, the database file and backups of it among them', () => {
    const url = app.config.DATABASE_URL;
    const files = filesIn(folder);
    if (url.startsWith('sqlite:')) {
      const path = url.slice('sqlite:'.length);
      files.push(...[path, `${path}-wal`].filter((one) => existsSync(one)));
      expect(statSync(path).size).toBeGreaterThan(100_000);
    }
    for (const file of files) expect([file, hits(readFileSync(file, 'latin1'))]).toEqual([file, 0]);
  });

  it('is nothing in the log of requests, whatever way the address is written', async () => {
    const lines: string[] = [];
    const loud = await startApp(dialect, { LOG_LEVEL: 'trace' });
    // The log goes straight to the descriptor of the console.
    const [write, writeSync] = [fs.write, fs.writeSync];
    const keep = (_: number, text: unknown): number => {
      lines.push(String(text));
      return Buffer.byteLength(String(text));
    };
    Object.assign(fs, {
      writeSync: keep,
      write: (...given: unknown[]) => {
        const done = given.at(-1) as (error: null, bytes: number) => void;
        done(null, keep(0, given[1]));
      },
    });
    const token = secrets[0] ?? '';
    try {
      const paths = [
        `/v/${token}`,
        `/V/${token}`,
        `/v//${token}`,
        `/v/${token}?x=${token}`,
        `//v/${token}`,
        `/v/${token}/x`,
      ];
      for (const url of paths)
        for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT'] as const)
          await loud.app.inject({
            method,
            url,
            headers: { referer: `http://127.0.0.1/v/${token}` },
          } as InjectOptions);
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      await loud.app.inject({
        method: 'POST',
        url: '/v',
        payload: `code=${secrets[1]}&whom=a`,
        headers: form,
      });
    } finally {
      Object.assign(fs, { write, writeSync });
    }
    await loud.close();
    expect(lines.join('')).toContain('answered');
    expect(hits(lines.join(''))).toBe(0);
    expect(withoutTokens(`/v/${token}?x=${token}`)).not.toContain(token);
  }, 60_000);

  it('is found by the same search where one does lie in the clear (control)', async () => {
    await app.work.run((tx) =>
      tx.run(
        sql`update outbox_mail set last_error = ${secrets[0] ?? ''} where to_address = ${city.seat('park').email}`,
      ),
    );
    expect(hits(await dump())).toBe(1);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
