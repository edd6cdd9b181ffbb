import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secretariat's proposal that another host or another tier takes a lead, and what its scout says to a host. */
export class ProposeAnotherHostOrTier1700000000613 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table lead_transfer (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      kind varchar(4) not null check (kind in ('host', 'tier')),
      from_host_id varchar(26) references host (id),
      to_host_id varchar(26) references host (id),
      tier varchar(10) check (tier in ('park', 'county', 'city')),
      reason text not null,
      state varchar(10) not null check (state in ('asked', 'agreed', 'declined', 'told', 'replaced')),
      proposed_at varchar(24) not null,
      by_id varchar(26) not null references person (id),
      by_label varchar(140) not null,
      answer text,
      answered_at varchar(24),
      answered_by_id varchar(26) references person (id),
      check ((kind = 'host') = (to_host_id is not null)),
      check ((kind = 'tier') = (tier is not null)),
      check (state not in ('agreed', 'declined') or answered_at is not null),
      check ((kind = 'tier') = (state = 'told') or state = 'replaced')
    )`);
    await runner.query('create index lead_transfer_lead on lead_transfer (lead_id, proposed_at, id)');
    for (const column of ['from_host_id', 'to_host_id', 'by_id', 'answered_by_id'])
      await runner.query(
        `create index lead_transfer_${column.replace('_id', '')} on lead_transfer (${column})`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lead_transfer');
  }
}
