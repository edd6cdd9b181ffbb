import type { FileHandle } from 'node:fs/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { partContent, type ZipPart } from '../files/zip-parts';
import { attribute, BadSheet, elements, elementStream, nextElement, textRuns } from './sheet-xml';

/** Text that all shared strings of a workbook may have together; a lead book has a tenth of it. */
const mostSharedText = 48 * 1024 * 1024;
/** The parts that are read as a whole: the table of sheets, relations, styles. */
const mostPart = 4 * 1024 * 1024;

/** The name space of the part's tags from its first piece, which is handed on with the others. */
export async function headOf(
  pieces: AsyncIterable<string>,
  root: string,
): Promise<{ prefix: string; rest: AsyncIterable<string> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? '' : first.value;
  const rest = (async function* () {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  })();
  return { prefix: prefixOf(head, root), rest };
}

/** The texts that cells refer to by number. @throws BadSheet beyond 48 MB of them */
export async function sharedStrings(file: FileHandle, part: ZipPart | undefined): Promise<string[]> {
  if (!part) return [];
  const { prefix, rest } = await headOf(texts(file, part), 'sst');
  const strings: string[] = [];
  let length = 0;
  for await (const { inner } of elementStream(rest, `${prefix}si`)) {
    const text = textRuns(inner, prefix);
    if ((length += text.length) > mostSharedText) throw new BadSheet('too much text');
    strings.push(text);
    if (strings.length % 500 === 0) await breathe();
  }
  return strings;
}

/** Formats of days among the built-in ones (ECMA-376, 18.8.30), Chinese and Japanese ones included. */
const builtInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

export function dayStyles(styles: string | null): boolean[] {
  if (styles === null) return [];
  const prefix = prefixOf(styles, 'styleSheet');
  const own = new Map(
    [...elements(styles, `${prefix}numFmt`)].map(({ attributes }) => [
      Number(attribute(attributes, 'numFmtId')),
      (attribute(attributes, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''),
    ]),
  );
  const formats = nextElement(styles, `${prefix}cellXfs`)?.inner ?? '';
  return [...elements(formats, `${prefix}xf`)].map(({ attributes }) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    const code = own.get(id);
    return code === undefined ? builtInDay(id) : /[yd年日]/i.test(code);
  });
}

export function firstSheet(workbook: string, prefix: string): string {
  const sheets = [...elements(workbook, `${prefix}sheet`)];
  const shown = sheets.find(({ attributes }) => !/hidden/i.test(attribute(attributes, 'state') ?? ''));
  const relation = /\s(?:\w+:)?id\s*=\s*["']([^"']+)["']/.exec((shown ?? sheets[0])?.attributes ?? '');
  return relation?.[1] ?? '';
}

export function targetOf(relation: string, relations: string): string {
  const prefix = prefixOf(relations, 'Relationships');
  const found = [...elements(relations, `${prefix}Relationship`)].find(
    ({ attributes }) => attribute(attributes, 'Id') === relation,
  );
  const target = found === undefined ? '' : (attribute(found.attributes, 'Target') ?? '');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** `x:` where the tags are written `<x:row>`. @throws BadSheet for a part that declares entities of its own */
export function prefixOf(text: string, root: string): string {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new BadSheet('entities');
  return new RegExp(`<(\\w{1,20}:)?${root}[\\s>]`).exec(text)?.[1] ?? '';
}

export async function wholePart(file: FileHandle, part: ZipPart | undefined): Promise<string | null> {
  if (!part) return null;
  if (part.size > mostPart) throw new BadSheet(part.name);
  let text = '';
  for await (const piece of texts(file, part)) text += piece;
  return text;
}

/** The text of a part piece by piece. @throws BadSheet where it is no UTF-8 */
export async function* texts(file: FileHandle, part: ZipPart): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new BadSheet('not UTF-8');
    }
  };
  for await (const bytes of partContent(file, part)) yield decode(bytes);
  yield decode();
}
