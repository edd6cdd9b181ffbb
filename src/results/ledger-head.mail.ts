import { printedHash } from '../ledger/chain';
import type { LedgerPoint } from '../ledger/ledger';
import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/**
 * To each panelist at closing, and again after the announcement: where the ledger stood then, and the receipts of the
 * seat's own ballots. Items by position only, and nothing of what came out. Kept outside, the heads show any later
 * rewriting.
 */
export function ledgerHeadMail(
  facts: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly roundNumber: string;
    readonly closing: LedgerPoint | null;
    /** Null at closing. */
    readonly announced: LedgerPoint | null;
    readonly receipts: readonly { readonly position: number; readonly code: string }[];
  },
  words: Words,
): MailDraft {
  const { person, roundNumber: round, closing, announced, receipts } = facts;
  const when = announced === null ? 'results.mail.closed' : 'results.mail.head';
  const point = ({ seq, hash }: LedgerPoint): string =>
    words.t('results.mail.head.point', { seq: String(seq), hash: printedHash(hash) });
  return letterMail(words, {
    kind: announced === null ? 'ledger.closed' : 'ledger.head',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t(`${when}.subject`, { round }),
    heading: words.t(`${when}.heading`, { round }),
    paragraphs: [
      words.t(`${when}.what`),
      words.t('results.mail.head.why'),
      ...(receipts.length === 0 ? [words.t('results.mail.head.noReceipts')] : []),
    ],
    facts: [
      ...(closing === null ? [] : [[words.t('results.mail.head.closing'), point(closing)] as const]),
      ...(announced === null ? [] : [[words.t('results.mail.head.announced'), point(announced)] as const]),
      ...receipts.map(
        ({ position, code }) => [words.t('results.mail.head.item', { position }), code] as const,
      ),
    ],
  });
}
