import type { Instant } from '../domain/shared/instant';
import { letterMail, type MailDraft } from '../mail/letter';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { HostOffer } from './host-offer.entity';
import type { LeadMailFacts } from './lead-received.mail';

/** To a host's people: a lead that its scout had meant for others is offered to them. No investor, no amount. */
export function leadOfferedMail(
  facts: LeadMailFacts & {
    readonly offer: Pick<HostOffer, 'cause' | 'reason' | 'originShare' | 'shareYears'>;
    readonly hostName: string;
    readonly dueAt: Instant;
  },
  words: Words,
): MailDraft {
  const { person, lead, url, offer, hostName, dueAt } = facts;
  const number = lead.number ?? '';
  return letterMail(words, {
    kind: 'lead.offered',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('answers.mail.offered.subject', { number }),
    heading: words.t('leads.mail.hello', { name: person.name }),
    paragraphs: [
      words.t(`answers.mail.offered.${offer.cause}`, { title: lead.title, host: hostName }),
      words.t('answers.mail.offered.share', { share: offer.originShare, years: offer.shareYears }),
    ],
    facts: [
      [words.t('leads.number'), number],
      [words.t('answers.dueAt'), formatsFor(words).dateTimeFull(dueAt)],
      ...(offer.reason === '' ? [] : [[words.t('answers.offer.reason'), offer.reason] as const]),
    ],
    action: { label: words.t('answers.mail.offered.act'), url },
  });
}

/** To the secretariat: every host asked has declined and none is left to be asked by rule. */
export function leadDeclinedByAllMail({ person, lead, url }: LeadMailFacts, words: Words): MailDraft {
  const number = lead.number ?? '';
  return letterMail(words, {
    kind: 'lead.declinedByAll',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('answers.mail.declined.subject', { number }),
    heading: words.t('leads.mail.hello', { name: person.name }),
    paragraphs: [
      words.t('answers.mail.declined.what', { title: lead.title }),
      words.t('answers.mail.declined.next'),
    ],
    facts: [[words.t('leads.number'), number]],
    action: { label: words.t('answers.mail.declined.act'), url },
  });
}
