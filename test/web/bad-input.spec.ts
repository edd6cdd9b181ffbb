import type { LightMyRequestResponse } from 'fastify';
import { sql } from '../../src/database/sql';
import { onEachDatabase } from '../support/databases';
import { declaredRoutes, type Route } from '../support/routes';
import type { Visitor } from '../support/visitor';
import { fresh, type HostileForm, hostileForms } from './bad-input/forms';
import { HostileCity } from './bad-input/hostile-city';
import { bodyOf, pairsOf, spoiltPairs, strange, wholeBodies } from './bad-input/inputs';
import { contents, faultsOf, rowCounts } from './bad-input/judge';

const form = 'application/x-www-form-urlencoded';
type Sent = {
  what: string;
  path: string;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
};

/**
 * SWEEP=full sends every text in every control; otherwise a share, another one for each form, so that all forms together
 * meet each text in each kind of control.
 */
const steps = process.env['SWEEP'] === 'full' ? { sqlite: 1, postgres: 1 } : { sqlite: 23, postgres: 71 };

onEachDatabase('whatever is sent to the program', (dialect) => {
  let hostile: HostileCity;
  let routes: Route[];
  let forms: HostileForm[];
  let counted: string;
  const step = steps[dialect];
  let requests = 0;
  const tally: Record<string, Record<string, number>> = {};

  beforeAll(async () => {
    hostile = await HostileCity.found(dialect);
    routes = declaredRoutes(hostile.city.app.app);
    forms = hostileForms(hostile);
    counted = await rowCounts(hostile.city.app);
  });
  afterAll(async () => {
    if (process.env['SHOW_TALLY']) process.stderr.write(`${requests}\n${JSON.stringify(tally, null, 1)}\n`);
    await hostile.close();
  });

  /** Sends it and judges the answer; a refused request must have left every table as long as it was. */
  const judge = async (
    visitor: Visitor,
    url: string,
    sent: Sent,
  ): Promise<[LightMyRequestResponse, string[]]> => {
    requests += 1;
    const answer = await visitor.request({
      method: 'POST',
      url: sent.path,
      payload: sent.body,
      headers: { ...(sent.type ? { 'content-type': sent.type } : {}), ...sent.headers },
    });
    const faults = faultsOf(answer, String(sent.body));
    const now = await rowCounts(hostile.city.app);
    if (answer.statusCode >= 400 && now !== counted)
      faults.push(`${answer.statusCode} but stored ${changed(counted, now)}`);
    counted = now;
    (tally[url] ??= {})[answer.statusCode] = (tally[url][answer.statusCode] ?? 0) + 1;
    return [answer, faults.map((fault) => `${url}, ${sent.what}: ${fault}`)];
  };

  it('is known here: every form has its place in the sweep', () => {
    const posts = routes.filter(({ method }) => method === 'POST').map(({ url }) => url);
    expect([...new Set(forms.map(({ url }) => url))].sort()).toEqual(posts.sort());
  });

  it('control: a row that is written is seen', async () => {
    const { app } = hostile.city;
    const [counts, all] = [await rowCounts(app), await contents(app)];
    await app.work.run((tx) => tx.run(sql`update unit set name = name || '。' where code = 'park-ed'`));
    expect([await rowCounts(app), await contents(app)]).toEqual([counts, expect.not.objectContaining(all)]);
    await app.work.run((tx) =>
      tx.run(sql`insert into calendar_day (day, kind, name) values ('2031-01-01', 'holiday', '元旦')`),
    );
    expect(await rowCounts(app)).not.toBe(counts);
    await app.work.run((tx) => tx.run(sql`delete from calendar_day where day = '2031-01-01'`));
    counted = await rowCounts(app);
  });

  it('is answered in words, and nothing of a refused form is stored', async () => {
    const faults: string[] = [];
    for (const [at, one] of forms.filter(({ multipart }) => !multipart).entries()) {
      let visitor = await hostile.as(one.who);
      let path = await one.path();
      counted = await rowCounts(hostile.city.app);
      const pairs = pairsOf(one.fields);
      let lead = one.url === '/rounds' ? await hostile.queued() : '';
      counted = await rowCounts(hostile.city.app);
      const send = async (what: string, type: string, given: string | Buffer): Promise<void> => {
        const body = typeof given === 'string' ? given.replaceAll(encodeURIComponent(fresh), lead) : given;
        const [answer, found] = await judge(visitor, one.url, { what, path, type, body });
        faults.push(...found);
        if (answer.statusCode >= 400) return;
        if (one.ends) hostile.forget(one.who);
        visitor = await hostile.as(one.who);
        if (one.spends) path = await one.path();
        if (lead !== '') lead = await hostile.queued();
        counted = await rowCounts(hostile.city.app);
      };
      const token = `_csrf=${encodeURIComponent(await visitor.csrfToken())}`;
      for (const [n, [what, spoilt]] of [...spoiltPairs(pairs)].entries())
        if ((n + at) % step === 0) await send(what, form, `${token}&${bodyOf(spoilt)}`);
      for (const whole of wholeBodies(pairs, await visitor.csrfToken())) await send(...whole);
    }
    expect(faults).toEqual([]);
  }, 600_000);

  it('does nothing without the token of the page, from another site, or by another method', async () => {
    const faults: string[] = [];
    for (const one of forms) {
      const visitor = await hostile.as(one.who);
      const [path, valid, token] = [await one.path(), bodyOf(pairsOf(one.fields)), await visitor.csrfToken()];
      counted = await rowCounts(hostile.city.app);
      const before = await contents(hostile.city.app);
      const forged: [string, string, string, Record<string, string>?][] = [
        ['no token', form, valid],
        ['an empty token', form, `_csrf=&${valid}`],
        ['a forged token', form, `_csrf=${'A'.repeat(50)}&${valid}`],
        ['a list of tokens', form, `_csrf[]=${token}&_csrf[]=${token}&${valid}`],
        ['a group of tokens', form, `_csrf[a]=${token}&${valid}`],
        ['another site', form, `_csrf=${token}&${valid}`, { origin: 'https://evil.example' }],
        ['a broken origin', form, `_csrf=${token}&${valid}`, { origin: 'http://' }],
        ['fetched across sites', form, `_csrf=${token}&${valid}`, { 'sec-fetch-site': 'cross-site' }],
        [
          'multipart without a token',
          'multipart/form-data; boundary=b',
          '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n',
        ],
        ['multipart without anything', 'multipart/form-data; boundary=b', ''],
        ['JSON without a token', 'application/json', '{}'],
        ['no type at all', '', ''],
      ];
      for (const [what, type, body, headers] of forged) {
        const [answer, found] = await judge(visitor, one.url, {
          what,
          path,
          type,
          body,
          ...(headers ? { headers } : {}),
        });
        faults.push(...found);
        if (answer.statusCode < 400) faults.push(`${one.url}, ${what}: was taken (${answer.statusCode})`);
      }
      for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
        const answer = await visitor.request({
          method,
          url: path,
          payload: `_csrf=${token}&${valid}`,
          headers: { 'content-type': form },
        });
        requests += 1;
        faults.push(...faultsOf(answer).map((fault) => `${method} ${one.url}: ${fault}`));
        if (answer.statusCode < 400) faults.push(`${method} ${one.url}: was taken`);
      }
      const after = await contents(hostile.city.app);
      for (const table of Object.keys(before))
        if (after[table] !== before[table]) faults.push(`${one.url}: a forged request changed ${table}`);
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it('is refused where an address names what is not there, of another kind, or of other people', async () => {
    const faults: string[] = [];
    const { things } = hostile;
    const ids = Object.values(things).filter((thing): thing is string => typeof thing === 'string');
    for (const one of forms.filter(({ url }) => /:|\*/.test(url))) {
      const visitor = await hostile.as(one.who);
      const own = await one.path();
      counted = await rowCounts(hostile.city.app);
      const body = `_csrf=${encodeURIComponent(await visitor.csrfToken())}&${bodyOf(pairsOf(one.fields))}`;
      const places = own
        .split('/')
        .flatMap((part, at) => (part.length >= 20 || /:slot/.test(one.url) ? [at] : []));
      for (const place of places) {
        const some = ids.filter((_, n) => step === 1 || n % 4 === place % 4);
        for (const id of [...some, ...strange]) {
          const path = own
            .split('/')
            .map((part, at) => (at === place ? id : part))
            .join('/');
          if (path === own) continue;
          const [answer, found] = await judge(visitor, one.url, {
            what: path,
            path,
            type: one.multipart ? 'multipart/form-data; boundary=b' : form,
            body,
          });
          faults.push(...found);
          if (answer.statusCode < 400 && strange.includes(id)) faults.push(`${one.url}: took ${path}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 300_000);
});

function changed(before: string, after: string): string {
  const old = before.split('\n');
  return after
    .split('\n')
    .filter((line) => !old.includes(line))
    .join(', ');
}
