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

/** Characters a veto's basis and text have at least and at most. */
export const VETO_TEXT = { fewest: 4, most: 1000 } as const;

/** A veto names a ground that this kind may raise, its legal basis and its facts. */
export function checkVeto(
  veto: { readonly ground: string; readonly basis: string; readonly text: string },
  by: { readonly kind: PanelKind; readonly grounds: readonly VetoGround[] },
): readonly FieldProblem[] {
  const ground = by.grounds.find(({ code }) => code === veto.ground);
  return [
    ...(ground === undefined ? [{ field: 'ground', because: 'vetoGroundUnknown' }] : []),
    ...(ground !== undefined && !ground.raisedBy.includes(by.kind)
      ? [
          {
            field: 'ground',
            because: 'vetoGroundOfAnotherKind',
            details: { ground: ground.code, kind: by.kind },
          },
        ]
      : []),
    ...checkText('basis', veto.basis),
    ...checkText('text', veto.text),
  ];
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
