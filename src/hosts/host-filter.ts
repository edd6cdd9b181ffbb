import { readDecimal, exactly } from '../domain/lead/decimals';
import { freeLand, freePlant } from '../domain/host/profile';
import { isDay, type Day } from '../domain/shared/instant';
import { HOST_KINDS, type HostKind } from './host.entity';
import type { ProfiledHost } from './host-profiles.queries';

/** What the book of hosts is narrowed to; '' and null narrow nothing. */
export interface HostFilter {
  readonly q: string;
  readonly chain: string;
  readonly kind: HostKind | '';
  /** 亩 at least, as a canonical decimal. */
  readonly land: string | null;
  /** m² of standard plant at least. */
  readonly plant: string | null;
  /** By which day land and plant can be had. */
  readonly by: Day | null;
}

/** From an address, in which anything may stand. */
export function hostFilter(asked: Readonly<Record<string, unknown>>, chains: readonly string[]): HostFilter {
  const text = (name: string): string => {
    const value = asked[name];
    return typeof value === 'string' ? value.slice(0, 60).normalize('NFKC').trim() : '';
  };
  const amount = (name: string): string | null => {
    const value = readDecimal(text(name), 4);
    return value === null || value.startsWith('-') || value === '0' ? null : value;
  };
  return {
    q: text('q'),
    chain: chains.find((chain) => chain === text('chain')) ?? '',
    kind: HOST_KINDS.find((kind) => kind === text('kind')) ?? '',
    land: amount('land'),
    plant: amount('plant'),
    by: isDay(text('by')) ? text('by') : null,
  };
}

/** The address that the filter came from. */
export function hostAddress(filter: HostFilter, path = '/hosts'): string {
  const said = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(said).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Hosts that have said nothing have no land that could be counted on. */
export function isAsked({ q, chain, kind, land, plant, by }: HostFilter, host: ProfiledHost): boolean {
  const profile = host.stated?.profile ?? null;
  const chains = [...host.leadChains, ...(profile?.wantedChains ?? []), profile?.firstChain];
  const texts = [host.name, host.region, host.code, profile?.text ?? ''];
  return (
    (q === '' || texts.some((text) => text.toLowerCase().includes(q.toLowerCase()))) &&
    (chain === '' || chains.includes(chain)) &&
    (kind === '' || host.kind === kind) &&
    (land === null || (profile !== null && freeLand(profile, by).gte(exactly(land)))) &&
    (plant === null || (profile !== null && freePlant(profile, by).gte(exactly(plant))))
  );
}
