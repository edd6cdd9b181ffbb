import { exactly } from '../lead/decimals';
import { Fraction } from '../shared/fraction';
import type { Day } from '../shared/instant';

/** What a parcel may be used for; housing is none of a host's business here. */
export const PARCEL_USES = ['industrial', 'storage', 'commercial', 'research', 'mixed'] as const;
export type ParcelUse = (typeof PARCEL_USES)[number];

/** `free`: to be had. `reserved`: kept for somebody, still to be had by who it is kept for. `taken`: gone. */
export const SITE_STATES = ['free', 'reserved', 'taken'] as const;
export type SiteState = (typeof SITE_STATES)[number];

/** The elements of which a host states what it has left, each in the unit of the lead form. */
export const HEADROOM_ELEMENTS = ['energy', 'power', 'gas', 'steam', 'water', 'environment'] as const;
export type HeadroomElement = (typeof HEADROOM_ELEMENTS)[number];

/** What a host states a price band for; land and plants carry their own. */
export const PRICED = ['power', 'gas', 'steam', 'water', 'sewage'] as const;
export type Priced = (typeof PRICED)[number];

/** 土地: a piece of land. Prices in 万元 a 亩. */
export interface Parcel {
  readonly name: string;
  readonly mu: string;
  readonly use: ParcelUse;
  readonly priceLow: string | null;
  readonly priceHigh: string | null;
  readonly availableFrom: Day;
  readonly state: SiteState;
}

/** 标准厂房. Rent in 元 a m² and month. */
export interface Plant {
  readonly name: string;
  readonly sqm: string;
  /** Tonnes a m². */
  readonly floorLoad: string | null;
  /** Metres under the beam. */
  readonly height: string | null;
  readonly rent: string | null;
  readonly availableFrom: Day;
  readonly state: SiteState;
}

/** What is left of an element, in its unit, on a day. */
export interface Headroom {
  readonly quantity: string;
  readonly asOf: Day;
  /** Where it comes from or what exactly is meant, `VOCs总量指标`; may be ''. */
  readonly note: string;
}

export interface PriceBand {
  readonly low: string;
  readonly high: string;
}

/**
 * 我有什么、我要什么: what a host has and what it wants, as its people state it. Plain JSON without floats, so that it
 * can be sealed; decimals are canonical texts. Region, chemical-park status and the leading chains are the register's.
 */
export interface HostProfile {
  /** 首位产业: the one chain that comes first; null while none is named. */
  readonly firstChain: string | null;
  readonly wantedChains: readonly string[];
  readonly parcels: readonly Parcel[];
  readonly plants: readonly Plant[];
  readonly headroom: Readonly<Record<HeadroomElement, Headroom | null>>;
  readonly prices: Readonly<Record<Priced, PriceBand | null>>;
  /** 万元 of fixed assets a 亩; null where none is asked for. */
  readonly minIntensity: string | null;
  /** 万元 of tax a 亩 and year. */
  readonly minTaxPerMu: string | null;
  readonly contact: {
    readonly name: string | null;
    readonly post: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  };
  /** One page of text. */
  readonly text: string | null;
  /** Numbers of leads whose land and use are already taken off the figures above: they draw no more. */
  readonly settledLeads: readonly string[];
}

const nothing = <Key extends string>(keys: readonly Key[]): Record<Key, null> =>
  Object.fromEntries(keys.map((key) => [key, null])) as Record<Key, null>;

/** A profile in which nothing has been said yet. */
export function emptyProfile(): HostProfile {
  return {
    firstChain: null,
    wantedChains: [],
    parcels: [],
    plants: [],
    headroom: nothing(HEADROOM_ELEMENTS),
    prices: nothing(PRICED),
    minIntensity: null,
    minTaxPerMu: null,
    contact: { name: null, post: null, phone: null, email: null },
    text: null,
    settledLeads: [],
  };
}

/** 亩 of parcels that nobody has and that can be had by a day; of one use, or of any. `by` null: whenever. */
export function freeLand(
  { parcels }: HostProfile,
  by: Day | null = null,
  use: ParcelUse | null = null,
): Fraction {
  const fitting = parcels.filter(
    (parcel) =>
      parcel.state === 'free' &&
      isBy(parcel, by) &&
      (use === null || parcel.use === use || parcel.use === 'mixed'),
  );
  return Fraction.sum(fitting.map(({ mu }) => exactly(mu)));
}

/** m² of plants that nobody has and that can be had by a day. */
export function freePlant({ plants }: HostProfile, by: Day | null = null): Fraction {
  const fitting = plants.filter((plant) => plant.state === 'free' && isBy(plant, by));
  return Fraction.sum(fitting.map(({ sqm }) => exactly(sqm)));
}

/** The earliest day on which so much of what is free can be had together; null when there is not so much. */
export function dayOfEnough(
  sites: readonly { readonly size: string; readonly availableFrom: Day; readonly state: SiteState }[],
  needed: Fraction,
): Day | null {
  const free = sites.filter(({ state }) => state === 'free');
  let sum = Fraction.zero;
  for (const { size, availableFrom } of [...free].sort((a, b) =>
    a.availableFrom < b.availableFrom ? -1 : 1,
  )) {
    sum = sum.plus(exactly(size));
    if (sum.gte(needed)) return availableFrom;
  }
  return null;
}

const isBy = ({ availableFrom }: { readonly availableFrom: Day }, by: Day | null): boolean =>
  by === null || availableFrom <= by;
