import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Ids } from '../clock/ids';
import { MailBodies } from './mail-body';
import { Ending, MailLeases } from './mail-leases';
import { Outbox } from './outbox';
import type { OutboxMail } from './outbox-mail.entity';
import { MailTransport } from './transport';

/** Mails leased at once. */
const batch = 30;
/** Between a commit that queued a mail and the pass that sends it: many votes in a second share one pass. */
const gatherMs = 200;
/** For retries that fall due, and for what another instance left behind. */
const pollMs = 15_000;
/** How long a shutdown waits for mails that are being handed over. */
const farewellMs = 5_000;

/**
 * Sends what waits in the outbox, always after the commit and never inside a unit of work. A mail may be delivered
 * twice when the process dies between the server's "250" and our note of it, then with the same Message-ID; none is
 * lost.
 */
@Injectable()
export class MailWorker implements BeforeApplicationShutdown {
  private readonly log = new Logger('mail');
  private readonly owner: string;
  private timer: NodeJS.Timeout | undefined;
  private passing: Promise<unknown> | undefined;
  private hurried = false;
  private started = false;
  private stopping = false;

  constructor(
    ids: Ids,
    private readonly outbox: Outbox,
    private readonly bodies: MailBodies,
    private readonly leases: MailLeases,
    private readonly transport: MailTransport,
  ) {
    this.owner = ids.next();
  }

  /** For a server. The command line leaves the mails to the server. */
  start(): void {
    if (this.started) return;
    this.started = true;
    this.outbox.onQueued(() => this.hurry());
    this.passAfter(0);
  }

  /** Sends everything that is due now. @returns how many mails left */
  async deliverDue(): Promise<number> {
    let sent = 0;
    while (!this.stopping) {
      const mails = await this.leases.take(this.owner, batch);
      if (mails.length === 0) break;
      const endings = await this.deliver(mails);
      sent += endings.filter((outcome) => outcome === 'sent').length;
      if (endings.includes('unreachable')) break;
    }
    return sent;
  }

  /** Stops taking mails, waits a little for those in hand, then lets go of the mail server. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    if (this.passing)
      await Promise.race([this.passing, new Promise((done) => setTimeout(done, farewellMs).unref())]);
    this.transport.close();
  }

  /** Several calls before a pass begins lead to one pass; one during a pass leads to another after it. */
  private hurry(): void {
    if (this.hurried) return;
    this.hurried = true;
    if (!this.passing) this.passAfter(gatherMs);
  }

  private passAfter(ms: number): void {
    if (this.stopping) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pass(), ms).unref();
  }

  private pass(): void {
    this.hurried = false;
    this.passing = this.deliverDue()
      .catch((error: Error) => this.log.error(`the outbox could not be read: ${error.message}`))
      .finally(() => {
        this.passing = undefined;
        this.passAfter(this.hurried ? gatherMs : pollMs);
      });
  }

  /** A few side by side; once the server is out of reach the rest is given back untried. */
  private async deliver(mails: readonly OutboxMail[]): Promise<Ending['outcome'][]> {
    const waiting = [...mails];
    const outcomes: Ending['outcome'][] = [];
    const notes = new Notes((endings) => this.leases.finish(this.owner, endings));
    let reachable = true;
    const carry = async (): Promise<void> => {
      for (let mail = waiting.shift(); mail; mail = waiting.shift()) {
        const ending: Ending = reachable && !this.stopping ? await this.send(mail) : { outcome: 'released' };
        if (ending.outcome === 'unreachable') reachable = false;
        outcomes.push(ending.outcome);
        await notes.take(mail, ending);
      }
    };
    await Promise.all(Array.from({ length: this.transport.atOnce }, carry));
    return outcomes;
  }

  private async send(mail: OutboxMail): Promise<Ending> {
    const body = this.bodies.open(mail.id, mail.bodySealed);
    const ending: Ending = body
      ? await this.transport.deliver({
          ...body,
          to: { name: mail.toName, address: mail.toAddress },
          subject: mail.subject,
          messageId: mail.messageId,
        })
      : { outcome: 'unreadable' };
    // Never the address or the text: logs are read by more people than mails.
    const line = `mail ${mail.id} (${mail.kind}), try ${mail.attempts}: ${ending.outcome}`;
    if (ending.outcome === 'later') this.log.debug(line);
    else if (ending.outcome !== 'sent') this.log.warn(line);
    return ending;
  }
}

/** Endings that come in while a unit is being written share the next one. */
class Notes {
  private next: [OutboxMail, Ending][] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (endings: [OutboxMail, Ending][]) => Promise<void>) {}

  /** Resolves when this ending is written down. */
  take(mail: OutboxMail, ending: Ending): Promise<void> {
    this.next.push([mail, ending]);
    if (this.next.length > 1) return this.writing;
    const write = (): Promise<void> => {
      const endings = this.next;
      this.next = [];
      return this.write(endings);
    };
    this.writing = this.writing.then(write, write);
    return this.writing;
  }
}
