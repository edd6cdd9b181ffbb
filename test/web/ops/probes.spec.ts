import { sql } from '../../../src/database/sql';
import { startApp, TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';

onEachDatabase('the probes', (dialect) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(dialect);
  });
  afterAll(() => app.close());

  const get = (url: string, remoteAddress = '127.0.0.1', headers: Record<string, string> = {}) =>
    app.app.inject({ method: 'GET', url, remoteAddress, headers });

  it('say that the program is alive and could take a vote, and nothing about what it is', async () => {
    for (const url of ['/healthz', '/readyz']) {
      const answer = await get(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({ status: 'ok' });
      expect(answer.body).not.toMatch(/\d+\.\d+|sqlite|postgres|node/i);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('change no row', async () => {
    const before = await app.allRowCounts();
    for (let n = 0; n < 5; n += 1) await Promise.all([get('/healthz'), get('/readyz'), get('/metrics')]);
    expect(await app.allRowCounts()).toEqual(before);
  });

  it('count requests by route and not by address, and tell of mail and of the wait for a write', async () => {
    await app.visitor().get(`/leads/${'0'.repeat(26)}`);
    await app.visitor().get('/sign-in/links/very-secret-token');
    const answer = await get('/metrics');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('text/plain');
    expect(answer.body).toContain(
      'yushen_http_requests_total{method="GET",route="/leads/:id",status="303"} 1',
    );
    expect(answer.body).toMatch(
      /yushen_http_request_seconds_bucket\{le="[\d.]+",route="\/sign-in\/links\/:token"\} \d/,
    );
    expect(answer.body).toContain('yushen_outbox_mails{state="queued"} 0');
    expect(answer.body).toMatch(/yushen_unit_of_work_wait_seconds [\d.e-]+/);
    expect(answer.body).not.toContain('very-secret-token');
  });

  it('show the figures to this machine only', async () => {
    for (const address of ['10.0.0.5', '192.0.2.1', '2001:db8::1'])
      expect((await get('/metrics', address)).statusCode).toBe(404);
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      expect((await get('/metrics', address)).statusCode).toBe(200);
    expect((await get('/metrics', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(404);
  });
});

onEachDatabase('readiness', (dialect) => {
  it('is 503 while a migration is missing', async () => {
    const app = await startApp(dialect);
    try {
      await app.work.run((tx) =>
        tx.run(sql`delete from migration where id = (select max(id) from migration)`),
      );
      const answer = await app.app.inject({ method: 'GET', url: '/readyz' });
      expect(answer.statusCode).toBe(503);
      expect(answer.json()).toEqual({ status: 'unavailable', failing: ['migrations'] });
      expect((await app.app.inject({ method: 'GET', url: '/healthz' })).statusCode).toBe(200);
    } finally {
      await app.close();
    }
  });

  it('is 503 while nothing can be written', async () => {
    const app = await startApp(dialect);
    try {
      await app.work.run((tx) => tx.run(sql`alter table sequence rename to sequence_away`));
      const answer = await app.app.inject({ method: 'GET', url: '/readyz' });
      expect([answer.statusCode, answer.json()]).toEqual([
        503,
        { status: 'unavailable', failing: ['database'] },
      ]);
    } finally {
      await app.close();
    }
  });
});
