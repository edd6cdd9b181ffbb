import { Fraction } from '../shared/fraction';
import type { LedgerElement } from './element-units';

/** What one lead draws of one element of one host. */
export interface LeadDraw {
  readonly leadId: string;
  readonly hostId: string;
  readonly element: LedgerElement;
  readonly quantity: Fraction;
  /** Has been admitted; otherwise it would draw if it were. */
  readonly isAdmitted: boolean;
}

/** What leads draw of an element together, in its unit. */
export interface Drawn {
  readonly admitted: Fraction;
  readonly pending: Fraction;
}

export type DrawnElements = ReadonlyMap<LedgerElement, Drawn>;

const nothing: Drawn = { admitted: Fraction.zero, pending: Fraction.zero };

/** What all leads but one draw on a host, by element: a lead does not stand in its own way. */
export type DrawnOn = (hostId: string, exceptLeadId: string | null) => DrawnElements;

/** Adds the draws up once, for any number of hosts and leads asked about. */
export function drawnOn(draws: readonly LeadDraw[]): DrawnOn {
  const sums = new Map<string, Map<LedgerElement, Drawn>>();
  const own = new Map<string, LeadDraw[]>();
  for (const draw of draws) {
    const ofHost = sums.get(draw.hostId) ?? new Map<LedgerElement, Drawn>();
    sums.set(draw.hostId, ofHost.set(draw.element, added(ofHost.get(draw.element) ?? nothing, draw, 1)));
    const ofLead = own.get(draw.leadId);
    if (ofLead) ofLead.push(draw);
    else own.set(draw.leadId, [draw]);
  }
  return (hostId, exceptLeadId) => {
    const left = new Map(sums.get(hostId) ?? []);
    for (const draw of own.get(exceptLeadId ?? '') ?? [])
      if (draw.hostId === hostId) left.set(draw.element, added(left.get(draw.element) ?? nothing, draw, -1));
    return left;
  };
}

function added({ admitted, pending }: Drawn, { quantity, isAdmitted }: LeadDraw, sign: 1 | -1): Drawn {
  const part = quantity.times(sign);
  return isAdmitted ? { admitted: admitted.plus(part), pending } : { admitted, pending: pending.plus(part) };
}
