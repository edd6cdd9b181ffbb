import { holds, type Viewer } from '../domain/access/viewer';
import type { Refusal } from '../domain/shared/refusal';
import { errorOf, typedText, type FieldError } from '../http/forms';
import {
  areaField,
  numberField,
  radiosField,
  selectField,
  textField,
  type Field,
} from '../http/views/fields';
import type { Words } from '../words/words';
import { ANSWER_VERDICTS, DECLINE_REASONS, demandsOf, ELEMENTS, STATEMENT_VERDICTS } from './answer-words';
import { INTAKE_VERDICTS, intakeMoves } from './intake-verdicts';
import { actorOf } from './lead-actor';
import type { LeadPageData } from './lead-page.queries';
import { elementRefusal, hostOf, moveRefusal, statementRefusal } from './lead-refusals';
import { withUnit } from './lead-values.views';

/** A form of the lead page that was sent and has to be corrected. */
export interface SentForm {
  readonly form: 'intake' | 'withdrawal' | 'host-statements' | 'element-answers';
  readonly errors: readonly FieldError[];
  readonly typed: Record<string, unknown>;
}

/** The model of `leads/_act-form`: fields and one button, with the reason beside it when it cannot be pressed. */
export interface ActForm {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly tone: string;
  readonly disabled: boolean;
  readonly why: string;
  readonly open: boolean;
}

/** The sentence of a refusal. */
export function refusalText(refusal: Refusal, words: Words): string {
  return words.t(`refusal.${refusal.because}`, refusal.details);
}

type Part = { readonly data: LeadPageData; readonly sent: SentForm | null; readonly words: Words };

const typed = ({ sent }: Part, form: SentForm['form'], name: string): string =>
  sent?.form === form ? typedText(sent.typed, name) : '';
const wrong = ({ sent }: Part, form: SentForm['form'], name: string): string =>
  sent?.form === form ? errorOf(sent.errors, name) : '';

function form(
  part: Part,
  id: SentForm['form'],
  refusal: Refusal | null,
  given: Pick<ActForm, 'note' | 'fields' | 'tone'>,
): ActForm {
  const { words, data, sent } = part;
  return {
    ...given,
    id,
    title: words.t(`leads.${id}.title`),
    action: `/leads/${data.seen.lead.id}/${id}`,
    submit: words.t(`leads.${id}.submit`),
    disabled: refusal !== null,
    why: refusal === null ? '' : refusalText(refusal, words),
    open: sent?.form === id,
  };
}

/** The secretariat's decision; null for everyone else. */
export function intakeForm(
  viewer: Viewer,
  data: LeadPageData,
  sent: SentForm | null,
  words: Words,
): ActForm | null {
  if (!holds(viewer, 'secretariat')) return null;
  const part = { data, sent, words };
  const { lead } = data.seen;
  const asked = { by: viewer.roles, actor: actorOf(viewer), reason: '-', other: lead };
  const refusals = INTAKE_VERDICTS.map((verdict) => moveRefusal(intakeMoves[verdict], lead, asked));
  const chosen = typed(part, 'intake', 'verdict');
  const option = (value: (typeof INTAKE_VERDICTS)[number]) => ({
    value,
    label: words.t(`leads.intake.${value}`),
    selected: value === chosen,
  });
  const fields = [
    radiosField({
      name: 'verdict',
      label: words.t('leads.intake.verdict'),
      options: INTAKE_VERDICTS.map(option),
      error: wrong(part, 'intake', 'verdict'),
      stacked: true,
    }),
    areaField({
      name: 'reason',
      label: words.t('leads.intake.reason'),
      hint: words.t('leads.intake.reasonHint'),
      value: typed(part, 'intake', 'reason'),
      error: wrong(part, 'intake', 'reason'),
      rows: 4,
      max: 1000,
      stacked: true,
    }),
    textField({
      name: 'mergeInto',
      label: words.t('leads.intake.mergeInto'),
      hint: words.t('leads.intake.mergeHint'),
      placeholder: 'L-2026-00001',
      value: typed(part, 'intake', 'mergeInto'),
      error: wrong(part, 'intake', 'mergeInto'),
      stacked: true,
    }),
  ];
  const refusal = refusals.every((one) => one !== null) ? (refusals[0] ?? null) : null;
  return form(part, 'intake', refusal, { note: '', fields, tone: 'primary' });
}

/** The scout takes the lead back; null for everyone else. */
export function withdrawalForm(
  viewer: Viewer,
  data: LeadPageData,
  sent: SentForm | null,
  words: Words,
): ActForm | null {
  const part = { data, sent, words };
  const { lead } = data.seen;
  if (lead.scoutId !== viewer.personId) return null;
  const refusal = moveRefusal('withdraw', lead, { by: viewer.roles, actor: actorOf(viewer) });
  const reason = areaField({
    name: 'reason',
    id: 'withdrawal-reason',
    label: words.t('leads.withdrawal.reason'),
    value: typed(part, 'withdrawal', 'reason'),
    error: wrong(part, 'withdrawal', 'reason'),
    rows: 2,
    max: 500,
    stacked: true,
  });
  return form(part, 'withdrawal', refusal, {
    note: words.t('leads.withdrawal.note'),
    fields: [reason],
    tone: 'danger',
  });
}

/** A host's statement; null for those who speak for no host of this lead. */
export function statementForm(
  viewer: Viewer,
  data: LeadPageData,
  sent: SentForm | null,
  words: Words,
): ActForm | null {
  const host = hostOf(viewer, data.seen);
  if (!holds(viewer, 'host') || !host) return null;
  const part = { data, sent, words };
  const id = 'host-statements';
  const verdict = typed(part, id, 'verdict');
  const reason = typed(part, id, 'reasonCode');
  const fields = [
    radiosField({
      name: 'verdict',
      id: 'statement-verdict',
      label: words.t('leads.statement.verdict'),
      options: STATEMENT_VERDICTS.map((value) => ({
        value,
        label: words.t(`leads.statement.${value}`),
        selected: value === verdict,
      })),
      error: wrong(part, id, 'verdict'),
      stacked: true,
    }),
    selectField({
      name: 'reasonCode',
      label: words.t('leads.statement.reasonCode'),
      hint: words.t('leads.statement.reasonHint'),
      options: [
        { value: '', label: words.t('ui.choose') },
        ...DECLINE_REASONS.map((value) => ({
          value,
          label: words.t(`leads.reason.${value}`),
          selected: value === reason,
        })),
      ],
      error: wrong(part, id, 'reasonCode'),
      stacked: true,
    }),
    areaField({
      name: 'text',
      id: 'statement-text',
      label: words.t('leads.statement.text'),
      hint: words.t('leads.statement.textHint'),
      value: typed(part, id, 'text'),
      error: wrong(part, id, 'text'),
      rows: 3,
      max: 500,
      stacked: true,
    }),
  ];
  const note = words.t('leads.statement.as', { host: host.name });
  return form(part, id, statementRefusal(viewer, data.seen), { note, fields, tone: 'primary' });
}

/** A department's answer; null for those who are no supporters. */
export function answerForm(
  viewer: Viewer,
  data: LeadPageData,
  sent: SentForm | null,
  words: Words,
): ActForm | null {
  if (!holds(viewer, 'supporter')) return null;
  const part = { data, sent, words };
  const id = 'element-answers';
  const asked = new Map(demandsOf(data.seen.content).map((demand) => [demand.element, demand]));
  const elements = ELEMENTS.map((value) => {
    const demand = asked.get(value);
    const unit = demand?.unit ? words.t(`lead.unit.${demand.unit}`) : '';
    const needs = demand?.quantity ? withUnit(demand.quantity, unit, words) : '';
    const name = words.t(`leads.element.${value}`);
    const label = needs === '' ? name : words.t('leads.answer.needs', { name, needs });
    return { value, label, selected: value === typed(part, id, 'element') };
  });
  const verdict = typed(part, id, 'verdict');
  const fields = [
    selectField({
      name: 'element',
      label: words.t('leads.answer.element'),
      options: [{ value: '', label: words.t('ui.choose') }, ...elements],
      error: wrong(part, id, 'element'),
      stacked: true,
    }),
    radiosField({
      name: 'verdict',
      id: 'answer-verdict',
      label: words.t('leads.answer.verdict'),
      options: ANSWER_VERDICTS.map((value) => ({
        value,
        label: words.t(`leads.answer.${value}`),
        selected: value === verdict,
      })),
      error: wrong(part, id, 'verdict'),
      stacked: true,
    }),
    numberField({
      name: 'quantity',
      label: words.t('leads.answer.quantity'),
      value: typed(part, id, 'quantity'),
      error: wrong(part, id, 'quantity'),
      stacked: true,
    }),
    textField({
      name: 'unit',
      label: words.t('leads.answer.unit'),
      hint: words.t('leads.answer.unitHint'),
      value: typed(part, id, 'unit'),
      error: wrong(part, id, 'unit'),
      stacked: true,
    }),
    textField({
      name: 'availableOn',
      type: 'date',
      label: words.t('leads.answer.availableOn'),
      value: typed(part, id, 'availableOn'),
      error: wrong(part, id, 'availableOn'),
      stacked: true,
    }),
    areaField({
      name: 'text',
      id: 'answer-text',
      label: words.t('leads.answer.text'),
      hint: words.t('leads.answer.textHint'),
      value: typed(part, id, 'text'),
      error: wrong(part, id, 'text'),
      rows: 3,
      max: 500,
      stacked: true,
    }),
  ];
  return form(part, id, elementRefusal(viewer, data.seen), {
    note: words.t('leads.answer.note'),
    fields,
    tone: 'primary',
  });
}
