/** No i, l, o and u: nothing that is read out or copied by hand can be taken for another symbol. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 40 random bits: with ten tries in a quarter of an hour nobody comes near it in the life of a round. */
export const SHORT_CODE_LENGTH = 8;

/** The short code that `SHORT_CODE_LENGTH` random bytes make. */
export function shortCodeFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet.charAt(byte % 32)).join('');
}

/** As it is printed and read out: `7F3C-0KQA`. */
export function shownShortCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`.toUpperCase();
}

/** A code as people type it (full-width, capitals, blanks, O for 0, I or L for 1); null when it is none. */
export function readShortCode(typed: string): string | null {
  if (typed.length > 60) return null;
  const symbols = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}\p{Cf}.。_]/gu, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  const fits = symbols.length === SHORT_CODE_LENGTH && [...symbols].every((one) => alphabet.includes(one));
  return fits ? symbols : null;
}
