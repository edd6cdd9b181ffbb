import { areaField, type Field } from '../http/views/fields';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { deadlineField } from './deadline-field.views';
import type { Standing } from './room-standing';
import { suggestedExtension } from './round-extensions';
import type { Room } from './round-room.queries';

/** A form that was sent and has to be corrected: what was typed, and the message of each field. */
export interface SentForm {
  readonly form: 'extension' | 'cancellation';
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** A form behind a summary line; closed until it is asked for or has an error. */
export interface FoldedForm {
  summary: string;
  isOpen: boolean;
  action: string;
  fields: Field[];
  consequence: string;
  submit: string;
  isDanger: boolean;
}

export function extension(room: Room, { now }: Standing, sent: SentForm | null, words: Words): FoldedForm {
  const own = sent?.form === 'extension' ? sent : null;
  const fmt = formatsFor(words);
  const { extension: rules } = room.rules.content;
  const suggested = suggestedExtension(now, room.round.deadlineAt, room.calendar, rules);
  return {
    summary: words.t('rounds.act.extend'),
    isOpen: own !== null,
    action: `/rounds/${room.round.id}/extension`,
    fields: [
      deadlineField({
        id: 'extension-deadlineAt',
        label: words.t('rounds.extend.deadlineAt'),
        stacked: true,
        value: own?.typed['deadlineAt'] ?? fmt.fieldDateTime(suggested),
        error: own?.errors['deadlineAt'] ?? '',
        hint: words.t('rounds.extend.hint', { most: rules.most, workdays: rules.workdays }),
      }),
      reasonField('extension', own, words),
    ],
    consequence: words.t('rounds.extend.why'),
    submit: words.t('rounds.extend.submit'),
    isDanger: false,
  };
}

export function cancellation(room: Room, sent: SentForm | null, words: Words): FoldedForm {
  const own = sent?.form === 'cancellation' ? sent : null;
  const isOpen = room.round.state === 'open';
  return {
    summary: words.t('rounds.act.cancel'),
    isOpen: own !== null,
    action: `/rounds/${room.round.id}/cancellation`,
    fields: [reasonField('cancellation', own, words)],
    consequence: words.t(isOpen ? 'rounds.cancel.open' : 'rounds.cancel.planned', {
      items: room.items.length,
      seats: room.roll.length,
    }),
    submit: words.t('rounds.cancel.submit'),
    isDanger: true,
  };
}

function reasonField(form: string, own: SentForm | null, words: Words): Field {
  return areaField({
    id: `${form}-reason`,
    name: 'reason',
    label: words.t('rounds.reason'),
    required: true,
    stacked: true,
    rows: 2,
    value: own?.typed['reason'] ?? '',
    error: own?.errors['reason'] ?? '',
  });
}
