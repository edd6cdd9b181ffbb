/** The part is no sheet, or made to wear a reader out. */
export class BadSheet extends Error {}

/** One element in the text of a part. */
export interface XmlElement {
  readonly attributes: string;
  /** What stands between its tags; '' for an empty element. */
  readonly inner: string;
  /** Where the text goes on behind it. */
  readonly end: number;
}

/** Longer than any element that we ask for in one piece; what is longer was made to wear us out. */
const longest = 4 * 1024 * 1024;

/**
 * The next `<name …>` at or after `from`. Plain searching for text, never backwards: whatever the text is, reading it
 * takes time in proportion to its length. @throws BadSheet where its end is missing in `text`
 */
export function nextElement(text: string, name: string, from = 0): XmlElement | null {
  const start = openingOf(text, name, from);
  if (start < 0) return null;
  const tagEnd = text.indexOf('>', start);
  if (tagEnd < 0) throw new BadSheet(`<${name} is not closed`);
  const attributes = text.slice(start + name.length + 1, tagEnd);
  if (attributes.endsWith('/')) return { attributes: attributes.slice(0, -1), inner: '', end: tagEnd + 1 };
  const close = text.indexOf(`</${name}>`, tagEnd);
  if (close < 0) throw new BadSheet(`<${name}> is not closed`);
  return { attributes, inner: text.slice(tagEnd + 1, close), end: close + name.length + 3 };
}

/** Every `<name …>` of the text, one after the other. @throws BadSheet */
export function* elements(text: string, name: string): Generator<XmlElement> {
  for (let next = nextElement(text, name); next !== null; next = nextElement(text, name, next.end))
    yield next;
}

/** `<c ` and `<c>`, but not `<col `. */
export function openingOf(text: string, name: string, from: number): number {
  for (let at = text.indexOf(`<${name}`, from); at >= 0; at = text.indexOf(`<${name}`, at + 1)) {
    if (/[\s/>]/.test(text[at + name.length + 1] ?? ' ')) return at;
  }
  return -1;
}

export function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match === null ? null : xmlText(match[1] ?? match[2] ?? '');
}

/** All `<t>` of a text with formatted runs; phonetic readings (`rPh`) are none of it. */
export function textRuns(inner: string, prefix: string): string {
  const spoken = inner.includes(`<${prefix}rPh`) ? withoutElements(inner, `${prefix}rPh`) : inner;
  return [...elements(spoken, `${prefix}t`)].map((run) => escapedText(run.inner)).join('');
}

function withoutElements(text: string, name: string): string {
  let kept = '';
  let from = 0;
  for (const element of elements(text, name)) {
    kept += text.slice(from, openingOf(text, name, from));
    from = element.end;
  }
  return kept + text.slice(from);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function xmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (_, ten, hex, name) => {
    if (typeof name === 'string') return named[name] ?? '';
    const code = typeof ten === 'string' ? Number(ten) : parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Workbooks write what XML forbids as `_x000D_`. */
function escapedText(text: string): string {
  const plain = xmlText(text);
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : plain;
}

/**
 * Cuts pieces of text into whole `<name …>` elements as they come in and hands out what lies behind the last one.
 * Keeps what is not finished yet, in the end all that follows the last element. @throws BadSheet beyond 4 MB
 */
export async function* elementStream(
  pieces: AsyncIterable<string>,
  name: string,
): AsyncGenerator<XmlElement, string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    let from = 0;
    for (;;) {
      const start = openingOf(text, name, from);
      if (start < 0) break;
      const tagEnd = text.indexOf('>', start);
      if (tagEnd < 0) break;
      if (text[tagEnd - 1] !== '/' && text.indexOf(`</${name}>`, tagEnd) < 0) break;
      const element = nextElement(text, name, start);
      if (element === null) break;
      from = element.end;
      yield element;
    }
    text = text.slice(from);
    if (text.length > longest) throw new BadSheet(`<${name}> is too long`);
  }
  return text;
}
