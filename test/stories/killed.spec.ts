import Database from 'better-sqlite3';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stringify } from 'qs';
import { sql } from '../../src/database/sql';
import { Verifier } from '../../src/ledger/verifier';
import { SessionsService } from '../../src/people/sessions.service';
import { foundCity, TestCity } from '../support/city';
import { startApp, startOfTests } from '../support/app';
import { scoresOfSeat } from '../support/seats';
import { TestServer } from '../support/server';

const cycles = 50;
const votesPerCycle = 20;
const secret = 'a secret for tests, long enough to be taken';

describe('a server killed with -9 while people vote, on SQLite', () => {
  let environment: Record<string, string>;
  let file: string;
  let seats: { seat: number; cookie: string }[];
  let items: string[];

  beforeAll(async () => {
    const city = await foundCity('sqlite');
    const round = await city.openRound(10);
    seats = await openSeats(city, round.id);
    items = (
      await city.app.reader.rows<{ id: string }>(sql`select id from round_item where round_id = ${round.id}`)
    ).map(({ id }) => id);
    const clockFile = join(mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'clock-')), 'now');
    writeFileSync(clockFile, startOfTests);
    file = city.app.config.DATABASE_URL.slice('sqlite:'.length);
    environment = {
      MODE: 'test',
      DATABASE_URL: `sqlite:${file}`,
      DATA_DIR: city.app.config.DATA_DIR,
      SECRET_KEY: secret,
      MAIL_URL: 'mailbox:',
      LOG_LEVEL: 'error',
      CLOCK_FILE: clockFile,
    };
    await city.close();
  });

  it(
    `loses no acknowledged vote in ${cycles} cycles of at least ${votesPerCycle} votes`,
    async () => {
      const acknowledged: string[] = [];
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        const before = acknowledged.length;
        const server = await TestServer.start(environment);
        await voteUntilKilled(server, cycle, acknowledged);
        expect(acknowledged.length - before).toBeGreaterThanOrEqual(votesPerCycle);
        const stored = storedComments();
        expect(acknowledged.filter((comment) => !stored.has(comment))).toEqual([]);
      }
      console.log(`${cycles} kills, ${acknowledged.length} acknowledged votes, 0 lost`);

      const app = await startApp('sqlite', environment);
      const report = await app.get(Verifier).verify(app.reader);
      await app.close();
      expect(report.problems).toEqual([]);
    },
    10 * 60_000,
  );

  /** Eight voters at once revise ballots; the server is killed in the middle of it. */
  async function voteUntilKilled(server: TestServer, cycle: number, acknowledged: string[]): Promise<void> {
    const { csrf, cookie } = await csrfOf(server.address);
    const start = acknowledged.length;
    let running = true;
    let vote = 0;
    const voter = async (at: number): Promise<void> => {
      const seat = seats[at];
      if (!seat) return;
      while (running) {
        const comment = `第${cycle}次第${(vote += 1)}票`;
        const itemId = items[vote % items.length] ?? '';
        const form = {
          _csrf: csrf,
          scores: scoresOfSeat(seat.seat, 3),
          vote: 'agree',
          comment,
          intent: 'cast',
          idempotencyKey: comment,
        };
        try {
          const answer = await fetch(`${server.address}/ballot/items/${itemId}`, {
            method: 'POST',
            redirect: 'manual',
            headers: {
              'content-type': 'application/x-www-form-urlencoded',
              cookie: `${cookie}; ballot=${seat.cookie}`,
            },
            body: stringify(form),
          });
          if (answer.status !== 303)
            throw new Error(`A vote was answered with ${answer.status}: ${await answer.text()}`);
          acknowledged.push(comment);
        } catch (error) {
          // A connection that broke off is what the kill looks like from here; that vote was not acknowledged.
          if ((error as Error).name !== 'TypeError') throw error;
          return;
        }
      }
    };
    const voters = Promise.all(Array.from({ length: 8 }, (_, at) => voter(at)));
    while (acknowledged.length - start < votesPerCycle) await wait(1);
    running = false;
    await server.kill();
    await voters;
  }

  /** What is in the file after the kill, read by an engine of our own; the file has to be whole. */
  function storedComments(): Set<string> {
    const database = new Database(file);
    const [check] = database.pragma('integrity_check') as { integrity_check: string }[];
    expect(check?.integrity_check).toBe('ok');
    const rows = database.prepare('select comment from ballot_version').all() as { comment: string }[];
    database.close();
    return new Set(rows.map(({ comment }) => comment));
  }
});

async function openSeats(city: TestCity, roundId: string): Promise<{ seat: number; cookie: string }[]> {
  const rows = await city.app.reader.rows<{ linkId: string; roundSeatId: string; personId: string }>(
    sql`select mailed_link.id as "linkId", round_seat.id as "roundSeatId", round_seat.holder_id as "personId"
        from round_seat join mailed_link on mailed_link.round_seat_id = round_seat.id
        where round_seat.round_id = ${roundId} order by round_seat.position`,
  );
  const seats: { seat: number; cookie: string }[] = [];
  for (const [seat, row] of rows.entries()) {
    const { token } = await city.app.work.run((tx) =>
      city.app.get(SessionsService).openForBallot(tx, { ...row, roundId }, 'test'),
    );
    seats.push({ seat, cookie: token });
  }
  return seats;
}

async function csrfOf(address: string): Promise<{ csrf: string; cookie: string }> {
  const answer = await fetch(`${address}/sign-in`);
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { csrf, cookie };
}
