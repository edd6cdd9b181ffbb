import type { PromiseLimits } from '../domain/promise/limits';
import { beijingDay, type Instant } from '../domain/shared/instant';
import { errorOf, typedText } from '../http/forms';
import { areaField, selectField, textField } from '../http/views/fields';
import { officeForm, type OfficeForm } from '../http/views/office-form';
import type { Words } from '../words/words';
import type { RunningPromise } from './late.queries';
import type { SentForm } from './lead-promises.views';
import type { RecordKind } from './record.entity';

/** A first word, an answer, or a follow-up. */
export function recordForm(
  kind: RecordKind,
  leadId: string,
  key: string,
  now: Instant,
  sent: SentForm | null,
  words: Words,
): OfficeForm {
  const back = sent?.form === kind ? sent : null;
  const errors = back?.errors ?? [];
  const value = (name: string): string => (back === null ? '' : typedText(back.body, name));
  const isDated = kind === 'followUp';
  return officeForm(
    {
      id: kind,
      action: `/leads/${leadId}/promise-records`,
      hidden: [
        { name: 'kind', value: kind },
        { name: 'idempotencyKey', value: value('idempotencyKey') || `${key}-${kind}` },
      ],
      errors,
      groups: [
        {
          title: words.t(`promises.record.${kind}`),
          note: words.t(`promises.record.${kind}.note`),
          fields: [
            ...(isDated
              ? [
                  textField({
                    name: 'onDay',
                    id: `${kind}-onDay`,
                    label: words.t('promises.record.onDay'),
                    type: 'date',
                    value: value('onDay') || beijingDay(now),
                    required: true,
                    error: errorOf(errors, 'onDay'),
                  }),
                ]
              : []),
            areaField({
              name: 'note',
              id: `${kind}-note`,
              label: words.t(`promises.record.${kind}.field`),
              value: value('note'),
              rows: 3,
              required: true,
              error: errorOf(errors, 'note'),
            }),
          ],
        },
      ],
      submit: words.t(`promises.record.${kind}.submit`),
    },
    words,
  );
}

/** Asks for a pause of one of the promises that run. */
export function pauseForm(
  leadId: string,
  pausable: readonly RunningPromise[],
  limits: PromiseLimits,
  sent: SentForm | null,
  words: Words,
): OfficeForm {
  const back = sent?.form === 'pause' ? sent : null;
  const errors = back?.errors ?? [];
  const value = (name: string): string => (back === null ? '' : typedText(back.body, name));
  return officeForm(
    {
      id: 'pause',
      action: `/leads/${leadId}/pauses`,
      errors,
      groups: [
        {
          title: words.t('promises.pause.ask'),
          note: words.t('promises.pause.ask.note', { days: limits.longestPause }),
          fields: [
            selectField({
              name: 'kind',
              id: 'pause-kind',
              label: words.t('promises.pause.kind'),
              required: true,
              error: errorOf(errors, 'kind'),
              options: pausable.map(({ kind }) => ({
                value: kind,
                label: words.t(`promises.kind.${kind}`),
                selected: value('kind') === kind,
              })),
            }),
            textField({
              name: 'until',
              id: 'pause-until',
              label: words.t('promises.pause.until'),
              type: 'date',
              value: value('until'),
              required: true,
              error: errorOf(errors, 'until'),
            }),
            textField({
              name: 'reason',
              id: 'pause-reason',
              label: words.t('promises.pause.reason'),
              value: value('reason'),
              required: true,
              error: errorOf(errors, 'reason'),
              autocomplete: 'off',
            }),
          ],
        },
      ],
      submit: words.t('promises.pause.ask.submit'),
    },
    words,
  );
}

/** Declines a pause or ends one that runs; both need a reason. */
export function endForm(
  how: 'refusal' | 'resumption',
  pauseId: string,
  sent: SentForm | null,
  words: Words,
): OfficeForm {
  const back = sent?.form === pauseId ? sent : null;
  const errors = back?.errors ?? [];
  return officeForm(
    {
      action: `/pauses/${pauseId}/${how}`,
      errors,
      groups: [
        {
          fields: [
            textField({
              name: 'reason',
              id: `${how}-${pauseId}`,
              label: words.t(`promises.pause.${how}.reason`),
              value: back === null ? '' : typedText(back.body, 'reason'),
              required: true,
              error: errorOf(errors, 'reason'),
              autocomplete: 'off',
            }),
          ],
        },
      ],
      submit: words.t(`promises.pause.${how}`),
    },
    words,
  );
}
