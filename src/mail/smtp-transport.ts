import { createTransport } from 'nodemailer';
import { headerText, readMailbox } from './address';
import { Delivery, MailTransport, OutgoingMail } from './transport';

/** Milliseconds until a silent mail server is given up, at each stage. */
const patience = 30_000;

/**
 * `MAIL_URL=smtp://…`: hands mails to the office's mail server over a few kept connections. Further options of the
 * connection go into the address: `?rateLimit=5` sends five a second at most, `?requireTLS=true` insists on TLS.
 */
export class SmtpTransport extends MailTransport {
  readonly atOnce = 3;
  readonly keepsBodies = false;
  private readonly from: { name: string; address: string };
  private readonly pool: ReturnType<typeof openPool>;

  constructor(url: string, from: string, timeout = patience) {
    super();
    this.from = readMailbox(from);
    this.pool = openPool(url, this.atOnce, timeout);
  }

  async deliver(mail: OutgoingMail): Promise<Delivery> {
    try {
      await this.pool.sendMail({
        from: this.from,
        to: mail.to,
        // Said apart from the headers: whatever a name looks like, the mail goes to this one address.
        envelope: { from: this.from.address, to: [mail.to.address] },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        attachments: (mail.attachments ?? []).map(({ name, type, content }) => ({
          filename: name,
          contentType: type,
          contentTransferEncoding: 'base64' as const,
          content,
        })),
        messageId: mail.messageId,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { outcome: 'sent' };
    } catch (error) {
      return deliveryOf(error as SmtpError);
    }
  }

  close(): void {
    this.pool.close();
  }
}

function openPool(url: string, maxConnections: number, timeout: number) {
  return createTransport({
    url,
    pool: true,
    maxConnections,
    // Our own outbox tries again, and knows when it did.
    maxRequeues: 0,
    dnsTimeout: timeout,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  });
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/**
 * Final is only a 5xx about this recipient or this message. A 5xx to the connection, the sign-in or our own sender
 * address is a fault of the set-up: everything waits until it is mended. 421 ends the session, whatever it was about.
 */
function deliveryOf(error: SmtpError): Delivery {
  const said = headerText(error.message, 300);
  const { code, command = '', responseCode = 0 } = error;
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return { outcome: 'unreachable', said };
  if (responseCode === 421) return { outcome: 'unreachable', said };
  if (command === 'MAIL FROM' && responseCode > 0) return { outcome: 'unreachable', said };
  return { outcome: responseCode >= 400 && responseCode < 500 ? 'later' : 'refused', said };
}
