import type { LeadContent } from '../domain/lead/content';
import type { Instant } from '../domain/shared/instant';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import type { BallotRoom, RoomItem } from './ballot-room';
import { ballotTop, contactLine, type BallotTop } from './ballot-top.views';

/** The model of `ballots/declaration`. */
export interface DeclarationModel extends PageModel {
  readonly top: BallotTop;
  readonly round: string;
  readonly position: string;
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly error: string;
  readonly action: string;
  readonly contact: string;
}

/** Where an item is opened for the first time: the question first, the item itself after the answer. */
export const declarationPath = ({ id }: Pick<RoomItem, 'id'>): string => `/ballot/items/${id}/declaration`;

/** The address of an item: of the question, as long as it has not been answered and nothing has been cast. */
export function itemPath(item: Pick<RoomItem, 'id' | 'isDeclared' | 'standing'>): string {
  const isAsked = !item.isDeclared && (item.standing === 'none' || item.standing === 'draft');
  return isAsked ? declarationPath(item) : `/ballot/items/${item.id}`;
}

/** The question with no more of the lead than is needed to answer it: who invests, and who is behind them. */
export function declarationView(
  given: {
    readonly room: BallotRoom;
    readonly item: RoomItem;
    readonly content: LeadContent;
    readonly now: Instant;
    readonly isUnanswered: boolean;
  },
  words: Words,
): DeclarationModel {
  const { room, item, content, now, isUnanswered } = given;
  const facts: [key: string, value: string | null][] = [
    ['investor', content.investorName],
    ['parent', content.groupParent],
    ['industry', content.industryCode],
  ];
  return {
    page: { title: words.t('ballots.declaration.title'), dataPage: 'ballot-declaration', layout: 'ballot' },
    top: ballotTop(room, now, words),
    round: words.t('ballots.item.round', { round: room.roundNumber }),
    position: words.t('ballots.item.position', { position: item.position, count: room.items.length }),
    title: content.title ?? item.leadNumber,
    facts: facts.flatMap(([key, value]) =>
      value === null ? [] : [{ label: words.t(`ballots.fact.${key}`), value }],
    ),
    error: isUnanswered ? words.t('ballots.declaration.unanswered') : '',
    action: declarationPath(item),
    contact: contactLine(room.contact, words),
  };
}
