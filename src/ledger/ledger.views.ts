import { pageHead } from '../http/views/acts';
import { pager, query } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { printedHash, shortHash } from './chain';
import type { LedgerPoint } from './ledger';
import type { LedgerEntry } from './ledger-entry.entity';
import type { LedgerHead } from './ledger-head.entity';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

/** Of an act with a ballot only this is shown: that it happened, whose seat, which version. Never what was chosen. */
const shownOfBallots: ReadonlySet<string> = new Set(['roundId', 'itemId', 'roundSeatId', 'seat', 'version']);
/** For the verifier, not for people. */
const neverShown: ReadonlySet<string> = new Set(['digest', 'sha256']);

export interface LedgerIndexInput {
  entries: readonly LedgerEntry[];
  kinds: readonly string[];
  kind: string;
  total: number;
  end: LedgerPoint;
  page: number;
  size: number;
}

export function ledgerIndex(input: LedgerIndexInput, words: Words) {
  const { entries, kinds, kind, total, end, page, size } = input;
  const address = (n: number, perPage: number): string =>
    `/ledger?${new URLSearchParams({ kind, page: `${n}`, size: `${perPage}` }).toString()}`;
  return {
    page: {
      title: words.t('ledger.title'),
      dataPage: 'ledger-index',
      crumbs: [{ label: words.t('ledger.title') }],
      head: pageHead({
        title: words.t('ledger.title'),
        meta: [words.t('ledger.meta', { count: end.seq, seq: end.seq }), words.t('ledger.intro')],
        acts: [exportAct(`/ledger.xlsx${kind === '' ? '' : `?kind=${encodeURIComponent(kind)}`}`, words)],
      }),
    },
    tabs: tabs('entries', words),
    query: query({
      action: '/ledger',
      selects: [
        {
          name: 'kind',
          label: words.t('ledger.kinds'),
          value: kind,
          options: [
            { value: '', label: words.t('ledger.kinds.all') },
            ...kinds.map((value) => ({ value, label: kindWord(value, words) })),
          ],
        },
      ],
    }),
    rows: entries.map((entry) => row(entry, words)),
    pager: pager({ total, page, size, sizes: [50, 100, 200], href: address }, words),
  };
}

export function ledgerHeads(heads: readonly LedgerHead[], words: Words) {
  const fmt = formatsFor(words);
  return {
    page: {
      title: words.t('ledger.heads.title'),
      dataPage: 'ledger-heads',
      crumbs: [{ label: words.t('ledger.title'), href: '/ledger' }, { label: words.t('ledger.heads.title') }],
      head: pageHead({
        title: words.t('ledger.heads.title'),
        meta: [words.t('ledger.heads.intro')],
        acts: [{ label: words.t('exchange.export.download'), href: '/ledger/heads.xlsx', tone: 'quiet' }],
      }),
    },
    tabs: tabs('heads', words),
    rows: heads.map(({ id, seq, hash, cause, at }) => ({
      id,
      seq: words.t('ledger.seq', { seq }),
      short: shortHash(hash),
      hash: printedHash(hash),
      cause,
      at: fmt.dateTimeFull(at),
    })),
  };
}

function tabs(current: 'entries' | 'heads', words: Words): object {
  const item = (name: 'entries' | 'heads', href: string): object => ({
    label: words.t(`ledger.tab.${name}`),
    href,
    count: '',
    current: name === current,
  });
  return {
    label: words.t('ledger.tabs'),
    items: [item('entries', '/ledger'), item('heads', '/ledger/heads')],
  };
}

function row(entry: LedgerEntry, words: Words) {
  return {
    seq: String(entry.seq),
    at: formatsFor(words).dateTimeFull(entry.at),
    act: kindWord(entry.kind, words),
    subject:
      entry.kind === 'curtain'
        ? ''
        : words.t('ledger.subject', { type: entry.subjectType, id: entry.subjectId }),
    actor: formatsFor(words).actor(entry.actorLabel),
    facts: shownFacts(entry, words),
    hash: shortHash(entry.hash),
  };
}

/** The facts of an entry as a line of text. */
export function shownFacts({ kind, facts }: Pick<LedgerEntry, 'kind' | 'facts'>, words: Words): string {
  const known = JSON.parse(facts) as Record<string, unknown>;
  const secret = /^(ballot|veto|vote)/i.test(kind);
  const shown = Object.entries(known)
    .filter(([name]) => !neverShown.has(name) && (!secret || shownOfBallots.has(name)))
    .map(([name, value]) =>
      words.t('ledger.fact', { name, value: typeof value === 'string' ? value : JSON.stringify(value) }),
    );
  if (secret) shown.push(words.t('ledger.sealed'));
  return shown.join(words.t('ledger.fact.gap'));
}

function kindWord(kind: string, words: Words): string {
  const key = `ledger.kind.${kind}`;
  return words.has(key) ? words.t(key) : kind;
}

/** The entries to take away as the page shows them: of a ballot never what was chosen. */
export function ledgerSheet(model: ReturnType<typeof ledgerIndex>, words: Words): Sheet {
  return listSheet(
    words.t('ledger.title'),
    [
      [words.t('ledger.column.seq'), 10, 'seq'],
      [words.t('ledger.column.act'), 24, 'act'],
      [words.t('sheets.subject'), 34, 'subject'],
      [words.t('ledger.column.facts'), 70, 'facts'],
      [words.t('ledger.column.actor'), 20, 'actor'],
      [words.t('ledger.column.at'), 26, 'at'],
      [words.t('ledger.column.hash'), 20, 'hash'],
    ],
    model.rows,
  );
}
