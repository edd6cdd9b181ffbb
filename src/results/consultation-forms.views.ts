import { holds, type Viewer } from '../domain/access/viewer';
import { concludable, conclusionsFor, STANCES } from '../domain/followup/consultation';
import {
  areaField,
  checksField,
  radiosField,
  selectField,
  textField,
  type Field,
} from '../http/views/fields';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { materialsField, reasonField } from './decision-fields.views';
import { afterForm, TypedForm, type AfterForm, type SentBack } from './after-page.views';
import type { ConsultationPage } from './consultations.queries';

/** The secretariat calls the meeting, or calls it anew. */
export function meetingForm(data: ConsultationPage, sent: SentBack | null, words: Words): AfterForm {
  const { consultation, invitable } = data;
  const typed = new TypedForm('meeting', sent);
  const format = formatsFor(words);
  const when = typed.value(
    'meetsAt',
    consultation.meetsAt === null ? '' : format.fieldDateTime(consultation.meetsAt),
  );
  const isForControl = when === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(when);
  const chosen = typed.chosen('personIds');
  const fields: Field[] = [
    textField({
      name: 'meetsAt',
      label: words.t('after.meeting.at'),
      type: isForControl ? 'datetime-local' : 'text',
      value: when,
      required: true,
      error: typed.error('meetsAt'),
    }),
    textField({
      name: 'place',
      label: words.t('after.meeting.place'),
      value: typed.value('place', consultation.place ?? ''),
      required: true,
      max: 60,
      error: typed.error('place'),
    }),
    areaField({
      name: 'topic',
      label: words.t('after.meeting.topic'),
      value: typed.value('topic', consultation.topic ?? ''),
      required: true,
      rows: 2,
      max: 500,
      error: typed.error('topic'),
    }),
    checksField({
      name: 'personIds[]',
      label: words.t('after.meeting.invite'),
      hint: words.t('after.meeting.invite.hint'),
      options: invitable.map(({ id, name, unitName }) => ({
        value: id,
        label: `${unitName} ${name}`,
        selected: chosen.includes(id),
      })),
      error: typed.error('personIds'),
    }),
  ];
  return afterForm(
    {
      id: 'meeting',
      title: words.t(consultation.meetsAt === null ? 'after.meeting.call' : 'after.meeting.change'),
      action: `/consultations/${consultation.id}/meeting`,
      fields,
      submit: words.t('after.meeting.submit'),
      note: words.t('after.meeting.note'),
    },
    words,
  );
}

/** A participant's own opinion, or one that the secretariat enters from the minutes. */
export function opinionForm(
  { consultation, participants }: ConsultationPage,
  viewer: Viewer,
  sent: SentBack | null,
  words: Words,
): AfterForm {
  const typed = new TypedForm('opinion', sent);
  const enters = holds(viewer, 'secretariat');
  const own = participants.find(({ personId }) => personId === viewer.personId);
  const chosen = typed.value('participant', enters ? '' : (own?.id ?? ''));
  return afterForm(
    {
      id: 'opinion',
      title: words.t(enters ? 'after.opinion.enter' : 'after.opinion.own'),
      action: `/consultations/${consultation.id}/opinions`,
      submit: words.t('after.opinion.submit'),
      note: words.t('after.opinion.note'),
      fields: [
        ...(enters
          ? [
              selectField({
                name: 'participant',
                label: words.t('after.opinion.of'),
                required: true,
                options: [
                  { value: '', label: words.t('after.choose') },
                  ...participants.map(({ id, name, unitName }) => ({
                    value: id,
                    label: `${unitName} ${name}`,
                    selected: id === chosen,
                  })),
                ],
                error: typed.error('participant'),
              }),
            ]
          : []),
        radiosField({
          name: 'stance',
          label: words.t('after.stance'),
          required: true,
          options: STANCES.map((value) => ({
            value,
            label: words.t(`after.stance.${value}`),
            selected: typed.value('stance') === value,
          })),
          error: typed.error('stance'),
        }),
        areaField({
          name: 'opinion',
          label: words.t('after.opinion.text'),
          value: typed.value('opinion'),
          required: true,
          rows: 4,
          max: 1000,
          error: typed.error('opinion'),
        }),
      ],
    },
    words,
  );
}

/** The leading group concludes. */
export function conclusionForm(data: ConsultationPage, sent: SentBack | null, words: Words): AfterForm {
  const { consultation, facts } = data;
  const typed = new TypedForm('conclusion', sent);
  return afterForm(
    {
      id: 'conclusion',
      title: words.t('after.conclusion'),
      action: `/consultations/${consultation.id}/conclusion`,
      submit: words.t('after.conclusion.submit'),
      refusal: concludable(facts),
      consequences: [words.t('after.conclusion.does.letter'), words.t('after.conclusion.does.final')],
      fields: [
        radiosField({
          name: 'result',
          label: words.t('after.result'),
          required: true,
          options: conclusionsFor(facts).map((value) => ({
            value,
            label: words.t(`results.outcome.${value}`),
            selected: typed.value('result') === value,
          })),
          error: typed.error('result'),
        }),
        reasonField({ value: typed.value('reason'), error: typed.error('reason') }, words),
        materialsField({ value: typed.value('materials'), error: typed.error('materials') }, words),
      ],
    },
    words,
  );
}
