import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a reference table. */
export interface ReferenceRow {
  readonly code: string;
  readonly level: string;
  readonly name: string;
}

/**
 * Reads one of the tables shipped in `data/` beside this file (`code,level,name`; no quoting occurs in them).
 * Throws when the file is missing or a line does not have three columns: a broken table must stop the start.
 */
export function readReference(file: string): readonly ReferenceRow[] {
  const [head, ...lines] = readFileSync(join(__dirname, 'data', file), 'utf8')
    .trimEnd()
    .split(/\r?\n/);
  if (head !== 'code,level,name') throw new Error(`${file}: unexpected columns: ${head}`);
  return lines.map((line, i) => {
    const [code, level, name, ...rest] = line.split(',');
    if (!code || !level || !name || rest.length > 0) throw new Error(`${file}: line ${i + 2} is not a row`);
    return { code, level, name };
  });
}
