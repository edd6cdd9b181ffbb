import type { InjectOptions } from 'fastify';
import { Chance, spoiltLead } from './lead-fuzz';

const form = 'application/x-www-form-urlencoded';
const boundary = 'b0undary';
/** A picture of one point: what a quick draft from a telephone brings along. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What may stand around a body: types with tabs, capitals, two of them, charsets nobody has, broken cookies. */
const types: readonly string[] = [
  form,
  `${form}; charset=utf-8`,
  `${form}\t; charset=UTF-8`,
  `${form}; charset=utf-16`,
  `${form}; charset="`,
  'APPLICATION/X-WWW-FORM-URLENCODED',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${boundary}`,
  `multipart/form-data; boundary="${boundary}"; boundary=other`,
  `Multipart/Form-Data;\tBOUNDARY=${boundary}`,
  'application/json',
  'application/json; charset=gb18030',
  'text/plain',
  'text/plain; charset=\u00ff',
  '',
  ';',
  'x',
];
const cookies: readonly string[] = [
  '%',
  '=====',
  '"\\',
  'x'.repeat(8192),
  '%E0%A4%A',
  'e30',
  '; ;=;',
  '\u00ff',
];
const bodiesOfJson: readonly string[] = [
  '{"title":',
  '[]',
  'null',
  '1e999',
  '{"title":"a","title":"b"}',
  '{"__proto__":{"polluted":1}}',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  '"\\ud800"',
  '\ufeff{}',
];

/**
 * A request to hand a lead in whose bytes were lost, doubled or changed: multipart, form, JSON, type, cookie. Every
 * body begins with a token that counts, so that most of them get as far as the form itself.
 */
export function spoiltRequest(chance: Chance, token: string, session: string): InjectOptions {
  const kind = chance.below(5);
  const body = bodyOf(kind, chance, token);
  const payload = kind === 4 || chance.next() < 0.2 ? body : damaged(body, chance);
  const usual = kind < 2 ? `multipart/form-data; boundary=${boundary}` : kind < 4 ? form : 'application/json';
  const type = chance.next() < 0.75 ? usual : chance.of(types);
  const cookie = chance.next() < 0.9 ? session : `${session}; session=${chance.of(cookies)}`;
  return { method: 'POST', url: '/leads', payload, headers: { 'content-type': type, cookie } };
}

function bodyOf(kind: number, chance: Chance, token: string): Buffer {
  if (kind < 2) return multipart(chance, token, kind === 1);
  if (kind < 4) return Buffer.from(`_csrf=${encodeURIComponent(token)}&${spoiltLead(chance)}`);
  return Buffer.from(chance.of(bodiesOfJson));
}

function multipart(chance: Chance, token: string, withPicture: boolean): Buffer {
  const eol = chance.next() < 0.1 ? '\n' : '\r\n';
  const part = (name: string, value: string): string =>
    `--${boundary}${eol}Content-Disposition: form-data; name="${name}"${eol}${eol}${value}${eol}`;
  const fields = [part('_csrf', token), part('from', 'quick'), part('investorName', '澜岫热控系统有限公司')];
  if (chance.next() < 0.5) fields.push(part('title', '年产六十万套热管理模块项目'));
  const head = `--${boundary}${eol}Content-Disposition: form-data; name="photo"; filename="名片.png"${eol}Content-Type: image/png${eol}${eol}`;
  const files = withPicture ? [Buffer.from(head), picture, Buffer.from(eol)] : [];
  const end = chance.next() < 0.9 ? `--${boundary}--${eol}` : '';
  return Buffer.concat([Buffer.from(fields.join('')), ...files, Buffer.from(end)]);
}

/** Bytes changed, a piece lost or doubled, the rest cut off. */
function damaged(sound: Buffer, chance: Chance): Buffer {
  const bytes = Buffer.from(sound);
  for (let n = 1 + chance.below(4); n > 0 && bytes.length > 0; n -= 1)
    bytes[chance.below(bytes.length)] = chance.below(256);
  const [from, to] = [chance.below(bytes.length + 1), chance.below(bytes.length + 1)].sort((a, b) => a - b);
  switch (chance.below(5)) {
    case 0:
      return bytes.subarray(0, to);
    case 1:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    default:
      return bytes;
  }
}
