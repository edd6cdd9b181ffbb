import type { MailBody } from './mail-body';

/** A mail as it goes out, to one recipient. */
export interface OutgoingMail extends MailBody {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly messageId: string;
}

/**
 * What became of a try. `refused` is final (the recipient's server said no for good); `later` concerns this mail
 * alone; `unreachable` means that the next mail would fare no better.
 */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' | 'later' | 'unreachable'; readonly said: string };

/** How mails leave the house. Never throws: what went wrong is the answer. */
export abstract class MailTransport {
  /** Mails handed over side by side. */
  abstract readonly atOnce: number;
  /** Whether bodies stay (encrypted) after sending, so that the development mailbox can show them. */
  abstract readonly keepsBodies: boolean;
  abstract deliver(mail: OutgoingMail): Promise<Delivery>;
  abstract close(): void;
}

/** `MAIL_URL=mailbox:`: nothing leaves; the mails are read at `/dev/mail`. */
export class MailboxTransport extends MailTransport {
  readonly atOnce = 50;
  readonly keepsBodies = true;

  deliver(): Promise<Delivery> {
    return Promise.resolve({ outcome: 'sent' });
  }

  close(): void {
    // Nothing is open.
  }
}
