import { PANEL_KINDS, type PanelKind } from '../domain/rubric/panel-kind';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { PanelCard, PanelRead, SeatRead } from './panels.queries';

export interface PanelListModel extends PageModel {
  rows: { id: string; href: string; name: string; chair: string; seats: string; kinds: string }[];
}

/** The list of panels. */
export function panelListView(panels: readonly PanelCard[], words: Words): PanelListModel {
  const title = words.t('panels.list.title');
  return {
    page: {
      title,
      dataPage: 'panel-index',
      crumbs: [{ label: words.t('panels.crumb.desk'), href: '/' }, { label: title }],
      head: pageHead({ title, meta: [words.t('panels.list.count', { n: panels.length })] }),
    },
    rows: panels.map((panel) => ({
      id: panel.id,
      href: `/panels/${panel.id}`,
      name: panel.name,
      chair: panel.chairName,
      seats: words.t('panels.seats', { n: panel.seats }),
      kinds: formatsFor(words).list(PANEL_KINDS.map((kind) => kindCount(kind, panel.kinds[kind], words))),
    })),
  };
}

interface SeatRow {
  id: string;
  position: string;
  unit: string;
  function: string;
  mandatory: boolean;
  holder: string;
  post: string;
  vacant: boolean;
  alternate: string;
}

export interface PanelModel extends PageModel {
  groups: { kind: string; count: string; rows: SeatRow[] }[];
}

/** One panel: its seats by kind, each with holder and alternate. */
export function panelView(panel: PanelRead, words: Words): PanelModel {
  const seats = panel.seats.filter(({ retiredAt }) => retiredAt === null);
  return {
    page: {
      title: panel.name,
      dataPage: 'panel-show',
      crumbs: [
        { label: words.t('panels.crumb.desk'), href: '/' },
        { label: words.t('panels.list.title'), href: '/panels' },
        { label: panel.name },
      ],
      head: pageHead({
        title: panel.name,
        meta: [
          words.t('panels.seats', { n: seats.length }),
          words.t('panels.chair', { name: panel.chairName }),
          words.t('panels.since', { at: formatsFor(words).dayFull(panel.createdAt) }),
        ],
      }),
    },
    groups: PANEL_KINDS.map((kind) => {
      const rows = seats.filter((seat) => seat.kind === kind);
      return {
        kind: words.t(`panelKind.${kind}`),
        count: words.t('panels.seats', { n: rows.length }),
        rows: rows.map((seat) => seatRow(seat, words)),
      };
    }),
  };
}

function seatRow(seat: SeatRead, words: Words): SeatRow {
  const vacant = seat.holderName === null || seat.holderDisabledAt !== null;
  return {
    id: seat.id,
    position: String(seat.position),
    unit: seat.unitName,
    function: seat.function === null ? '' : words.t(`seatFunction.${seat.function}`),
    mandatory: seat.mandatory === 1,
    holder: seat.holderName ?? words.t('panels.vacant'),
    post: vacant ? words.t('panels.vacant.note') : (seat.holderPost ?? ''),
    vacant,
    alternate: seat.alternateName ?? words.t('panels.noAlternate'),
  };
}

const kindCount = (kind: PanelKind, n: number, words: Words): string =>
  words.t('panels.kindCount', { kind: words.t(`panelKind.${kind}`), n });
