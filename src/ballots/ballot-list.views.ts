import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import { takesBallots } from '../domain/round/deadline';
import type { Instant } from '../domain/shared/instant';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { itemPath, nextOpenItem, type BallotRoom, type RoomItem } from './ballot-room';
import { ballotTop, contactLine, handedLine, type BallotTop } from './ballot-top.views';
import { vetoTodos, type VetoTodo } from './veto-lines.views';
import type { SeenVeto } from './vetoes.queries';

/** The model of `ballots/list`. */
export interface BallotListModel extends PageModel {
  readonly top: BallotTop;
  readonly title: string;
  readonly lead: string;
  /** Vetoes this seat is asked to settle or has raised; null for none. */
  readonly vetoes: { readonly items: readonly VetoTodo[] } | null;
  /** From whom the seat was taken over; '' where it never was. */
  readonly handed: string;
  readonly items: readonly {
    readonly id: string;
    readonly href: string;
    readonly position: string;
    readonly title: string;
    readonly when: string;
    readonly tag: Tag;
  }[];
  /** The item to go on with; null when each has its ballot. */
  readonly next: { readonly label: string; readonly href: string } | null;
  readonly done: string;
  /** That nothing more is taken; '' before the deadline. */
  readonly over: string;
  readonly contact: string;
}

/** `titles` by lead revision: what the leads were called when the round opened. */
export function ballotListView(
  room: BallotRoom,
  { titles, vetoes }: { titles: ReadonlyMap<string, string>; vetoes: readonly SeenVeto[] },
  now: Instant,
  words: Words,
): BallotListModel {
  const isOver = room.state !== 'open' || !takesBallots(now, room.deadlineAt);
  const open = nextOpenItem(room.items, '');
  const next = isOver ? null : open;
  const asked = vetoes.some(({ standing }) => standing.isConfirmer && standing.settle === null);
  const title = words.t('ballots.list.title', { round: room.roundNumber });
  return {
    page: { title, dataPage: 'ballot-list', layout: 'ballot' },
    top: ballotTop(room, now, words),
    title: room.roundTitle,
    lead: words.t('ballots.list.lead', { round: room.roundNumber, count: room.items.length }),
    vetoes: vetoes.length === 0 ? null : vetoTodos(vetoes, words),
    handed: handedLine(room, words),
    items: room.items.map((item) => ({
      id: item.id,
      href: itemPath(item),
      position: words.t('ballots.itemNo', { position: item.position }),
      title:
        item.standing === 'recused'
          ? words.t('ballots.list.recused')
          : (titles.get(item.leadRevisionId) ?? item.leadNumber),
      when: whenOf(item, words),
      tag: standingTag(item, words),
    })),
    next: next && {
      label: words.t('ballots.list.next', { position: next.position }),
      href: itemPath(next),
    },
    done: open || isOver ? '' : words.t('ballots.list.done'),
    over: isOver ? words.t(asked ? 'vetoes.list.over' : 'ballots.list.over') : '',
    contact: contactLine(room.contact, words),
  };
}

/** 未投, 已存草稿, 已投, 回避: a word and a tint, `data-state` for checks. */
export function standingTag({ standing }: RoomItem, words: Words): Tag {
  switch (standing) {
    case 'cast':
    case 'revised':
      return tag(words.t('ballots.state.cast'), 'green', 'cast');
    case 'recused':
      return tag(words.t('ballots.state.recused'), '', 'recused');
    case 'draft':
      return tag(words.t('ballots.state.draft'), 'amber', 'draft');
    default:
      return tag(words.t('ballots.state.none'), 'line', 'none');
  }
}

function whenOf({ leadNumber, castAt, standing, drafted }: RoomItem, words: Words): string {
  if (standing === 'recused') return '';
  const isCast = (standing === 'cast' || standing === 'revised') && castAt !== null;
  if (!isCast) return leadNumber;
  const at = formatsFor(words).dateTimeShort(castAt);
  return words.t(drafted ? 'ballots.list.castDrafted' : 'ballots.list.castAt', { lead: leadNumber, at });
}
