import type { BallotRoom, RoomItem } from '../ballots/seat-papers.queries';
import type { Refusal } from '../domain/shared/refusal';
import { act, pageHead, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { tag } from '../http/views/marks';
import type { SectionLine } from '../http/views/section';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { seatPath } from './paper-entry.views';
import { paperRow } from './paper-list.views';
import type { ListedPaper } from './paper-ballots.queries';

export interface PaperSeatRead {
  readonly room: BallotRoom;
  readonly titles: ReadonlyMap<string, string>;
  readonly papers: readonly ListedPaper[];
  /** Items whose ballot that counts was entered from paper. */
  readonly fromPaper: ReadonlySet<string>;
  /** Why nothing may be entered for the seat at all; null where it may. */
  readonly refusal: Refusal | null;
}

export interface PaperSeatModel extends PageModel {
  readonly notice: {
    readonly tone: 'info';
    readonly title: string;
    readonly text: string;
    readonly items: readonly [];
  };
  readonly print: Act;
  readonly items: { readonly items: readonly SectionLine[] };
  readonly papers: { readonly items: readonly SectionLine[] };
  readonly allHref: string;
}

/** What of a seat's ballots is on paper: print, enter, what waits. */
export function paperSeatView(read: PaperSeatRead, words: Words): PaperSeatModel {
  const { room, papers, refusal } = read;
  const fmt = formatsFor(words);
  const title = words.t('paperBallots.seat.title', { unit: room.seat.unitName });
  return {
    page: {
      title,
      dataPage: 'paper-seat',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: room.roundNumber, href: `/rounds/${room.roundId}` },
        { label: words.t('paperBallots.seat.crumb') },
      ],
      head: pageHead({
        title,
        meta: [
          words.t('paperBallots.voter', { name: room.seat.voter.name }),
          words.t(`panelKind.${room.seat.kind}`),
          words.t('rounds.aside.deadline', { at: fmt.dateTime(room.deadlineAt) }),
        ],
      }),
    },
    notice: {
      tone: 'info',
      title: words.t('paperBallots.seat.how'),
      text: words.t('paperBallots.seat.how.text', { deadline: fmt.dateTimeFull(room.deadlineAt) }),
      items: [],
    },
    print: act({
      id: 'print-sheets',
      label: words.t('paperBallots.seat.print'),
      href: seatPath(room).replace(/s$/, ''),
      why: words.t('paperBallots.seat.print.why'),
      disabledBecause: refusal && words.t(`refusal.${refusal.because}`, refusal.details),
    }),
    items: { items: room.items.map((item) => itemRow(read, item, words)) },
    papers: { items: papers.map((paper) => paperRow(paper, false, words)) },
    allHref: `/rounds/${room.roundId}/paper-ballots`,
  };
}

function itemRow(read: PaperSeatRead, item: RoomItem, words: Words): SectionLine {
  const { room, titles, papers, refusal } = read;
  const waiting = papers.find((paper) => paper.itemId === item.id && paper.state === 'entered');
  const standing = waiting ? 'waiting' : standingOf(read, item);
  const may = refusal === null && (standing === 'open' || standing === 'paper');
  const enter = act({
    id: `enter-${item.id}`,
    label: words.t(standing === 'paper' ? 'paperBallots.seat.again' : 'paperBallots.seat.enter'),
    href: `${seatPath(room)}/${item.id}`,
    size: 'small',
  });
  const title =
    item.standing === 'recused'
      ? words.t('paperBallots.seat.hidden')
      : (titles.get(item.leadRevisionId) ?? item.leadNumber);
  return {
    title: words.t('paperBallots.seat.item', { item: item.position, title }),
    href: waiting ? `/paper-ballots/${waiting.id}` : '',
    when: words.t(`paperBallots.standing.${standing}`),
    late: false,
    due: '',
    tag: may ? null : tag(words.t(`paperBallots.tag.${standing}`), tones[standing], standing),
    light: null,
    seal: null,
    act: may ? enter : null,
  };
}

function standingOf({ fromPaper }: PaperSeatRead, item: RoomItem): 'open' | 'paper' | 'cast' | 'recused' {
  if (item.standing === 'recused') return 'recused';
  if (item.standing === 'cast' || item.standing === 'revised')
    return fromPaper.has(item.id) ? 'paper' : 'cast';
  return 'open';
}

const tones = { open: '', waiting: 'amber', paper: 'green', cast: 'green', recused: 'line' } as const;
