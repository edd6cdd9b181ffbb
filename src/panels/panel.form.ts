import { isPanelKind, isSeatFunction } from '../domain/rubric/panel-kind';
import type { Refusal } from '../domain/shared/refusal';
import { typedText } from '../http/forms';
import type { Words } from '../words/words';
import { mostSeats } from './panel-rules';
import type { PanelPlan, SeatPlan } from './panels.service';

/** Rows of the form for a new panel: a panel of the rule book has 10 to 15 seats. */
export const seatRows = 16;

/** A row of the form as it was sent; '' for what was left open. */
export interface TypedSeat {
  readonly kind: string;
  readonly unitId: string;
  readonly function: string;
  readonly holderId: string;
  readonly alternateId: string;
}

export interface TypedPanel {
  readonly name: string;
  readonly chairId: string;
  readonly deputyId: string;
  readonly seats: readonly TypedSeat[];
}

export type FormErrors = Readonly<Record<string, string>>;
export type Read<Plan> = { plan: Plan; errors: null } | { plan: null; errors: FormErrors };

export const seatColumns = ['kind', 'unitId', 'function', 'holderId', 'alternateId'] as const;
const blank: TypedSeat = { kind: '', unitId: '', function: '', holderId: '', alternateId: '' };

/** One row, whatever was sent in its place. */
export function typedSeat(given: unknown): TypedSeat {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return blank;
  const row = given as Record<string, unknown>;
  const [kind, unitId, duty, holderId, alternateId] = seatColumns.map((name) => typedText(row, name).trim());
  return {
    kind: kind ?? '',
    unitId: unitId ?? '',
    function: duty ?? '',
    holderId: holderId ?? '',
    alternateId: alternateId ?? '',
  };
}

/** The whole form with its fixed rows, and more of them where more were sent. */
export function typedPanel(body: Record<string, unknown>): TypedPanel {
  const given = body['seats'];
  const sent: unknown[] = typeof given === 'object' && given !== null ? Object.values(given) : [];
  const seats = sent.slice(0, mostSeats + 1).map(typedSeat);
  while (seats.length < seatRows) seats.push(blank);
  return {
    name: typedText(body, 'name').normalize('NFKC').trim(),
    chairId: typedText(body, 'chairId').trim(),
    deputyId: typedText(body, 'deputyId').trim(),
    seats,
  };
}

/** The panel that was meant: rows left blank are no seats. */
export function readPanel(typed: TypedPanel, words: Words): Read<PanelPlan> {
  const errors: Record<string, string> = {};
  if (typed.name === '') errors['name'] = words.t('form.required');
  if (typed.chairId === '') errors['chairId'] = words.t('panels.error.chair');
  const seats: SeatPlan[] = [];
  for (const [at, row] of typed.seats.entries()) {
    if (isBlank(row)) continue;
    const { plan, errors: wrong } = readSeat(row, words);
    if (plan !== null) seats.push(plan);
    else for (const [name, message] of Object.entries(wrong)) errors[seatControl(at, name)] = message;
  }
  if (Object.keys(errors).length > 0) return { plan: null, errors };
  const { name, chairId, deputyId } = typed;
  return { plan: { name, chairId, deputyId: deputyId || null, seats }, errors: null };
}

/** One seat: its kind and unit have to be said, its people may come later. */
export function readSeat(row: TypedSeat, words: Words): Read<SeatPlan> {
  const { kind, unitId, function: duty } = row;
  const errors: Record<string, string> = {};
  if (unitId === '') errors['unitId'] = words.t('panels.error.unit');
  if (duty !== '' && !isSeatFunction(duty)) errors['function'] = words.t('form.invalid');
  else if (duty !== '' && kind !== '' && kind !== 'support')
    errors['function'] = words.t('panels.error.function');
  if (!isPanelKind(kind)) return { plan: null, errors: { kind: words.t('panels.error.kind'), ...errors } };
  if (Object.keys(errors).length > 0) return { plan: null, errors };
  const plan = {
    kind,
    unitId,
    function: isSeatFunction(duty) ? duty : null,
    holderId: row.holderId || null,
    alternateId: row.alternateId || null,
  };
  return { plan, errors: null };
}

/** Which control a rule's "no" is about. `rows` are the places of the seats in the form; none on the form of one seat. */
export function refusedControl({ because, details }: Refusal, rows: readonly number[] | null): string {
  if (because === 'panelNameTaken' || because === 'panelNameLength') return 'name';
  if (because === 'panelWithoutChair' || because === 'chairNotLeading') return 'chairId';
  if (because === 'deputyIsChair' || because === 'deputyNotLeading') return 'deputyId';
  const column =
    because === 'seatUnitUnknown' ? 'unitId' : because === 'ownAlternate' ? 'alternateId' : 'holderId';
  if (rows === null) return column;
  const row = rows[Number(details?.['seat'] ?? 1) - 1] ?? 0;
  return seatControl(row, because === 'panelWithoutSeats' || because === 'panelTooLarge' ? 'kind' : column);
}

/** Where in the form the rows that are seats stand. */
export function rowsOfSeats(typed: TypedPanel): number[] {
  return typed.seats.flatMap((row, at) => (isBlank(row) ? [] : [at]));
}

export const seatControl = (row: number, column: string): string => `seats[${row}][${column}]`;

function isBlank(row: TypedSeat): boolean {
  return seatColumns.every((column) => row[column] === '');
}
