import {
  freeLand,
  freePlant,
  HEADROOM_ELEMENTS,
  PRICED,
  type HostProfile,
  type SiteState,
} from '../domain/host/profile';
import { grouped } from '../domain/lead/decimals';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

export interface SiteRow {
  readonly name: string;
  readonly sub: string;
  readonly size: string;
  readonly price: string;
  readonly from: string;
  readonly state: Tag;
}

export interface HeadroomRow {
  readonly name: string;
  readonly quantity: string;
  readonly asOf: string;
  readonly note: string;
  readonly isUnsaid: boolean;
}

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly sub: string;
}

const tones: Readonly<Record<SiteState, TagTone>> = { free: 'green', reserved: 'amber', taken: '' };

/** The parcels, and how much of them is to be had. */
export function parcelRows(profile: HostProfile, words: Words): { parcels: SiteRow[]; parcelsSum: string } {
  const fmt = formatsFor(words);
  const parcels = profile.parcels.map(({ name, mu, use, priceLow, priceHigh, availableFrom, state }) => ({
    name,
    sub: words.t(`lead.option.landUse.${use}`),
    size: words.t('hostBook.quantity', { n: fmt.number(mu), unit: words.t('lead.unit.mu') }),
    price: band(priceLow, priceHigh, words.t('hostProfile.unit.landPrice'), words),
    from: fmt.official(availableFrom),
    state: tag(words.t(`hostProfile.state.${state}`), tones[state], state),
  }));
  const n = grouped(freeLand(profile).toDecimal(4));
  return { parcels, parcelsSum: words.t('hostProfile.landSum', { n }) };
}

/** The standard plants, and how much of them is to be had. */
export function plantRows(profile: HostProfile, words: Words): { plants: SiteRow[]; plantsSum: string } {
  const fmt = formatsFor(words);
  const plants = profile.plants.map(({ name, sqm, floorLoad, height, rent, availableFrom, state }) => ({
    name,
    sub: [
      floorLoad === null ? '' : words.t('hostProfile.floorLoad', { n: floorLoad }),
      height === null ? '' : words.t('hostProfile.height', { n: height }),
    ]
      .filter((part) => part !== '')
      .join(words.t('hostBook.semicolon')),
    size: words.t('hostBook.quantity', { n: fmt.number(sqm), unit: words.t('lead.unit.sqm') }),
    price: band(rent, rent, words.t('hostProfile.unit.rent'), words),
    from: fmt.official(availableFrom),
    state: tag(words.t(`hostProfile.state.${state}`), tones[state], state),
  }));
  const n = grouped(freePlant(profile).toDecimal(4));
  return { plants, plantsSum: words.t('hostProfile.plantSum', { n }) };
}

/** One row for each element; what has not been stated says so, because it is no zero. */
export function headroomRows({ headroom }: HostProfile, words: Words): HeadroomRow[] {
  const fmt = formatsFor(words);
  return HEADROOM_ELEMENTS.map((element) => {
    const stated = headroom[element];
    const name = words.t(`hostProfile.element.${element}`);
    if (stated === null)
      return { name, quantity: words.t('hostProfile.unsaid'), asOf: '', note: '', isUnsaid: true };
    const unit = words.t(`hostProfile.unit.${element}`);
    return {
      name,
      quantity: words.t('hostBook.quantity', { n: fmt.number(stated.quantity), unit }),
      asOf: fmt.official(stated.asOf),
      note: stated.note,
      isUnsaid: false,
    };
  });
}

export function priceRows({ prices }: HostProfile, words: Words): Fact[] {
  return PRICED.flatMap((what) => {
    const found = prices[what];
    if (found === null) return [];
    const unit = words.t(`hostProfile.unit.price.${what}`);
    return [
      {
        label: words.t(`hostProfile.price.${what}`),
        value: band(found.low, found.high, unit, words),
        sub: '',
      },
    ];
  });
}

export function contactFacts({ contact }: HostProfile, words: Words): Fact[] {
  return (['name', 'post', 'phone', 'email'] as const).flatMap((key) => {
    const value = contact[key];
    return value === null ? [] : [{ label: words.t(`hostProfile.contact.${key}`), value, sub: '' }];
  });
}

/** `12–15万元/亩`, `12万元/亩`; a dash while nothing is said. */
function band(low: string | null, high: string | null, unit: string, words: Words): string {
  const [from, to] = [low ?? high, high ?? low];
  if (from === null || to === null) return '—';
  const n =
    from === to ? grouped(from) : words.t('hostProfile.band', { low: grouped(from), high: grouped(to) });
  return words.t('hostBook.quantity', { n, unit });
}
