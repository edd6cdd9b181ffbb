import type { HeadroomElement } from '../host/profile';
import { exactly } from '../lead/decimals';
import type { LeadContent } from '../lead/lead-content';
import { Fraction } from '../shared/fraction';
import type { FitReason, HostToFit, Verdict } from './fit';
import { contra, open, pro, shown } from './fit-reasons';

const asked: readonly [HeadroomElement, (content: LeadContent) => string | null][] = [
  ['energy', ({ energyTce }) => energyTce],
  ['power', ({ electricityWanKwh }) => electricityWanKwh],
  ['gas', ({ gasWanM3 }) => gasWanM3],
  ['steam', ({ steamTph }) => steamTph],
  ['water', ({ waterTpd }) => waterTpd],
];

interface Found {
  readonly degree: Fraction | null;
  readonly reason: FitReason;
}

/**
 * 能耗、用电、用气、用汽、用水、排放: what the lead asks for against what the host has left. The scarcest decides. Leads
 * state no emissions in tonnes, so there it counts whether anything is left at all.
 */
export function elementsFit(content: LeadContent, { profile }: HostToFit): Verdict | null {
  const demands = asked.flatMap(([element, figure]) => {
    const needed = figure(content);
    return needed === null || exactly(needed).compare(0) <= 0 ? [] : [{ element, needed: exactly(needed) }];
  });
  const needsApproval = content.envCategory !== null && content.envCategory !== 'exempt';
  if (demands.length === 0 && !needsApproval) return null;
  if (profile === null) return { degree: null, reasons: [] };
  const found: Found[] = demands.map(({ element, needed }) => {
    const left = profile.headroom[element];
    if (left === null) return { degree: null, reason: open('fit.element.unsaid', { element }) };
    const has = exactly(left.quantity);
    const args = { element, needed: shown(needed), left: shown(has), day: left.asOf };
    if (has.gte(needed)) return { degree: Fraction.one, reason: pro('fit.element.enough', args) };
    const missing = shown(needed.minus(has));
    return { degree: has.over(needed), reason: contra('fit.element.short', { ...args, missing }) };
  });
  if (needsApproval) found.push(emissions(profile.headroom.environment));
  return { degree: scarcest(found), reasons: found.map(({ reason }) => reason) };
}

function emissions(left: { readonly quantity: string; readonly asOf: string } | null): Found {
  if (left === null) return { degree: null, reason: open('fit.element.unsaid', { element: 'environment' }) };
  const args = { left: shown(exactly(left.quantity)), day: left.asOf };
  return exactly(left.quantity).compare(0) > 0
    ? { degree: Fraction.one, reason: pro('fit.emission.left', args) }
    : { degree: Fraction.zero, reason: contra('fit.emission.none', { day: left.asOf }) };
}

/** Null only where nothing at all can be told. */
function scarcest(found: readonly Found[]): Fraction | null {
  const told = found.flatMap(({ degree }) => degree ?? []);
  const [first, ...rest] = told;
  if (first === undefined) return null;
  return rest.reduce((least, one) => (one.lt(least) ? one : least), first);
}
