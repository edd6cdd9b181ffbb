import { Fraction } from '../shared/fraction';
import type { LedgerElement } from './element-units';

/** What one lead draws, all of it on one host. */
export interface LeadShare {
  readonly hostId: string;
  /** Has been admitted; otherwise it would draw if it were. */
  readonly isAdmitted: boolean;
  readonly draws: readonly { readonly element: LedgerElement; readonly quantity: Fraction }[];
}

/** What leads draw of an element together, in its unit. */
export interface Drawn {
  readonly admitted: Fraction;
  readonly pending: Fraction;
}

export type DrawnElements = ReadonlyMap<LedgerElement, Drawn>;

/** What all leads but those named draw on a host, by element: a lead does not stand in its own way. */
export type DrawnOn = (hostId: string, exceptLeadIds: readonly string[]) => DrawnElements;

/** What changes of the shares; null for a lead that draws on nobody any more. */
export type ChangedShares = ReadonlyMap<string, LeadShare | null>;

const nothing: Drawn = { admitted: Fraction.zero, pending: Fraction.zero };
type Sums = Map<LedgerElement, Drawn>;

/** The sums over all leads, kept while the shares of single leads change; exact, so that nothing adds up in rounding. */
export class DrawnBook {
  private readonly sums = new Map<string, Sums>();
  private readonly shares = new Map<string, LeadShare>();

  /** From now on these leads draw this and nothing else. */
  change(changed: ChangedShares): void {
    for (const [leadId, share] of changed) {
      const before = this.shares.get(leadId);
      if (before) count(this.sumsOf(before.hostId), before, -1);
      if (share) count(this.sumsOf(share.hostId), share, 1);
      if (share) this.shares.set(leadId, share);
      else this.shares.delete(leadId);
    }
  }

  /** As {@link DrawnOn}; `instead` is what some leads draw that the book does not know yet. */
  on(hostId: string, exceptLeadIds: readonly string[], instead: ChangedShares = new Map()): DrawnElements {
    const left: Sums = new Map(this.sums.get(hostId) ?? []);
    const except = new Set(exceptLeadIds);
    for (const leadId of new Set([...except, ...instead.keys()])) {
      const known = this.shares.get(leadId);
      if (known?.hostId === hostId) count(left, known, -1);
      const share = except.has(leadId) ? null : instead.get(leadId);
      if (share?.hostId === hostId) count(left, share, 1);
    }
    return left;
  }

  private sumsOf(hostId: string): Sums {
    const known = this.sums.get(hostId);
    if (known) return known;
    const sums: Sums = new Map();
    this.sums.set(hostId, sums);
    return sums;
  }
}

function count(sums: Sums, { isAdmitted, draws }: LeadShare, sign: 1 | -1): void {
  for (const { element, quantity } of draws) {
    const { admitted, pending } = sums.get(element) ?? nothing;
    const part = quantity.times(sign);
    const sum = isAdmitted
      ? { admitted: admitted.plus(part), pending }
      : { admitted, pending: pending.plus(part) };
    sums.set(element, sum);
  }
}
