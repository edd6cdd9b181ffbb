import type { Randomness } from '../clock/randomness';

/** No i, l, o and u: nothing that is read out or copied by hand can be taken for another symbol. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const groups = 4;

/** A new receipt code, `7f3c-0kqa-…`: four groups of four symbols, 80 random bits. */
export function newReceiptCode(randomness: Randomness): string {
  const symbols = Array.from(randomness.bytes(groups * 4), (byte) => alphabet.charAt(byte % 32)).join('');
  return (symbols.match(/.{4}/g) ?? []).join('-');
}

/** As it is printed and read out. */
export const shownCode = (code: string): string => code.toUpperCase();

/** A code as people type it (capitals, missing hyphens, O for 0, I or L for 1); null when it is none. */
export function readReceiptCode(typed: string): string | null {
  if (typed.length > 60) return null;
  const symbols = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  if (symbols.length !== groups * 4 || [...symbols].some((symbol) => !alphabet.includes(symbol))) return null;
  return (symbols.match(/.{4}/g) ?? []).join('-');
}
