import { TRACKS, type Track } from '../domain/lead/dictionaries';

/** Which part of the queue: all of it, what is late, what looks like another lead, what came back from its scout. */
export const INTAKE_VIEWS = ['all', 'late', 'alike', 'again'] as const;
export type IntakeView = (typeof INTAKE_VIEWS)[number];

export const INTAKE_SIZE = 20;
/** Nobody pages further; filters find it faster. */
const DEEPEST = 250;

/** What the queue is asked for; unknown values in an address count as not given. */
export interface IntakeFilter {
  readonly q: string;
  readonly view: IntakeView;
  readonly track: Track | null;
  /** Code of the first-choice host. */
  readonly host: string;
  /** From 1. */
  readonly page: number;
}

type Given = Readonly<Record<string, unknown>>;

const text = (given: unknown): string => (typeof given === 'string' ? given.normalize('NFKC').trim() : '');
const oneOf = <T extends string>(list: readonly T[], given: unknown): T | null =>
  list.find((value) => value === given) ?? null;

/** Reads the query of an address, or the same names in a form. */
export function readIntakeFilter(given: Given): IntakeFilter {
  const page = text(given['page']);
  return {
    q: text(given['q']).slice(0, 100),
    view: oneOf(INTAKE_VIEWS, given['view']) ?? 'all',
    track: oneOf(TRACKS, given['track']),
    host: text(given['host']).slice(0, 40),
    page: /^\d{1,4}$/.test(page) ? Math.max(1, Math.min(Number(page), DEEPEST)) : 1,
  };
}

/** The lead that is open beside the queue; '' for the first. */
export function readSelected(given: Given): string {
  const id = text(given['selected']);
  return /^[0-9a-z]{26}$/.test(id) ? id : '';
}

/** What of a filter is not as usual, by name: for addresses and for the hidden fields of forms. */
export function filterEntries(filter: IntakeFilter): [string, string][] {
  const entries: [string, string][] = [
    ['view', filter.view === 'all' ? '' : filter.view],
    ['q', filter.q],
    ['track', filter.track ?? ''],
    ['host', filter.host],
    ['page', filter.page === 1 ? '' : String(filter.page)],
  ];
  return entries.filter(([, value]) => value !== '');
}

/** The address of the queue with some of it changed; a changed filter starts on the first page. */
export function intakeHref(filter: IntakeFilter, changes: Partial<IntakeFilter> = {}, selected = ''): string {
  const entries = filterEntries({
    ...filter,
    ...(Object.keys(changes).length > 0 ? { page: 1 } : {}),
    ...changes,
  });
  const query = new URLSearchParams(
    selected === '' ? entries : [...entries, ['selected', selected]],
  ).toString();
  return query === '' ? '/intake' : `/intake?${query}`;
}
