import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { FIELDS } from '../../../src/domain/lead/fields';
import { contentOf } from '../../../src/leads/lead-columns';
import { openLeadDesk, sampleOf, type LeadDesk } from '../../integration/leads/lead-desk';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';
import { faultsOf } from '../bad-input/judge';

const form = 'application/x-www-form-urlencoded';

/** Group N of the reliability list, for the lead form; spoilt forms and requests by the thousand are in lead-fuzz. */
onEachDatabase('names and input of a lead', (dialect) => {
  let desk: LeadDesk;
  let scout: Visitor;
  let token: string;
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
    desk.clock.set(sampleOf('S01').at);
    scout = await desk.city.app.signedIn('scout-01');
    token = encodeURIComponent(await scout.csrfToken());
  });
  afterAll(() => desk.close());

  const idIn = (location: unknown): string => /^\/leads\/([0-9a-z]{26})/.exec(String(location))?.[1] ?? '';
  const send = (payload: string | Buffer, type = form, headers: Record<string, string> = {}) =>
    scout.request({ method: 'POST', url: '/leads', payload, headers: { 'content-type': type, ...headers } });
  const kept = async (fields: Record<string, unknown>): Promise<string> => {
    const answer = await scout.post('/leads', fields);
    expect([answer.statusCode, faultsOf(answer)]).toEqual([303, []]);
    return idIn(answer.headers.location);
  };

  it('N-01: emoji, rare characters and combining marks are stored as they were written, in NFC; names are one in NFKC', async () => {
    const title = '𠮷野家㐂👩‍👩‍👧‍👦项目';
    const summary = 'Café e\u0301lan 𠮷㐂 🧨 한글 ﬁ ① 行\n第二行';
    const id = await kept({ title, investorName: '𠮷野家（宁波）有限公司', summary });
    const content = contentOf(await desk.lead(id));
    expect(content.title).toBe(title);
    expect(content.summary).toBe(summary.normalize('NFC'));
    expect(content.investorName).toBe('𠮷野家(宁波)有限公司');
    expect(content.asTyped).toEqual({ investorName: '𠮷野家（宁波）有限公司' });
    const { body } = await scout.get(`/leads/${id}/edit`);
    expect(fieldValue(body, 'title')).toBe(title);
    expect(fieldValue(body, 'investorName')).toBe('𠮷野家（宁波）有限公司');
    for (const q of ['𠮷野家', '㐂', '𠮷野家（宁波）', '𠮷野家(宁波)'])
      expect((await scout.get(`/leads?q=${encodeURIComponent(q)}`)).body).toContain(id);
  });

  it('N-02: what turns the direction of writing is refused, zero-width symbols fall away, foreign letters stay in their own box', async () => {
    for (const symbol of ['\u202e', '\u202d', '\u2066', '\u2069']) {
      const answer = await scout.post('/leads', { title: `项目${symbol}名称`, investorName: '澜岫热控系统' });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('不可见的控制字符');
      expect(answer.body).not.toContain(symbol);
    }
    const id = await kept({ title: '澜\u200b岫\u2060热\ufeff控', investorName: 'Аpple שלום 系统' });
    const lead = await desk.lead(id);
    expect([lead.title, lead.investorName]).toEqual(['澜岫热控', 'Аpple שלום 系统']);
    // The name stands in an element of its own: its direction cannot reach the number beside it.
    expect((await scout.get('/leads')).body).toMatch(/>[^<]*Аpple שלום 系统[^<]*</);
  });

  it('N-03: a NUL is refused with 400 on both databases, wherever it stands', async () => {
    const before = await desk.city.app.rowCounts();
    for (const pair of ['title=a%00b', 'ti%00tle=abcd', 'contact[name]=%00', 'title=%E9%95%BF%00'])
      expect((await send(`_csrf=${token}&investorName=x&${pair}`)).statusCode).toBe(400);
    expect(await desk.city.app.rowCounts()).toEqual(before);
  });

  it('N-04: a megabyte in any text is 413, one symbol too many 422, and the last that fits is stored whole', async () => {
    const over = await send(`_csrf=${token}&title=abcd&summary=${'a'.repeat(1024 * 1024)}`);
    expect([over.statusCode, faultsOf(over)]).toEqual([413, []]);
    const texts = FIELDS.filter(
      ({ kind, max, format }) => /text/i.test(kind) && max !== undefined && !format,
    );
    for (const [n, { code, max = 0 }] of texts.entries()) {
      const base = { title: `限长${n}的项目`, investorName: '澜岫热控系统', intent: 'submit' };
      // Symbols outside the first plane count as one, as people count them, in the page and in both databases.
      const fits = '𠮷'.repeat(max);
      const id = await kept({ ...base, intent: 'draft', [code]: fits });
      expect(contentOf(await desk.lead(id))[code as 'title']).toBe(fits);
      const long = await scout.post('/leads', { ...base, title: `超长${n}的项目`, [code]: `${fits}长` });
      expect(long.statusCode).toBe(422);
      expect(long.body).toMatch(new RegExp(`id="${code}-error">[^<]*(最多|字符以内)`));
    }
  });

  it.each([
    ['-1', /小于0|没有读懂|不是整数/],
    ['1e309', /没有读懂/],
    ['NaN', /没有读懂/],
    ['Infinity', /没有读懂/],
    ['9007199254740993', null],
    ['0x10', /没有读懂/],
    ['１２', null],
    ['1,000', null],
    ['999999999999.99', null],
    ['1,00', /没有读懂/],
    ['12.345', /小数位过多/],
  ])('N-05: %s in a box for money is an exact decimal or told, never a float', async (text, told) => {
    const title = `数字${text}的项目`.replace(/[^\p{L}\p{N}]/gu, '项');
    const id = await kept({ title, investorName: '澜岫热控系统', totalInvestmentWan: text });
    const { totalInvestmentWan: value } = contentOf(await desk.lead(id));
    const { body } = await scout.get(`/leads/${id}/edit`);
    const exact: Record<string, string> = {
      '9007199254740993': '9007199254740993.00',
      '１２': '12.00',
      '1,000': '1000.00',
      '999999999999.99': '999999999999.99',
      '-1': '-1.00',
    };
    expect(value).toBe(exact[text] ?? null);
    if (value === null) expect(fieldValue(body, 'totalInvestmentWan')).toBe(text);
    if (told) expect(/id="totalInvestmentWan-note">([^<]*)/.exec(body)?.[1]).toMatch(told);
  });

  it('N-06: a name sent twice, a list for a text and a text for a list follow one rule, and never fall over', async () => {
    const base = `_csrf=${token}&investorName=${encodeURIComponent('澜岫热控系统')}`;
    for (const [pairs, status] of [
      ['title=%E5%90%8D%E7%A7%B0%E4%B8%80%E5%8F%B7&title=%E5%90%8D%E7%A7%B0%E4%BA%8C%E5%8F%B7', 422],
      ['title[]=%E5%90%8D%E7%A7%B0%E4%B8%80%E5%8F%B7', 422],
      ['title[a]=%E5%90%8D', 422],
      ['title=%E5%90%8D%E7%A7%B0%E4%B8%80%E5%8F%B7&intendedHosts=park-ht', 303],
      ['title=%E5%90%8D%E7%A7%B0%E4%B8%89%E5%8F%B7&contact=x', 422],
      ['title=%E5%90%8D%E7%A7%B0%E5%9B%9B%E5%8F%B7&__proto__[x]=1&constructor[prototype][y]=2', 303],
    ] as const) {
      const answer = await send(`${base}&${pairs}`);
      expect([pairs, answer.statusCode, faultsOf(answer)]).toEqual([pairs, status, []]);
    }
    expect((await send(`${base}&_csrf=${token}&title=abcd`)).statusCode).toBeGreaterThanOrEqual(400);
    for (const query of ['q=a&q=b', 'q[]=a', 'q[a]=b', 'tier=x&tier=y', 'like=a&like=b'])
      for (const path of ['/leads', '/leads/industries', '/leads/regions', '/leads/new'])
        expect((await scout.get(`${path}?${query}`)).statusCode).toBeLessThan(500);
  });

  it('N-07: what is no form, or half of one, is 4xx; the program lives', async () => {
    const faults: string[] = [];
    const boundary = 'b0undary';
    const part = (name: string, value: string, eol = '\r\n'): string =>
      `--${boundary}${eol}Content-Disposition: form-data; name="${name}"${eol}${eol}${value}${eol}`;
    const whole = `${part('_csrf', decodeURIComponent(token))}${part('from', 'quick')}${part('investorName', '澜岫热控')}`;
    const multipart = `multipart/form-data; boundary=${boundary}`;
    const photo = `--${boundary}\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\n\r\nx`;
    for (const [what, type, body] of [
      ['no end', multipart, whole],
      // The second one is let run out unread: that it breaks off must not end the process.
      ['two photographs, no end', multipart, `${whole}${photo}\r\n${photo}`],
      ['line feeds only', multipart, `${part('_csrf', decodeURIComponent(token), '\n')}--${boundary}--\n`],
      ['no boundary', 'multipart/form-data', `${whole}--${boundary}--\r\n`],
      ['nothing', multipart, ''],
      ['JSON', 'application/json', '{"title":'],
      ['text', 'text/plain', 'title=abcd'],
      ['no type', '', 'title=abcd'],
      ['another charset', `${form}; charset=utf-16`, 'title=abcd'],
      ['a tab in the type', `application/x-www-form-urlencoded\t; charset=utf-8`, 'title=abcd'],
      ['a type in capitals', 'APPLICATION/X-WWW-FORM-URLENCODED', 'title=abcd'],
    ] as const) {
      const answer = await send(body, type);
      if (answer.statusCode < 400 || answer.statusCode >= 500) faults.push(`${what}: ${answer.statusCode}`);
      faults.push(...faultsOf(answer).map((fault) => `${what}: ${fault}`));
    }
    // Of two boundaries the first counts.
    const twice = await send(`${whole}--${boundary}--\r\n`, `${multipart}; boundary=other`);
    expect([twice.statusCode, faultsOf(twice)]).toEqual([303, []]);
    for (const cookie of ['session=%', `session=${'x'.repeat(8192)}`, 'session=====', 'session="\\'])
      expect((await desk.city.app.visitor().get('/leads/new', { cookie })).statusCode).toBeLessThan(500);
    expect(faults).toEqual([]);
    expect((await scout.get('/leads/quick')).statusCode).toBe(200);
  }, 120_000);

  it('N-08: unknown methods, odd paths and lengths that contradict each other are 4xx', async () => {
    await desk.city.app.app.listen(0, '127.0.0.1');
    const { port } = desk.city.app.app.getHttpServer().address() as AddressInfo;
    const ask = (method: string, path: string): Promise<number> =>
      new Promise((answered, failed) => {
        const sent = httpRequest({ port, host: '127.0.0.1', method, path }, (response) => {
          response.resume();
          answered(response.statusCode ?? 0);
        });
        sent.once('error', failed);
        sent.end();
      });
    const raw = (text: string): Promise<string> =>
      new Promise((answered) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        let got = '';
        socket.on('data', (data) => (got += data.toString()));
        socket.on('close', () => answered(got.split('\r\n')[0] ?? ''));
        socket.on('error', () => undefined);
      });
    for (const method of ['TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])
      expect(await ask(method, '/leads/quick')).toBeGreaterThanOrEqual(400);
    for (const path of [
      '//leads/new',
      '/leads/%2e%2e/%2e%2e/etc/passwd',
      `/leads/${'a'.repeat(10_240)}`,
      '/leads/%',
    ]) {
      const status = await ask('GET', path);
      expect([path.slice(0, 40), status >= 300 && status < 500]).toEqual([path.slice(0, 40), true]);
    }
    const both = `POST /leads HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n`;
    expect(await raw(both)).toMatch(/ 4\d\d /);
    expect(await ask('GET', '/healthz')).toBe(200);
  });
});
