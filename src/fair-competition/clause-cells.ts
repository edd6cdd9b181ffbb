import type { PolicyClause } from '../domain/fair-competition/policy';
import { INCENTIVE_TYPES, type IncentiveType } from '../domain/lead/dictionaries';
import { parseWan, wanText } from '../domain/shared/wan';
import type { Words } from '../words/words';

/** A clause as it is typed or pasted: five texts. */
export interface ClauseCells {
  readonly code: string;
  readonly text: string;
  /** Names of kinds of request, `地价、代建厂房`. */
  readonly types: string;
  readonly words: string;
  readonly cap: string;
}

export type ClauseFault = 'code' | 'text' | 'types' | 'words' | 'cap';

export const longest = { code: 30, text: 2000, words: 200 };

/** Reads a clause. @returns the clause, or which of its cells cannot be read */
export function readClause(cells: ClauseCells, words: Words): PolicyClause | { readonly fault: ClauseFault } {
  const code = cells.code.normalize('NFKC').trim();
  const text = cells.text.trim();
  if (code === '' || code.length > longest.code) return { fault: 'code' };
  if (text === '' || text.length > longest.text) return { fault: 'text' };
  const types = typesIn(cells.types, words);
  if (types === null) return { fault: 'types' };
  if (cells.words.length > longest.words) return { fault: 'words' };
  const cap = cells.cap.trim() === '' ? null : parseWan(cells.cap);
  if (cap === null && cells.cap.trim() !== '') return { fault: 'cap' };
  return { code, text, types, words: parts(cells.words), capWan: cap === null ? null : wanText(cap) };
}

/** The clause as it is typed again. */
export function cellsOf(
  { code, text, types, words: known, capWan }: PolicyClause,
  words: Words,
): ClauseCells {
  return {
    code,
    text,
    types: types.map((type) => typeName(type, words)).join('、'),
    words: known.join('、'),
    cap: capWan ?? '',
  };
}

/** Kinds of request by their names in this language, or by code; null where one is not known. */
export function typesIn(text: string, words: Words): IncentiveType[] | null {
  const found: IncentiveType[] = [];
  for (const name of parts(text)) {
    const type = INCENTIVE_TYPES.find((one) => one === name || typeName(one, words) === name);
    if (type === undefined) return null;
    if (!found.includes(type)) found.push(type);
  }
  return found;
}

export function typeName(type: IncentiveType, words: Words): string {
  return words.t(`lead.option.incentiveType.${type}`);
}

/** Entries apart by 、 or a comma of any width, a semicolon, or a line end. */
export function parts(text: string): string[] {
  const all = text.split(/[、,，;；\n]/).map((part) => part.normalize('NFKC').trim());
  return [...new Set(all.filter(Boolean))];
}
