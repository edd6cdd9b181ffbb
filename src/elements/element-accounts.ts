import type { Draw, StockEntry } from '../domain/elements/element-ledger';
import { stockOf, sumOf } from '../domain/elements/element-ledger';
import { LEDGER_ELEMENTS, type LedgerElement } from '../domain/elements/element-units';
import type { LeadState } from '../domain/lead/states';
import type { Fraction } from '../domain/shared/fraction';
import type { ProfiledHost } from '../hosts/host-profiles.queries';

/** A lead that draws on a host. */
export interface DrawingLead {
  readonly leadId: string;
  readonly number: string;
  readonly title: string;
  readonly state: LeadState;
  readonly hostId: string | null;
  /** The host has accepted; otherwise it is only the first that has not declined. */
  readonly isAccepted: boolean;
  readonly draws: readonly Draw[];
  /** Its host has already taken it off its figures. */
  readonly isSettled: boolean;
  /** The viewer may not know which lead it is; its figures count all the same. */
  readonly isHidden: boolean;
}

/** An element of a host: what there is, what draws on it, what would be left. */
export interface ElementAccount {
  readonly element: LedgerElement;
  /** Null where the host has stated nothing. */
  readonly stock: readonly StockEntry[] | null;
  readonly draws: readonly { readonly lead: DrawingLead; readonly draw: Draw }[];
  readonly has: Fraction | null;
  readonly admitted: Fraction;
  readonly pending: Fraction;
  /** After admitted leads alone. */
  readonly left: Fraction | null;
  /** If every pending lead were admitted too. */
  readonly leftAfterAll: Fraction | null;
}

/** What a host has of each element and what these leads draw on it. */
export function accountsOf({ stated }: ProfiledHost, leads: readonly DrawingLead[]): ElementAccount[] {
  const stocks = stated ? stockOf(stated.profile) : new Map<LedgerElement, readonly StockEntry[]>();
  return LEDGER_ELEMENTS.map((element) => {
    const stock = stocks.get(element) ?? null;
    const draws = leads.flatMap((lead) => {
      const draw = lead.draws.find((one) => one.element === element);
      return draw ? [{ lead, draw }] : [];
    });
    const drawn = (isAdmitted: boolean): Fraction =>
      sumOf(
        draws
          .filter(({ lead }) => !lead.isSettled && (lead.state === 'admitted') === isAdmitted)
          .map(({ draw }) => draw),
      );
    const [admitted, pending] = [drawn(true), drawn(false)];
    const has = stock && sumOf(stock);
    const left = has && has.minus(admitted);
    return { element, stock, draws, has, admitted, pending, left, leftAfterAll: left && left.minus(pending) };
  });
}
