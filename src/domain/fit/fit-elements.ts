import type { HeadroomElement } from '../host/profile';
import type { Drawn } from '../elements/drawn';
import { exactly } from '../lead/decimals';
import type { LeadContent } from '../lead/lead-content';
import { Fraction } from '../shared/fraction';
import type { FitReason, HostToFit, Verdict } from './fit';
import { contra, lessDrawn, open, pro, shown } from './fit-reasons';

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
 * 能耗、用电、用气、用汽、用水、排放: what the lead asks for against what the host has left once the leads that were
 * admitted and those still before a decision have drawn on it. The scarcest decides. Leads state no emissions in
 * tonnes, so there it counts whether anything is left at all.
 */
export function elementsFit(content: LeadContent, { profile, drawn }: HostToFit): Verdict | null {
  const demands = asked.flatMap(([element, figure]) => {
    const needed = figure(content);
    return needed === null || exactly(needed).compare(0) <= 0 ? [] : [{ element, needed: exactly(needed) }];
  });
  const needsApproval = content.envCategory !== null && content.envCategory !== 'exempt';
  if (demands.length === 0 && !needsApproval) return null;
  if (profile === null) return { degree: null, reasons: [] };
  const found: Found[] = demands.map(({ element, needed }) => {
    const stated = profile.headroom[element];
    if (stated === null) return { degree: null, reason: open('fit.element.unsaid', { element }) };
    const { left, how, args: so } = lessDrawn(exactly(stated.quantity), drawn.get(element));
    const args = { element, needed: shown(needed), left: shown(left), day: stated.asOf, ...so };
    if (left.gte(needed)) return { degree: Fraction.one, reason: pro(`fit.element.enough${how}`, args) };
    const missing = shown(needed.minus(left));
    const degree = left.compare(0) > 0 ? left.over(needed) : Fraction.zero;
    return { degree, reason: contra(`fit.element.short${how}`, { ...args, missing }) };
  });
  if (needsApproval) found.push(emissions(profile.headroom.environment, drawn.get('environment')));
  return { degree: scarcest(found), reasons: found.map(({ reason }) => reason) };
}

function emissions(
  stated: { readonly quantity: string; readonly asOf: string } | null,
  drawn: Drawn | undefined,
): Found {
  if (stated === null)
    return { degree: null, reason: open('fit.element.unsaid', { element: 'environment' }) };
  const { left, how, args: so } = lessDrawn(exactly(stated.quantity), drawn);
  const args = { left: shown(left), day: stated.asOf, ...so };
  if (left.compare(0) > 0) return { degree: Fraction.one, reason: pro(`fit.emission.left${how}`, args) };
  const none = how === '' ? { day: stated.asOf } : args;
  return { degree: Fraction.zero, reason: contra(`fit.emission.none${how}`, none) };
}

/** Null only where nothing at all can be told. */
function scarcest(found: readonly Found[]): Fraction | null {
  const told = found.flatMap(({ degree }) => degree ?? []);
  const [first, ...rest] = told;
  if (first === undefined) return null;
  return rest.reduce((least, one) => (one.lt(least) ? one : least), first);
}
