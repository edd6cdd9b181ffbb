import { chainName } from '../chains/chains.queries';
import {
  layOutMap,
  type DrawnMap,
  type LineKind,
  type MapBox,
  type MapItem,
} from '../domain/chain/map-layout';
import { veilOver } from '../domain/lead/veil';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { stateMark } from '../http/views/lead-mark';
import { tag, type Tag } from '../http/views/marks';
import type { Words } from '../words/words';
import type { ChainMapData, MappedLead } from './chain-maps.queries';

interface Linked {
  readonly text: string;
  readonly href: string;
}

/** The model of `chain-maps/show`: the drawing, and behind it the same as a table. */
export interface ChainMapModel extends PageModel {
  readonly note: string;
  readonly drawing: {
    readonly label: string;
    readonly box: string;
    readonly heads: readonly { readonly x: string; readonly y: string; readonly text: string }[];
    readonly arrows: readonly string[];
    readonly boxes: readonly object[];
  };
  readonly legend: readonly { readonly kind: string; readonly mark: string; readonly text: string }[];
  readonly rows: readonly {
    readonly segment: string;
    readonly place: string;
    readonly gap: Tag | null;
    readonly wanted: string;
    readonly firms: readonly Linked[];
    readonly leads: readonly Linked[];
    readonly projects: readonly Linked[];
  }[];
}

/** Of a kind in one box; the table has all of them. */
const MOST_IN_BOX = 6;

export function chainMapView(data: ChainMapData, words: Words): ChainMapModel {
  const { chain, newestOnly } = data;
  const name = chainName(chain, words.locale);
  const title = words.t('chainMaps.title', { chain: name });
  const parts = partsOf(data, words);
  const map = layOutMap(parts.map((part) => boxOf(part, words)));
  const gaps = data.segments.filter(({ isGap }) => isGap === 1).length;
  const counts = { segments: data.segments.length, gaps, firms: data.firms.length, leads: data.leads.length };
  return {
    page: {
      title,
      dataPage: 'chain-map',
      wide: true,
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.chains'), href: '/chains' },
        { label: name, href: `/chains/${chain.id}` },
        { label: words.t('chains.map') },
      ],
      head: pageHead({ title, meta: [words.t('chainMaps.counts', counts)] }),
    },
    note: newestOnly ? words.t('chainMaps.newestOnly') : '',
    drawing: drawingOf(map, words.t('chainMaps.label', { chain: name, ...counts }), words),
    legend: (['firm', 'lead', 'project'] as const).map((kind) => ({
      kind,
      mark: markPath(kind, 7, 7),
      text: words.t(`chainMaps.legend.${kind}`),
    })),
    rows: parts.map((part) => ({
      segment: part.name,
      place: part.place === null ? '' : words.t(`chains.place.${part.place}`),
      gap: part.isGap ? tag(words.t('chains.gap'), 'amber', 'gap') : null,
      wanted: part.wanted,
      firms: part.firms,
      leads: part.leads,
      projects: part.projects,
    })),
  };
}

interface Part {
  readonly place: MapBox['place'];
  readonly name: string;
  readonly isGap: boolean;
  readonly wanted: string;
  readonly firms: readonly Linked[];
  readonly leads: readonly Linked[];
  readonly projects: readonly Linked[];
}

/** One part for each segment, and one at the end for what has none, when there is any. */
function partsOf(data: ChainMapData, words: Words): Part[] {
  const inSegment = (id: string | null) => {
    const leads = data.leads.filter(({ segmentIds }) =>
      id === null ? segmentIds.length === 0 : segmentIds.includes(id),
    );
    return {
      firms: data.firms
        .filter(({ segmentId }) => segmentId === id)
        .map((firm) => ({
          text: words.t('chainMaps.firm', {
            name: firm.name,
            state: words.t(`chains.firmState.${firm.state}`),
          }),
          href: `/chains/${data.chain.id}/firms/${firm.id}`,
        })),
      leads: leads.filter(({ project }) => project === null).map((lead) => leadLine(lead, words)),
      projects: leads.filter(({ project }) => project !== null).map((lead) => projectLine(lead, words)),
    };
  };
  const parts: Part[] = data.segments.map(({ id, place, name, isGap, wanted }) => {
    return { place, name, isGap: isGap === 1, wanted, ...inSegment(id) };
  });
  const rest = inSegment(null);
  const some = rest.firms.length + rest.leads.length + rest.projects.length > 0;
  const unplaced = { place: null, name: words.t('chains.segment.none'), isGap: false, wanted: '', ...rest };
  return some ? [...parts, unplaced] : parts;
}

function leadLine(lead: MappedLead, words: Words): Linked {
  const mark = stateMark(lead, words);
  const state = mark.tag?.label ?? mark.seal?.label ?? '';
  const text = words.t('chainMaps.lead', { number: lead.number, title: titleOf(lead, words), state });
  return { text, href: `/leads/${lead.id}` };
}

function projectLine(lead: MappedLead, words: Words): Linked {
  const { id, cageNo, stage } = lead.project ?? { id: '', cageNo: '', stage: 'talks' };
  const said = { number: cageNo, title: titleOf(lead, words), stage: words.t(`cage.stage.${stage}`) };
  return { text: words.t('chainMaps.project', said), href: `/cage/${id}` };
}

const titleOf = ({ title, hidden }: MappedLead, words: Words): string =>
  hidden === null ? title : veilOver(hidden, words.t('leads.restricted.name'))(title);

function boxOf(part: Part, words: Words): MapBox {
  const items = (['project', 'lead', 'firm'] as const).flatMap((kind): MapItem[] =>
    part[`${kind}s`].slice(0, MOST_IN_BOX).map((line) => ({ kind, ...line })),
  );
  const all = part.firms.length + part.leads.length + part.projects.length;
  return {
    place: part.place,
    title: part.name,
    gap: part.isGap ? words.t('chainMaps.gap', { wanted: part.wanted }) : '',
    items,
    more: all > items.length ? words.t('chainMaps.more', { n: all - items.length }) : '',
  };
}

function drawingOf(map: DrawnMap, label: string, words: Words): ChainMapModel['drawing'] {
  return {
    label,
    box: `0 0 ${map.width} ${map.height}`,
    heads: map.heads.map(({ place, x, y }) => ({
      x: String(x),
      y: String(y),
      text: words.t(`chains.place.${place}`),
    })),
    arrows: map.arrows,
    boxes: map.boxes.map(({ lines, isGap, ...at }) => ({
      ...Object.fromEntries(Object.entries(at).map(([key, value]) => [key, String(value)])),
      isGap,
      lines: lines.map(({ kind, text, href, x, y, mark }) => ({
        kind,
        text,
        href,
        x: String(x),
        y: String(y),
        mark: mark === null ? '' : markPath(kind, mark.x, mark.y),
      })),
    })),
  };
}

/** A ring for a lead, a full disc for a project, a square for a firm: told apart without colour. */
function markPath(kind: LineKind, x: number, y: number): string {
  if (kind === 'firm') return `M${x - 4} ${y - 4}h8v8h-8z`;
  return `M${x + 4.5} ${y}a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0z`;
}
