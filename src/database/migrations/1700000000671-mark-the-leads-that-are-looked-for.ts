import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a target firm or a gap in a chain asks for a lead is kept at the lead, because finding it out for a page of
 * the list took as long as the number of such leads. Few are marked, so their indexes hold them alone.
 */
const facets = {
  before: 'id, tab, state, track, first_host_id, submitted_at, total_investment',
  now: 'id, tab, state, track, first_host_id, tier, wanted, submitted_at, total_investment',
};

const wanted = `revision > 0 and (
  exists (select 1 from target_firm where target_firm.uscc = lead.uscc and target_firm.state <> 'dropped')
  or exists (select 1 from target_firm
    where target_firm.name_key = lead.investor_key and target_firm.state <> 'dropped')
  or exists (select 1 from chain_lead_segment join chain_segment on chain_segment.id = chain_lead_segment.segment_id
    where chain_lead_segment.lead_id = lead.id and chain_segment.is_gap = 1))`;

export class MarkTheLeadsThatAreLookedFor1700000000671 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table lead add column wanted smallint not null default 0 check (wanted in (0, 1))',
    );
    await runner.query(`update lead set wanted = 1 where ${wanted}`);
    await runner.query(`create index lead_wanted
      on lead (submitted_at, id, tab, state, track, tier, first_host_id) where wanted = 1`);
    await runner.query(`create index lead_wanted_total
      on lead (total_investment, id, submitted_at, tab, state, track, tier, first_host_id) where wanted = 1`);
    await runner.query('drop index lead_facets');
    await runner.query(`create index lead_facets on lead (${facets.now})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index lead_facets');
    await runner.query(`create index lead_facets on lead (${facets.before})`);
    await runner.query('drop index lead_wanted_total');
    await runner.query('drop index lead_wanted');
    await runner.query('alter table lead drop column wanted');
  }
}
