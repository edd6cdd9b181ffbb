/** An element as a browser reads it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Elements whose content is text until their own end tag. */
const raw = /^(script|style|title|textarea|xmp|iframe|noembed|noframes)$/;

/** Reads the start tags of a page the way a browser does: quoted or bare values, comments, raw text. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = past(html, '-->', at + 4);
      continue;
    }
    const name = /^<([a-z][^\s/>]*)/i.exec(html.slice(at, at + 200))?.[1]?.toLowerCase();
    if (name === undefined) {
      at += 1;
      continue;
    }
    const [attributes, end] = attributesAt(html, at + 1 + name.length);
    found.push({ name, attributes });
    at = end;
    if (raw.test(name)) at = html.toLowerCase().indexOf(`</${name}`, end);
    if (at < 0) break;
  }
  return found;
}

function attributesAt(html: string, from: number): [Map<string, string>, number] {
  const attributes = new Map<string, string>();
  const one = /[\s/]*(?:(>)|([^\s/>=]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?)/y;
  one.lastIndex = from;
  for (let match = one.exec(html); match; match = one.exec(html)) {
    if (match[1] !== undefined) return [attributes, one.lastIndex];
    attributes.set((match[2] ?? '').toLowerCase(), match[3] ?? match[4] ?? match[5] ?? '');
  }
  return [attributes, html.length];
}

function past(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

/** Texts that would run, load or restyle something if a page let them; each carries its own mark. */
export const payloads: readonly string[] = [
  '<script>xss01()</script>',
  '"><img src=x onerror=xss02()>',
  "' onmouseover='xss03()' x='",
  'javascript:xss04()//',
  '</textarea><script>xss05()</script>',
  '</title><svg onload=xss06()>',
  '--><xss07 onclick=xss07()><!--',
  ']]><xss08>',
  '&lt;script&gt;xss09()&lt;/script&gt;',
  '&#x3c;xss10&#x3e;<xss10>',
  '\\u003cxss11\\u003e<xss11/>',
  '{{constructor.constructor(xss12)}}<xss12>',
  '${xss13}`<xss13>`',
  '<a href="javascript:xss14()">点此</a>',
  '<iframe srcdoc="<xss15>"></iframe>',
  '"><base href=//xss16.example/>',
  '<svg/onload=xss17()>',
  '＜script＞xss18()＜/script＞',
  '<math><mtext></table><xss19>',
  "<style>@import'//xss20.example'</style>",
];

const carries = /xss\d\d/i;
/** Attributes that hold plain words. Whatever else carries a mark was made of a payload. */
const wordy = /^(value|title|placeholder|aria-label|alt|data-[a-z-]+|content)$/;

/** An address of ours with words in its query, each of them escaped. */
const ownAddress = /^\/(?!\/)[\w/?&=%.~*'()!;-]*$/;

/**
 * Elements and attributes of a page that came out of payloads, or that no page of ours has. `own` are such elements
 * that the page brings itself, once each.
 */
export function madeByPayloads(html: string, own: readonly string[] = []): string[] {
  const expected = [...own];
  return elementsOf(html).flatMap(({ name, attributes }) => {
    if (expected.includes(name)) {
      expected.splice(expected.indexOf(name), 1);
      return [];
    }
    const faults: string[] = [];
    if (carries.test(name) || /^(base|math|style|embed|object)$/.test(name)) faults.push(`<${name}>`);
    for (const [attribute, value] of attributes) {
      if (/^on/.test(attribute) || carries.test(attribute)) faults.push(`<${name} ${attribute}>`);
      if (carries.test(value) && !wordy.test(attribute) && !ownAddress.test(value))
        faults.push(`<${name} ${attribute}="${value}">`);
      if (/^\s*(javascript|data|vbscript):/i.test(value)) faults.push(`<${name} ${attribute}="${value}">`);
    }
    if (name === 'script' && !attributes.get('src')?.startsWith('/assets/'))
      faults.push('<script> of its own');
    return faults;
  });
}
