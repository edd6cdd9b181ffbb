import { type HostProfile } from '../host/profile';
import { HEADROOM_ELEMENTS } from '../host/profile';
import { exactly } from '../lead/decimals';
import { demandsOf } from '../lead/element-demands';
import type { LeadContent } from '../lead/lead-content';
import { Fraction } from '../shared/fraction';
import type { Day } from '../shared/instant';
import { isLedgerUnit, LEDGER_ELEMENTS, type LedgerElement } from './element-units';

/** One line of what a host has of an element: a parcel, a plant, what is left of an allowance. */
export interface StockEntry {
  readonly name: string;
  readonly quantity: Fraction;
  /** From when it can be had, or for which day it was stated. */
  readonly day: Day;
  /** Kept for somebody: still there, and drawn on by whoever it is kept for. */
  readonly isReserved: boolean;
}

/** What a department has said of an element. */
export interface AnsweredElement {
  readonly element: string;
  readonly verdict: 'yes' | 'conditional' | 'no';
  readonly quantity: string | null;
  readonly unit: string | null;
}

/** What one lead would draw. `answer`: so much has the department said; `lead`: so much does the lead ask for. */
export interface Draw {
  readonly element: LedgerElement;
  readonly quantity: Fraction;
  readonly basis: 'answer' | 'lead';
  /** The department has said that it cannot give it. */
  readonly isRefused: boolean;
}

export interface AskedHost {
  readonly hostId: string;
  readonly verdict: 'accept' | 'conditional' | 'decline' | null;
}

/**
 * Whose ground a lead would stand on: the first host that accepts, else the first that accepts on conditions, else the
 * first that has not declined. Null where every host has declined: it draws on nobody.
 */
export function hostThatWouldGive(asked: readonly AskedHost[]): string | null {
  const by = (verdict: AskedHost['verdict']): AskedHost | undefined =>
    asked.find((host) => host.verdict === verdict);
  return (by('accept') ?? by('conditional') ?? by(null))?.hostId ?? null;
}

/** What a host has, by element; an element it has stated nothing of is missing, which is not none. */
export function stockOf(profile: HostProfile): Map<LedgerElement, readonly StockEntry[]> {
  const stock = new Map<LedgerElement, readonly StockEntry[]>();
  const there = <Site extends { readonly state: string }>(sites: readonly Site[]): Site[] =>
    sites.filter(({ state }) => state !== 'taken');
  const land = there(profile.parcels).map(({ name, mu, availableFrom, state }) => ({
    name,
    quantity: exactly(mu),
    day: availableFrom,
    isReserved: state === 'reserved',
  }));
  const plant = there(profile.plants).map(({ name, sqm, availableFrom, state }) => ({
    name,
    quantity: exactly(sqm),
    day: availableFrom,
    isReserved: state === 'reserved',
  }));
  // A list of which everything is taken says that nothing is left; an empty list says nothing.
  if (profile.parcels.length > 0) stock.set('land', land);
  if (profile.plants.length > 0) stock.set('plant', plant);
  for (const element of HEADROOM_ELEMENTS) {
    const left = profile.headroom[element];
    if (left === null) continue;
    const entry = { name: left.note, quantity: exactly(left.quantity), day: left.asOf, isReserved: false };
    stock.set(element, [entry]);
  }
  return stock;
}

/** What a lead would draw of each element: what a department has answered, where it answered in the ledger's unit. */
export function drawsOf(content: LeadContent, answers: readonly AnsweredElement[]): Draw[] {
  const asked = new Map(demandsOf(content).map((demand) => [demand.element as string, demand]));
  return LEDGER_ELEMENTS.flatMap((element): Draw[] => {
    const answer = answers.find((one) => one.element === element);
    const isRefused = answer?.verdict === 'no';
    if (answer && !isRefused && answer.quantity !== null && isLedgerUnit(element, answer.unit ?? '')) {
      const quantity = exactly(answer.quantity);
      return quantity.compare(0) > 0 ? [{ element, quantity, basis: 'answer', isRefused: false }] : [];
    }
    const figure = asked.get(element)?.quantity ?? null;
    return figure === null ? [] : [{ element, quantity: exactly(figure), basis: 'lead', isRefused }];
  });
}

export const sumOf = (entries: readonly { readonly quantity: Fraction }[]): Fraction =>
  Fraction.sum(entries.map(({ quantity }) => quantity));
