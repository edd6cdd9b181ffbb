import { msOf, type Instant } from '../shared/instant';

/** What one source (one program at one address) fetched of one link; pressing the button is not among it. */
export interface LinkFetch {
  readonly linkId: string;
  readonly seatId: string;
  /** Stands for address and program together; tells neither. */
  readonly source: string;
  readonly method: FetchMethod;
  /** The program's word where it is none that a person reads with. */
  readonly scanner: string | null;
  /** When the mail with the link left; null while nobody knows that it has. */
  readonly sentAt: Instant | null;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly times: number;
}

export type FetchMethod = 'GET' | 'HEAD';

/** Why fetches are taken for a machine's. */
export type MachineSign = 'head' | 'scanner' | 'atOnce' | 'many';

/** How a seat's links stand: pressed; not pressed, though fetched by machines alone; not pressed. */
export type LinkTrace = 'opened' | 'machineOnly' | 'unopened';

export interface SeatTrace {
  readonly trace: LinkTrace;
  /** A page was read that nobody went on from, and nothing says that it was a machine. */
  readonly readOnly: boolean;
  /** Fetches, of machines and others, over all the seat's links. */
  readonly fetches: number;
  /** Without a repeated one, in the order of `MachineSign`. */
  readonly signs: readonly MachineSign[];
}

/** Within so many milliseconds of its sending nobody has read a mail and opened what it links to. */
export const AT_ONCE_MS = 30_000;
/** So many seats' links, fetched by one source in `BURST_MS`, are no person's doing. */
export const MANY_SEATS = 3;
export const BURST_MS = 60_000;

const signs: readonly MachineSign[] = ['head', 'scanner', 'atOnce', 'many'];

/**
 * What a seat's links have been through. Pressing the button speaks for a person whatever was fetched before it; mail
 * gateways with a browser's name, coming later than `AT_ONCE_MS`, look like a reader, so `readOnly` claims no person.
 */
export function traceOf(
  pressed: boolean,
  fetches: readonly LinkFetch[],
  crowded: ReadonlySet<string>,
): SeatTrace {
  const found = fetches.map((fetch) => machineSign(fetch, crowded));
  const byMachines = found.length > 0 && found.every((sign) => sign !== null);
  return {
    trace: pressed ? 'opened' : byMachines ? 'machineOnly' : 'unopened',
    readOnly: !pressed && found.some((sign) => sign === null),
    fetches: fetches.reduce((sum, { times }) => sum + times, 0),
    signs: signs.filter((sign) => found.includes(sign)),
  };
}

/** The strongest sign that a machine fetched, or null where it may have been a person. */
export function machineSign(fetch: LinkFetch, crowded: ReadonlySet<string>): MachineSign | null {
  if (fetch.method === 'HEAD') return 'head';
  if (fetch.scanner !== null) return 'scanner';
  if (fetch.sentAt === null || msOf(fetch.lastAt) - msOf(fetch.sentAt) <= AT_ONCE_MS) return 'atOnce';
  return crowded.has(fetch.source) ? 'many' : null;
}

/**
 * Sources that fetched the links of many seats in a burst. An office behind one address does so too when its people
 * open their mails together, but they press the button, and a pressed link is never taken for a machine's.
 */
export function crowdedSources(fetches: readonly LinkFetch[]): Set<string> {
  const bySource = new Map<string, LinkFetch[]>();
  for (const fetch of fetches) bySource.set(fetch.source, [...(bySource.get(fetch.source) ?? []), fetch]);
  return new Set([...bySource].filter(([, own]) => hasBurst(own)).map(([source]) => source));
}

/** Whether within some span of `BURST_MS` the links of `MANY_SEATS` different seats were first fetched. */
function hasBurst(fetches: readonly LinkFetch[]): boolean {
  const firsts = fetches
    .map(({ seatId, firstAt }) => ({ seatId, ms: msOf(firstAt) }))
    .sort((a, b) => a.ms - b.ms);
  return firsts.some(({ ms }, at) => {
    const within = firsts.slice(at).filter((one) => one.ms - ms <= BURST_MS);
    return new Set(within.map(({ seatId }) => seatId)).size >= MANY_SEATS;
  });
}
