import { holds, type Viewer } from '../domain/access/viewer';
import {
  areaField,
  groupField,
  numberField,
  radiosField,
  selectField,
  textField,
  type Field,
} from '../http/views/fields';
import type { Words } from '../words/words';
import { ANSWER_VERDICTS, DECLINE_REASONS, demandsOf, ELEMENTS, STATEMENT_VERDICTS } from './answer-words';
import { ActFormMaker, type ActForm, type SentForm } from './lead-act-forms.views';
import type { LeadPageData } from './lead-page-data';
import { elementRefusal, hostOf, offerRefusal, statementRefusal } from './lead-refusals';
import { withUnit } from './lead-values.views';

/** Rows that stand ready; more conditions than these are one too many for a lead. */
const MOST_CONDITION_ROWS = 3;

/** A host's statement; null for those who speak for no host of this lead. */
export function statementForm(
  viewer: Viewer,
  data: LeadPageData,
  sent: SentForm | null,
  words: Words,
): ActForm | null {
  const host = hostOf(viewer, data.seen);
  if (!holds(viewer, 'host') || !host) return null;
  const make = new ActFormMaker('host-statements', data, sent, words);
  const none = { value: '', label: words.t('ui.choose') };
  const fields = [
    radiosField({
      ...make.field('verdict', 'leads.statement.verdict'),
      options: make.choices('verdict', STATEMENT_VERDICTS, 'leads.statement'),
    }),
    selectField({
      ...make.field('reasonCode', 'leads.statement.reasonCode', 'leads.statement.reasonHint'),
      options: [none, ...make.choices('reasonCode', DECLINE_REASONS, 'leads.reason')],
    }),
    areaField({
      ...make.field('text', 'leads.statement.text', 'leads.statement.textHint'),
      rows: 3,
      max: 500,
    }),
    ...conditionFields(make),
    areaField({ ...make.field('remedy', 'answers.remedy.label', 'answers.remedy.hint'), rows: 2, max: 300 }),
  ];
  const note = words.t('leads.statement.as', { host: host.name });
  return make.finished(statementRefusal(viewer, data.seen), { note, fields, tone: 'primary' });
}

/** Rows for conditions, each with its day. What is wrong with any of them stands beside the first. */
function conditionFields(make: ActFormMaker): Field[] {
  const { words } = make;
  const error = make.field('conditions', 'answers.conditions').error;
  return Array.from({ length: MOST_CONDITION_ROWS }, (_, at) =>
    groupField({
      name: `conditions-${at}`,
      id: at === 0 ? 'host-statements-conditions' : `host-statements-conditions-${at}`,
      label: words.t('answers.conditions.row', { n: at + 1 }),
      error: at === 0 ? error : '',
      stacked: true,
      fields: [
        textField(make.field(`conditions[${at}][text]`, 'answers.conditions.text')),
        textField({ ...make.field(`conditions[${at}][dueOn]`, 'answers.conditions.dueOn'), type: 'date' }),
      ],
    }),
  );
}

/** The secretariat offers the lead to another host; null for everyone else and where nobody is left. */
export function offerForm(
  viewer: Viewer,
  data: LeadPageData,
  sent: SentForm | null,
  words: Words,
): ActForm | null {
  const { hosts, content } = data.seen;
  const asked = new Set(hosts.map(({ id }) => id));
  const others = data.fit.filter(({ id }) => !asked.has(id));
  if (!holds(viewer, 'secretariat') || data.seen.lead.state !== 'queued' || others.length === 0) return null;
  const make = new ActFormMaker('offers', data, sent, words);
  const chosen = make.typed('hostId') || (others[0]?.id ?? '');
  const fields = [
    selectField({
      ...make.field('hostId', 'answers.offer.host', 'answers.offer.hostHint'),
      options: others.map(({ id, name, score, isBlocked }) => ({
        value: id,
        label: words.t(isBlocked ? 'answers.offer.blocked' : 'answers.offer.fits', {
          host: name,
          n: score.toDecimal(0),
        }),
        selected: id === chosen,
      })),
    }),
    areaField({ ...make.field('reason', 'answers.offer.reason'), rows: 2, max: 300 }),
    ...(content.adjustable === true
      ? []
      : [textField(make.field('consent', 'answers.offer.consent', 'answers.offer.consentHint'))]),
  ];
  return make.finished(offerRefusal(viewer, data.seen), {
    note: words.t('answers.offer.note'),
    fields,
    tone: '',
  });
}

/** Where every host has declined: the written word without which the lead cannot go on. */
export function declinedWordForm(
  viewer: Viewer,
  data: LeadPageData,
  sent: SentForm | null,
  words: Words,
): ActForm | null {
  const { standing } = data;
  if (!holds(viewer, 'secretariat') || !standing?.isDeclinedByAll) return null;
  const make = new ActFormMaker('declined-words', data, sent, words);
  const fields = [
    areaField({ ...make.field('text', 'answers.word.text', 'answers.word.hint'), rows: 3, max: 500 }),
  ];
  const note =
    standing.word === null
      ? words.t('answers.word.none')
      : words.t('answers.word.given', { text: standing.word });
  return make.finished(null, { note, fields, tone: standing.word === null ? 'primary' : '' });
}

/** A department's answer; null for those who are no supporters. */
export function answerForm(
  viewer: Viewer,
  data: LeadPageData,
  sent: SentForm | null,
  words: Words,
): ActForm | null {
  if (!holds(viewer, 'supporter')) return null;
  const make = new ActFormMaker('element-answers', data, sent, words);
  const ready = sent?.form === 'element-answers' ? null : readyAnswer(data, words);
  const quantity = make.field('quantity', 'leads.answer.quantity');
  const unit = make.field('unit', 'leads.answer.unit', 'leads.answer.unitHint');
  const fields = [
    selectField({
      ...make.field('element', 'leads.answer.element'),
      options: elements(data, make).map((choice) =>
        ready?.element === choice.value ? { ...choice, selected: true } : choice,
      ),
    }),
    radiosField({
      ...make.field('verdict', 'leads.answer.verdict'),
      options: make.choices('verdict', ANSWER_VERDICTS, 'leads.answer'),
    }),
    numberField(ready === null ? quantity : { ...quantity, value: ready.quantity, hint: ready.hint }),
    textField(ready === null ? unit : { ...unit, value: ready.unit }),
    textField({ ...make.field('availableOn', 'leads.answer.availableOn'), type: 'date' }),
    areaField({ ...make.field('text', 'leads.answer.text', 'leads.answer.textHint'), rows: 3, max: 500 }),
  ];
  const note = words.t('leads.answer.note');
  return make.finished(elementRefusal(viewer, data.seen), { note, fields, tone: 'primary' });
}

/** The element that waits for this department, with what the lead asks of it; null where nothing waits. */
function readyAnswer({ seen, unanswered }: LeadPageData, words: Words) {
  const [element] = unanswered;
  if (element === undefined) return null;
  const { quantity = null, unit = null } =
    demandsOf(seen.content).find((demand) => demand.element === element) ?? {};
  return {
    element,
    quantity: quantity ?? '',
    unit: unit === null ? '' : words.t(`lead.unit.${unit}`),
    hint:
      quantity === null ? '' : words.t('leads.answer.ready', { name: words.t(`leads.element.${element}`) }),
  };
}

/** The elements to choose from, each with what the lead asks of it. */
function elements({ seen }: LeadPageData, make: ActFormMaker) {
  const { words } = make;
  const asked = new Map(demandsOf(seen.content).map((demand) => [demand.element, demand]));
  const choices = make.choices('element', ELEMENTS, 'leads.element').map((choice) => {
    const demand = asked.get(choice.value);
    if (!demand?.quantity) return choice;
    const unit = demand.unit ? words.t(`lead.unit.${demand.unit}`) : '';
    const needs = withUnit(demand.quantity, unit, words);
    return { ...choice, label: words.t('leads.answer.needs', { name: choice.label, needs }) };
  });
  return [{ value: '', label: words.t('ui.choose') }, ...choices];
}
