import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

export interface QuestionMailFacts {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly lead: { readonly number: string | null; readonly title: string };
  readonly question: string;
  readonly url: string;
}

/** To the scout: the question, which is the secretariat's whoever wished to know. */
export function questionAskedMail(
  { person, lead, question, url }: QuestionMailFacts,
  words: Words,
): MailDraft {
  const number = lead.number ?? '';
  return letterMail(words, {
    kind: 'question.asked',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('questions.mail.asked.subject', { number }),
    heading: words.t('leads.mail.hello', { name: person.name }),
    paragraphs: [
      words.t('questions.mail.asked.what', { title: lead.title }),
      words.t('questions.mail.asked.next'),
    ],
    facts: [
      [words.t('leads.number'), number],
      [words.t('questions.question'), question],
    ],
    action: { label: words.t('questions.mail.asked.act'), url },
  });
}

/** To whoever of the secretariat asked: the scout has answered. */
export function questionAnsweredMail(
  { person, lead, question, answer, url }: QuestionMailFacts & { readonly answer: string },
  words: Words,
): MailDraft {
  const number = lead.number ?? '';
  return letterMail(words, {
    kind: 'question.answered',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('questions.mail.answered.subject', { number }),
    heading: words.t('leads.mail.hello', { name: person.name }),
    paragraphs: [words.t('questions.mail.answered.what', { title: lead.title })],
    facts: [
      [words.t('leads.number'), number],
      [words.t('questions.question'), question],
      [words.t('questions.answer'), answer],
    ],
    action: { label: words.t('leads.mail.open'), url },
  });
}
