import { FIRM_STATES } from '../domain/chain/chain';
import { act, pageHead, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { pager, query, type Pager, type Query } from '../http/views/lists';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ChainAct, ChainSegment } from './chain.entity';
import { chainName, type ChainCard, type ChainPage } from './chains.queries';
import { crumbsTo } from './chains.views';
import { FIRM_PAGE, type FirmCard, type FirmFilter } from './target-firms.queries';

/** The model of `chains/show`. */
export interface ChainModel extends PageModel {
  readonly notice: string;
  readonly segments: readonly {
    readonly id: string;
    readonly place: string;
    readonly name: string;
    readonly href: string;
    readonly words: string;
    readonly gap: Tag | null;
    readonly wanted: string;
    readonly firms: string;
  }[];
  readonly segmentActs: readonly Act[];
  readonly query: Query;
  readonly firms: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string;
    readonly uscc: string;
    readonly region: string;
    readonly segment: string;
    readonly note: string;
    readonly state: Tag;
  }[];
  readonly firmActs: readonly Act[];
  readonly pager: Pager;
  readonly history: { readonly items: readonly object[] };
}

export function chainView(
  page: ChainPage,
  firms: { readonly rows: readonly FirmCard[]; readonly total: number },
  filter: FirmFilter,
  mayEdit: boolean,
  words: Words,
): ChainModel {
  const { chain, segments, acts } = page;
  const title = chainName(chain, words.locale);
  const path = `/chains/${chain.id}`;
  const edit = (label: string, to: string) => act({ label: words.t(label), href: `${path}/${to}` });
  const keeper = words.t('chains.keptBy', { name: chain.keeperName ?? words.t('chains.keeper.none') });
  return {
    page: {
      title,
      dataPage: 'chain-show',
      crumbs: crumbsTo(words, chain),
      head: pageHead({
        title,
        meta: [
          words.t('chains.ofYear', { year: String(chain.year) }),
          words.t(`chains.standing.${chain.standing}`),
          keeper,
        ],
        acts: [
          { label: words.t('chains.map'), href: `${path}/map`, tone: 'primary' },
          ...(mayEdit ? [{ label: words.t('chains.edit'), href: `${path}/edit` }] : []),
        ],
      }),
    },
    notice: chain.standing === 'closed' ? words.t('chains.closedNote') : '',
    segments: segments.map((segment) => ({
      id: segment.id,
      place: words.t(`chains.place.${segment.place}`),
      name: segment.name,
      href: mayEdit ? `${path}/segments/${segment.id}` : '',
      words: segment.words,
      gap: segment.isGap === 1 ? tag(words.t('chains.gap'), 'amber', 'gap') : null,
      wanted: segment.wanted,
      firms: String(segment.firms),
    })),
    segmentActs: mayEdit ? [edit('chains.segment.new', 'segments/new')] : [],
    query: firmQuery(chain, segments, filter, words),
    firms: firms.rows.map((firm) => ({
      id: firm.id,
      name: firm.name,
      href: `${path}/firms/${firm.id}`,
      uscc: firm.uscc ?? '',
      region: firm.region,
      segment: firm.segmentName ?? '—',
      note: firm.note,
      state: tag(words.t(`chains.firmState.${firm.state}`), tones[firm.state], firm.state),
    })),
    firmActs: [
      ...(mayEdit ? [edit('chains.firm.new', 'firms/new'), edit('chains.import', 'imports')] : []),
      edit('chains.sheet', 'firms.xlsx'),
    ],
    pager: pager(
      {
        total: firms.total,
        page: filter.page,
        size: FIRM_PAGE,
        sizes: [],
        href: (to) => firmHref(chain.id, filter, to),
      },
      words,
    ),
    history: { items: acts.map((one) => historyItem(one, words)) },
  };
}

const tones = { planned: '', contacted: 'blue', talking: 'amber', landed: 'green', dropped: 'line' } as const;

function firmQuery(
  chain: ChainCard,
  segments: readonly ChainSegment[],
  filter: FirmFilter,
  words: Words,
): Query {
  const all = { value: '', label: words.t('ui.all') };
  const states = FIRM_STATES.map((value) => ({ value, label: words.t(`chains.firmState.${value}`) }));
  const places = segments.map(({ id, name }) => ({ value: id, label: name }));
  return query({
    action: `/chains/${chain.id}`,
    search: { name: 'q', label: words.t('chains.firm.search'), value: filter.q },
    selects: [
      {
        name: 'state',
        label: words.t('chains.field.firmState'),
        value: filter.state ?? '',
        options: [all, ...states],
      },
      {
        name: 'segment',
        label: words.t('chains.field.segment'),
        value: filter.segment,
        options: [all, ...places],
      },
    ],
  });
}

function firmHref(chainId: string, { q, state, segment }: FirmFilter, page: number): string {
  const parts: [string, string][] = [
    ['q', q],
    ['state', state ?? ''],
    ['segment', segment],
    ['page', page === 1 ? '' : String(page)],
  ];
  const asked = new URLSearchParams(parts.filter(([, value]) => value !== '')).toString();
  return asked === '' ? `/chains/${chainId}` : `/chains/${chainId}?${asked}`;
}

function historyItem({ kind, what, at, byLabel }: ChainAct, words: Words): object {
  const [added = '0', changed = '0'] = what.split(',');
  const said =
    kind === 'firms.imported'
      ? words.t('chains.act.firms.imported', { added: Number(added), changed: Number(changed) })
      : words.t(`chains.act.${kind}`, { what });
  const text = words.t('chains.act.by', { said, by: byLabel });
  return { at: formatsFor(words).dateTimeShort(at), text, mark: true, seal: null, light: null };
}
