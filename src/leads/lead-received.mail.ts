import { letterMail, type MailDraft } from '../mail/letter';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Lead } from './lead.entity';

export interface LeadMailFacts {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly lead: Pick<Lead, 'number' | 'title' | 'revision' | 'submittedAt'>;
  readonly url: string;
}

/** To the scout: the receipt, with the number and the time that the claim of first report rests on. */
export function leadReceivedMail(facts: LeadMailFacts & { readonly at: string }, words: Words): MailDraft {
  const { person, lead, at, url } = facts;
  const number = lead.number ?? '';
  const fmt = formatsFor(words);
  const again = lead.revision > 1;
  return letterMail(words, {
    kind: 'lead.received',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('leads.mail.received.subject', { number }),
    heading: words.t('leads.mail.hello', { name: person.name }),
    paragraphs: [
      words.t(again ? 'leads.mail.received.again' : 'leads.mail.received.what', { title: lead.title }),
      words.t('leads.mail.received.claim'),
      words.t('leads.mail.received.next'),
    ],
    facts: [
      [words.t('leads.number'), number],
      [words.t('leads.firstReportAt'), secondsOf(lead.submittedAt ?? at, words)],
      ...(again ? [[words.t('leads.handedInAt'), fmt.dateTimeFull(at)] as const] : []),
      [words.t('leads.revision'), words.t('leads.revision.n', { n: lead.revision })],
    ],
    action: { label: words.t('leads.mail.open'), url },
  });
}

/** Down to the second: who was first may turn on it. */
export function secondsOf(instant: string, words: Words): string {
  return words.t('leads.atSecond', {
    time: formatsFor(words).dateTimeFull(instant),
    s: instant.slice(17, 19),
  });
}
