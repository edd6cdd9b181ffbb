import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Four tiers with each other filter of the list would want as many indexes again as there are. Instead each of these
 * is narrow by its first columns and holds the others behind the order, so that they are checked without opening the
 * rows, which hold the whole form.
 */
const made = {
  lead_tier: 'tier, submitted_at, id, track',
  lead_tier_tab: 'tier, tab, submitted_at, id, state, track',
  lead_tier_host: 'tier, first_host_id, submitted_at, id, tab, state, track',
  lead_tier_total: 'tier, total_investment, id, submitted_at, track',
  lead_tier_tab_total: 'tier, tab, total_investment, id, submitted_at, state, track',
  lead_tier_host_total: 'tier, first_host_id, total_investment, id, submitted_at, tab, state, track',
  lead_host_first_state_track: 'first_host_id, state, track, submitted_at, id, tier, tab',
} as const;

const before = {
  lead_tier: 'tier, submitted_at, id',
  lead_tier_tab: 'tier, tab, submitted_at, id',
  lead_host_first_state_track: 'first_host_id, state, track, submitted_at, id',
} as const;

export class ReadLeadsOfATierInEveryOrder1700000000670 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return replace(runner, before, made);
  }

  down(runner: QueryRunner): Promise<void> {
    return replace(runner, made, before);
  }
}

async function replace(
  runner: QueryRunner,
  old: Readonly<Record<string, string>>,
  next: Readonly<Record<string, string>>,
): Promise<void> {
  for (const name of Object.keys(old)) await runner.query(`drop index ${name}`);
  for (const [name, columns] of Object.entries(next))
    await runner.query(`create index ${name} on lead (${columns})`);
}
