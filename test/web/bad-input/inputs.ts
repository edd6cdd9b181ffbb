import type { Fields } from '../../support/visitor';

/** A control and its value, as they stand in a form body; both already encoded. */
export type Pair = readonly [name: string, value: string];

export const noId = '0'.repeat(26);
const many = (text: string, times: number): string => encodeURIComponent(text).repeat(times);

/** Texts that break programs which trust what they are sent; encoded as a browser or an attacker would. */
export const texts: Readonly<Record<string, string>> = {
  nothing: '',
  blanks: '%20%09%20',
  long: many('长', 5000),
  'lone surrogate': '%ED%A0%80',
  'half an escape': '%E4%B8',
  'not an escape': '%zz%',
  'right to left': encodeURIComponent('\u202egnp.exe\u202c'),
  emoji: encodeURIComponent('👩‍👩‍👧‍👦🧨'),
  'zero width': encodeURIComponent('\u200b\ufeff\u2060'),
  'control signs': '%01%02%1b%5b31m%7f%c2%85',
  'line ends': 'a%0d%0aSet-Cookie:%20x=y%0d%0a',
  'too great': '1e309',
  negative: '-1',
  NaN: 'NaN',
  'full width': encodeURIComponent('０１２'),
  'twenty digits': '99999999999999999999',
  fraction: '0.1234567890123',
  quotes: encodeURIComponent(`'";\`--\\ or 1=1 {{7*7}} \${7*7} %s`),
  markup: encodeURIComponent('<b onclick=x>&amp;</b>'),
  'another kind’s id': noId,
  null: 'null',
  prototype: '__proto__',
  'a date that is none': '2026-02-30T25:61',
  path: encodeURIComponent('../../../../etc/passwd'),
};

/** A body as the pairs a browser would send. */
export function pairsOf(fields: Fields, prefix = ''): Pair[] {
  return Object.entries(fields).flatMap(([key, value]): Pair[] => {
    const name = prefix === '' ? key : `${prefix}[${key}]`;
    if (Array.isArray(value))
      return value.flatMap((item, n): Pair[] =>
        typeof item === 'object' && item !== null
          ? pairsOf(item as Fields, `${name}[${n}]`)
          : [[encodeURIComponent(`${name}[]`), encodeURIComponent(String(item))]],
      );
    if (typeof value === 'object' && value !== null) return pairsOf(value as Fields, name);
    return [[encodeURIComponent(name), encodeURIComponent(typeof value === 'string' ? value : '')]];
  });
}

export const bodyOf = (pairs: readonly Pair[]): string =>
  pairs.map(([name, value]) => `${name}=${value}`).join('&');

/** One control after the other with each text, as a list, as a group, nested too deep, and twice. */
export function* spoiltPairs(pairs: readonly Pair[]): Generator<[what: string, pairs: Pair[]]> {
  for (const [at, [name]] of pairs.entries()) {
    const bare = name.replace(/%5B%5D$/, '');
    const instead = (...given: Pair[]): Pair[] => [...pairs.slice(0, at), ...given, ...pairs.slice(at + 1)];
    for (const [what, value] of Object.entries(texts)) yield [`${name}: ${what}`, instead([name, value])];
    yield [`${name}: left out`, instead()];
    yield [`${name}: a list`, instead([`${bare}[]`, 'a'], [`${bare}[]`, 'b'])];
    yield [`${name}: a group`, instead([`${bare}[x]`, 'a'], [`${bare}[y]`, 'b'])];
    yield [`${name}: a list of groups`, instead([`${bare}[0][x]`, 'a'], [`${bare}[1][length]`, '9'])];
    yield [`${name}: nested`, instead([`${bare}[a][b][c][d][e][f]`, 'a'])];
    yield [`${name}: as text`, instead([bare, 'a'])];
    yield [`${name}: twice`, instead([name, 'a'], [name, 'b'])];
    yield [
      `${name}: prototype`,
      instead([`${bare}[__proto__][x]`, 'a'], [`${bare}[constructor][prototype][x]`, 'b']),
    ];
  }
}

/** Bodies that are wrong as a whole; the first of each is its content type. */
export function wholeBodies(
  pairs: readonly Pair[],
  csrf: string,
): [what: string, type: string, body: string | Buffer][] {
  const form = 'application/x-www-form-urlencoded';
  const token = `_csrf=${encodeURIComponent(csrf)}`;
  const valid = bodyOf(pairs);
  return [
    ['nothing but the token', form, token],
    ['a field of 1 MB', form, `${token}&${valid}&x=${'x'.repeat(1024 * 1024)}`],
    ['a field of nearly 1 MB', form, `${token}&reason=${'x'.repeat(1_000_000)}`],
    ['2,001 fields', form, `${token}&${Array.from({ length: 2001 }, (_, n) => `f${n}=1`).join('&')}`],
    ['1,990 fields', form, `${token}&${Array.from({ length: 1990 }, (_, n) => `reason[]=${n}`).join('&')}`],
    [
      'names of the prototype',
      form,
      `${token}&__proto__[isAdmin]=1&constructor[prototype][x]=1&toString=1&hasOwnProperty=1`,
    ],
    ['a NUL sign', form, `${token}&${valid}&reason=a%00b`],
    ['a broken escape', form, `${token}&${valid}&%E4%B8=%`],
    ['brackets', form, `${token}&[]=1&[][]=2&a[=3&]=4&=5&&&`],
    ['JSON', 'application/json', JSON.stringify({ _csrf: csrf })],
    ['text', 'text/plain', token],
    ['no type', '', token],
    ['a strange type', 'application/x-www-form-urlencoded; charset=utf-7', token],
    ['no body', form, ''],
    ['bytes', form, Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x26])],
    ['multipart without a boundary', 'multipart/form-data', token],
    [
      'multipart',
      'multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n--b--\r\n`,
    ],
  ];
}

/** Query strings that no page of ours makes. */
export const queries: readonly string[] = [
  'page=-1',
  'page=0',
  'page=1e9',
  'page=999999999999999999999',
  'page=NaN',
  'page[]=2',
  'page[x]=2',
  'size=abc',
  'size=-5',
  'size=100000',
  'sort=drop',
  'sort=__proto__',
  'sort=constructor',
  'sort[]=a',
  'state[]=x',
  'state=%00',
  'state=queued&state=draft',
  'track=zz',
  'host=%27',
  'light=x',
  'stage=toString',
  'sponsor=%25',
  'from=2026-13-45',
  'to=yesterday',
  'at=0000-00-00',
  'kind=%5B',
  `q=${'x'.repeat(10_240)}`,
  'q=%25%25%25',
  'q=_',
  'q=%5C',
  'q=%00',
  'q=%E4%B8',
  'q=%ED%A0%80',
  'q=%F0%9F%92%A3',
  'q[]=a&q[]=b',
  'q[a][b]=c',
  'q=%22%27%3Cb%3E',
  'role=x',
  'unit=x',
  '__proto__[a]=b',
  'next=//evil.example',
  'next=javascript:alert(1)',
  '&&&===',
  'seats=zz',
  'item=zz',
];

/** Parts of an address that are no id of anything. */
export const strange: readonly string[] = [
  noId,
  'x',
  '-1',
  '1e9',
  'null',
  '%F0%9F%92%A3',
  '%27%20or%201=1',
  '%3Cb%3E',
  'a'.repeat(199),
  'a'.repeat(300),
  '..%2f..',
  '%00',
  '%E4%B8',
  '%',
];
