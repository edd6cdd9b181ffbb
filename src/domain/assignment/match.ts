/** What someone knows: codes of GB/T 4754 at any level (`C36`, `C367`, `C3670`) and key chains of the city. */
export interface Expertise {
  readonly industries: readonly string[];
  readonly chains: readonly string[];
}

/** What a lead is about. */
export interface Subject {
  /** A class of GB/T 4754, `C3670`; null where the form says none. */
  readonly industryCode: string | null;
  readonly chain: string | null;
}

/** 0 own field, 1 a neighbouring one, 2 none. */
export type MatchGrade = 0 | 1 | 2;

/** Letter and two digits name a division: `C36`. */
const divisionLength = 3;

/**
 * Own field: the lead's chain is among the chains, or its class lies under one of the codes, which must name at least
 * a division (a whole section such as `C`, all of manufacturing, is nobody's own field). Neighbouring: the same
 * division, or a section that was named as a whole. Someone of whom nothing is recorded has no field.
 */
export function gradeMatch({ industries, chains }: Expertise, { industryCode, chain }: Subject): MatchGrade {
  if (chain !== null && chains.includes(chain)) return 0;
  if (industryCode === null) return 2;
  let grade: MatchGrade = 2;
  for (const code of industries) {
    if (code.length >= divisionLength && industryCode.startsWith(code)) return 0;
    if (code.slice(0, divisionLength) === industryCode.slice(0, Math.min(code.length, divisionLength)))
      grade = 1;
  }
  return grade;
}

export const noExpertise: Expertise = { industries: [], chains: [] };
