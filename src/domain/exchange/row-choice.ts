/** Ranges that somebody types at the most, and digits of a row number. */
const mostRanges = 200;

export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Row numbers as people type them: `3-20, 25、31`, full-width digits and signs too.
 * @returns null where something else stands there, a range runs backwards or there are more than 200
 */
export function readRowChoice(text: string): readonly RowRange[] | null {
  const plain =
    text.length > 4000
      ? '!'
      : text
          .normalize('NFKC')
          .replace(/[、;，]/g, ',')
          .replace(/[–—~至]/g, '-');
  const parts = plain.split(/[,\s]+/).filter((part) => part !== '');
  if (parts.length > mostRanges) return null;
  const ranges = parts.map((part) => {
    const match = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(part);
    if (match === null) return null;
    const from = Number(match[1]);
    return { from, to: match[2] === undefined ? from : Number(match[2]) };
  });
  return ranges.every((range): range is RowRange => range !== null && range.from <= range.to) ? ranges : null;
}
