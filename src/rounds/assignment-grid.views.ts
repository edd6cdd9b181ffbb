import { matchOf, pairKey, type AssignmentProblem, type Pair } from '../domain/assignment/assignment';
import type { AssignmentReview } from '../domain/assignment/review';
import { PANEL_KINDS } from '../domain/rubric/panel-kind';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { AssignmentMaterial } from './assignments.queries';

/** A seat and an item: a box to tick, or a word why there is none. */
export interface GridCell {
  name: string;
  value: string;
  label: string;
  position: string;
  /** Ticked and not to be changed: a seat that has to vote. */
  isFixed: boolean;
  isKept: boolean;
  checked: boolean;
  mark: string;
}

export interface GridRow {
  id: string;
  unit: string;
  holder: string;
  load: string;
  detail: string;
  over: string;
  cells: GridCell[];
}

export interface GridGroup {
  kind: string;
  /** For each item how many seats of the kind it has, and whether that is fewer than planned. */
  counts: { position: string; text: string; isShort: boolean }[];
  rows: GridRow[];
}

export interface ItemLine {
  id: string;
  position: string;
  title: string;
  href: string;
  sub: string;
  difficulty: Tag;
  counts: { label: string; text: string; isShort: boolean }[];
}

/** The head of an item's column; its difficulty is '' where it is the usual one. */
export interface GridColumn {
  position: string;
  title: string;
  difficulty: string;
}

export function gridColumns({ items, problem }: AssignmentMaterial, words: Words): GridColumn[] {
  return items.map(({ item, lead }, at) => {
    const difficulty = problem.items[at]?.difficulty ?? 1;
    return {
      position: String(item.position),
      title: lead?.title ?? '',
      difficulty: difficulty === 1 ? '' : words.t(`assignments.difficulty.${difficulty}`),
    };
  });
}

/** The seats by kind against the items; an empty kind is left out. */
export function gridGroups(
  { problem, seats }: AssignmentMaterial,
  pairs: readonly Pair[],
  seen: AssignmentReview,
  words: Words,
): GridGroup[] {
  const given = new Set(pairs.map(pairKey));
  const kept = new Set(problem.forbidden.map(pairKey));
  const loads = new Map(seen.seats.map((load) => [load.seatId, load]));
  return PANEL_KINDS.flatMap((kind) => {
    const own = problem.seats.filter((seat) => seat.kind === kind);
    if (own.length === 0) return [];
    const rows = own.map((seat): GridRow => {
      const read = seats.find(({ id }) => id === seat.seatId);
      const load = loads.get(seat.seatId);
      const unit = read?.unitName ?? '';
      return {
        id: seat.seatId,
        unit,
        holder: read?.holderName ?? '',
        load: words.t('assignments.load', { items: load?.items ?? 0 }),
        detail: detailOf(load, words),
        over: load && load.over > 0 ? words.t('assignments.load.over', { n: load.over }) : '',
        cells: problem.items.map((item, at): GridCell => {
          const pair = { seatId: seat.seatId, itemId: item.itemId };
          const isKept = kept.has(pairKey(pair));
          const isFixed = seat.everyItem && !isKept;
          const position = String(at + 1);
          const match = words.t(`assignments.cell.match.${matchOf(seat, item)}`);
          return {
            name: `seats[${item.itemId}][]`,
            value: seat.seatId,
            label: words.t('assignments.cell.label', { unit, position }),
            position,
            isFixed,
            isKept,
            checked: isFixed || given.has(pairKey(pair)),
            mark: words.t(isKept ? 'assignments.cell.kept' : 'assignments.cell.duty'),
            ...(isKept || isFixed ? {} : { mark: match }),
          };
        }),
      };
    });
    const counts = seen.items.map(({ kinds }, at) => {
      const count = kinds.find((one) => one.kind === kind);
      const [has, wanted] = [count?.seats ?? 0, count?.wanted ?? 0];
      return { position: String(at + 1), text: `${has}/${wanted}`, isShort: has < wanted };
    });
    return [{ kind: words.t(`panelKind.${kind}`), counts, rows }];
  });
}

function detailOf(load: AssignmentReview['seats'][number] | undefined, words: Words): string {
  return formatsFor(words).list([
    ...(load && load.difficult > 0 ? [words.t('assignments.load.difficult', { n: load.difficult })] : []),
    ...(load && load.ownField > 0 ? [words.t('assignments.load.own', { n: load.ownField })] : []),
  ]);
}

const tones = { 1: 'line', 2: 'amber', 3: 'red' } as const;

/** The items with how difficult each is and what it has of each kind. */
export function itemLines(
  { items, problem }: AssignmentMaterial,
  seen: AssignmentReview,
  words: Words,
): ItemLine[] {
  return items.map(({ item, lead }, at) => {
    const difficulty = problem.items[at]?.difficulty ?? 1;
    return {
      id: item.id,
      position: String(item.position),
      title: lead?.title ?? '',
      href: `/leads/${item.leadId}`,
      sub: formatsFor(words).list([lead?.number ?? '', lead?.investorName ?? '']),
      difficulty: tag(words.t(`assignments.difficulty.${difficulty}`), tones[difficulty], String(difficulty)),
      counts: (seen.items[at]?.kinds ?? []).map(({ kind, seats, wanted }) => ({
        label: words.t(`panelKind.${kind}`),
        text: String(seats),
        isShort: seats < wanted,
      })),
    };
  });
}

/** One sentence over all of it. */
export function summaryOf(
  { problem }: { problem: AssignmentProblem },
  pairs: readonly Pair[],
  { seats, missing, overloaded }: AssignmentReview,
  words: Words,
): string {
  const loads = seats.map(({ items }) => items).filter((items) => items > 0);
  const known = new Set(problem.seats.map(({ seatId }) => seatId));
  const fewest = loads.length === 0 ? 0 : Math.min(...loads);
  const most = loads.length === 0 ? 0 : Math.max(...loads);
  return [
    words.t(fewest === most ? 'assignments.summary.even' : 'assignments.summary', {
      pairs: pairs.filter(({ seatId }) => known.has(seatId)).length,
      seats: loads.length,
      fewest,
      most,
    }),
    ...(missing > 0 ? [words.t('assignments.summary.missing', { n: missing })] : []),
    ...(overloaded > 0 ? [words.t('assignments.summary.over', { n: overloaded })] : []),
  ].join(words.locale === 'en' ? ' ' : '');
}
