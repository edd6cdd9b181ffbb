import type { LightMyRequestResponse } from 'fastify';
import { onEachDatabase } from '../support/databases';
import { fieldValue, type Visitor } from '../support/visitor';
import { HostileCity } from './bad-input/hostile-city';
import { contents, faultsOf } from './bad-input/judge';

const boundary = 'the-boundary';
const note = Buffer.from('%PDF-1.7\n%%EOF');

interface Part {
  name: string;
  value: string | Buffer;
  file?: string;
  type?: string;
}

onEachDatabase('files that are sent with a lead', (dialect) => {
  let hostile: HostileCity;
  let scout: Visitor;
  let path: string;
  let token: string;
  beforeAll(async () => {
    hostile = await HostileCity.found(dialect);
    scout = await hostile.as('scout-01');
    path = `/leads/${hostile.things.draft}/files`;
    token = await scout.csrfToken();
  });
  afterAll(() => hostile.close());

  const bodyOf = (parts: readonly Part[], end = `--${boundary}--\r\n`): Buffer =>
    Buffer.concat([
      ...parts.flatMap(({ name, value, file, type }) => [
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"` +
            (file === undefined ? '' : `; filename="${file}"\r\nContent-Type: ${type ?? 'application/pdf'}`) +
            '\r\n\r\n',
        ),
        Buffer.from(value),
        Buffer.from('\r\n'),
      ]),
      Buffer.from(end),
    ]);

  const send = (payload: Buffer, to = path, visitor = scout): Promise<LightMyRequestResponse> =>
    visitor.request({
      method: 'POST',
      url: to,
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });

  const csrf: Part = { name: '_csrf', value: '' };
  const file = (name: string, value: string | Buffer = note, type = 'application/pdf'): Part => ({
    name: 'file',
    value,
    file: name,
    type,
  });

  it('are taken when the form is right', async () => {
    const answer = await send(
      bodyOf([{ ...csrf, value: token }, { name: 'kind', value: 'other' }, file('纪要.pdf')]),
    );
    expect(answer.statusCode).toBe(303);
    expect((await scout.get(`/leads/${hostile.things.draft}`)).body).toContain('纪要.pdf');
  });

  it('are refused in words when anything is wrong, and none of them stays', async () => {
    const own = { ...csrf, value: token };
    const wrong: [string, Buffer, number[]][] = [
      ['no token', bodyOf([file('a.pdf')]), [403]],
      ['the token last', bodyOf([file('a.pdf'), own]), [403]],
      ['a forged token', bodyOf([{ ...csrf, value: 'A'.repeat(40) }, file('a.pdf')]), [403]],
      ['no file', bodyOf([own]), [400]],
      ['nothing at all', Buffer.from(''), [400, 403]],
      ['only an end', Buffer.from(`--${boundary}--\r\n`), [400, 403]],
      ['no multipart', Buffer.from('_csrf=x&file=y'), [400, 403]],
      ['no end', bodyOf([own, file('a.pdf')], ''), [400]],
      [
        'a broken head',
        Buffer.from(`--${boundary}\r\nContent-Disposition form-data\r\n\r\n\r\n--${boundary}--\r\n`),
        [400, 403],
      ],
      ['an empty file', bodyOf([own, file('a.pdf', '')]), [422]],
      ['no name', bodyOf([own, file('')]), [400, 422]],
      ['a path for a name', bodyOf([own, file('../../../../etc/passwd')]), [422]],
      ['a program', bodyOf([own, file('a.exe', 'MZ')]), [422]],
      [
        'a page under another name',
        bodyOf([own, file('a.pdf', '<html><script>x</script></html>', 'application/pdf')]),
        [422],
      ],
      ['a drawing with script', bodyOf([own, file('a.svg', '<svg onload=x>', 'image/svg+xml')]), [422]],
      ['a name that reads backwards', bodyOf([own, file('a\u202egnp.exe')]), [422]],
      ['a NUL in its name', bodyOf([own, file('a\0b.exe')]), [400, 422]],
      ['two endings', bodyOf([own, file('a.pdf.exe', '%PDF-1.7')]), [422]],
      ['a good one and a bad one', bodyOf([own, file('good.pdf'), file('bad.exe', 'MZ')]), [422]],
      ['eleven files', bodyOf([own, ...Array.from({ length: 11 }, (_, n) => file(`${n}.pdf`))]), [413]],
      [
        'too many fields',
        bodyOf([own, ...Array.from({ length: 80 }, (_, n) => ({ name: `f${n}`, value: 'x' }))]),
        [413],
      ],
      [
        'a field of 1 MB',
        bodyOf([own, { name: 'kind', value: 'x'.repeat(1024 * 1024) }, file('a.exe')]),
        [413, 422],
      ],
      [
        'a file of 21 MB',
        bodyOf([own, file('a.pdf', Buffer.concat([note, Buffer.alloc(21 * 1024 * 1024, 'x')]))]),
        [413],
      ],
      [
        'names of the prototype',
        bodyOf([own, { name: '__proto__', value: 'x' }, { name: 'constructor', value: 'y' }]),
        [400],
      ],
    ];
    const before = await contents(hostile.city.app);
    for (const [what, body, statuses] of wrong) {
      const answer = await send(body);
      expect([what, answer.statusCode, faultsOf(answer)]).toEqual([what, expect.any(Number), []]);
      expect([what, statuses]).toEqual([what, expect.arrayContaining([answer.statusCode])]);
    }
    expect(await contents(hostile.city.app)).toEqual(before);
  });

  it('do not reach leads of others, nor any other form', async () => {
    const secretary = await hostile.as('secretary-01');
    const before = await contents(hostile.city.app);
    const own = { ...csrf, value: token };
    const body = bodyOf([own, file('a.pdf')]);
    expect((await send(body, `/leads/${hostile.things.foreignDraft}/files`)).statusCode).toBe(404);
    expect((await send(body, `/leads/${hostile.things.open.leadIds[0]}/files`)).statusCode).toBe(409);
    const theirs = bodyOf([
      { ...csrf, value: await secretary.csrfToken() },
      { name: 'reason', value: '不该发生' },
    ]);
    for (const act of ['closure', 'cancellation', 'reminders', 'announcement'])
      expect([
        act,
        (await send(theirs, `/rounds/${hostile.things.open.id}/${act}`, secretary)).statusCode,
      ]).toEqual([act, 403]);
    expect(await contents(hostile.city.app)).toEqual(before);
  });
});

describe('a form that was too old', () => {
  it('comes back with its rows as they were', async () => {
    const hostile = await HostileCity.found('sqlite');
    try {
      const secretary = await hostile.as('secretary-01');
      const seats = { 0: { kind: 'park', unitId: 'a' }, 1: { kind: 'support', unitId: 'b' } };
      const { statusCode, body } = await secretary.post('/panels', { name: '三组', seats, _csrf: 'old' });
      expect(statusCode).toBe(403);
      expect([fieldValue(body, 'seats[0][unitId]'), fieldValue(body, 'seats[1][kind]')]).toEqual([
        'a',
        'support',
      ]);
    } finally {
      await hostile.close();
    }
  });
});
