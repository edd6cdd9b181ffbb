import { sql, type SqlValue } from '../../../src/database/sql';
import type { TestCity } from '../../support/city';

/** More projects like one, put in beside the services: here only the number of statements matters. */
export async function copies(city: TestCity, projectId: string, count: number): Promise<void> {
  const row = async (table: string, id: unknown): Promise<Record<string, SqlValue>> =>
    (await city.app.reader.one(sql`select * from ${sql.raw(table)} where id = ${String(id)}`)) ?? {};
  const project = await row('project', projectId);
  const outcome = await row('outcome', project['outcome_id']);
  const item = await row('round_item', outcome['item_id']);
  const lead = await row('lead', project['lead_id']);
  await city.app.work.run(async (tx) => {
    const put = (table: string, given: Record<string, SqlValue>) => {
      const names = sql.raw(Object.keys(given).join(', '));
      return tx.run(sql`insert into ${sql.raw(table)} (${names}) values ${sql.list(Object.values(given))}`);
    };
    for (let n = 0; n < count; n += 1) {
      const [id, at, cage_no] = [`copy${n}`, 100 + n, `C-2027-${String(n).padStart(4, '0')}`];
      await put('lead', { ...lead, id, number: `L-2027-${n}`, claimed_uscc: null, creation_key: null });
      await put('round_item', { ...item, id, position: at, lead_id: id });
      await put('outcome', { ...outcome, id, item_id: id, lead_id: id, position: at, cage_no });
      await put('project', { ...project, id, cage_no, lead_id: id, outcome_id: id });
    }
  });
}
