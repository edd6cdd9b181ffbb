import { typedText } from '../http/forms';

/** What was typed of what a person knows, to be shown again as it was. */
export interface ExpertiseTyped {
  readonly industries: string;
  readonly chains: readonly string[];
}

/** `known`: the chains that may be chosen; any other is left out. */
export function typedExpertise(
  body: Readonly<Record<string, unknown>>,
  known: readonly string[],
): ExpertiseTyped {
  const given = body['chains'];
  const list: unknown[] = Array.isArray(given) ? given : [given];
  return {
    industries: typedText(body, 'industries').slice(0, 400),
    chains: known.filter((chain) => list.includes(chain)),
  };
}

/** Codes apart by blanks, commas or enumeration commas; small letters and full-width symbols count as what they mean. */
export function readIndustries(text: string): string[] {
  const codes = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s,;、，；]+/u)
    .filter((code) => code !== '');
  return [...new Set(codes)];
}
