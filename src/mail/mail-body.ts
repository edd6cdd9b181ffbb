import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Randomness } from '../clock/randomness';
import { Config } from '../config/config';

/** A file that goes with a mail; a text, in UTF-8. */
export interface MailAttachment {
  /** Plain ASCII: some mail programs garble anything else. */
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** What a mail says, in the two forms that every mail has, and what goes with it. */
export interface MailBody {
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly MailAttachment[];
}

type Sealed = [text: string, html: string, ...attachments: MailAttachment[]];

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts mail bodies at rest (AES-256-GCM, key derived from SECRET_KEY): a copy of the database holds no usable
 * link. The mail's id is bound in, so that bodies cannot be exchanged.
 */
@Injectable()
export class MailBodies {
  private readonly key: Buffer;

  constructor(
    config: Config,
    private readonly randomness: Randomness,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', config.SECRET_KEY, '', 'yushen outbox body', 32));
  }

  seal(mailId: string, { text, html, attachments = [] }: MailBody): string {
    const nonce = this.randomness.bytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(mailId));
    const sealed = [
      nonce,
      cipher.update(JSON.stringify([text, html, ...attachments]), 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ];
    return Buffer.concat(sealed).toString('base64');
  }

  /** Null when it was emptied, or sealed under another SECRET_KEY. */
  open(mailId: string, sealed: string): MailBody | null {
    const bytes = Buffer.from(sealed, 'base64');
    if (bytes.length <= nonceBytes + tagBytes) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(mailId))
        .setAuthTag(bytes.subarray(-tagBytes));
      const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
      const [text, html, ...attachments] = JSON.parse(plain.toString('utf8')) as Sealed;
      return { text, html, attachments };
    } catch {
      return null;
    }
  }
}
