import { holds, type Viewer } from '../domain/access/viewer';
import { areaField, numberField, radiosField, selectField, textField } from '../http/views/fields';
import type { Words } from '../words/words';
import { ANSWER_VERDICTS, DECLINE_REASONS, demandsOf, ELEMENTS, STATEMENT_VERDICTS } from './answer-words';
import { ActFormMaker, type ActForm, type SentForm } from './lead-act-forms.views';
import type { LeadPageData } from './lead-page.queries';
import { elementRefusal, hostOf, statementRefusal } from './lead-refusals';
import { withUnit } from './lead-values.views';

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
  ];
  const note = words.t('leads.statement.as', { host: host.name });
  return make.finished(statementRefusal(viewer, data.seen), { note, fields, tone: 'primary' });
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
  const fields = [
    selectField({ ...make.field('element', 'leads.answer.element'), options: elements(data, make) }),
    radiosField({
      ...make.field('verdict', 'leads.answer.verdict'),
      options: make.choices('verdict', ANSWER_VERDICTS, 'leads.answer'),
    }),
    numberField(make.field('quantity', 'leads.answer.quantity')),
    textField(make.field('unit', 'leads.answer.unit', 'leads.answer.unitHint')),
    textField({ ...make.field('availableOn', 'leads.answer.availableOn'), type: 'date' }),
    areaField({ ...make.field('text', 'leads.answer.text', 'leads.answer.textHint'), rows: 3, max: 500 }),
  ];
  const note = words.t('leads.answer.note');
  return make.finished(elementRefusal(viewer, data.seen), { note, fields, tone: 'primary' });
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
