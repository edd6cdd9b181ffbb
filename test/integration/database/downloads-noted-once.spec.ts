import type { QueryRunner } from 'typeorm';
import { NoteEachDownloadOnce1700000000660 } from '../../../src/database/migrations/1700000000660-note-each-download-once';
import { onEachDatabase, openTestDatabase, type TestDatabase } from '../../support/databases';

const tenth = '2026-11-30T09:00:00.';

onEachDatabase('the migration that notes each download once', (dialect) => {
  let database: TestDatabase;
  let runner: QueryRunner;
  const migration = new NoteEachDownloadOnce1700000000660();

  beforeAll(async () => {
    database = await openTestDatabase(dialect);
    runner = await database.work.run(() => Promise.resolve(database.sources.writer.createQueryRunner()));
    await runner.query(
      "insert into unit (id, code, name, kind, created_at) values ('u1', 'u1', '招商局', 'office', 'x')",
    );
    await runner.query(`insert into person (id, account, name, post, email, unit_id, roles, created_at)
      values ('p1', 'p1', '甲', '', 'p1@town.example', 'u1', 'scout', 'x')`);
    // The way back of the migration is the way the table was made.
    await migration.down(runner);
  });
  afterAll(() => database.close());

  const ids = async (table: string): Promise<string[]> => {
    const rows = (await runner.query(`select id from ${table} order by id`)) as { id: string }[];
    return rows.map(({ id }) => id);
  };
  const note = (id: string, at: string, kind: string, file: string): Promise<unknown> =>
    runner.query(`insert into file_access values
      ('${id}', '${at}', 'p1', '甲（招商局）', '${kind}', 'file', '${file}', '10.2.3.*', 'lead l1 /files/:id')`);
  const record = (id: string, at: string, kind: string, type: string, subject: string): Promise<unknown> =>
    runner.query(`insert into access_record values
      ('${id}', '${at}', 'p1', '甲', '${kind}', '${type}', '${subject}', '10.2.3.*', '', '/files/:id')`);

  it('moves what only the old notes knew, and no download twice; the way back keeps all of it', async () => {
    await note('n1', `${tenth}000Z`, 'download', 'f1');
    await record('r1', `${tenth}004Z`, 'download', 'file', 'f1');
    await note('n2', '2026-11-29T09:00:00.000Z', 'download', 'f1');
    await note('n3', `${tenth}000Z`, 'export', 'f1');
    await record('r2', `${tenth}004Z`, 'export', 'lead', 'l1');
    await record('r3', `${tenth}004Z`, 'denied', 'file', 'f1');

    await migration.up(runner);
    expect(await ids('access_record')).toEqual(['n2', 'n3', 'r1', 'r2', 'r3']);
    expect(await runner.query("select * from access_record where id = 'n3'")).toEqual([
      {
        id: 'n3',
        at: `${tenth}000Z`,
        person_id: 'p1',
        label: '甲（招商局）',
        kind: 'export',
        subject_type: 'file',
        subject_id: 'f1',
        address: '10.2.3.*',
        device: '',
        detail: 'lead l1 /files/:id',
      },
    ]);
    await expect(runner.query('select 1 from file_access')).rejects.toThrow();

    await migration.down(runner);
    expect(await ids('file_access')).toEqual(['n2', 'n3', 'r1']);
    await migration.up(runner);
    expect(await ids('access_record')).toEqual(['n2', 'n3', 'r1', 'r2', 'r3']);
  });
});
