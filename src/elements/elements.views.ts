import type { LedgerElement } from '../domain/elements/element-units';
import { grouped } from '../domain/lead/decimals';
import type { Fraction } from '../domain/shared/fraction';
import { act, pageHead, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import type { Sheet } from '../http/spreadsheet';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { DrawingLead, ElementAccount, HostAccounts } from './elements.queries';

export interface ElementRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly unit: string;
  readonly has: string;
  readonly admitted: string;
  readonly pending: string;
  readonly left: string;
  readonly leftAfterAll: string;
  readonly isShort: boolean;
}

export interface ElementsModel extends PageModel {
  readonly sentence: { readonly text: string; readonly tone: string };
  readonly rows: readonly ElementRow[];
  readonly export: Act;
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly note: string;
    readonly stock: readonly { readonly name: string; readonly quantity: string; readonly day: string }[];
    readonly draws: readonly {
      readonly title: string;
      readonly sub: string;
      readonly href: string;
      readonly quantity: string;
      readonly basis: string;
      readonly mark: Tag;
    }[];
  }[];
}

/** 要素账本 of a host: one table with the sums, below it what stands behind each. */
export function elementsView({ host, accounts }: HostAccounts, words: Words): ElementsModel {
  const title = words.t('elements.title', { host: host.name });
  const told = accounts.filter(({ stock, draws }) => stock !== null || draws.length > 0);
  return {
    page: {
      title,
      dataPage: 'host-elements',
      crumbs: [
        { label: words.t('hostBook.title'), href: '/hosts' },
        { label: host.name, href: `/hosts/${host.id}` },
        { label: words.t('elements.crumb') },
      ],
      head: pageHead({ title, meta: [words.t('elements.meta')] }),
    },
    sentence: sentenceOf(told, words),
    rows: told.map((account) => rowOf(account, words)),
    export: act({
      label: words.t('elements.export'),
      href: `/hosts/${host.id}/elements.xlsx`,
      size: 'small',
    }),
    accounts: told
      .filter(({ draws }) => draws.length > 0)
      .map((account) => ({
        id: `element-${account.element}`,
        name: elementName(account.element, words),
        note: account.stock === null ? words.t('elements.unsaid') : '',
        stock: (account.stock ?? []).map(({ name, quantity, day, isReserved }) => ({
          name: [
            name || words.t('elements.headroom'),
            ...(isReserved ? [words.t('hostProfile.state.reserved')] : []),
          ].join(words.t('hostBook.semicolon')),
          quantity: amount(quantity, account.element, words),
          day: formatsFor(words).official(day),
        })),
        draws: account.draws.map(({ lead, draw }) => ({
          ...leadWords(lead, words),
          quantity: amount(draw.quantity, account.element, words),
          basis: words.t(draw.isRefused ? 'elements.basis.refused' : `elements.basis.${draw.basis}`),
          mark: markOf(lead, words),
        })),
      })),
  };
}

/** One sentence: what is short already, else what would be if everything pending were admitted. */
function sentenceOf(accounts: readonly ElementAccount[], words: Words): ElementsModel['sentence'] {
  const list = (found: readonly ElementAccount[], of: 'left' | 'leftAfterAll'): string =>
    formatsFor(words).list(
      found.map((account) => {
        const missing = account[of];
        const n = missing === null ? '' : amount(missing.times(-1), account.element, words);
        return words.t('elements.missing', { element: elementName(account.element, words), n });
      }),
    );
  const over = accounts.filter(({ left }) => left !== null && left.compare(0) < 0);
  if (over.length > 0) return { tone: 'error', text: words.t('elements.over', { list: list(over, 'left') }) };
  const short = accounts.filter(({ leftAfterAll }) => leftAfterAll !== null && leftAfterAll.compare(0) < 0);
  if (short.length > 0)
    return { tone: 'warn', text: words.t('elements.short', { list: list(short, 'leftAfterAll') }) };
  const known = accounts.some(({ stock }) => stock !== null);
  return known
    ? { tone: 'ok', text: words.t('elements.enough') }
    : { tone: 'info', text: words.t('elements.silent') };
}

function rowOf(account: ElementAccount, words: Words): ElementRow {
  const { element, has, admitted, pending, left, leftAfterAll, draws } = account;
  const shown = (value: Fraction | null): string =>
    value === null ? words.t('hostProfile.unsaid') : number(value);
  return {
    id: element,
    href: draws.length > 0 ? `#element-${element}` : '',
    name: elementName(element, words),
    unit: unitName(element, words),
    has: shown(has),
    admitted: number(admitted),
    pending: number(pending),
    left: shown(left),
    leftAfterAll: shown(leftAfterAll),
    isShort: leftAfterAll !== null && leftAfterAll.compare(0) < 0,
  };
}

/** Every entry, for a spreadsheet. */
export function elementsSheet({ accounts }: HostAccounts, words: Words): Sheet {
  const column = (key: string, width: number, format?: string) => ({
    title: words.t(`elements.sheet.${key}`),
    width,
    ...(format === undefined ? {} : { format }),
  });
  return {
    name: words.t('elements.crumb'),
    columns: [
      column('element', 14),
      column('entry', 44),
      column('standing', 16),
      column('quantity', 16, '0.00'),
      column('unit', 16),
      column('basis', 20),
    ],
    rows: accounts.flatMap(({ element, stock, draws }) => [
      ...(stock ?? []).map((entry) => [
        elementName(element, words),
        entry.name || words.t('elements.headroom'),
        words.t('elements.stock'),
        Number(entry.quantity.toDecimal(4)),
        unitName(element, words),
        entry.day,
      ]),
      ...draws.map(({ lead, draw }) => [
        elementName(element, words),
        [leadWords(lead, words).sub, leadWords(lead, words).title].filter(Boolean).join(' '),
        markOf(lead, words).label,
        lead.isSettled ? 0 : -Number(draw.quantity.toDecimal(4)),
        unitName(element, words),
        words.t(draw.isRefused ? 'elements.basis.refused' : `elements.basis.${draw.basis}`),
      ]),
    ]),
  };
}

function leadWords(lead: DrawingLead, words: Words): { title: string; sub: string; href: string } {
  if (lead.isHidden) return { title: words.t('elements.hidden'), sub: '', href: '' };
  const given = words.t(lead.isAccepted ? 'elements.accepted' : 'elements.intended');
  return { title: lead.title, sub: `${lead.number} · ${given}`, href: `/leads/${lead.leadId}` };
}

function markOf(lead: DrawingLead, words: Words): Tag {
  if (lead.isSettled) return tag(words.t('elements.settled'), '', 'settled');
  return lead.state === 'admitted'
    ? tag(words.t('elements.admitted'), 'green', 'admitted')
    : tag(words.t('elements.pending'), 'amber', 'pending');
}

const elementName = (element: LedgerElement, words: Words): string => words.t(`elements.name.${element}`);
const unitName = (element: LedgerElement, words: Words): string => words.t(`elements.unit.${element}`);

/** Two decimals at most, no trailing zeros, with a true minus. */
const number = (value: Fraction): string => grouped(value.toDecimal(2)).replace(/^-/, '−');

const amount = (value: Fraction, element: LedgerElement, words: Words): string =>
  words.t('hostBook.quantity', { n: number(value), unit: unitName(element, words) });
