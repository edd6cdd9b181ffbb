import { Logger } from '@nestjs/common';
import { SetClock } from '../../../src/clock/clock';
import { Ids } from '../../../src/clock/ids';
import { SecureRandomness } from '../../../src/clock/randomness';
import { readConfig } from '../../../src/config/config';
import { Dialect, sql } from '../../../src/database/sql';
import { MailBodies } from '../../../src/mail/mail-body';
import { MailLeases } from '../../../src/mail/mail-leases';
import { MailWorker } from '../../../src/mail/mail.worker';
import { Mail, Outbox } from '../../../src/mail/outbox';
import { OutboxMail } from '../../../src/mail/outbox-mail.entity';
import { SmtpTransport } from '../../../src/mail/smtp-transport';
import { MailboxTransport, MailTransport } from '../../../src/mail/transport';
import { openTestDatabase, TestDatabase } from '../../support/databases';

/** An outbox over a fresh database, with a worker that the tests call by hand. */
export interface PostOffice {
  database: TestDatabase;
  clock: SetClock;
  outbox: Outbox;
  bodies: MailBodies;
  worker: MailWorker;
  /** Another worker on the same database, as a second instance has. */
  anotherWorker(transport: MailTransport): MailWorker;
  queue(mail?: Partial<Mail>): Promise<string>;
  mails(): Promise<OutboxMail[]>;
  close(): Promise<void>;
}

Logger.overrideLogger(false);

export const timeout = 300;

export async function openPostOffice(dialect: Dialect, url: string): Promise<PostOffice> {
  const database = await openTestDatabase(dialect);
  const clock = new SetClock('2026-03-05T02:12:00.000Z');
  const randomness = new SecureRandomness();
  const ids = new Ids(clock, randomness);
  const config = readConfig({
    MODE: 'test',
    BASE_URL: 'https://yushen.example.gov.cn',
    SECRET_KEY: 'a test key of more than thirty-two bytes',
    MAIL_URL: url,
    MAIL_FROM: '预审专班秘书处 <yushen@example.gov.cn>',
  });
  const bodies = new MailBodies(config, randomness);
  const outbox = new Outbox(config, clock, ids, bodies);
  const workers: MailWorker[] = [];
  const anotherWorker = (transport: MailTransport): MailWorker => {
    const leases = new MailLeases(database.work, database.reader, clock, randomness, transport);
    const worker = new MailWorker(ids, outbox, bodies, leases, transport);
    workers.push(worker);
    return worker;
  };
  const transport = config.usesMailbox
    ? new MailboxTransport()
    : new SmtpTransport(url, config.MAIL_FROM, timeout);
  return {
    database,
    clock,
    outbox,
    bodies,
    worker: anotherWorker(transport),
    anotherWorker,
    queue: (mail = {}) => database.work.run((tx) => outbox.enqueue(tx, aMail(mail))),
    mails: () => database.reader.find(OutboxMail, sql`order by id`),
    close: async () => {
      for (const worker of workers) await worker.beforeApplicationShutdown();
      await database.close();
    },
  };
}

export function aMail(mail: Partial<Mail> = {}): Mail {
  return {
    kind: 'lead.received',
    to: { address: 'gu@example.com', name: '顾明' },
    subject: '已收到您的线索 L-2026-00017：食品级二氧化硅载体项目',
    text: '您好，线索已收到。\n',
    html: '<!doctype html><p>您好，线索已收到。</p>',
    ...mail,
  };
}
