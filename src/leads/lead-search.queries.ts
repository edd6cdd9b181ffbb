import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { coveringGrams, gramsOfTerms, termsOfQuery } from './lead-grams';

/**
 * How the words of a search are looked up. `pairs` starts from the rarest pair of symbols and walks its holders from
 * the newest back; `since` bounds the walk where there are too many. `texts` reads the texts themselves, of few
 * leads: a scout's own, or the newest where a single symbol is all that is asked for.
 */
export type LeadSearch =
  | { readonly by: 'nothing' }
  | { readonly by: 'exact'; readonly condition: Sql }
  | {
      readonly by: 'pairs';
      readonly gram: string;
      readonly since: string;
      readonly conditions: readonly Sql[];
      /** Whether the pairs say it all, so that a bare count need not look at the leads. */
      readonly byPairsAlone: boolean;
    }
  | { readonly by: 'texts'; readonly conditions: readonly Sql[] };

/** Holders of a pair that are looked at, or leads whose texts are read, at the most. */
export const SEARCH_REACH = 1_200;
/** Pairs that are checked beside the first; more would not make the answer better, only slower. */
const mostGrams = 8;

/** Decides by counting, each pair up to a limit. Two statements at the most. */
export async function planSearch(source: Source, q: string, own: boolean): Promise<LeadSearch> {
  if (q === '') return { by: 'nothing' };
  const exact = exactly(q);
  if (exact !== null) return { by: 'exact', condition: exact };
  const terms = termsOfQuery(q);
  if (terms.length === 0) return { by: 'exact', condition: sql`1 = 0` };
  const grams = own ? [] : gramsOfTerms(terms).slice(0, mostGrams + 1);
  if (grams.length === 0) return { by: 'texts', conditions: terms.map(textHolds) };
  const [rarest] = await byRarity(source, grams);
  const covering = new Set(coveringGrams(terms).slice(0, mostGrams));
  const others = [...covering].filter((gram) => gram !== rarest?.gram);
  const single = terms.filter((term) => [...term].length === 1).map(textHolds);
  return {
    by: 'pairs',
    gram: rarest?.gram ?? '',
    since: (rarest?.held ?? 0) < SEARCH_REACH ? '' : await sinceOf(source, rarest?.gram ?? ''),
    conditions: [...others.map(alsoHolds), ...single],
    byPairsAlone: single.length === 0,
  };
}

async function byRarity(source: Source, grams: readonly string[]): Promise<{ gram: string; held: number }[]> {
  const counts = await source.rows<{ gram: string; held: number | string }>(
    sql.join(
      grams.map(
        (gram) => sql`select ${gram} as gram, count(*) as held
          from (select 1 from lead_gram where gram = ${gram} limit ${SEARCH_REACH}) as bounded`,
      ),
      ' union all ',
    ),
  );
  return counts.map(({ gram, held }) => ({ gram, held: Number(held) })).sort((a, b) => a.held - b.held);
}

async function sinceOf(source: Source, gram: string): Promise<string> {
  const row = await source.one<{ since: string }>(
    sql`select listed_at as since from lead_gram where gram = ${gram}
        order by listed_at desc, lead_id desc limit 1 offset ${SEARCH_REACH - 1}`,
  );
  return row?.since ?? '';
}

/** A number, or a credit code: found through their own indexes. */
function exactly(q: string): Sql | null {
  const plain = q.toUpperCase().replace(/\s/g, '');
  const number = /^L?-?(\d{4})-?(\d{5})$/.exec(plain);
  if (number) return sql`lead.number = ${`L-${number[1]}-${number[2]}`}`;
  return /^[0-9A-Z]{18}$/.test(plain) && /\d/.test(plain) ? sql`lead.uscc = ${plain}` : null;
}

/** That `lead` answers to the words, for lists that walk along few leads by themselves; reads each pair by its key. */
export function answersTo(q: string): Sql[] {
  if (q === '') return [];
  const exact = exactly(q);
  if (exact !== null) return [exact];
  const terms = termsOfQuery(q);
  if (terms.length === 0) return [sql`1 = 0`];
  const pairs = coveringGrams(terms).slice(0, mostGrams);
  return [
    ...pairs.map(
      (gram) => sql`exists (select 1 from lead_gram held where held.gram = ${gram}
        and held.listed_at = lead.listed_at and held.lead_id = lead.id)`,
    ),
    ...terms.filter((term) => [...term].length === 1).map(textHolds),
  ];
}

/** That the holder `held` of one pair holds another one too. */
function alsoHolds(gram: string): Sql {
  return sql`exists (select 1 from lead_gram also where also.gram = ${gram}
    and also.listed_at = held.listed_at and also.lead_id = held.lead_id)`;
}

/** Terms are letters and digits only, so there is nothing in them that LIKE would read otherwise. */
function textHolds(term: string): Sql {
  const within = `%${term}%`;
  return sql`(lower(lead.title) like ${within} or lower(lead.investor_name) like ${within})`;
}
