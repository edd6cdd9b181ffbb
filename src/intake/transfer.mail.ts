import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

export interface TransferMailFacts {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly lead: { readonly number: string | null; readonly title: string };
  /** The host's name, or the tier in words. */
  readonly to: string;
  readonly text: string;
  readonly url: string;
}

type Kind = 'hostProposed' | 'tierTold' | 'hostAgreed' | 'hostDeclined';

/** To the scout: which host is proposed and why, with the way to answer. */
export const hostProposedMail = (facts: TransferMailFacts, words: Words): MailDraft =>
  transferMail('hostProposed', facts, words);

/** To the scout: which tier judges the lead, and why. */
export const tierToldMail = (facts: TransferMailFacts, words: Words): MailDraft =>
  transferMail('tierTold', facts, words);

/** To whoever proposed it: the scout has answered. */
export const transferAnsweredMail = (
  facts: TransferMailFacts & { agrees: boolean },
  words: Words,
): MailDraft => transferMail(facts.agrees ? 'hostAgreed' : 'hostDeclined', facts, words);

function transferMail(
  kind: Kind,
  { person, lead, to, text, url }: TransferMailFacts,
  words: Words,
): MailDraft {
  const number = lead.number ?? '';
  return letterMail(words, {
    kind: `transfer.${kind}`,
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t(`intake.mail.${kind}.subject`, { number }),
    heading: words.t('leads.mail.hello', { name: person.name }),
    paragraphs: [
      words.t(`intake.mail.${kind}.what`, { title: lead.title, to }),
      words.t(`intake.mail.${kind}.next`),
    ],
    facts: [
      [words.t('leads.number'), number],
      ...(text === '' ? [] : [[words.t(`intake.mail.${kind}.text`), text] as const]),
    ],
    action: { label: words.t('leads.mail.open'), url },
  });
}
