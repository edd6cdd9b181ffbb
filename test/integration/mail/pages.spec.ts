import { sql } from '../../../src/database/sql';
import { Outbox } from '../../../src/mail/outbox';
import { letterMail } from '../../../src/mail/letter';
import { wordsFor } from '../../../src/words/words';
import { as, InfrastructureApp, startInfrastructure } from '../ledger/infrastructure-app';
import { onEachDatabase } from '../../support/databases';

const token = 'T'.repeat(43);

async function queueMails(app: InfrastructureApp): Promise<string> {
  const outbox = app.get(Outbox);
  return app.work.run(async (tx) => {
    const mail = letterMail(wordsFor('zh-CN'), {
      kind: 'round.invitation',
      to: { name: '<b>顾明</b>', address: 'gu@example.com' },
      subject: '请表决：<script>alert(1)</script>',
      heading: '请表决 <img src=x onerror=alert(1)>',
      paragraphs: ['第3轮已开轮。'],
      action: { label: '打开', url: `${app.config.BASE_URL}/v/${token}` },
      attachments: [{ name: 'Y-2026-03.ics', type: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
    });
    const id = await outbox.enqueue(tx, mail);
    await outbox.enqueue(tx, { ...mail, to: { name: '坏地址', address: 'not an address' } });
    return id;
  });
}

onEachDatabase('the development mailbox', (dialect) => {
  let app: InfrastructureApp;
  let id: string;
  beforeAll(async () => {
    app = await startInfrastructure(dialect);
    id = await queueMails(app);
  });
  afterAll(() => app.close());

  it('hands out what goes with a mail, to be saved', async () => {
    const { body } = await app.visitor().get(`/dev/mail/${id}`);
    expect(body).toContain(`href="/dev/mail/${id}/files/1"`);
    const file = await app.visitor().get(`/dev/mail/${id}/files/1`);
    expect([file.body, file.headers['content-type']]).toEqual(['BEGIN:VCALENDAR', 'text/calendar']);
    expect(file.headers['content-disposition']).toBe('attachment; filename="Y-2026-03.ics"');
    for (const n of ['0', '2', '-1', '1e0x', 'x'])
      expect((await app.visitor().get(`/dev/mail/${id}/files/${n}`)).statusCode).toBe(404);
  });

  it('lists every mail, newest first, and finds them by recipient', async () => {
    const { body } = await app.visitor().get('/dev/mail');
    expect(body).toContain('data-page="mailbox-index"');
    expect(body).toContain('gu@example.com');
    const found = await app.visitor().get('/dev/mail?q=GU%40');
    expect(found.body).toContain(`data-id="${id}"`);
    expect((await app.visitor().get('/dev/mail?q=%25%5F')).body).not.toContain('data-id=');
  });

  it('shows a mail with its links ready to be pressed, and nothing of it is run', async () => {
    const { body, headers } = await app.visitor().get(`/dev/mail/${id}`);
    expect(body).toContain(`href="/v/${token}"`);
    expect(body).toContain(`src="/dev/mail/${id}/html"`);
    expect(body).not.toContain('<script>alert');
    expect(String(headers['content-security-policy'])).not.toContain('unsafe');
  });

  it('shows the HTML part in a frame of its own, under a policy that lets nothing run or load', async () => {
    const { body, headers } = await app.visitor().get(`/dev/mail/${id}/html`);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(body).toContain(`href="/v/${token}"`);
    expect(body).not.toContain('<img');
  });

  it('knows no other mails', async () => {
    for (const path of ['/dev/mail/unknown', '/dev/mail/unknown/html']) {
      expect((await app.visitor().get(path)).statusCode).toBe(404);
    }
  });

  it('changes nothing', async () => {
    const rows = () => app.reader.rows(sql`select * from outbox_mail order by id`);
    const before = await rows();
    for (const path of ['/dev/mail', `/dev/mail/${id}`, `/dev/mail/${id}/html`])
      await app.visitor().get(path);
    expect(await rows()).toEqual(before);
  });

  it('is counted on the mail page, which shows what failed but no text and no link', async () => {
    const { body, statusCode } = await app.visitor().get('/admin/mail', as('admin'));
    expect(statusCode).toBe(200);
    expect(body).toContain('收件地址写法不对');
    expect(body).not.toContain(token);
    expect(body).not.toContain('第3轮已开轮');
    expect((await app.visitor().get('/admin/mail', as('scout'))).statusCode).toBe(403);
  });
});

onEachDatabase('a program that really sends mail', (dialect) => {
  it('has no mailbox page', async () => {
    const app = await startInfrastructure(dialect, { MAIL_URL: 'smtp://127.0.0.1:9' });
    const id = await queueMails(app);
    for (const path of ['/dev/mail', `/dev/mail/${id}`, `/dev/mail/${id}/html`]) {
      expect((await app.visitor().get(path)).statusCode).toBe(404);
    }
    await app.close();
  });
});
