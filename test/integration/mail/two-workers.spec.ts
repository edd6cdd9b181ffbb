import { setTimeout as wait } from 'node:timers/promises';
import { onEachDatabase } from '../../support/databases';
import { Delivery, MailTransport, OutgoingMail } from '../../../src/mail/transport';
import { aMail, openPostOffice, PostOffice } from './post-office';

const count = 1000;

class CountingTransport extends MailTransport {
  readonly atOnce = 5;
  readonly keepsBodies = false;
  readonly delivered: string[] = [];

  async deliver(mail: OutgoingMail): Promise<Delivery> {
    await wait(0);
    this.delivered.push(mail.messageId);
    return { outcome: 'sent' };
  }

  close(): void {
    // Nothing is open.
  }
}

onEachDatabase('two workers', (dialect) => {
  let office: PostOffice;
  beforeEach(async () => {
    office = await openPostOffice(dialect, 'mailbox:');
  });
  afterEach(() => office.close());

  it(`send each of ${count} mails exactly once`, async () => {
    await office.database.work.run(async (tx) => {
      for (let n = 0; n < count; n += 1) await office.outbox.enqueue(tx, aMail());
    });
    const transports = [new CountingTransport(), new CountingTransport()];
    const sent = await Promise.all(
      transports.map((transport) => office.anotherWorker(transport).deliverDue()),
    );
    const delivered = transports.flatMap((transport) => transport.delivered);
    expect(delivered).toHaveLength(count);
    expect(new Set(delivered).size).toBe(count);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(count);
    expect(new Set((await office.mails()).map(({ state }) => state))).toEqual(new Set(['sent']));
    if (dialect === 'postgres') expect(Math.min(...sent)).toBeGreaterThan(0);
  });
});

onEachDatabase('a started worker', (dialect) => {
  it('sends what a commit has queued, soon and without being asked, also while many commit', async () => {
    const office = await openPostOffice(dialect, 'mailbox:');
    const transport = new CountingTransport();
    office.anotherWorker(transport).start();
    for (let n = 0; n < 20; n += 1) {
      await office.queue();
      await wait(20);
    }
    for (let tries = 0; transport.delivered.length < 20 && tries < 100; tries += 1) await wait(20);
    expect(transport.delivered).toHaveLength(20);
    await office.close();
  });

  it('keeps the bodies of the development mailbox', async () => {
    const office = await openPostOffice(dialect, 'mailbox:');
    const id = await office.queue();
    await office.worker.deliverDue();
    const [mail] = await office.mails();
    expect(mail?.state).toBe('sent');
    expect(office.bodies.open(id, mail?.bodySealed ?? '')?.text).toBe('您好，线索已收到。\n');
    expect(office.bodies.open('another', mail?.bodySealed ?? '')).toBeNull();
    await office.close();
  });
});
