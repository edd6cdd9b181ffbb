/** Where a segment stands in its chain; the map shows them as columns in this order (mechanisms 114: 上游、中游、下游). */
export const PLACES = ['up', 'mid', 'down'] as const;
export type Place = (typeof PLACES)[number];

/** A chain in force is offered in forms; a closed one stays readable where it was named. */
export const STANDINGS = ['active', 'closed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How far the city has come with a target firm. A dropped one is kept and matches nothing. */
export const FIRM_STATES = ['planned', 'contacted', 'talking', 'landed', 'dropped'] as const;
export type FirmState = (typeof FIRM_STATES)[number];

/** Text without what does not tell words apart: NFKC, lower case, letters and digits only, so it holds no wildcard. */
export function plainKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Shorter words are in every other text. */
const SHORTEST_WORD = 2;
const MOST_WORDS = 12;

/** The words by which a text is known to speak of a segment: its name, and those listed with commas, as plain keys. */
export function segmentKeys(segment: { readonly name: string; readonly words: string }): string[] {
  const listed = [segment.name, ...segment.words.split(/[,，、;；\n]/u)].map(plainKey);
  return [...new Set(listed)].filter((key) => [...key].length >= SHORTEST_WORD).slice(0, MOST_WORDS);
}

/** What of a lead is searched for the words of segments: title and outline, as one plain key. */
export function leadKey(content: { readonly title: string | null; readonly summary: string | null }): string {
  return [content.title, content.summary].map((text) => plainKey(text ?? '').slice(0, 2000)).join(' ');
}
