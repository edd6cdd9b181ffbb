import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * States that share a tab, and the order by amount, with every further filter. The last one answers what a search
 * asks of the leads it walks along without opening their rows, which hold the whole form.
 */
const indexes = {
  lead_state_track: 'state, track, submitted_at, id',
  lead_host_first_state: 'first_host_id, state, submitted_at, id',
  lead_host_first_state_track: 'first_host_id, state, track, submitted_at, id',
  lead_state_total: 'state, total_investment, id',
  lead_tab_track_total: 'tab, track, total_investment, id',
  lead_state_track_total: 'state, track, total_investment, id',
  lead_host_first_tab_total: 'first_host_id, tab, total_investment, id',
  lead_host_first_state_total: 'first_host_id, state, total_investment, id',
  lead_host_first_track_total: 'first_host_id, track, total_investment, id',
  lead_host_first_tab_track_total: 'first_host_id, tab, track, total_investment, id',
  lead_host_first_state_track_total: 'first_host_id, state, track, total_investment, id',
  lead_facets: 'id, tab, state, track, first_host_id, submitted_at, total_investment',
} as const;

export class ReadEachFilterOfTheListFromAnIndex1700000000610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(indexes))
      await runner.query(`create index ${name} on lead (${columns})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(indexes)) await runner.query(`drop index ${name}`);
  }
}
