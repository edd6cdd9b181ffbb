import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../../src/cli/run';
import { sql } from '../../../src/database/sql';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { PeopleQueries } from '../../../src/people/people.queries';
import { foundCity, TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { installation, run } from './command-line';

describe('the command line', () => {
  it('tells how each command is called', async () => {
    const all = await run({}, '--help');
    expect(all.code).toBe(0);
    for (const { name } of commands) {
      expect(all.out).toContain(name);
      const one = await run({}, name, '--help');
      expect([name, one.code, one.out.includes(`-- ${name}`)]).toEqual([name, 0, true]);
    }
    expect(all.out).not.toContain('copy-database');
  });

  it.each([
    [[]],
    [['dance']],
    [['migrate', 'now']],
    [['backup']],
    [['backup', 'a', 'b']],
    [['verify', '--heads', 'x']],
    [['verify', '--head', '/no/such/file']],
    [['seed']],
    [['seed', '--stage', 'moon', '--seed', '1']],
    [['seed', '--stage', 'cage', '--seed', 'one']],
    [['user:create', '--account', 'x']],
  ])('answers wrong use with 2 and what would be right: %j', async (typed) => {
    const { code, out, err } = await run({}, ...typed);
    expect(code).toBe(2);
    expect(out + err).toContain('Usage: npm run cli');
  });

  it('names what is missing in the configuration', async () => {
    const { code, err } = await run({ MODE: 'production', DATABASE_URL: 'nonsense' }, 'doctor');
    expect(code).toBe(2);
    for (const name of ['BASE_URL', 'DATABASE_URL', 'SECRET_KEY']) expect(err).toContain(name);
  });
});

onEachDatabase('beside a running server', (dialect) => {
  let city: TestCity;
  let environment: Record<string, string>;
  beforeAll(async () => {
    city = await foundCity(dialect);
    await city.openRound(1);
    const { DATABASE_URL, DATA_DIR } = city.app.config;
    environment = installation(DATABASE_URL, DATA_DIR);
  });
  afterAll(() => city.close());

  it('verify says what it checked and what it cannot prove', async () => {
    const { code, out } = await run(environment, 'verify');
    expect(out).toContain('No problem');
    expect(out).toMatch(/Cannot be proven|cannot/i);
    expect(code).toBe(0);
  });

  it('T-05 verify takes heads from outside, and finds the one that does not fit', async () => {
    const [last] = await city.app.reader.find(LedgerEntry, sql`order by seq desc limit 1`);
    const file = join(mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'heads-')), 'heads.txt');
    writeFileSync(file, `${last?.seq} ${last?.hash}\n`);
    expect((await run(environment, 'verify', '--head', file)).code).toBe(0);
    writeFileSync(file, `${last?.seq} ${'a'.repeat(64)}\n`);
    const forged = await run(environment, 'verify', '--head', file);
    expect([forged.code, forged.out.includes(`${last?.seq}`)]).toEqual([1, true]);
    writeFileSync(file, 'no head at all');
    expect((await run(environment, 'verify', '--head', file)).code).toBe(2);
  });

  it('T-01 verify names a row that was changed behind the program, and exits 1', async () => {
    const { id } = (await city.app.reader.one<{ id: string }>(sql`select id from round limit 1`)) ?? {
      id: '',
    };
    const rename = (title: string) =>
      city.app.work.run((tx) => tx.run(sql`update round set title = ${title} where id = ${id}`));
    await rename('改过的标题');
    const { code, out } = await run(environment, 'verify');
    expect([code, out.includes(id)]).toEqual([1, true]);
    await rename('测试轮次');
    expect((await run(environment, 'verify')).code).toBe(0);
  });

  it('doctor looks everything over and changes nothing', async () => {
    const before = await city.app.rowCounts();
    const { code, out } = await run(environment, 'doctor');
    expect(out).toContain('OpenSSL');
    expect(out).toContain(dialect === 'sqlite' ? 'synchronous = 2' : 'fsync');
    expect(out).toMatch(/✓ Consistency: /);
    expect([code === 0, out.includes('✗')]).toEqual([!out.includes('✗'), code === 1]);
    expect(await city.app.rowCounts()).toEqual(before);
  });

  it('doctor finds a row that refers to nothing', async () => {
    if (dialect !== 'sqlite') return;
    const { default: Database } = await import('better-sqlite3');
    const file = new Database(city.app.config.DATABASE_URL.slice('sqlite:'.length));
    file.pragma('foreign_keys = off');
    file.exec(
      "insert into person (id, account, name, post, email, unit_id, roles, created_at) values ('lost', 'lost', 'lost', '', 'lost@x.example', 'nowhere', 'scout', '2026-03-17T01:00:00.000Z')",
    );
    const sick = await run(environment, 'doctor');
    expect([sick.code, sick.out.includes('✗ 1 row refers')]).toEqual([1, true]);
    file.exec("delete from person where id = 'lost'");
    file.close();
  });

  it('user:create registers a person with a unit of its own', async () => {
    const given = [
      '--account',
      'cli-01',
      '--name',
      '命令行人',
      '--email',
      'cli-01@yijiang.example',
      '--roles',
      'scout,panelist',
    ];
    const unknown = await run(environment, 'user:create', ...given, '--unit', 'bureau');
    expect([unknown.code, unknown.err.includes('--unit-name')]).toEqual([2, true]);
    const made = await run(
      environment,
      'user:create',
      ...given,
      '--unit',
      'bureau',
      '--unit-name',
      '市统计局',
    );
    expect(made.code).toBe(0);
    const person = await city.app.get(PeopleQueries).byAccount('cli-01');
    expect(person).toMatchObject({ unitName: '市统计局', roles: ['scout', 'panelist'] });
    const twice = await run(environment, 'user:create', ...given, '--unit', 'bureau');
    expect([twice.code, twice.err.length > 0]).toEqual([1, true]);
    const both = await run(
      environment,
      'user:create',
      ...given.slice(0, 6),
      '--roles',
      'secretariat,panelist',
      '--unit',
      'bureau',
    );
    expect(both.code).toBe(1);
  });

  it('seed refuses a database with people in it', async () => {
    const { code } = await run(environment, 'seed', '--stage', 'intake', '--seed', '1');
    expect(code).toBe(2);
  });
});
