import type { Randomness } from '../clock/randomness';

/** No i, l, o and u: nothing that is read out or copied by hand can be taken for another symbol. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const symbolsOfCode = 16;
const grouped = (symbols: string): string => (symbols.match(/.{4}/g) ?? []).join('-');

/** The code of a first report's receipt, as a ballot's: four groups of four symbols, 80 random bits. */
export function newReceiptCode(randomness: Randomness): string {
  return grouped(Array.from(randomness.bytes(symbolsOfCode), (byte) => alphabet.charAt(byte % 32)).join(''));
}

/** A code as people type it (capitals, missing hyphens, O for 0, I or L for 1); null when it is none. */
export function readReceiptCode(typed: string): string | null {
  if (typed.length > 60) return null;
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '');
  const symbols = plain.replace(/o/g, '0').replace(/[il]/g, '1');
  const isOne = symbols.length === symbolsOfCode && [...symbols].every((symbol) => alphabet.includes(symbol));
  return isOne ? grouped(symbols) : null;
}
