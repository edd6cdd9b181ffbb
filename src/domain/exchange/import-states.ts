import { defineMachine } from '../shared/machine';

/** `receiving`: its rows are being stored. `broken`: the server ended meanwhile, the file has to be sent again. */
export const IMPORT_STATES = [
  'receiving',
  'checking',
  'ready',
  'applying',
  'done',
  'cancelled',
  'broken',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** From a file to leads. What was applied once may be followed by another part of the same rows. */
export const leadImportMoves = defineMachine({
  name: 'leadImport',
  moves: {
    store: { from: ['receiving'], to: 'checking' },
    giveUp: { from: ['receiving'], to: 'broken' },
    check: { from: ['checking'], to: 'ready' },
    apply: { from: ['ready', 'done', 'cancelled'], to: 'applying' },
    finish: { from: ['applying'], to: 'done' },
    cancel: { from: ['checking', 'applying'], to: 'cancelled' },
  },
});

/** Whether somebody who looks again in a moment sees something else. */
export function isMoving(state: ImportState): boolean {
  return state === 'receiving' || state === 'checking' || state === 'applying';
}

/** What the check found: nothing; something that a draft may keep; something that keeps it out. */
export const ROW_VERDICTS = ['open', 'clean', 'flawed', 'blocked'] as const;
export type RowVerdict = (typeof ROW_VERDICTS)[number];

/** What became of a row: a new draft; handed in; handed in was refused and the draft kept; it was there before. */
export const ROW_OUTCOMES = ['draft', 'submitted', 'kept', 'present'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Handed in at once at the most: each has its number, its seal and its mail. */
export const MOST_HANDED_IN = 200;
