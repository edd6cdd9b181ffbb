import { letterMail, type MailDraft } from '../mail/letter';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

export interface PanelAnswerFacts {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly roundId: string;
  readonly roundNumber: string;
  /** Of the item on the agenda; the lead is named nowhere. */
  readonly position: number;
  readonly deadlineAt: string;
  readonly url: string;
}

/** To every voter of an item: there is an answer on its page. Neither who asked nor what is told. */
export function panelAnswerMail(facts: PanelAnswerFacts, words: Words): MailDraft {
  const { person, roundId, roundNumber: round, position, deadlineAt, url } = facts;
  return letterMail(words, {
    kind: 'ballot.answer',
    to: { personId: person.id, name: person.name, address: person.email },
    roundId,
    subject: words.t('questions.mail.panel.subject', { round }),
    heading: words.t('rounds.mail.heading', { name: person.name }),
    paragraphs: [
      words.t('questions.mail.panel.what', { round, position }),
      words.t('questions.mail.panel.next', { at: formatsFor(words).dateTimeFull(deadlineAt) }),
    ],
    action: { label: words.t('questions.mail.panel.act'), url },
  });
}
