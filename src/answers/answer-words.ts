import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { AwaitedAnswer } from './answers.queries';

/** What is to be answered: `承接意见`, `用地（需95亩）`. */
export function askedText(answer: AwaitedAnswer, words: Words): string {
  if (answer.kind === 'statement') return words.t('answers.list.statement');
  const { element, quantity, unit } = answer.demand;
  const name = words.t(`leads.element.${element}`);
  if (quantity === null) return words.t('answers.list.elementOnly', { element: name });
  const shown = unit === null ? '' : words.t(`lead.unit.${unit}`);
  const needs = words.t('hostBook.quantity', { n: formatsFor(words).number(quantity), unit: shown });
  return words.t('answers.list.element', { element: name, needs });
}

/** How long there is still: `限4月16日前，还剩2个工作日`. */
export function termText({ term }: AwaitedAnswer, words: Words): { text: string; late: boolean } {
  const at = formatsFor(words).day(term.dueAt);
  if (term.standing === 'late')
    return { text: words.t('answers.due.late', { at, n: -term.left }), late: true };
  const key = term.left === 0 ? 'answers.due.today' : 'answers.due.left';
  return { text: words.t(key, { at, n: term.left }), late: false };
}
