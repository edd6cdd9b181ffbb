import { sql } from '../database/sql';
import { drawPanel, type Candidate, type DrawCriteria } from '../domain/panel/draw';
import { canonical } from '../domain/shared/canonical';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { sealedTable } from '../ledger/sealed-records';
import { PanelDraw, sealOfDraw } from './panel-draw.entity';
import { lots } from './panel-lots';

/** Every draw that was applied. */
export const sealedDraws = sealedTable('panelDraw', PanelDraw, sealOfDraw);

/** The draw repeated from its record: who comes out of it, sorted. */
export function repeated({
  seed,
  criteria,
  candidates,
}: Pick<PanelDraw, 'seed' | 'criteria' | 'candidates'>): string {
  const from = JSON.parse(candidates) as Candidate[];
  const by = JSON.parse(criteria) as DrawCriteria;
  const { drawn } = drawPanel(from, by, lots(seed));
  return canonical(drawn.map(({ personId }) => personId).sort());
}

/** A draw is what its seed makes of its candidates, and its seed is the ledger's. */
export const drawsCanBeRepeated: ConsistencyCheck = {
  name: 'each drawn panel comes out again when its draw is repeated with the seed of the ledger',
  async run(source) {
    const rows = await source.rows<PanelDraw & { number: string; planned: string | null }>(
      sql`select round.number, panel_draw.seed, panel_draw.criteria, panel_draw.candidates, panel_draw.proposed,
            (select entry.hash from ledger_entry entry where entry.kind = 'round.planned'
              and entry.subject_id = panel_draw.round_id) as planned
          from panel_draw join round on round.id = panel_draw.round_id order by round.number, panel_draw.id`,
    );
    return rows.flatMap((row) => [
      ...(row.seed === row.planned ? [] : [`${row.number}: the seed is not the ledger's`]),
      ...(repeated(row) === row.proposed ? [] : [`${row.number}: another panel comes out`]),
    ]);
  },
};
