import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { gramsOfQuery } from './lead-grams';

/**
 * How the words of a search are looked up. `rare` starts from the few leads that hold the rarest pair of symbols;
 * `common`, where every pair is in too many leads, looks at the newest leads only and says so.
 */
export type LeadSearch =
  | { readonly by: 'nothing' }
  | { readonly by: 'exact'; readonly condition: Sql }
  | { readonly by: 'rare'; readonly gram: string; readonly others: readonly string[] }
  | { readonly by: 'common'; readonly grams: readonly string[] };

const rareUnder = 1_000;
/** Pairs that are checked beside the first; more would not make the answer better, only slower. */
const mostGrams = 8;

/** Decides by counting, each pair up to a limit. One statement at the most. */
export async function planSearch(source: Source, q: string): Promise<LeadSearch> {
  if (q === '') return { by: 'nothing' };
  const exact = exactly(q);
  if (exact !== null) return { by: 'exact', condition: exact };
  const grams = gramsOfQuery(q).slice(0, mostGrams + 1);
  if (grams.length === 0) return { by: 'exact', condition: sql`1 = 0` };
  const counts = await source.rows<{ gram: string; held: number | string }>(
    sql.join(
      grams.map(
        (gram) => sql`select ${gram} as gram, count(*) as held
          from (select 1 from lead_gram where ${holdsGram(gram)} limit ${rareUnder}) as bounded`,
      ),
      ' union all ',
    ),
  );
  const sorted = counts
    .map(({ gram, held }) => ({ gram, held: Number(held) }))
    .sort((a, b) => a.held - b.held);
  const [first] = sorted;
  if (!first || first.held >= rareUnder) return { by: 'common', grams };
  return { by: 'rare', gram: first.gram, others: sorted.slice(1).map(({ gram }) => gram) };
}

/** A number, a part of one, or a credit code: found through their own indexes. */
function exactly(q: string): Sql | null {
  const plain = q.toUpperCase().replace(/\s/g, '');
  const number = /^L?-?(\d{4})-?(\d{5})$/.exec(plain);
  if (number) return sql`lead.number = ${`L-${number[1]}-${number[2]}`}`;
  return /^[0-9A-Z]{18}$/.test(plain) && /\d/.test(plain) ? sql`lead.uscc = ${plain}` : null;
}

/** A pair, or a single symbol, which any pair that begins with it holds. */
export function holdsGram(gram: string): Sql {
  if ([...gram].length > 1) return sql`gram = ${gram}`;
  return sql`gram >= ${gram} and gram < ${`${gram}\u{10ffff}`}`;
}

/** That a lead, named by `lead`, holds a pair. A single symbol is looked for in its texts: only few leads are asked. */
export function leadHolds(gram: string): Sql {
  if ([...gram].length > 1)
    return sql`exists (select 1 from lead_gram where gram = ${gram} and lead_id = lead.id)`;
  const within = `%${gram}%`;
  return sql`(lower(lead.title) like ${within} or lower(lead.investor_name) like ${within})`;
}
