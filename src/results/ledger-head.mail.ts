import { printedHash } from '../ledger/chain';
import type { LedgerPoint } from '../ledger/ledger';
import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/**
 * To each panelist after the announcement: where the ledger stood at closing and at the announcement, and the receipts
 * of the seat's own ballots. Items by position only. Kept outside, the heads show any later rewriting.
 */
export function ledgerHeadMail(
  facts: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly roundNumber: string;
    readonly closing: LedgerPoint | null;
    readonly head: LedgerPoint;
    readonly receipts: readonly { readonly position: number; readonly code: string }[];
  },
  words: Words,
): MailDraft {
  const { person, roundNumber: round, closing, head, receipts } = facts;
  const point = ({ seq, hash }: LedgerPoint): string =>
    words.t('results.mail.head.point', { seq: String(seq), hash: printedHash(hash) });
  return letterMail(words, {
    kind: 'ledger.head',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('results.mail.head.subject', { round }),
    heading: words.t('results.mail.head.heading', { round }),
    paragraphs: [
      words.t('results.mail.head.what'),
      words.t('results.mail.head.why'),
      ...(receipts.length === 0 ? [words.t('results.mail.head.noReceipts')] : []),
    ],
    facts: [
      ...(closing === null ? [] : [[words.t('results.mail.head.closing'), point(closing)] as const]),
      [words.t('results.mail.head.announced'), point(head)],
      ...receipts.map(
        ({ position, code }) => [words.t('results.mail.head.item', { position }), code] as const,
      ),
    ],
  });
}
