import type { AnswerTerm } from '../domain/lead/answer-clock';
import type { LeadContent } from '../domain/lead/content';
import type { Unit } from '../domain/lead/field';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import { wordsFor, type Words } from '../words/words';
import { demandsOf, ELEMENTS, type Element } from './answer-words';
import type { OfferRead, StatementRow } from './lead-answers.queries';
import type { Dossier } from './leads.queries';
import { withUnit } from './lead-values.views';

/** One host's word or one department's answer, ready to print. */
export interface AnswerLine {
  readonly name: string;
  readonly sub: string;
  readonly tag: Tag;
  readonly text: string;
  /** Conditions, what would have to change, how the host came to be asked. */
  readonly terms: readonly string[];
  readonly by: string;
  /** Until when, while nothing has been said; red when that is over. */
  readonly due: string;
  readonly late: boolean;
}

const tones = { accept: 'green', conditional: 'amber', decline: 'red', yes: 'green', no: 'red' } as const;

/** What the intended hosts say, in the order of choice. */
export function statementLines({ statements }: Dossier, words: Words): AnswerLine[] {
  return statements.map(({ hostName, verdict, reasonCode, text, byLabel, statedAt, terms, offer, term }) => {
    const offered = offerLine(offer, words);
    if (verdict === null || statedAt === null) {
      return {
        name: hostName,
        sub: '',
        tag: waitingTag(term, 'leads.statement.waiting', words),
        text: '',
        terms: offered,
        by: '',
        ...dueOf(term, words),
      };
    }
    const reason = reasonCode === null ? '' : words.t(`leads.reason.${reasonCode}`);
    return {
      name: hostName,
      sub: '',
      tag: tag(words.t(`leads.statement.${verdict}`), tones[verdict], verdict),
      text: [reason, text ?? ''].filter((part) => part !== '').join(words.t('leads.colon')),
      terms: [...termLines(verdict, terms, words), ...offered],
      by: words.t('leads.answer.by', { who: byLabel ?? '', at: formatsFor(words).dateTime(statedAt) }),
      ...dueOf(null, words),
    };
  });
}

/** What the lead asks of each element beside what the department answers. */
export function elementLines(content: LeadContent, dossier: Dossier, words: Words): AnswerLine[] {
  const { elementAnswers, elementTerm } = dossier;
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
    if (!answer) {
      const mark = waitingTag(elementTerm, 'leads.answer.waiting', words);
      return { ...head, tag: mark, text: '', terms: [], by: '', ...dueOf(elementTerm, words) };
    }
    const { verdict, quantity, availableOn, text, byLabel, at } = answer;
    const gives =
      quantity === null
        ? ''
        : withUnit(fmt.number(quantity), givenUnit(answer.unit, demand?.unit, words), words);
    const when = availableOn === null ? '' : words.t('leads.answer.from', { day: fmt.official(availableOn) });
    return {
      ...head,
      tag: tag(words.t(`leads.answer.${verdict}`), tones[verdict], verdict),
      text: [gives, when, text].filter((part) => part !== '').join('　'),
      terms: [],
      by: words.t('leads.answer.by', { who: byLabel, at: fmt.dateTime(at) }),
      ...dueOf(null, words),
    };
  });
}

function waitingTag(term: AnswerTerm | null, key: string, words: Words): Tag {
  const isLate = term?.standing === 'late';
  return tag(words.t(isLate ? 'answers.late' : key), isLate ? 'red' : '', isLate ? 'late' : 'waiting');
}

/** `还剩2个工作日`, `逾期1个工作日`. */
export function dueOf(term: AnswerTerm | null, words: Words): Pick<AnswerLine, 'due' | 'late'> {
  if (term === null) return { due: '', late: false };
  const at = formatsFor(words).day(term.dueAt);
  if (term.standing === 'late')
    return { due: words.t('answers.due.late', { at, n: -term.left }), late: true };
  return {
    due: words.t(term.left === 0 ? 'answers.due.today' : 'answers.due.left', { at, n: term.left }),
    late: false,
  };
}

export function termLines(
  verdict: StatementRow['verdict'],
  terms: StatementRow['terms'],
  words: Words,
): string[] {
  return terms.map(({ text, dueOn }, at) => {
    if (verdict === 'decline') return words.t('answers.remedy', { text });
    const day = dueOn === null ? '' : formatsFor(words).official(dueOn);
    return words.t(day === '' ? 'answers.condition' : 'answers.conditionDue', { n: at + 1, text, day });
  });
}

/** Every share is on the record before the vote. */
export function offerLine(offer: OfferRead | null, words: Words): string[] {
  if (offer === null) return [];
  const { cause, reason, offeredAt, originShare: share, shareYears: years } = offer;
  const at = formatsFor(words).dateTime(offeredAt);
  return [words.t(`answers.offered.${cause}`, { at, reason }), words.t('answers.share', { share, years })];
}

/** The unit that was asked for in the reader's language; any other as the department wrote it. */
function givenUnit(given: string | null, asked: Unit | null | undefined, words: Words): string {
  if (!asked || given !== wordsFor('zh-CN').t(`lead.unit.${asked}`)) return given ?? '';
  return words.t(`lead.unit.${asked}`);
}
