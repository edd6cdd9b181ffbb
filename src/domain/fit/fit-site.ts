import {
  dayOfEnough,
  freeLand,
  freePlant,
  type HostProfile,
  type Parcel,
  type ParcelUse,
} from '../host/profile';
import { PARCEL_USES } from '../host/profile';
import type { DrawnElements } from '../elements/drawn';
import { exactly } from '../lead/decimals';
import type { LeadContent } from '../lead/lead-content';
import { stockOf, sumOf } from '../elements/element-ledger';
import { Fraction } from '../shared/fraction';
import type { Day } from '../shared/instant';
import type { FitReason, HostToFit, Verdict } from './fit';
import { blocking, contra, lessDrawn, open, pro, shown } from './fit-reasons';

interface Site {
  readonly kind: 'land' | 'plant';
  readonly needed: Fraction;
  readonly inTime: Fraction;
  readonly ever: Fraction;
  readonly enoughOn: Day | null;
  readonly use: string;
}

const half = Fraction.of(1, 2);

/**
 * 用地、厂房: enough of it by the planned start. Less than is asked for at any time is a reason that blocks. What other
 * leads draw never blocks, because which of them comes is not settled; where it leaves too little, it counts against.
 */
export function siteFit(content: LeadContent, { profile, drawn }: HostToFit): Verdict | null {
  const land = amount(content.landMu);
  const plant = amount(content.leaseAreaSqm);
  if (land === null && plant === null) return null;
  if (profile === null) return { degree: null, reasons: [open('fit.profile.none')] };
  const start = content.plannedStart === null ? null : `${content.plannedStart}-01`;
  const found = [
    ...(land === null ? [] : [siteOf(landSite(profile, content, land, start), start)]),
    ...(plant === null ? [] : [siteOf(plantSite(profile, plant, start), start)]),
  ];
  const taken = [
    ...(land === null ? [] : drawnSite('land', land, profile, drawn)),
    ...(plant === null ? [] : drawnSite('plant', plant, profile, drawn)),
  ];
  const all = [...found, ...taken];
  const degree = all.reduce((least, one) => (one.degree.lt(least) ? one.degree : least), Fraction.one);
  return { degree, reasons: all.map(({ reason }) => reason) };
}

/** The stock, kept parcels included as in the element ledger, less what is drawn; nothing where nothing is. */
function drawnSite(
  kind: Site['kind'],
  needed: Fraction,
  profile: HostProfile,
  drawn: DrawnElements,
): { degree: Fraction; reason: FitReason }[] {
  const { left, how, args } = lessDrawn(sumOf(stockOf(profile).get(kind) ?? []), drawn.get(kind));
  if (how === '') return [];
  const said = { ...args, needed: shown(needed), left: shown(left) };
  if (left.gte(needed)) return [{ degree: Fraction.one, reason: pro(`fit.${kind}.left`, said) }];
  const degree = left.compare(0) > 0 ? left.over(needed) : Fraction.zero;
  return [{ degree, reason: contra(`fit.${kind}${how}`, said) }];
}

function siteOf(site: Site, start: Day | null): { degree: Fraction; reason: FitReason } {
  const { kind, needed, inTime, ever, enoughOn, use } = site;
  const args = { needed: shown(needed), free: shown(ever), use };
  if (ever.lt(needed)) return { degree: Fraction.zero, reason: blocking(`fit.${kind}.short`, args) };
  if (start === null) return { degree: Fraction.one, reason: pro(`fit.${kind}.enough`, args) };
  if (inTime.gte(needed)) {
    const said = { ...args, free: shown(inTime), month: start };
    return { degree: Fraction.one, reason: pro(`fit.${kind}.inTime`, said) };
  }
  const late = { ...args, day: enoughOn ?? start, month: start };
  return { degree: half, reason: contra(`fit.${kind}.late`, late) };
}

function landSite(profile: HostProfile, content: LeadContent, needed: Fraction, start: Day | null): Site {
  const use = PARCEL_USES.find((one): one is ParcelUse => one === content.landUse && one !== 'mixed') ?? null;
  const fits = (parcel: Parcel): boolean => use === null || parcel.use === use || parcel.use === 'mixed';
  const parcels = profile.parcels.filter(fits).map((parcel) => ({ ...parcel, size: parcel.mu }));
  return {
    kind: 'land',
    needed,
    inTime: freeLand(profile, start, use),
    ever: freeLand(profile, null, use),
    enoughOn: dayOfEnough(parcels, needed),
    use: use ?? '',
  };
}

function plantSite(profile: HostProfile, needed: Fraction, start: Day | null): Site {
  const plants = profile.plants.map((plant) => ({ ...plant, size: plant.sqm }));
  return {
    kind: 'plant',
    needed,
    inTime: freePlant(profile, start),
    ever: freePlant(profile),
    enoughOn: dayOfEnough(plants, needed),
    use: '',
  };
}

function amount(figure: string | null): Fraction | null {
  const value = figure === null ? Fraction.zero : exactly(figure);
  return value.compare(0) > 0 ? value : null;
}
