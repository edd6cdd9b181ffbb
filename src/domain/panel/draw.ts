import { gradeMatch, type Expertise, type MatchGrade, type Subject } from '../assignment/match';
import { PANEL_KINDS, type PanelKind, type SeatFunction } from '../rubric/panel-kind';

/** Somebody who could be given a seat. */
export interface Candidate {
  readonly personId: string;
  readonly unitId: string;
  readonly kind: PanelKind;
  /** What the person's unit speaks for on the standing panels. */
  readonly functions: readonly SeatFunction[];
  readonly expertise: Expertise;
  /** How often they were drawn in the last twelve months. */
  readonly drawnLately: number;
  /** They reported a lead of the round. */
  readonly reported: boolean;
}

/** What the panel is to be. */
export interface DrawCriteria {
  readonly perKind: Readonly<Record<PanelKind, number>>;
  /** Duties that must have a seat; they count among the seats of their kind. */
  readonly duties: readonly SeatFunction[];
  /** What the leads of the round are about; empty where expertise is to count for nothing. */
  readonly subjects: readonly Subject[];
}

/** Why somebody was drawn: a duty, a lead nobody drawn before them knew, some knowledge of the field, or the lot. */
export type DrawnBecause = 'duty' | 'covers' | 'fits' | 'lot';
/** Why somebody was not: reported a lead, their unit has a seat already, or others came first. */
export type LeftBecause = 'reported' | 'unitTaken' | 'others' | 'notAsked';

export interface Drawn {
  readonly personId: string;
  readonly because: DrawnBecause;
  readonly duty: SeatFunction | null;
  /** Places, from 1, of the leads that lie in their own field. */
  readonly knows: readonly number[];
}

export interface Draw {
  readonly drawn: readonly Drawn[];
  readonly leftOut: readonly { readonly personId: string; readonly because: LeftBecause }[];
  /** Seats of a kind for which there was nobody. */
  readonly short: readonly { readonly kind: PanelKind; readonly missing: number }[];
  readonly dutiesWithout: readonly SeatFunction[];
}

interface Ranked {
  readonly one: Candidate;
  readonly grades: readonly MatchGrade[];
  readonly ticket: string;
}

/**
 * Draws a panel. Duties first, then kind by kind, one seat for each unit. Among those who may have a seat whoever comes
 * first knows the most leads that nobody drawn so far knows; then whoever is nearest to the field of any lead; then
 * whoever was drawn least often lately; then the lower lot. The same input gives the same panel in whatever order the
 * candidates are named.
 * @param lotOf the lot of a person, any text; it must follow from a published seed alone (see `lots`)
 */
export function drawPanel(
  candidates: readonly Candidate[],
  { perKind, duties, subjects }: DrawCriteria,
  lotOf: (personId: string) => string,
): Draw {
  const pool = candidates.map((one): Ranked => ({
    one,
    grades: subjects.map((subject) => gradeMatch(one.expertise, subject)),
    ticket: lotOf(one.personId),
  }));
  const drawn: Drawn[] = [];
  const seated = new Map<PanelKind, number>();
  const units = new Set<string>();
  const known = new Set<number>();
  const free = ({ one }: Ranked): boolean => !one.reported && !units.has(one.unitId);
  const seat = ({ one, grades }: Ranked, duty: SeatFunction | null): void => {
    const knows = grades.flatMap((grade, at) => (grade === 0 ? [at + 1] : []));
    const isNew = knows.some((at) => !known.has(at));
    const fits = grades.some((grade) => grade < 2);
    const because = duty !== null ? 'duty' : isNew ? 'covers' : fits ? 'fits' : 'lot';
    drawn.push({ personId: one.personId, because, duty, knows });
    seated.set(one.kind, (seated.get(one.kind) ?? 0) + 1);
    units.add(one.unitId);
    for (const at of knows) known.add(at);
  };
  const dutiesWithout = duties.filter((duty) => {
    const isFull = (seated.get('support') ?? 0) >= perKind.support;
    const fit = isFull ? [] : pool.filter((one) => free(one) && speaksFor(one.one, duty));
    const first = best(fit, known);
    if (first) seat(first, duty);
    return !first;
  });
  for (const kind of PANEL_KINDS) {
    while ((seated.get(kind) ?? 0) < perKind[kind]) {
      const first = best(
        pool.filter((one) => one.one.kind === kind && free(one)),
        known,
      );
      if (!first) break;
      seat(first, null);
    }
  }
  const chosen = new Set(drawn.map(({ personId }) => personId));
  return {
    drawn,
    leftOut: pool
      .filter(({ one }) => !chosen.has(one.personId))
      .sort((a, b) => compareText(a.ticket, b.ticket) || compareText(a.one.personId, b.one.personId))
      .map(({ one }) => ({ personId: one.personId, because: whyNot(one, perKind, units) })),
    short: PANEL_KINDS.map((kind) => ({ kind, missing: perKind[kind] - (seated.get(kind) ?? 0) })).filter(
      ({ missing }) => missing > 0,
    ),
    dutiesWithout,
  };
}

const speaksFor = ({ kind, functions }: Candidate, duty: SeatFunction): boolean =>
  kind === 'support' && functions.includes(duty);

function whyNot(
  { reported, unitId, kind }: Candidate,
  perKind: DrawCriteria['perKind'],
  units: ReadonlySet<string>,
): LeftBecause {
  if (reported) return 'reported';
  if (units.has(unitId)) return 'unitTaken';
  return perKind[kind] === 0 ? 'notAsked' : 'others';
}

/** Whoever comes first; null among nobody. */
function best(pool: readonly Ranked[], known: ReadonlySet<number>): Ranked | null {
  return pool.reduce<Ranked | null>(
    (first, one) => (first === null || compare(one, first, known) < 0 ? one : first),
    null,
  );
}

function compare(a: Ranked, b: Ranked, known: ReadonlySet<number>): number {
  return (
    unknownTo(b, known) - unknownTo(a, known) ||
    nearest(a) - nearest(b) ||
    a.one.drawnLately - b.one.drawnLately ||
    compareText(a.ticket, b.ticket) ||
    compareText(a.one.personId, b.one.personId)
  );
}

/** How many leads lie in the person's own field and in nobody's who was drawn so far. */
const unknownTo = ({ grades }: Ranked, known: ReadonlySet<number>): number =>
  grades.filter((grade, at) => grade === 0 && !known.has(at + 1)).length;

const nearest = ({ grades }: Ranked): MatchGrade =>
  grades.reduce<MatchGrade>((least, grade) => (grade < least ? grade : least), 2);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
