import { act, type Act, pageHead } from '../http/views/acts';
import { errorSummary, ErrorSummary, Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import type { FormErrors, TypedSeat } from './panel.form';
import { type SeatChoices, seatFields } from './panel-form.views';
import type { PanelRead, SeatRead } from './panels.queries';

export interface SeatModel extends PageModel {
  errors: ErrorSummary | null;
  action: string;
  back: string;
  fields: Field[];
  retirement: Act;
}

export interface SeatFacts extends SeatChoices {
  readonly panel: PanelRead;
  readonly seat: SeatRead;
  readonly typed: Pick<TypedSeat, 'holderId' | 'alternateId'>;
  readonly errors: FormErrors;
}

/** One seat: who holds it, who stands in, and taking it off the roll. Kind, unit and duty stay what they are. */
export function seatView(facts: SeatFacts, words: Words): SeatModel {
  const { panel, seat, typed, errors } = facts;
  const title = words.t('panels.seat.title', { n: seat.position, unit: seat.unitName });
  const row = { kind: '', unitId: '', function: '', ...typed };
  const [, , , holder, alternate] = seatFields(row, withPresent(facts), words, (column) => column, errors);
  const last = panel.seats.filter(({ retiredAt }) => retiredAt === null).length === 1;
  return {
    page: {
      title,
      dataPage: 'seat-show',
      crumbs: [
        { label: words.t('panels.crumb.desk'), href: '/' },
        { label: words.t('panels.list.title'), href: '/panels' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: words.t('panels.row', { n: seat.position }) },
      ],
      head: pageHead({
        title,
        meta: [
          words.t(`panelKind.${seat.kind}`),
          ...(seat.function === null ? [] : [words.t(`seatFunction.${seat.function}`)]),
          ...(seat.mandatory === 1 ? [words.t('panels.mandatory')] : []),
        ],
      }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    action: `/panels/${panel.id}/seats/${seat.id}`,
    back: `/panels/${panel.id}`,
    fields: [holder, alternate].filter((field) => field !== undefined),
    retirement: act({
      label: words.t('panels.retire.act'),
      href: `/panels/${panel.id}/seats/${seat.id}/retirement`,
      method: 'post',
      tone: 'danger',
      confirm: words.t('panels.retire.confirm', { n: seat.position, unit: seat.unitName }),
      why: words.t('panels.retire.why'),
      disabledBecause: last ? words.t('refusal.panelWithoutSeats') : null,
    }),
  };
}

/** Whoever sits there now stays in the list, though they may have been locked out or lost their role. */
function withPresent({ seat, units, panelists }: SeatFacts): SeatChoices {
  const present = [
    { id: seat.holderId, name: seat.holderName },
    { id: seat.alternateId, name: seat.alternateName },
  ];
  const gone = present.flatMap(({ id, name }) =>
    id === null || panelists.some((one) => one.id === id) ? [] : [{ id, name: name ?? '', unitName: '' }],
  );
  return { units, panelists: [...panelists, ...gone] };
}
