/** At most so many things are asked for at once, each in at most so many symbols. */
export const MATERIALS = { most: 12, longest: 120 } as const;

/**
 * The list of material a lead is sent back for: one thing a line, numbering and blanks taken off, doubles once. Where
 * nothing was listed, the reason is the one thing asked for.
 */
export function readMaterials(text: string, reason: string): readonly string[] {
  const lines = text
    .normalize('NFKC')
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*(?:[(]?\d{1,2}[).、:]|[-*•·])\s*/u, '').trim())
    .filter((line) => line !== '');
  const unique = [...new Set(lines)];
  return unique.length > 0 ? unique : [reason.trim()];
}

/** What is wrong with a list, as a word of the catalogue; null when it can be asked for. */
export function materialsFault(materials: readonly string[]): 'materialsTooMany' | 'materialTooLong' | null {
  if (materials.length > MATERIALS.most) return 'materialsTooMany';
  // A single entry may be the reason itself, which has a length of its own.
  const long = materials.length > 1 && materials.some((line) => [...line].length > MATERIALS.longest);
  return long ? 'materialTooLong' : null;
}
