import type { LeadContent } from '../domain/lead/content';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { demandsOf, ELEMENTS, type Element } from './answer-words';
import type { Dossier } from './leads.queries';
import { withUnit } from './lead-values.views';

/** One host's word or one department's answer, ready to print. */
export interface AnswerLine {
  readonly name: string;
  readonly sub: string;
  readonly tag: Tag;
  readonly text: string;
  readonly by: string;
}

const tones = { accept: 'green', conditional: 'amber', decline: 'red', yes: 'green', no: 'red' } as const;

/** What the intended hosts say, in the order of choice. */
export function statementLines({ statements }: Dossier, words: Words): AnswerLine[] {
  return statements.map(({ hostName, verdict, reasonCode, text, byLabel, statedAt }) => {
    if (verdict === null || statedAt === null) {
      return {
        name: hostName,
        sub: '',
        tag: tag(words.t('leads.statement.waiting'), '', 'waiting'),
        text: '',
        by: '',
      };
    }
    const reason = reasonCode === null ? '' : words.t(`leads.reason.${reasonCode}`);
    return {
      name: hostName,
      sub: '',
      tag: tag(words.t(`leads.statement.${verdict}`), tones[verdict], verdict),
      text: [reason, text ?? ''].filter((part) => part !== '').join(words.t('leads.colon')),
      by: words.t('leads.answer.by', { who: byLabel ?? '', at: formatsFor(words).dateTime(statedAt) }),
    };
  });
}

/** What the lead asks of each element beside what the department answers. */
export function elementLines(content: LeadContent, { elementAnswers }: Dossier, words: Words): AnswerLine[] {
  const fmt = formatsFor(words);
  const demands = new Map(demandsOf(content).map((demand) => [demand.element, demand]));
  const answers = new Map(elementAnswers.map((answer) => [answer.element, answer]));
  const shown = ELEMENTS.filter((element) => demands.has(element) || answers.has(element));
  return shown.map((element) => {
    const demand = demands.get(element);
    const unit = demand?.unit ? words.t(`lead.unit.${demand.unit}`) : '';
    const needs = demand?.quantity ? withUnit(fmt.number(demand.quantity), unit, words) : '';
    const head = {
      name: words.t(`leads.element.${element satisfies Element}`),
      sub: needs === '' ? '' : words.t('leads.answer.asks', { needs }),
    };
    const answer = answers.get(element);
    if (!answer)
      return { ...head, tag: tag(words.t('leads.answer.waiting'), '', 'waiting'), text: '', by: '' };
    const { verdict, quantity, availableOn, text, byLabel, at } = answer;
    const gives = quantity === null ? '' : withUnit(fmt.number(quantity), answer.unit ?? '', words);
    const when = availableOn === null ? '' : words.t('leads.answer.from', { day: fmt.official(availableOn) });
    return {
      ...head,
      tag: tag(words.t(`leads.answer.${verdict}`), tones[verdict], verdict),
      text: [gives, when, text].filter((part) => part !== '').join('　'),
      by: words.t('leads.answer.by', { who: byLabel, at: fmt.dateTime(at) }),
    };
  });
}
