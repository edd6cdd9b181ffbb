import { readDecimal } from '../lead/decimals';
import { exactly } from '../lead/decimals';
import { isEmail, isTelephone } from '../lead/place-rules';
import { problem, type FieldProblem } from '../lead/problem';
import { isDay } from '../shared/instant';
import {
  HEADROOM_ELEMENTS,
  PARCEL_USES,
  PRICED,
  SITE_STATES,
  type Headroom,
  type HostProfile,
  type Parcel,
  type Plant,
  type PriceBand,
} from './profile';

type Body = Readonly<Record<string, unknown>>;

/** The most rows of one list, and symbols of the text. */
export const MOST_SITES = 30;
export const LONGEST_TEXT = 3000;
const LEAD_NUMBER = /^L-\d{4}-\d{5,6}$/;

/** What a host may choose from, as the city has it. */
export interface ProfileFacts {
  readonly chains: readonly string[];
}

export interface ReadProfile {
  readonly profile: HostProfile;
  /** By the name of the control, in the order of the form. Empty: the profile may be kept. */
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads a parsed form body into a profile. Full-width figures and thousands separators are understood; a row in which
 * nothing was typed is none. Never throws; what cannot be read is told beside its control.
 */
export function readProfile(body: Body, facts: ProfileFacts): ReadProfile {
  const read = new ProfileReader();
  const firstChain = read.oneOf(body, 'firstChain', facts.chains);
  const wantedChains = read.several(body, 'wantedChains', facts.chains);
  const contact = groupOf(body['contact']);
  const headroom = HEADROOM_ELEMENTS.map((element) => [element, read.headroom(body, element)] as const);
  const prices = PRICED.map((what) => [what, read.price(body, what)] as const);
  const profile: HostProfile = {
    firstChain,
    wantedChains,
    parcels: read.rows(body, 'parcels').flatMap(([at, row]) => read.parcel(at, row) ?? []),
    plants: read.rows(body, 'plants').flatMap(([at, row]) => read.plant(at, row) ?? []),
    headroom: Object.fromEntries(headroom) as HostProfile['headroom'],
    prices: Object.fromEntries(prices) as HostProfile['prices'],
    minIntensity: read.amount(body, 'minIntensity', 'minIntensity', 2),
    minTaxPerMu: read.amount(body, 'minTaxPerMu', 'minTaxPerMu', 2),
    contact: {
      name: read.text(contact, 'name', 'contact[name]', 40),
      post: read.text(contact, 'post', 'contact[post]', 60),
      phone: read.checked(contact, 'phone', 'contact[phone]', isTelephone),
      email: read.checked(contact, 'email', 'contact[email]', isEmail),
    },
    text: read.prose(body, 'text', LONGEST_TEXT),
    settledLeads: read.leadNumbers(body, 'settledLeads'),
  };
  return { profile, problems: read.problems };
}

class ProfileReader {
  readonly problems: FieldProblem[] = [];

  rows(body: Body, name: string): [string, Body][] {
    const given = entries(body[name]).filter(([, row]) =>
      Object.values(row).some((value) => plain(value) !== ''),
    );
    if (given.length > MOST_SITES) this.say(name, 'tooMany', { max: MOST_SITES });
    return given.slice(0, MOST_SITES).map(([at, row]) => [`${name}[${at}]`, row]);
  }

  parcel(at: string, row: Body): Parcel | null {
    const name = this.needed(row, 'name', `${at}[name]`, 40);
    const mu = this.size(row, 'mu', `${at}[mu]`);
    const use = this.choice(row, 'use', `${at}[use]`, PARCEL_USES);
    const [priceLow, priceHigh] = this.band(row, at, 'priceLow', 'priceHigh');
    const availableFrom = this.day(row, 'availableFrom', `${at}[availableFrom]`);
    const state = this.choice(row, 'state', `${at}[state]`, SITE_STATES);
    if (name === null || mu === null || use === null || availableFrom === null || state === null) return null;
    return { name, mu, use, priceLow, priceHigh, availableFrom, state };
  }

  plant(at: string, row: Body): Plant | null {
    const name = this.needed(row, 'name', `${at}[name]`, 40);
    const sqm = this.size(row, 'sqm', `${at}[sqm]`);
    const floorLoad = this.amount(row, 'floorLoad', `${at}[floorLoad]`, 2);
    const height = this.amount(row, 'height', `${at}[height]`, 2);
    const rent = this.amount(row, 'rent', `${at}[rent]`, 2);
    const availableFrom = this.day(row, 'availableFrom', `${at}[availableFrom]`);
    const state = this.choice(row, 'state', `${at}[state]`, SITE_STATES);
    if (name === null || sqm === null || availableFrom === null || state === null) return null;
    return { name, sqm, floorLoad, height, rent, availableFrom, state };
  }

  /** A figure without its day is not one: nobody could tell what it still holds. */
  headroom(body: Body, element: string): Headroom | null {
    const row = groupOf(groupOf(body['headroom'])[element]);
    const at = `headroom[${element}]`;
    const note = this.text(row, 'note', `${at}[note]`, 60) ?? '';
    const quantity = this.amount(row, 'quantity', `${at}[quantity]`, 4);
    if (quantity === null) return null;
    const asOf = this.day(row, 'asOf', `${at}[asOf]`);
    return asOf === null ? null : { quantity, asOf, note };
  }

  price(body: Body, what: string): PriceBand | null {
    const row = groupOf(groupOf(body['prices'])[what]);
    const [low, high] = this.band(row, `prices[${what}]`, 'low', 'high');
    if (low === null && high === null) return null;
    return { low: low ?? high ?? '0', high: high ?? low ?? '0' };
  }

  private band(row: Body, at: string, low: string, high: string): [string | null, string | null] {
    const [from, to] = [
      this.amount(row, low, `${at}[${low}]`, 4),
      this.amount(row, high, `${at}[${high}]`, 4),
    ];
    if (from !== null && to !== null && exactly(to).lt(exactly(from)))
      this.say(`${at}[${high}]`, 'bandUpsideDown');
    return [from, to];
  }

  /** A decimal of zero or more; '' is none. */
  amount(row: Body, name: string, at: string, places: number): string | null {
    const typed = plain(row[name]);
    if (typed === '') return null;
    const value = readDecimal(typed, places);
    if (value === null) return this.say(at, 'notANumber', { places });
    if (value.startsWith('-')) return this.say(at, 'negative');
    return exactly(value).gte(1_000_000_000) ? this.say(at, 'tooLarge') : value;
  }

  private size(row: Body, name: string, at: string): string | null {
    if (plain(row[name]) === '') return this.say(at, 'required');
    const value = this.amount(row, name, at, 4);
    return value === '0' ? this.say(at, 'notAboveZero') : value;
  }

  private day(row: Body, name: string, at: string): string | null {
    const typed = plain(row[name]);
    if (typed === '') return this.say(at, 'required');
    return isDay(typed) && typed > '1990' && typed < '2101' ? typed : this.say(at, 'notADay');
  }

  private choice<T extends string>(row: Body, name: string, at: string, among: readonly T[]): T | null {
    const typed = plain(row[name]);
    const found = among.find((one) => one === typed);
    return found ?? this.say(at, 'required');
  }

  oneOf(body: Body, name: string, among: readonly string[]): string | null {
    const typed = plain(body[name]);
    if (typed === '') return null;
    return among.includes(typed) ? typed : this.say(name, 'unknownChoice');
  }

  several(body: Body, name: string, among: readonly string[]): string[] {
    const given = body[name];
    const typed = (Array.isArray(given) ? given : [given]).map(plain).filter((one) => one !== '');
    if (typed.some((one) => !among.includes(one))) this.say(name, 'unknownChoice');
    return [...new Set(typed)].filter((one) => among.includes(one));
  }

  private needed(row: Body, name: string, at: string, max: number): string | null {
    return plain(row[name]) === '' ? this.say(at, 'required') : this.text(row, name, at, max);
  }

  text(row: Body, name: string, at: string, max: number): string | null {
    const typed = plain(row[name]);
    if ([...typed].length > max) return this.say(at, 'tooLong', { max });
    return typed === '' ? null : typed;
  }

  prose(body: Body, name: string, max: number): string | null {
    const given = body[name];
    const typed = typeof given === 'string' ? tidy(given).trim() : '';
    if ([...typed].length > max) return this.say(name, 'tooLong', { max });
    return typed === '' ? null : typed;
  }

  checked(row: Body, name: string, at: string, isRight: (text: string) => boolean): string | null {
    const typed = plain(row[name]);
    if (typed === '') return null;
    return isRight(typed) ? typed : this.say(at, 'wrongFormat');
  }

  leadNumbers(body: Body, name: string): string[] {
    const given = body[name];
    const typed = (Array.isArray(given) ? given.map(plain).join(' ') : plain(given)).toUpperCase();
    const numbers = typed.split(/[\s,，、;；]+/).filter((one) => one !== '');
    const stray = numbers.find((one) => !LEAD_NUMBER.test(one));
    if (stray !== undefined) this.say(name, 'notALeadNumber', { number: stray.slice(0, 30) });
    if (numbers.length > 500) this.say(name, 'tooMany', { max: 500 });
    return [...new Set(numbers.filter((one) => LEAD_NUMBER.test(one)))].sort().slice(0, 500);
  }

  private say(at: string, because: string, details: FieldProblem['details'] = {}): null {
    this.problems.push(problem(at, because, details));
    return null;
  }
}

const tidy = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '');

/** One line of text, brought to NFKC; '' for anything else. */
function plain(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.length < 20_000
    ? tidy(text).normalize('NFKC').replace(/\s+/g, ' ').trim()
    : '';
}

function groupOf(value: unknown): Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : {};
}

/** Rows with the index of their controls: an array, or what form parsers make of high indexes. */
function entries(value: unknown): [string, Body][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => /^\d{1,4}$/.test(key))
    .map(([key, row]) => [key, groupOf(row)]);
}
