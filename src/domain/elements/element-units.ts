import { HEADROOM_ELEMENTS } from '../host/profile';

/** The elements of which a host has so much and no more. Labour and money are not a place's to run out of. */
export const LEDGER_ELEMENTS = ['land', 'plant', ...HEADROOM_ELEMENTS] as const;
export type LedgerElement = (typeof LEDGER_ELEMENTS)[number];

/** How people write the unit in which the ledger counts, without what stands after it for a year. */
const units: Readonly<Record<LedgerElement, readonly string[]>> = {
  land: ['亩', 'mu'],
  plant: ['平方米', '平米', '㎡', 'm2', 'm²', 'sqm'],
  energy: ['吨标准煤', '吨标煤', 'tce'],
  power: ['万千瓦时', '万kwh', '万度', 'wankwh'],
  gas: ['万立方米', '万m3', '万m³', '万方', 'wanm3'],
  steam: ['吨/小时', '吨/时', 't/h', 'tph'],
  water: ['吨/日', '吨/天', 't/d', 'tpd', '吨/day', 't/day'],
  environment: ['吨', 't', '吨/年', 't/a'],
};

/** Whether a department has answered in the unit of the ledger; anything else cannot be added up with the rest. */
export function isLedgerUnit(element: LedgerElement, unit: string): boolean {
  const written = unit.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const known = units[element].map((one) => one.normalize('NFKC').toLowerCase());
  return known.includes(written) || known.includes(written.replace(/[/每]?(年|a|year)$/, ''));
}
