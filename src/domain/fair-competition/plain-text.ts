/**
 * A text by which wording is compared: compatibility forms folded (full-width letters and digits), lower case, and
 * nothing but letters and digits, so that spaces, brackets and dots between the symbols hide nothing. Traditional
 * symbols are turned into simplified ones by the caller, who has the tables.
 */
export function plainWording(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** How many symbols may stand where a pattern has `…`. */
export const GAP = 12;

/**
 * Where a pattern first occurs in a plain text: its parts in order, at most `GAP` symbols where it has `…`
 * (`纳税…奖励`). No pattern can make the search slow: each part is looked for once from each start.
 * @returns what was found, or null
 */
export function findPattern(pattern: string, plain: string): string | null {
  const parts = pattern.split('…').map(plainWording).filter(Boolean);
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  for (let start = plain.indexOf(first); start >= 0; start = plain.indexOf(first, start + 1)) {
    const end = endOf(rest, plain, start + first.length);
    if (end !== null) return plain.slice(start, end);
  }
  return null;
}

function endOf(parts: readonly string[], plain: string, from: number): number | null {
  let end = from;
  for (const part of parts) {
    const at = plain.slice(end, end + GAP + part.length).indexOf(part);
    if (at < 0) return null;
    end += at + part.length;
  }
  return end;
}

const DIGITS = '零一二三四五六七八九';

/** The numbers of the articles that a text names, `第五条`, `第 15 條`, `第二十一条`, in order and once each. */
export function articlesIn(text: string): number[] {
  const plain = plainWording(text).replaceAll('條', '条').replaceAll('〇', '零');
  const found = [...plain.matchAll(/第([0-9]{1,3}|[零一二三四五六七八九十百]{1,7})条/g)];
  return [...new Set(found.flatMap(([, number = '']) => numberOf(number) ?? []))];
}

function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const symbol of text) {
    if (symbol === '百' || symbol === '十') {
      total += (digit === 0 ? 1 : digit) * (symbol === '百' ? 100 : 10);
      digit = 0;
    } else digit = DIGITS.indexOf(symbol);
  }
  return total + digit > 0 ? total + digit : null;
}
