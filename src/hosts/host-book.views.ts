import type { ChainBook } from '../domain/chain/chain-book';
import { grouped } from '../domain/lead/decimals';
import { freeLand, freePlant } from '../domain/host/profile';
import type { Fraction } from '../domain/shared/fraction';
import { act, pageHead, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { query, type Query } from '../http/views/lists';
import { tag, type Tag } from '../http/views/marks';
import type { Sheet } from '../http/spreadsheet';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { chainName, chainNames } from './chain-words';
import { HOST_KINDS } from './host.entity';
import { hostAddress, type HostFilter } from './host-filter';
import type { ProfiledHost } from './host-profiles.queries';

export interface HostBookModel extends PageModel {
  readonly query: Query;
  readonly count: string;
  readonly export: Act;
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly name: string;
    readonly sub: string;
    readonly chemical: Tag | null;
    readonly has: string;
    readonly wants: string;
    readonly land: string;
    readonly plant: string;
    readonly minimum: string;
    readonly stated: string;
    readonly isSilent: boolean;
  }[];
  readonly empty: { readonly title: string; readonly text: string; readonly acts: readonly Act[] };
}

/** 园区资料: who has what and wants what, for everybody who looks for a place. */
export function hostBookView(
  hosts: readonly ProfiledHost[],
  asked: { readonly filter: HostFilter; readonly of: number; readonly chains: ChainBook },
  words: Words,
): HostBookModel {
  const title = words.t('hostBook.title');
  const { filter, chains } = asked;
  return {
    page: {
      title,
      dataPage: 'host-book',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({ title, meta: [words.t('hostBook.meta')] }),
    },
    query: queryOf(filter, chains, words),
    count: words.t('hostBook.count', { n: hosts.length, of: asked.of }),
    export: act({
      label: words.t('hostBook.export'),
      href: hostAddress(filter, '/hosts.xlsx'),
      size: 'small',
    }),
    rows: hosts.map((host) => rowOf(host, { filter, chains }, words)),
    empty: {
      title: words.t('hostBook.none.title'),
      text: words.t('hostBook.none.text'),
      acts: [act({ label: words.t('hostBook.none.all'), href: '/hosts' })],
    },
  };
}

function rowOf(
  host: ProfiledHost,
  { filter: { by }, chains }: { readonly filter: HostFilter; readonly chains: ChainBook },
  words: Words,
): HostBookModel['rows'][number] {
  const profile = host.stated?.profile ?? null;
  const first = profile?.firstChain ?? null;
  const leading = host.leadChains.filter((chain) => chain !== first);
  const has = [
    ...(first === null ? [] : [words.t('hostBook.first', { chain: chainName(first, chains, words) })]),
  ];
  const others = chainNames(leading, chains, words);
  return {
    id: host.id,
    href: `/hosts/${host.id}`,
    name: host.name,
    sub: [words.t(`host.kind.${host.kind}`), host.region].join(' · '),
    chemical: host.chemicalPark ? tag(words.t('hosts.chemical'), 'amber', 'chemical') : null,
    has: [...has, ...(others === '' ? [] : [others])].join(words.t('hostBook.semicolon')) || '—',
    wants: chainNames(profile?.wantedChains ?? [], chains, words) || '—',
    land: profile === null ? '—' : quantity(freeLand(profile, by), 'mu', words),
    plant: profile === null ? '—' : quantity(freePlant(profile, by), 'sqm', words),
    minimum: profile?.minIntensity ? words.t('hostBook.perMu', { n: grouped(profile.minIntensity) }) : '—',
    stated: host.stated
      ? words.t('hostBook.statedOn', { day: formatsFor(words).official(host.stated.statedAt) })
      : words.t('hostBook.silent'),
    isSilent: host.stated === null,
  };
}

function quantity(amount: Fraction, unit: string, words: Words): string {
  const n = grouped(amount.toDecimal(4));
  return words.t('hostBook.quantity', { n, unit: words.t(`lead.unit.${unit}`) });
}

function queryOf({ q, chain, kind, land, plant, by }: HostFilter, chains: ChainBook, words: Words): Query {
  const all = { value: '', label: words.t('hostBook.all') };
  return query({
    action: '/hosts',
    search: { name: 'q', label: words.t('hostBook.q'), value: q },
    selects: [
      {
        name: 'chain',
        label: words.t('hostBook.chain'),
        value: chain,
        options: [
          all,
          ...chains.choices([chain]).map((value) => ({ value, label: chainName(value, chains, words) })),
        ],
      },
      {
        name: 'kind',
        label: words.t('hosts.field.kind'),
        value: kind,
        options: [all, ...HOST_KINDS.map((value) => ({ value, label: words.t(`host.kind.${value}`) }))],
      },
    ],
    inputs: [
      { name: 'land', label: words.t('hostBook.landAtLeast'), value: land ?? '', type: 'decimal' },
      { name: 'plant', label: words.t('hostBook.plantAtLeast'), value: plant ?? '', type: 'decimal' },
      { name: 'by', label: words.t('hostBook.by'), value: by ?? '', type: 'date' },
    ],
  });
}

/** The same list for a spreadsheet, and a second sheet with every parcel and plant. */
export function hostSheets(
  hosts: readonly ProfiledHost[],
  asked: { readonly filter: HostFilter; readonly chains: ChainBook },
  words: Words,
): Sheet[] {
  const { filter } = asked;
  const column = (key: string, width: number, format?: string) => ({
    title: words.t(`hostBook.sheet.${key}`),
    width,
    ...(format === undefined ? {} : { format }),
  });
  const sites = hosts.flatMap(({ name, stated }) => [
    ...(stated?.profile.parcels ?? []).map((parcel) => ({
      host: name,
      kind: 'land',
      size: parcel.mu,
      ...parcel,
    })),
    ...(stated?.profile.plants ?? []).map((plant) => ({
      host: name,
      kind: 'plant',
      size: plant.sqm,
      use: null,
      ...plant,
    })),
  ]);
  return [
    {
      name: words.t('hostBook.title'),
      columns: [
        ...['name', 'kind', 'region', 'has', 'wants'].map((key) => column(key, 24)),
        column('land', 12, '0.00'),
        column('plant', 14, '0.00'),
        column('minIntensity', 14, '0.00'),
        column('minTaxPerMu', 14, '0.00'),
        ...['contact', 'phone'].map((key) => column(key, 18)),
      ],
      rows: hosts.map((host) => {
        const profile = host.stated?.profile ?? null;
        const row = rowOf(host, asked, words);
        return [
          host.name,
          words.t(`host.kind.${host.kind}`),
          host.region,
          row.has,
          row.wants,
          profile && Number(freeLand(profile, filter.by).toDecimal(2)),
          profile && Number(freePlant(profile, filter.by).toDecimal(2)),
          numberOr(profile?.minIntensity),
          numberOr(profile?.minTaxPerMu),
          profile?.contact.name ?? null,
          profile?.contact.phone ?? null,
        ];
      }),
    },
    {
      name: words.t('hostBook.sheet.sites'),
      columns: [
        column('name', 24),
        column('siteKind', 12),
        column('site', 24),
        column('use', 12),
        column('size', 12, '0.00'),
        column('from', 14),
        column('state', 12),
      ],
      rows: sites.map(({ host, kind, name, use, size, availableFrom, state }) => [
        host,
        words.t(`hostBook.sheet.${kind}`),
        name,
        use === null ? null : words.t(`lead.option.landUse.${use}`),
        Number(size),
        availableFrom,
        words.t(`hostProfile.state.${state}`),
      ]),
    },
  ];
}

const numberOr = (text: string | null | undefined): number | null => (text ? Number(text) : null);
