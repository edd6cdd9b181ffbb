import type { ChainBook } from '../domain/chain/chain-book';
import { mayStateProfile } from '../domain/access/host-access';
import { allows } from '../domain/access/policies';
import { holds, type Viewer } from '../domain/access/viewer';
import { act, pageHead, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { chainName, chainNames } from './chain-words';
import type { StatedProfile } from './host-profiles.queries';
import type { HostCard } from './hosts.queries';
import {
  contactFacts,
  headroomRows,
  parcelRows,
  plantRows,
  priceRows,
  type HeadroomRow,
  type SiteRow,
} from './profile-rows.views';

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly sub: string;
}

/** Everything that page and printed sheet show of a profile. */
export interface ProfileModel {
  readonly wants: { readonly two: boolean; readonly items: readonly Fact[] };
  readonly text: readonly string[];
  readonly parcels: readonly SiteRow[];
  readonly parcelsSum: string;
  readonly plants: readonly SiteRow[];
  readonly plantsSum: string;
  readonly headroom: readonly HeadroomRow[];
  readonly prices: readonly Fact[];
  readonly contact: { readonly two: boolean; readonly items: readonly Fact[] };
}

export interface HostPageModel extends PageModel {
  readonly marks: readonly Tag[];
  readonly silent: { readonly title: string; readonly text: string; readonly acts: readonly Act[] } | null;
  /** Stands above a version that no longer holds. */
  readonly old: { readonly title: string; readonly text: string } | null;
  readonly profile: ProfileModel | null;
  readonly links: readonly Act[];
  readonly history: { readonly items: readonly HistoryItem[] };
}

interface HistoryItem {
  readonly at: string;
  readonly text: string;
  readonly href: string;
}

export interface HostPageFacts {
  readonly book: ChainBook;
  readonly host: HostCard;
  /** The version to be shown. */
  readonly stated: StatedProfile | null;
  readonly history: readonly StatedProfile[];
}

export interface HostSheetModel extends PageModel {
  readonly back: { readonly label: string; readonly href: string };
  readonly note: string;
  readonly acts: readonly Act[];
  readonly title: string;
  readonly lead: string;
  readonly profile: ProfileModel | null;
  readonly foot: string;
}

/** The page of one host. */
export function hostPageView(viewer: Viewer, facts: HostPageFacts, words: Words): HostPageModel {
  const { host, stated, history, book } = facts;
  const fmt = formatsFor(words);
  const newest = history[0]?.version ?? 0;
  const mayState = mayStateProfile(viewer, host) === null;
  const edit = {
    label: words.t('hostProfile.edit'),
    href: `/hosts/${host.id}/profile`,
    tone: 'primary' as const,
  };
  const print = { label: words.t('hostProfile.print'), href: `/hosts/${host.id}/sheet` };
  return {
    page: {
      title: host.name,
      dataPage: 'host-profile',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('hostBook.title'), href: '/hosts' },
        { label: host.name },
      ],
      head: pageHead({
        title: host.name,
        meta: metaOf(facts, words),
        acts: [...(stated ? [print] : []), ...(mayState && stated ? [edit] : [])],
      }),
    },
    marks: host.chemicalPark ? [tag(words.t('hosts.chemical'), 'amber', 'chemical')] : [],
    silent:
      stated === null
        ? {
            title: words.t('hostProfile.silent.title'),
            text: words.t(mayState ? 'hostProfile.silent.own' : 'hostProfile.silent.text'),
            acts: mayState ? [act(edit)] : [],
          }
        : null,
    old:
      stated !== null && stated.version < newest
        ? {
            title: words.t('hostProfile.old.title', { n: stated.version, of: newest }),
            text: words.t('hostProfile.old.text', { at: fmt.dateTime(stated.statedAt) }),
          }
        : null,
    profile: stated && profileModel(host, stated, book, words),
    links: mayReadElements(viewer, host)
      ? [act({ label: words.t('hostProfile.elements'), href: `/hosts/${host.id}/elements` })]
      : [],
    history: {
      items: history.map(({ version, statedAt, statedByLabel, note }) => ({
        at: fmt.dateTimeShort(statedAt),
        text: words.t(note === '' ? 'hostProfile.version' : 'hostProfile.versionNote', {
          n: version,
          by: statedByLabel,
          note,
        }),
        href: `/hosts/${host.id}/versions/${version}`,
      })),
    },
  };
}

/** The same on one sheet of A4. */
export function hostSheetView({ host, stated, book }: HostPageFacts, words: Words): HostSheetModel {
  const fmt = formatsFor(words);
  return {
    page: {
      title: words.t('hostProfile.sheet.title', { host: host.name }),
      dataPage: 'host-sheet',
      layout: 'document',
    },
    back: { label: host.name, href: `/hosts/${host.id}` },
    note: words.t('hostProfile.sheet.note'),
    acts: [],
    title: host.name,
    lead: [
      words.t(`host.kind.${host.kind}`),
      host.region,
      ...(host.chemicalPark ? [words.t('hosts.chemical')] : []),
    ].join(' · '),
    profile: stated && profileModel(host, stated, book, words),
    foot: stated
      ? words.t('hostProfile.sheet.foot', { day: fmt.official(stated.statedAt), n: stated.version })
      : words.t('hostProfile.silent.title'),
  };
}

function metaOf({ host, stated }: HostPageFacts, words: Words): string[] {
  const kind = [words.t(`host.kind.${host.kind}`), host.region];
  if (stated === null) return kind;
  const day = formatsFor(words).official(stated.statedAt);
  return [...kind, words.t('hostProfile.statedOn', { day, n: stated.version })];
}

function profileModel(
  { leadChains }: HostCard,
  { profile }: StatedProfile,
  book: ChainBook,
  words: Words,
): ProfileModel {
  const { firstChain, wantedChains, minIntensity, minTaxPerMu } = profile;
  const fmt = formatsFor(words);
  const fact = (key: string, value: string, sub = ''): Fact => ({
    label: words.t(`hostProfile.${key}`),
    value,
    sub,
  });
  const perMu = (amount: string | null): string =>
    amount === null ? words.t('hostProfile.noMinimum') : words.t('hostBook.perMu', { n: fmt.number(amount) });
  return {
    wants: {
      two: true,
      items: [
        fact('firstChain', firstChain === null ? '—' : chainName(firstChain, book, words)),
        fact('leadChains', chainNames(leadChains, book, words) || '—'),
        fact('wantedChains', chainNames(wantedChains, book, words) || '—'),
        fact('minIntensity', perMu(minIntensity)),
        fact('minTaxPerMu', perMu(minTaxPerMu)),
      ],
    },
    text: (profile.text ?? '').split('\n').filter((line) => line.trim() !== ''),
    ...parcelRows(profile, words),
    ...plantRows(profile, words),
    headroom: headroomRows(profile, words),
    prices: priceRows(profile, words),
    contact: { two: false, items: contactFacts(profile, words) },
  };
}

/** A host's own people see its element ledger, not those of other hosts. */
function mayReadElements(viewer: Viewer, { unitId }: HostPageFacts['host']): boolean {
  if (!allows('elements.read', viewer, null, 'production')) return false;
  return holds(viewer, 'secretariat', 'supporter', 'inspector', 'leadingGroup') || unitId === viewer.unitId;
}
