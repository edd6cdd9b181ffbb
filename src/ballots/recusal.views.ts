import type { FieldProblem } from '../domain/ballot/check-ballot';
import type { Instant } from '../domain/shared/instant';
import { confirmation, type Confirmation } from '../http/views/acts';
import { areaField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import type { BallotRoom, RoomItem } from './ballot-room';
import { ballotTop, contactLine, type BallotTop } from './ballot-top.views';

/** The model of `ballots/recusal`. */
export interface RecusalModel extends PageModel {
  readonly top: BallotTop;
  readonly round: string;
  readonly position: string;
  readonly title: string;
  readonly confirm: Confirmation;
}

export interface RecusalInput {
  readonly room: BallotRoom;
  readonly item: RoomItem;
  readonly title: string;
  readonly reason: string;
  readonly problems: readonly FieldProblem[];
  readonly key: string;
  readonly now: Instant;
}

/** What a recusal does, said before it is done: it takes the item away for good. */
export function recusalView(input: RecusalInput, words: Words): RecusalModel {
  const { room, item, title, problems } = input;
  const [problem] = problems;
  const hasCast = item.standing === 'cast' || item.standing === 'revised';
  const consequences = ['hidden', 'base', 'forGood', 'record', ...(hasCast ? ['ballot'] : [])];
  return {
    page: { title: words.t('ballots.recusal.title'), dataPage: 'ballot-recusal', layout: 'ballot' },
    top: ballotTop(room, input.now, words),
    round: words.t('ballots.item.round', { round: room.roundNumber }),
    position: words.t('ballots.item.position', { position: item.position, count: room.items.length }),
    title,
    confirm: confirmation({
      title: words.t('ballots.recusal.title'),
      text: words.t('ballots.recusal.text'),
      consequences: consequences.map((key) => words.t(`ballots.recusal.${key}`)),
      action: `/ballot/items/${item.id}/recusal`,
      fields: [{ name: 'idempotencyKey', value: input.key }],
      inputs: [
        areaField({
          name: 'reason',
          label: words.t('ballots.recusal.reason'),
          hint: words.t('ballots.recusal.reason.hint'),
          required: true,
          rows: 3,
          value: input.reason,
          error: problem
            ? words.t(`ballots.problem.${problem.because}`, { name: '', ...problem.details })
            : '',
          stacked: true,
        }),
      ],
      submit: words.t('ballots.recusal.submit'),
      danger: true,
      cancel: { label: words.t('ballots.recusal.cancel'), href: `/ballot/items/${item.id}` },
    }),
  };
}

/** The model of `ballots/recused`: its place on the agenda and the word, nothing of the item itself. */
export interface RecusedModel extends PageModel {
  readonly top: BallotTop;
  readonly round: string;
  readonly position: string;
  readonly title: string;
  readonly contact: string;
}

export function recusedView(room: BallotRoom, item: RoomItem, now: Instant, words: Words): RecusedModel {
  const title = words.t('ballots.recused.item', { position: item.position });
  return {
    page: { title: words.t('ballots.item.title', { title }), dataPage: 'ballot-recused', layout: 'ballot' },
    top: ballotTop(room, now, words),
    round: words.t('ballots.item.round', { round: room.roundNumber }),
    position: words.t('ballots.item.position', { position: item.position, count: room.items.length }),
    title,
    contact: contactLine(room.contact, words),
  };
}
