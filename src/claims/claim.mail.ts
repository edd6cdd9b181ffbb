import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/** What is told about first reports, each to one person. */
export type ClaimMailKind =
  | 'lapsesSoon'
  | 'lapsed'
  | 'disputeFiled'
  | 'disputeProposed'
  | 'disputeRuled'
  | 'coScoutAsked'
  | 'leadsGiven'
  | 'leadsTaken';

export interface ClaimMailFacts {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  /** The lead's number; for a hand-over how many leads. */
  readonly lead: string;
  /** A day, a sentence of a ruling, a person's name: what the kind's sentence has room for. */
  readonly detail: string;
  readonly url: string;
}

/** A mail names the lead by its number alone; what it is about is read behind the sign-in. */
export function claimMail(kind: ClaimMailKind, facts: ClaimMailFacts, words: Words): MailDraft {
  const { person, lead, detail, url } = facts;
  return letterMail(words, {
    kind: `claim.${kind}`,
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t(`claims.mail.${kind}.subject`, { lead }),
    heading: words.t('claims.mail.hello', { name: person.name }),
    paragraphs: [words.t(`claims.mail.${kind}.what`, { lead, detail }), words.t(`claims.mail.${kind}.next`)],
    action: { label: words.t('claims.mail.open'), url },
  });
}
