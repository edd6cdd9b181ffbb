import { exactly } from './decimals';
import { Fraction } from '../shared/fraction';
import type { Unit } from './field';
import type { LeadContent } from './lead-content';

/** 要素: what a project needs that a department can give. */
export const ELEMENTS = [
  'land',
  'plant',
  'energy',
  'power',
  'gas',
  'steam',
  'water',
  'environment',
  'labour',
  'funds',
] as const;
export type Element = (typeof ELEMENTS)[number];

/** What a lead asks of an element. `quantity` is null where it asks without a figure. */
export interface ElementDemand {
  readonly element: Element;
  readonly quantity: string | null;
  readonly unit: Unit | null;
}

const figures: readonly [Element, Unit, (content: LeadContent) => string | null][] = [
  ['land', 'mu', ({ landMu }) => landMu],
  ['plant', 'sqm', ({ leaseAreaSqm }) => leaseAreaSqm],
  ['energy', 'tce', ({ energyTce }) => energyTce],
  ['power', 'wanKwh', ({ electricityWanKwh }) => electricityWanKwh],
  ['gas', 'wanM3', ({ gasWanM3 }) => gasWanM3],
  ['steam', 'tph', ({ steamTph }) => steamTph],
  ['water', 'tpd', ({ waterTpd }) => waterTpd],
  ['labour', 'person', ({ jobs }) => (typeof jobs === 'number' ? String(jobs) : null)],
];

/**
 * The elements a lead needs, with its own figures; what it does not need is left out, and so is what a record stored by
 * an earlier version does not hold.
 */
export function demandsOf(content: LeadContent): readonly ElementDemand[] {
  const asked = figures.flatMap(([element, unit, figure]) => {
    const quantity = figure(content) ?? null;
    return quantity === null || quantity === '0' ? [] : [{ element, quantity, unit }];
  });
  const category = content.envCategory ?? null;
  const needsApproval = category !== null && category !== 'exempt';
  const approval: ElementDemand[] = needsApproval
    ? [{ element: 'environment', quantity: null, unit: null }]
    : [];
  return [...asked, ...approval, ...funds(content)];
}

/** 资金: money asked of a fund or of the government for buildings; favours tied to tax are the gate's business. */
function funds(content: Partial<Pick<LeadContent, 'incentiveRequests'>>): ElementDemand[] {
  const asked = (content.incentiveRequests ?? []).filter(
    ({ type }) => type === 'fund' || type === 'plantBuiltByGovernment',
  );
  if (asked.length === 0) return [];
  const sum = Fraction.sum(asked.map(({ amountWan }) => exactly(amountWan ?? '0')));
  const quantity = sum.compare(0) > 0 ? sum.toDecimal(2) : null;
  return [{ element: 'funds', quantity, unit: quantity === null ? null : 'wan' }];
}
