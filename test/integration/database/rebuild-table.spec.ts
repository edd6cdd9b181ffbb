import type { QueryRunner } from 'typeorm';
import { rebuildTable } from '../../../src/database/rebuild-table';
import { onEachDatabase, openTestDatabase, type TestDatabase } from '../../support/databases';

onEachDatabase('rebuilding a table', (dialect) => {
  let database: TestDatabase;
  let runner: QueryRunner;

  beforeAll(async () => {
    database = await openTestDatabase(dialect);
    const { writer } = database.sources;
    runner = await database.work.run(() => Promise.resolve(writer.createQueryRunner()));
  });
  afterAll(() => database.close());

  it('widens a check, keeps every row and every reference to it', async () => {
    await runner.query(
      "create table parent (id integer primary key, state varchar(8) not null constraint parent_state_check check (state in ('a')))",
    );
    await runner.query('create index parent_state on parent (state)');
    await runner.query('create table child (parent_id integer not null references parent (id))');
    await runner.query("insert into parent (id, state) values (1, 'a'), (2, 'a')");
    await runner.query('insert into child (parent_id) values (1), (2)');
    await expect(runner.query("update parent set state = 'b' where id = 1")).rejects.toThrow();

    await runner.beforeMigration();
    await rebuildTable(runner, {
      table: 'parent',
      columns: "id integer primary key, state varchar(8) not null check (state in ('a', 'b'))",
      carried: ['id', 'state'],
      indexes: ['create index parent_state on parent (state)'],
      postgres: [
        'alter table parent drop constraint parent_state_check',
        "alter table parent add constraint parent_state_check check (state in ('a', 'b'))",
      ],
    });
    await runner.afterMigration();

    await runner.query("update parent set state = 'b' where id = 1");
    expect(await runner.query('select id, state from parent order by id')).toEqual([
      { id: 1, state: 'b' },
      { id: 2, state: 'a' },
    ]);
    await expect(runner.query("insert into parent (id, state) values (3, 'c')")).rejects.toThrow();
    await expect(runner.query('insert into child (parent_id) values (9)')).rejects.toThrow();
    await expect(runner.query('delete from parent where id = 2')).rejects.toThrow();
  });
});
