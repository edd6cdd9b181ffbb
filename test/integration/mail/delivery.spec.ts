import { connect, createServer, Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { sql } from '../../../src/database/sql';
import type { Mail } from '../../../src/mail/outbox';
import { SmtpTransport } from '../../../src/mail/smtp-transport';
import { onEachDatabase } from '../../support/databases';
import { aMail, openPostOffice, PostOffice, timeout } from './post-office';
import { openSink, Sink } from './sink';

onEachDatabase('mail', (dialect) => {
  let office: PostOffice;
  let sink: Sink;
  beforeEach(async () => {
    sink = await openSink();
    office = await openPostOffice(dialect, sink.url);
  });
  afterEach(async () => {
    await office.close();
    await sink.close();
  });

  const states = async (): Promise<string[]> => (await office.mails()).map(({ state }) => state);

  it('arrives with its Chinese subject, both parts, and one recipient', async () => {
    const id = await office.queue();
    expect(await office.worker.deliverDue()).toBe(1);
    expect(sink.taken).toHaveLength(1);
    const { mail, recipients } = sink.taken[0] ?? { mail: undefined, recipients: [] };
    expect(mail).toMatchObject({
      subject: '已收到您的线索 L-2026-00017：食品级二氧化硅载体项目',
      from: { name: '预审专班秘书处', address: 'yushen@example.gov.cn' },
      to: [{ name: '顾明', address: 'gu@example.com' }],
      messageId: `<${id}@yushen.example.gov.cn>`,
    });
    expect(mail?.text?.trim()).toBe('您好，线索已收到。');
    expect(mail?.html).toContain('<p>您好，线索已收到。</p>');
    expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(recipients).toEqual(['gu@example.com']);
  });

  it('arrives with what goes with it', async () => {
    const content = 'BEGIN:VCALENDAR\r\nSUMMARY:预审表决截止\r\nEND:VCALENDAR\r\n';
    const type = 'text/calendar; charset=utf-8; method=PUBLISH';
    await office.queue({ attachments: [{ name: 'Y-2026-03.ics', type, content }] });
    await office.worker.deliverDue();
    const [file, ...more] = sink.taken[0]?.mail.attachments ?? [];
    expect(more).toEqual([]);
    expect(file).toMatchObject({ filename: 'Y-2026-03.ics', mimeType: 'text/calendar' });
    // The reader of the sink writes the line ends of texts in its own way.
    const read = Buffer.from(file?.content as ArrayBuffer).toString('utf8');
    expect(read.split(/\r?\n/).filter((line) => line !== '')).toEqual(content.trimEnd().split('\r\n'));
  });

  it('keeps no body after sending, and an encrypted one before', async () => {
    await office.queue({ text: 'https://yushen.example.gov.cn/v/secret-token-of-the-link' });
    const [waiting] = await office.mails();
    expect(waiting?.bodySealed.length).toBeGreaterThan(50);
    expect(Buffer.from(waiting?.bodySealed ?? '', 'base64').toString('latin1')).not.toContain('secret-token');
    await office.worker.deliverDue();
    expect((await office.mails())[0]).toMatchObject({ state: 'sent', bodySealed: '', attempts: 1 });
  });

  it('is queued if and only if its act is committed', async () => {
    const failing = office.database.work.run(async (tx) => {
      await office.outbox.enqueue(tx, aMail());
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await office.mails()).toEqual([]);
  });

  it('is delivered once after a greylisting server accepts it on the second try', async () => {
    const replies = [450, 250];
    sink.recipientReply = () => replies.shift() ?? 250;
    await office.queue();
    expect(await office.worker.deliverDue()).toBe(0);
    expect((await office.mails())[0]).toMatchObject({ state: 'queued', attempts: 1 });
    expect(await office.worker.deliverDue()).toBe(0);
    office.clock.advance(60_000);
    expect(await office.worker.deliverDue()).toBe(1);
    expect(sink.taken).toHaveLength(1);
  });

  it('is tried again after 421 in the middle of a session', async () => {
    const replies = [421, 250];
    sink.dataReply = () => replies.shift() ?? 250;
    await office.queue();
    await office.worker.deliverDue();
    expect(await states()).toEqual(['queued']);
    office.clock.advance(60_000);
    await office.worker.deliverDue();
    expect(await states()).toEqual(['sent']);
  });

  it('fails for good after 550, and nothing else of the batch does', async () => {
    sink.recipientReply = (address) => (address.startsWith('gone') ? 550 : 250);
    await office.queue({ to: { address: 'gone@example.com', name: '' } });
    await office.queue();
    expect(await office.worker.deliverDue()).toBe(1);
    office.clock.advance(7 * 24 * 3_600_000);
    expect(await office.worker.deliverDue()).toBe(0);
    const gone = (await office.mails()).find(({ toAddress }) => toAddress.startsWith('gone'));
    expect(gone).toMatchObject({ state: 'failed', attempts: 1, bodySealed: '' });
    expect(gone?.lastError).toContain('550');
  });

  it('waits when the server refuses our own sender: that is a fault of the set-up', async () => {
    sink.senderReply = () => 553;
    await office.queue();
    await office.worker.deliverDue();
    expect(await states()).toEqual(['queued']);
  });

  it('is given up after three days', async () => {
    sink.recipientReply = () => 451;
    await office.queue();
    for (let hour = 0; hour <= 73; hour += 1) {
      await office.worker.deliverDue();
      office.clock.advance(3_600_000);
    }
    const [mail] = await office.mails();
    expect(mail).toMatchObject({ state: 'failed', bodySealed: '' });
    expect(mail?.lastError).toMatch(/^expired .*451/);
  });

  it('keeps its Message-ID when the worker dies between the acceptance and the note of it', async () => {
    const id = await office.queue();
    await office.worker.deliverDue();
    // What the database holds when the process is killed before it writes the ending down.
    await office.database.work.run((tx) =>
      tx.run(sql`update outbox_mail set state = 'sending', sent_at = null, lease_owner = 'dead',
        lease_until = '2026-03-05T02:17:00.000Z', body_sealed = ${office.bodies.seal(id, aMail())}`),
    );
    expect(await office.worker.deliverDue()).toBe(0);
    office.clock.advance(6 * 60_000);
    expect(await office.worker.deliverDue()).toBe(1);
    expect(new Set(sink.taken.map(({ mail }) => mail.messageId))).toEqual(
      new Set([`<${id}@yushen.example.gov.cn>`]),
    );
    expect(sink.taken).toHaveLength(2);
  });

  it('is taken back when its round is closed before it left', async () => {
    await office.queue({ kind: 'round.invitation', roundId: 'r1' });
    await office.queue({ kind: 'round.invitation', roundId: 'r2' });
    await office.queue({ kind: 'ballot.receipt', roundId: 'r1' });
    const dropped = await office.database.work.run((tx) =>
      office.outbox.dropForRound(tx, 'r1', ['round.invitation', 'round.reminder']),
    );
    expect(dropped).toBe(1);
    expect(await office.worker.deliverDue()).toBe(2);
    expect((await states()).sort()).toEqual(['dropped', 'sent', 'sent']);
    expect((await office.mails()).find(({ state }) => state === 'dropped')).toMatchObject({ bodySealed: '' });
  });

  it.each<[string, Partial<Mail>]>([
    ['line ends in the name', { to: { address: 'gu@example.com', name: '顾明\r\nBcc: evil@example.net' } }],
    ['line ends in the subject', { subject: 'a\r\nBcc: evil@example.net\r\n\r\nbody' }],
    ['an address in the name', { to: { address: 'gu@example.com', name: '"a@x" <evil@example.net>' } }],
    ['a list in the name', { to: { address: 'gu@example.com', name: 'x, evil@example.net; "' } }],
  ])('adds no header and no recipient through %s', async (_, mail) => {
    await office.queue(mail);
    await office.worker.deliverDue();
    const taken = sink.taken[0];
    expect(taken?.recipients).toEqual(['gu@example.com']);
    expect(taken?.mail.to?.map(({ address }) => address)).toEqual(['gu@example.com']);
    expect(taken?.mail.headers.filter(({ key }) => key === 'bcc' || key === 'cc')).toEqual([]);
    expect(taken?.mail.text?.trim()).toBe('您好，线索已收到。');
  });

  it.each([
    'gu@example.com, evil@example.net',
    '"quoted local"@example.com',
    'gu(comment)@example.com',
    'team:gu@example.com;',
    'gu@example.com\r\nRCPT TO:<evil@example.net>',
    'gu',
    '',
    '@'.repeat(10_000),
  ])('is kept as failed, and stops nobody, when the address is not plain: %s', async (address) => {
    await office.queue({ to: { address: address.slice(0, 10_000), name: '顾明' } });
    expect(await office.worker.deliverDue()).toBe(0);
    expect(await office.mails()).toMatchObject([{ state: 'failed', lastError: 'address', bodySealed: '' }]);
  });

  it('gives a silent server up in time, and gives the others of the batch back untried', async () => {
    const silent = await openSilentServer();
    const transport = new SmtpTransport(silent.url, 'a@example.com', timeout);
    const worker = office.anotherWorker(transport);
    for (let n = 0; n < 10; n += 1) await office.queue();
    const began = Date.now();
    expect(await worker.deliverDue()).toBe(0);
    expect(Date.now() - began).toBeLessThan(timeout * 5);
    const mails = await office.mails();
    expect(mails.filter(({ attempts }) => attempts === 1).length).toBe(transport.atOnce);
    expect(mails.filter(({ attempts, state }) => attempts === 0 && state === 'queued').length).toBe(7);
    await worker.beforeApplicationShutdown();
    silent.close();
  });
});

/** Accepts connections and never says a word. */
async function openSilentServer(): Promise<{ url: string; close(): void }> {
  const sockets: ReturnType<typeof connect>[] = [];
  const server: Server = createServer((socket) => sockets.push(socket));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
