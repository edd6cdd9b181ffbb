import { formatsFor } from '../words/formats';
import type { Instant } from '../domain/shared/instant';
import type { Page, PageModel } from '../http/views/frame';
import { errorPage, type Message } from '../http/views/message';
import type { Words } from '../words/words';
import type { BallotRoom } from './ballot-room';
import { contactLine, handedLine, seatLine } from './ballot-top.views';
import type { LinkTrouble, LiveLink } from './link-reading';

/** The model of `ballots/link`. */
export interface VotingLinkModel extends PageModel {
  readonly page: Page;
  readonly title: string;
  readonly as: string;
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { label: string; value: string; sub: string }[];
  };
  /** What it still opens after the deadline; '' while ballots are taken. */
  readonly notice: string;
  readonly action: string;
  readonly open: string;
  readonly hint: string;
  /** What pressing the button promises, in full. */
  readonly pledge: string;
  readonly contact: string;
}

/**
 * What a mailed link opens: whose seat, which round, how many items, until when. Nothing of the leads, and of vetoes
 * no more than that something waits.
 */
export function votingLinkView(
  { room, door }: Pick<LiveLink, 'room' | 'door'>,
  token: string,
  at: { readonly now: Instant; readonly pledge: string },
  words: Words,
): VotingLinkModel {
  const { now, pledge } = at;
  const until = formatsFor(words).deadline(room.deadlineAt, now);
  const title = words.t('ballots.link.title', { round: room.roundNumber });
  const fact = (key: string, value: string, sub = '') => ({
    label: words.t(`ballots.link.${key}`),
    value,
    sub,
  });
  return {
    page: { title, dataPage: 'voting-link', layout: 'ballot' },
    title,
    as: linkAs(room, words),
    notice: door === 'rule' ? words.t('vetoes.link.notice') : '',
    facts: {
      two: false,
      items: [
        fact('round', room.roundNumber, room.roundTitle),
        fact('seat', seatLine(room, words)),
        fact('items', words.t('ballots.link.count', { count: room.items.length })),
        fact('deadline', until.at, until.left),
      ],
    },
    action: `/v/${token}`,
    open: words.t(door === 'rule' ? 'vetoes.link.open' : 'ballots.link.open'),
    hint: words.t(door === 'rule' ? 'vetoes.link.hint' : 'ballots.link.hint'),
    pledge: words.t('pledge.link', { text: pledge }),
    contact: contactLine(room.contact, words),
  };
}

function linkAs(room: BallotRoom, words: Words): string {
  const { unitName: unit, post } = room.seat;
  const as = { unit, post: words.t(`ballots.post.${post}`), name: room.person.name };
  const handed = handedLine(room, words);
  return `${words.t('ballots.link.as', as)}${handed === '' ? '' : ` ${handed}`}`;
}

/** Why the link opens nothing and whom to ask. An unknown one says nothing of any round. */
export function deadLinkView(trouble: LinkTrouble, room: BallotRoom | null, words: Words): Message {
  const round = room?.roundNumber ?? '';
  return {
    ...errorPage(trouble === 'unknown' ? 404 : 410, words, {
      title: words.t(`ballots.link.${trouble}.title`),
      what: words.t(`ballots.link.${trouble}.what`, { round, name: room?.seat.voter.name ?? '' }),
      todo: `${words.t(`ballots.link.${trouble}.todo`)}${contactLine(room?.contact ?? null, words)}`,
      links: [],
    }),
    page: { title: words.t(`ballots.link.${trouble}.title`), dataPage: 'voting-link-dead', layout: 'ballot' },
  };
}
