import { areaField, selectField, type Field } from '../http/views/fields';
import type { Words } from '../words/words';
import type { InterestsFacts } from './interests.views';

export interface ToldForm {
  readonly action: string;
  readonly isOpen: boolean;
  readonly fields: readonly Field[];
}

/** For what a member has told the secretariat and no fact shows. */
export function toldForm({ round, read, leads, sent }: InterestsFacts, words: Words): ToldForm {
  const own = sent?.form === 'told' ? sent : null;
  const choose = (chosen: string): { value: string; label: string; selected: boolean } => ({
    value: '',
    label: words.t('ui.choose'),
    selected: chosen === '',
  });
  const seatId = own?.key.seatId ?? '';
  const itemId = own?.key.itemId ?? '';
  return {
    action: `/rounds/${round.id}/recusals/told`,
    isOpen: own !== null,
    fields: [
      selectField({
        name: 'seat',
        label: words.t('interests.told.seat'),
        required: true,
        options: [
          choose(seatId),
          ...read.seats.map(({ id, unitName, holderName }) => ({
            value: id,
            label: `${unitName} ${holderName}`,
            selected: id === seatId,
          })),
        ],
      }),
      selectField({
        name: 'item',
        label: words.t('interests.told.item'),
        required: true,
        options: [
          choose(itemId),
          ...read.items.map(({ id, position, leadId }) => ({
            value: id,
            label: `${words.t('interests.item', { position })} ${leads.get(leadId)?.title ?? ''}`.trim(),
            selected: id === itemId,
          })),
        ],
      }),
      areaField({
        id: 'told-reason',
        name: 'reason',
        label: words.t('interests.told.reason'),
        required: true,
        rows: 2,
        value: own?.reason ?? '',
        error: own?.error ?? '',
      }),
    ],
  };
}
