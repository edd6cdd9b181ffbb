import { gramsOf } from '../domain/lead/name-grams';

/** Parts of nearly every company's name: too common to find anything by. */
const LEGAL_FORMS = /有限责任公司|股份有限公司|有限公司|责任公司/g;
/** More pairs than a title and a name can have; what is beyond would find nothing more. */
const MOST = 300;

/** Lower-case runs of letters and digits of a text, company forms left out. */
function tokensOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const bare = plain.replace(LEGAL_FORMS, ' ');
  const split = (from: string): string[] => from.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== '');
  const tokens = split(bare);
  return tokens.length > 0 ? tokens : split(plain);
}

/** The pairs under which a lead is found: those of its title, its investor and the investor's core name. */
export function gramsOfLead(lead: { title: string; investorName: string; investorKey: string }): string[] {
  const tokens = [...tokensOf(lead.title), ...tokensOf(lead.investorName), lead.investorKey];
  return [...new Set(tokens.flatMap((token) => gramsOf(token)))].slice(0, MOST);
}

/** The runs of letters and digits that a search asks for. */
export function termsOfQuery(text: string): string[] {
  return [...new Set(tokensOf(text.slice(0, 200)))].slice(0, 8);
}

/** The pairs in them; a run of a single symbol has none. */
export function gramsOfTerms(terms: readonly string[]): string[] {
  return [...new Set(terms.filter((term) => [...term].length > 1).flatMap((term) => gramsOf(term)))];
}

/** Pairs that touch every symbol of the terms, every second one: as telling as all of them at half the look-ups. */
export function coveringGrams(terms: readonly string[]): string[] {
  const chosen = terms.flatMap((term) => {
    const grams = gramsOfTerms([term]);
    return grams.filter((_, at) => at % 2 === 0 || at === grams.length - 1);
  });
  return [...new Set(chosen)];
}
