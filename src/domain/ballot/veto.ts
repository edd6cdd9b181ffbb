import type { FieldProblem } from './check-ballot';
import { defineMachine } from '../shared/machine';
import { refuse, type Refusal } from '../shared/refusal';
import type { PanelKind, SeatFunction } from '../rubric/panel-kind';
import type { VetoGround } from '../rubric/rubric-content';

export const VETO_STATES = ['raised', 'confirmed', 'dismissed', 'withdrawn'] as const;
export type VetoState = (typeof VETO_STATES)[number];

/** Who is asked to confirm or dismiss: a seat by its function, or somebody acting for a body. */
export interface ConfirmingFacts {
  readonly ground: VetoGround;
  readonly seatFunction: SeatFunction | null;
  readonly actsFor: 'secretariat' | 'leadingGroup' | null;
}

/** A withdrawn veto stays on record and has no effect. */
export const vetoMachine = defineMachine({
  name: 'veto',
  moves: {
    confirm: { from: ['raised'], to: 'confirmed', refusal: mayConfirm },
    dismiss: { from: ['raised'], to: 'dismissed', refusal: mayConfirm },
    withdraw: { from: ['raised'], to: 'withdrawn' },
  },
});

/** Characters a veto's basis and text have at least and at most, and what is said when it is settled at most. */
export const VETO_TEXT = { fewest: 4, most: 1000 } as const;

/**
 * A veto names a ground that this kind may raise, its legal basis and its facts. A ground that is dealt with outside
 * this system needs no more than its name: nothing of substance is written here.
 */
export function checkVeto(
  veto: { readonly ground: string; readonly basis: string; readonly text: string },
  by: { readonly kind: PanelKind; readonly grounds: readonly VetoGround[] },
): readonly FieldProblem[] {
  const ground = by.grounds.find(({ code }) => code === veto.ground);
  const unknown = veto.ground === '' ? 'vetoGroundMissing' : 'vetoGroundUnknown';
  const texts = [...checkText('basis', veto.basis), ...checkText('text', veto.text)];
  return [
    ...(ground === undefined ? [{ field: 'ground', because: unknown }] : []),
    ...(ground !== undefined && !ground.raisedBy.includes(by.kind)
      ? [
          {
            field: 'ground',
            because: 'vetoGroundOfAnotherKind',
            details: { ground: ground.code, kind: by.kind },
          },
        ]
      : []),
    ...(ground?.confirmedBy.by === 'leadingGroup' ? [] : texts),
  ];
}

/** What is said when a veto is settled. A body confirms with its record; a department has stated the basis already. */
export function checkSettlement(
  move: 'confirm' | 'dismiss',
  reason: string,
  { confirmedBy }: Pick<VetoGround, 'confirmedBy'>,
): readonly FieldProblem[] {
  const has = Array.from(reason.trim()).length;
  if (has > VETO_TEXT.most)
    return [{ field: 'reason', because: 'textTooLong', details: { most: VETO_TEXT.most, has } }];
  const wanting = move === 'confirm' && confirmedBy.by === 'secretariat' && has < VETO_TEXT.fewest;
  return wanting ? [{ field: 'reason', because: 'vetoRecordMissing' }] : [];
}

function checkText(field: string, text: string): readonly FieldProblem[] {
  const has = Array.from(text.trim()).length;
  const { fewest, most } = VETO_TEXT;
  if (has < fewest) return [{ field, because: 'textTooShort', details: { fewest, has } }];
  return has > most ? [{ field, because: 'textTooLong', details: { most, has } }] : [];
}

function mayConfirm({ ground, seatFunction, actsFor }: ConfirmingFacts): Refusal | null {
  const { by, functions } = ground.confirmedBy;
  const may = by === 'seats' ? seatFunction !== null && functions.includes(seatFunction) : actsFor === by;
  return may
    ? null
    : refuse('notConfirmingSeat', { ground: ground.code, by, functions: functions.join(',') });
}
