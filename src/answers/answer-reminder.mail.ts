import { letterMail, type MailDraft } from '../mail/letter';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { AwaitedAnswer } from './answers.queries';

/** To one person of a host or a department: everything that waits for their unit's answer, in one mail. */
export function answerReminderMail(
  facts: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly answers: readonly AwaitedAnswer[];
    readonly url: string;
  },
  words: Words,
): MailDraft {
  const { person, answers, url } = facts;
  const late = answers.filter(({ term }) => term.standing === 'late').length;
  return letterMail(words, {
    kind: 'answers.reminder',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('answers.mail.reminder.subject', { n: answers.length, late }),
    heading: words.t('leads.mail.hello', { name: person.name }),
    paragraphs: [words.t('answers.mail.reminder.what')],
    facts: answers.map((answer) => [labelOf(answer, words), dueLine(answer, words)] as const),
    action: { label: words.t('answers.mail.reminder.act'), url },
  });
}

function labelOf(answer: AwaitedAnswer, words: Words): string {
  const { number } = answer;
  return answer.kind === 'statement'
    ? words.t('answers.mail.reminder.host', { number })
    : words.t('answers.mail.reminder.element', {
        number,
        element: words.t(`leads.element.${answer.demand.element}`),
      });
}

function dueLine({ term }: AwaitedAnswer, words: Words): string {
  const at = formatsFor(words).day(term.dueAt);
  if (term.standing === 'late') return words.t('answers.due.late', { at, n: -term.left });
  return words.t(term.left === 0 ? 'answers.due.today' : 'answers.due.left', { at, n: term.left });
}
