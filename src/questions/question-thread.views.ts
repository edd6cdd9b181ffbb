import { holds, type Viewer } from '../domain/access/viewer';
import { askRefusal, LONGEST_ANSWER, LONGEST_QUESTION } from '../domain/question/question';
import { areaField } from '../http/views/fields';
import { tag } from '../http/views/marks';
import { section, type Section, type SectionForm, type SectionSay } from '../http/views/section';
import type { SeenLead } from '../leads/lead-access.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { LeadQuestion } from './question.entity';

export interface Thread {
  readonly viewer: Viewer;
  readonly seen: SeenLead;
  readonly questions: readonly LeadQuestion[];
  /** Of the form for a new question. */
  readonly key: string;
}

/** Questions and answers on the page of a lead; null where there is nothing to read and nothing to ask. */
export function threadSection({ viewer, seen, questions, key }: Thread, words: Words): Section | null {
  const { lead } = seen;
  const asks = holds(viewer, 'secretariat') && askRefusal(lead.state) === null;
  if (questions.length === 0 && !asks) return null;
  const open = questions.filter(({ state }) => state === 'asked').length;
  const own = lead.scoutId === viewer.personId;
  return section({
    id: 'questions',
    heading: words.t('questions.title'),
    asks: own && open > 0,
    note: open === 0 ? '' : words.t(own ? 'questions.open.own' : 'questions.open', { n: open }),
    says: questions.flatMap((question) => linesOf(question, { viewer, own }, words)),
    forms: asks ? [askForm(lead.id, key, words)] : [],
  });
}

function linesOf(
  question: LeadQuestion,
  { viewer, own }: { viewer: Viewer; own: boolean },
  words: Words,
): SectionSay[] {
  const fmt = formatsFor(words);
  const { id, leadId, state, text, askedAt, answer, answeredAt } = question;
  // To the scout every question is the secretariat's: neither that a panel asks nor who wrote it is told.
  const office = holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
  const by = office
    ? words.t(question.roundId === null ? 'questions.by.person' : 'questions.by.panel', {
        who: question.byLabel,
      })
    : words.t('questions.by.office');
  const marks = { asked: 'amber', answered: 'green', withdrawn: 'line' } as const;
  const asked: SectionSay = {
    tag: tag(words.t(`questions.state.${state}`), marks[state], state),
    text,
    cite: words.t('questions.cite', { by, at: fmt.dateTime(askedAt) }),
    forms:
      state !== 'asked'
        ? []
        : [
            ...(own ? [answerForm(leadId, id, words)] : []),
            ...(holds(viewer, 'secretariat') ? [withdrawForm(leadId, id, words)] : []),
          ],
  };
  if (answer === null || answeredAt === null) return [asked];
  const cite = words.t('questions.cite', { by: words.t('questions.by.scout'), at: fmt.dateTime(answeredAt) });
  return [asked, { tag: null, text: answer, cite, forms: [] }];
}

function askForm(leadId: string, key: string, words: Words): SectionForm {
  return {
    id: 'ask',
    action: `/leads/${leadId}/questions`,
    hidden: [{ name: 'idempotencyKey', value: key }],
    fields: [
      areaField({
        name: 'question',
        label: words.t('questions.ask'),
        hint: words.t('questions.ask.hint'),
        rows: 3,
        max: LONGEST_QUESTION,
        stacked: true,
      }),
    ],
    submit: words.t('questions.ask.submit'),
    tone: '',
  };
}

function answerForm(leadId: string, id: string, words: Words): SectionForm {
  return {
    id: `answer-${id}`,
    action: `/leads/${leadId}/questions/${id}/answer`,
    hidden: [],
    fields: [
      areaField({
        name: 'answer',
        id: `answer-${id}`,
        label: words.t('questions.answer.own'),
        hint: words.t('questions.answer.hint'),
        rows: 4,
        max: LONGEST_ANSWER,
        stacked: true,
      }),
    ],
    submit: words.t('questions.answer.submit'),
    tone: 'primary',
  };
}

function withdrawForm(leadId: string, id: string, words: Words): SectionForm {
  const action = `/leads/${leadId}/questions/${id}/withdrawal`;
  return {
    id: `withdraw-${id}`,
    action,
    hidden: [],
    fields: [],
    submit: words.t('questions.withdraw'),
    tone: 'quiet',
  };
}
