import type { PaperState } from '../domain/ballot/paper-ballot';
import { act, pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { pager, type Pager } from '../http/views/lists';
import { tag, type TagTone } from '../http/views/marks';
import type { SectionLine } from '../http/views/section';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ListedPaper } from './paper-ballots.queries';

export interface PaperListRead {
  readonly round: {
    readonly id: string;
    readonly number: string;
    readonly deadlineAt: string;
    readonly isOpen: boolean;
  };
  readonly rows: readonly ListedPaper[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

export interface PaperListModel extends PageModel {
  readonly notice: {
    readonly tone: 'info' | 'warn';
    readonly title: string;
    readonly text: string;
    readonly items: readonly [];
  };
  readonly rows: { readonly items: readonly SectionLine[] };
  readonly empty: { readonly title: string; readonly text: string; readonly acts: readonly [] } | null;
  readonly pager: Pager | null;
}

export const paperTones: Readonly<Record<PaperState, TagTone>> = {
  entered: 'amber',
  confirmed: 'green',
  rejected: 'red',
  withdrawn: 'line',
};

/** Everything that was entered in a round: who entered, who compared, never what was voted. */
export function paperListView(
  { round, rows, total, page, size }: PaperListRead,
  words: Words,
): PaperListModel {
  const title = words.t('paperBallots.list.title', { round: round.number });
  const deadline = formatsFor(words).dateTimeFull(round.deadlineAt);
  const key = round.isOpen ? 'paperBallots.list.open' : 'paperBallots.list.over';
  return {
    page: {
      title,
      dataPage: 'paper-list',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: round.number, href: `/rounds/${round.id}` },
        { label: words.t('paperBallots.list.crumb') },
      ],
      head: pageHead({ title, meta: [words.t('paperBallots.list.count', { n: total })] }),
    },
    notice: {
      tone: round.isOpen ? 'info' : 'warn',
      title: words.t(`${key}.title`),
      text: words.t(`${key}.text`, { deadline }),
      items: [],
    },
    rows: { items: rows.map((row) => paperRow(row, round.isOpen, words)) },
    empty:
      total === 0
        ? {
            title: words.t('paperBallots.list.empty'),
            text: words.t('paperBallots.list.empty.text'),
            acts: [],
          }
        : null,
    pager:
      total > size
        ? pager(
            {
              ...{ total, page, size, sizes: [] },
              href: (n) => `/rounds/${round.id}/paper-ballots?page=${n}`,
            },
            words,
          )
        : null,
  };
}

/** One entry: whose, by whom, where it stands. */
export function paperRow(paper: ListedPaper, mayCompare: boolean, words: Words): SectionLine {
  const fmt = formatsFor(words);
  const toCompare = mayCompare && paper.state === 'entered';
  const { id, position: item, unitName: unit, state, enteredByLabel: by, enteredAt } = paper;
  const entered = words.t('paperBallots.row.entered', { by, at: fmt.dateTimeShort(enteredAt) });
  const settled =
    paper.settledAt === null
      ? ''
      : words.t(`paperBallots.row.${state}`, {
          by: paper.settledByLabel ?? '',
          at: fmt.dateTimeShort(paper.settledAt),
          reason: paper.reason,
        });
  return {
    title: words.t('paperBallots.row.title', { item, unit }),
    href: `/paper-ballots/${id}`,
    when: [entered, settled].filter(Boolean).join(words.t('paperBallots.row.join')),
    late: false,
    due: '',
    tag: toCompare ? null : tag(words.t(`paperBallots.state.${state}`), paperTones[state], state),
    light: null,
    seal: null,
    act: toCompare
      ? act({
          id: `compare-${id}`,
          label: words.t('paperBallots.row.compare'),
          href: `/paper-ballots/${id}`,
          size: 'small',
        })
      : null,
  };
}
