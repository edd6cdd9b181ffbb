import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

export interface ChainLeadFacts {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly chain: string;
  readonly number: string;
  readonly url: string;
}

/** To the keeper of a chain: a new lead on it. Chain and number alone: a lead may be restricted or come to be. */
export function chainLeadMail({ person, chain, number, url }: ChainLeadFacts, words: Words): MailDraft {
  return letterMail(words, {
    kind: 'chain.lead',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('chains.mail.subject', { chain, number }),
    heading: words.t('chains.mail.hello', { name: person.name }),
    paragraphs: [words.t('chains.mail.what', { chain }), words.t('chains.mail.why')],
    facts: [
      [words.t('chains.mail.chain'), chain],
      [words.t('chains.mail.number'), number],
    ],
    action: { label: words.t('chains.mail.open'), url },
  });
}
