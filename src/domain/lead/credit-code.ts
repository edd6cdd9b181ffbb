/**
 * The unified social credit code of GB 32100-2015: 1 symbol registration department, 1 entity class, 6 digits region
 * (GB/T 2260), 9 symbols organisation code (GB 11714, the last its own check), 1 check symbol.
 * Two value maps are at work and must not be mixed: the whole code counts along the alphabet without I O S V Z
 * (`final`), the organisation code along 0–9 A–Z (`inner`).
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const FINAL_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const LENGTH = 18;
/** Longer pastes are not a code with stray spaces but something else; they are cut before any work is done. */
const LONGEST_PASTE = 200;
/** Bodies registered by the State's own registration authority carry this instead of a place. */
const NATIONAL = '100000';

/** What a check needs to know about places; answered by the GB/T 2260 table. */
export interface RegionFacts {
  isProvincePrefix(prefix: string): boolean;
  isKnownRegion(code: string): boolean;
}

export type CreditCodeFault =
  'usccLength' | 'usccAlphabet' | 'usccRegionDigits' | 'usccProvince' | 'usccOrganisation' | 'usccFinal';

/** What was found about a code. `fault` null means valid. */
export interface CreditCodeFinding {
  /** Normalised: NFKC, no spaces, upper case. */
  readonly code: string;
  readonly fault: CreditCodeFault | null;
  /** For the sentence: `length`, `symbols` and `position` (from 1), `prefix`, or the `expected` 18th symbol. */
  readonly details: Readonly<Record<string, string | number>>;
  /** The check symbol is wrong but the organisation code is right: some early codes were issued so. */
  readonly legacyCandidate: boolean;
  /** False when the six digits are not in the current table; they may have been abolished since registration. */
  readonly regionKnown: boolean;
}

/** NFKC, every inner space and zero-width symbol removed, upper case: how a pasted code is read. */
export function normaliseCreditCode(text: string): string {
  return text
    .slice(0, LONGEST_PASTE)
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .toUpperCase()
    .normalize('NFKC');
}

/** The region digits (symbols 3–8), or null when the text is too short or they are not digits. */
export function regionOfCreditCode(code: string): string | null {
  const region = code.slice(2, 8);
  return /^\d{6}$/.test(region) && region !== NATIONAL ? region : null;
}

/** The 18th symbol that the first seventeen demand; null when one of them is outside the alphabet. */
export function finalCheckSymbol(first17: string): string | null {
  let sum = 0;
  for (const [i, weight] of FINAL_WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first17[i] ?? ' ');
    if (value < 0) return null;
    sum += value * weight;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? null;
}

/** The ninth symbol of an organisation code (GB 11714) that the first eight demand; null on a foreign symbol. */
export function organisationCheckSymbol(first8: string): string | null {
  let sum = 0;
  for (const [i, weight] of ORGANISATION_WEIGHTS.entries()) {
    const value = ORGANISATION_ALPHABET.indexOf(first8[i] ?? ' ');
    if (value < 0) return null;
    sum += value * weight;
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Reads and checks a code in the order of lead-form rule 3.2; the first fault found is the one told. */
export function checkCreditCode(text: string, regions: RegionFacts): CreditCodeFinding {
  const code = normaliseCreditCode(text);
  const region = code.slice(2, 8);
  const regionKnown = region === NATIONAL || regions.isKnownRegion(region);
  const found = (
    fault: CreditCodeFault | null,
    details: CreditCodeFinding['details'] = {},
    legacyCandidate = false,
  ): CreditCodeFinding => ({ code, fault, details, legacyCandidate, regionKnown });

  const symbols = [...code];
  if (symbols.length !== LENGTH) return found('usccLength', { length: symbols.length });
  const stranger = symbols.findIndex((symbol) => !ALPHABET.includes(symbol));
  if (stranger >= 0)
    return found('usccAlphabet', { symbols: symbols[stranger] ?? '', position: stranger + 1 });
  if (!/^\d{6}$/.test(region)) return found('usccRegionDigits', { region });
  if (region !== NATIONAL && !regions.isProvincePrefix(region.slice(0, 2)))
    return found('usccProvince', { prefix: region.slice(0, 2) });
  const organisation = code.slice(8, 17);
  if (organisationCheckSymbol(organisation.slice(0, 8)) !== organisation[8])
    return found('usccOrganisation', { organisation });
  const expected = finalCheckSymbol(code.slice(0, 17)) ?? '';
  if (expected !== code[17]) return found('usccFinal', { expected, typed: code[17] ?? '' }, true);
  return found(null);
}
