import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An item of a round may ask only some criteria; the others carry over what an earlier, announced outcome counted.
 * `asked` is a JSON list of criterion codes, `carried` the marks as they stood when the round was opened.
 */
export class LookAgainAtSomeCriteria1700000000495 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table round_item add column carries_from_id varchar(26) references outcome (id)',
    );
    await runner.query(
      'alter table round_item add column asked text check ((asked is null) = (carries_from_id is null))',
    );
    await runner.query(
      'alter table round_item add column carried text check (carried is null or asked is not null)',
    );
    await runner.query('create index round_item_carries_from on round_item (carries_from_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index round_item_carries_from');
    for (const column of ['carried', 'asked', 'carries_from_id'])
      await runner.query(`alter table round_item drop column ${column}`);
  }
}
