import { fewest } from '../domain/rubric/rule-set';
import { PANEL_KINDS, type PanelKind } from '../domain/rubric/panel-kind';
import { act, type Act } from '../http/views/acts';
import { bar, cells, tag, type Bar, type Cells, type Tag, type TagTone } from '../http/views/marks';
import type { Links } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { LinkStanding, SeatStanding, Standing } from './room-standing';
import type { Room } from './round-room.queries';

/** One box of the overview: how many seats have finished, and what the quorum still lacks there. */
export interface KindBox {
  label: string;
  done: string;
  of: string;
  bar: Bar | null;
  note: string;
  isMet: boolean;
  isShort: boolean;
}

/** All seats first, then kind by kind. */
export function kindBoxes(room: Room, standing: Standing, words: Words): KindBox[] {
  const { share } = room.rules.content.quorum;
  const done = standing.seats.length - standing.silent.length;
  const all: KindBox = {
    label: words.t('rounds.kinds.all'),
    done: String(done),
    of: words.t('rounds.kinds.of', { n: standing.seats.length }),
    bar: bar(done, standing.seats.length, share.num / share.den),
    note: words.t('rounds.kinds.quorum', {
      n: fewest(share, standing.seats.length),
      num: share.num,
      den: share.den,
    }),
    isMet: false,
    isShort: false,
  };
  return [all, ...PANEL_KINDS.map((kind) => kindBox(kind, standing, words))];
}

function kindBox(kind: PanelKind, standing: Standing, words: Words): KindBox {
  const seats = standing.seats.filter(({ seat }) => seat.kind === kind);
  const silent = seats.filter(({ isDone }) => !isDone);
  const duties = silent.filter(({ seat }) => seat.mandatory === 1);
  const without = itemsWithout(kind, standing);
  const [key, n] =
    seats.length === 0
      ? (['none', 0] as const)
      : silent.length === 0
        ? (['done', 0] as const)
        : without.length > 0
          ? (['without', without.length] as const)
          : duties.length > 0
            ? (['duties', duties.length] as const)
            : (['some', 0] as const);
  return {
    label: words.t(`panelKind.${kind}`),
    done: String(seats.length - silent.length),
    of: words.t('rounds.kinds.of', { n: seats.length }),
    bar: null,
    note: words.t(`rounds.kinds.${key}`, { n }),
    isMet: key === 'done' || key === 'some',
    isShort: key === 'without' || key === 'duties' || key === 'none',
  };
}

/** Positions of the items on which this kind has no ballot yet although the rules demand one. */
export function itemsWithout(kind: PanelKind, { items }: Standing): number[] {
  return items.flatMap(({ item, quorum }) =>
    quorum.kinds.some((one) => one.kind === kind && !one.met) ? [item.position] : [],
  );
}

export interface SeatRow {
  id: string;
  unit: string;
  isMandatory: boolean;
  holder: string;
  alternate: string;
  /** Who votes where it is not the holder; '' otherwise. */
  standIn: string;
  handOver: { label: string; href: string } | null;
  /** The way to the seat's ballots on paper; null where nothing is taken. */
  paper: { label: string; href: string } | null;
  link: Tag;
  cells: Cells;
  recused: string;
  last: string;
  note: string;
  isLate: boolean;
  reissue: Act | null;
  withdraw: Act | null;
}

export interface SeatGroup {
  kind: string;
  count: string;
  rows: SeatRow[];
}

export type SeatFilter = 'all' | 'waiting' | 'mandatory';

/** The seats by kind; an empty kind is left out. */
export function seatGroups(
  room: Room,
  standing: Standing,
  filter: SeatFilter,
  mayAct: boolean,
  words: Words,
): SeatGroup[] {
  const shown = standing.seats.filter((one) => within(one, filter));
  return PANEL_KINDS.flatMap((kind) => {
    const all = standing.seats.filter(({ seat }) => seat.kind === kind);
    const rows = shown.filter(({ seat }) => seat.kind === kind);
    if (rows.length === 0) return [];
    const done = all.filter(({ isDone }) => isDone).length;
    return [
      {
        kind: words.t(`panelKind.${kind}`),
        count: words.t('rounds.seats.done', { done, n: all.length }),
        rows: rows.map((one) => seatRow(room, one, standing, mayAct, words)),
      },
    ];
  });
}

export function seatFilters(roundId: string, standing: Standing, current: SeatFilter, words: Words): Links {
  const filters: readonly SeatFilter[] = ['all', 'waiting', 'mandatory'];
  return {
    label: words.t('rounds.seats.filter'),
    items: filters.map((filter) => ({
      label: words.t(`rounds.seats.filter.${filter}`),
      href: filter === 'all' ? `/rounds/${roundId}` : `/rounds/${roundId}?seats=${filter}`,
      count: String(standing.seats.filter((one) => within(one, filter)).length),
      current: filter === current,
    })),
  };
}

const within = ({ seat, isDone }: SeatStanding, filter: SeatFilter): boolean =>
  filter === 'all' || (filter === 'waiting' ? !isDone : seat.mandatory === 1);

export const linkTones: Readonly<Record<LinkStanding, TagTone>> = {
  opened: 'green',
  machineOnly: 'amber',
  unopened: 'amber',
  queued: '',
  failed: 'red',
  withdrawn: 'line',
};
const boxes = { waiting: '', cast: 'on', recused: 'off' } as const;

function seatRow(room: Room, one: SeatStanding, { now }: Standing, mayAct: boolean, words: Words): SeatRow {
  const { seat, progress, link, lastAt } = one;
  const count = words.t('rounds.seats.cells', { cast: progress.cast, n: progress.cast + progress.awaited });
  const isOpen = room.round.state === 'open';
  return {
    id: seat.id,
    unit: seat.unitName,
    isMandatory: seat.mandatory === 1,
    holder: seat.holderName,
    alternate: seat.alternateName ?? '',
    standIn: one.voter.post === 'b' ? words.t('seats.standIn', { name: one.voter.name }) : '',
    handOver: isOpen && mayAct ? handOver(room, one, words) : null,
    paper: isOpen && mayAct ? paperWay(room, seat.id, words) : null,
    link: tag(words.t(`rounds.link.${link}`), linkTones[link], link),
    cells: cells(
      one.marks.map((mark) => (mark === null ? 'none' : boxes[mark])),
      count,
    ),
    recused: progress.recused > 0 ? words.t('rounds.seats.recused', { n: progress.recused }) : '',
    last: lastAt === null ? words.t('rounds.seats.never') : shortTime(lastAt, now, words),
    note: withDevices(noteOf(one, isOpen, words), one.devices, words),
    isLate: one.linkTrouble !== null,
    ...(isOpen && mayAct ? linkActs(room, one, words) : { reissue: null, withdraw: null }),
  };
}

/** Ballots on paper, for a seat that cannot open its link. */
const paperWay = ({ round }: Room, seatId: string, words: Words): NonNullable<SeatRow['paper']> => ({
  label: words.t('paperBallots.seat.way'),
  href: `/rounds/${round.id}/seats/${seatId}/paper-ballots`,
});

/** The way to the page on which the seat goes to its other person; null for a seat with nobody else. */
function handOver({ round }: Room, { seat, voter }: SeatStanding, words: Words): SeatRow['handOver'] {
  if (seat.alternateId === null) return null;
  const label = words.t(voter.post === 'a' ? 'seats.handOver.toB' : 'seats.handOver.toA');
  return { label, href: `/rounds/${round.id}/seats/${seat.id}/handover` };
}

/** Another link instead of the one that was sent, or none at all. */
function linkActs(
  { round }: Room,
  { seat, link, voter: { name } }: SeatStanding,
  words: Words,
): Pick<SeatRow, 'reissue' | 'withdraw'> {
  const href = `/rounds/${round.id}/seats/${seat.id}/links`;
  const small = { method: 'post', tone: 'quiet', size: 'small' } as const;
  const at = formatsFor(words).dateTime(round.deadlineAt);
  return {
    reissue: act({
      ...small,
      id: `reissue-${seat.id}`,
      label: words.t('rounds.reissue.act'),
      href,
      confirm: words.t('rounds.reissue.confirm', { name, at }),
    }),
    withdraw:
      link === 'withdrawn'
        ? null
        : act({
            ...small,
            id: `withdraw-${seat.id}`,
            label: words.t('votingLinks.withdraw.act'),
            href: `${href}/revocation`,
            confirm: words.t('votingLinks.withdraw.confirm', { name }),
          }),
  };
}

/** More than one device is nothing wrong: the holder may vote on a phone and at a desk. It is for the secretariat to know. */
const withDevices = (note: string, n: number, words: Words): string =>
  n > 1 ? words.t('votingLinks.note.devices', { note, n }) : note;

function noteOf({ isDone, link, linkRead, progress }: SeatStanding, isOpen: boolean, words: Words): string {
  if (isDone) return words.t(progress.cast === 0 ? 'rounds.note.recusedAll' : 'rounds.note.done');
  if (!isOpen) return words.t('rounds.note.silent', { n: progress.awaited });
  if (link === 'failed') return words.t('rounds.note.failed');
  if (link === 'machineOnly' || link === 'withdrawn') return words.t(`votingLinks.note.${link}`);
  if (link === 'unopened') return words.t(linkRead ? 'votingLinks.note.read' : 'rounds.note.unopened');
  return words.t('rounds.note.waiting', { n: progress.awaited });
}

/** `今天 08:55` for today, else `4月13日 16:20`. */
export function shortTime(at: string, now: string, words: Words): string {
  const fmt = formatsFor(words);
  const today = words.t('format.today');
  return fmt.dayNear(at, now) === today ? `${today} ${fmt.time(at)}` : fmt.dateTimeShort(at);
}
