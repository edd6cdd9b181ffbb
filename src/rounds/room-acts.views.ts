import { roundMachine } from '../domain/round/round-moves';
import type { Refusal } from '../domain/shared/refusal';
import { act, type Act } from '../http/views/acts';
import type { Words } from '../words/words';
import { cancellation, extension, type FoldedForm, type SentForm } from './room-act-forms.views';
import { hostsRefusal } from './room-hosts.views';
import { chairsAct } from './room-chairs.views';
import { interestsAct, undecidedRefusal } from './room-interests.views';
import type { Standing } from './room-standing';
import { earlier, twoPersonActs } from './room-later-acts.views';
import { suggestedExtension } from './round-extensions';
import { inRoundWords } from './round-refusals';
import type { Room } from './round-room.queries';
import { shortTime } from './room-seats.views';
import { drawing, sharing, unassignedRefusal } from './room-sharing.views';

export interface ActsModel {
  acts: Act[];
  forms: FoldedForm[];
}

/** The acts of a round in its state; one that cannot be done now says why. */
export function roundActs(room: Room, standing: Standing, sent: SentForm | null, words: Words): ActsModel {
  const { state } = room.round;
  if (state === 'planned')
    return {
      acts: [
        opening(room, standing, words),
        drawing(room, words),
        sharing(room, words),
        interestsAct(room, words),
      ],
      forms: [cancellation(room, sent, words)],
    };
  if (state === 'open' || state === 'locked') return votingActs(room, standing, sent, words);
  if (state === 'cancelled') return { acts: [], forms: [] };
  if (state === 'voided') return { acts: earlier(room, words), forms: [] };
  const results = act({
    label: words.t('rounds.act.results'),
    href: `${baseOf(room)}/results`,
    tone: 'primary',
    why: words.t(`rounds.results.${state}`),
  });
  if (state === 'announced') return { acts: [results, ...earlier(room, words)], forms: [] };
  const asked = room.request === null ? null : words.t('refusal.requestUnanswered');
  return {
    acts: [
      results,
      announcement(room, asked, words),
      chairsAct(room, words),
      ...twoPersonActs(room, ['reopen', 'void'], words),
      ...earlier(room, words),
    ],
    forms: [],
  };
}

function votingActs(room: Room, standing: Standing, sent: SentForm | null, words: Words): ActsModel {
  const refusal = extensionRefusal(room, standing);
  const base = baseOf(room);
  const extend = act({
    label: words.t('rounds.act.extend'),
    href: `${base}/extension`,
    method: 'post',
    disabledBecause: refusal && sentenceOf(refusal, words),
  });
  const preview = act({
    label: words.t('rounds.act.preview'),
    href: `${base}/closure`,
    why: words.t('rounds.preview.why', { items: room.items.length, seats: room.roll.length }),
  });
  return {
    acts: [
      ...(room.round.state === 'open' ? [reminder(room, standing, words)] : []),
      ...(refusal === null ? [] : [extend]),
      closure(room, standing, words),
      preview,
      announcement(room, words.t('refusal.roundNotClosed'), words),
      chairsAct(room, words),
      ...twoPersonActs(room, ['void'], words),
    ],
    forms: [
      ...(refusal === null ? [extension(room, standing, sent, words)] : []),
      ...(standing.isOverdue ? [] : [cancellation(room, sent, words)]),
    ],
  };
}

function opening(room: Room, { now }: Standing, words: Words): Act {
  const seats = room.panel.seats.filter(
    (seat) => seat.retiredAt === null && seat.holderId !== null && seat.holderDisabledAt === null,
  );
  const refusal = roundMachine.check('open', room.round.state, {
    now,
    deadlineAt: room.round.deadlineAt,
    leads: room.items.length,
    leadsNotQueued: room.items.flatMap(({ lead }) =>
      lead !== null && lead.state !== 'queued' ? [lead.number] : [],
    ),
    rubricPublished: room.rubric.state === 'published',
    seats,
    rules: room.rules.content,
  });
  const no = inRoundWords(
    refusal ?? undecidedRefusal(room) ?? room.gate.refusal ?? unassignedRefusal(room) ?? hostsRefusal(room),
    'open',
    room.round.state,
  );
  return act({
    label: words.t('rounds.act.open'),
    href: `${baseOf(room)}/opening`,
    method: 'post',
    tone: 'primary',
    confirm: words.t('rounds.open.confirm', { items: room.items.length, seats: seats.length }),
    why: words.t('rounds.open.why', { items: room.items.length, seats: seats.length }),
    disabledBecause: no && sentenceOf(no, words),
  });
}

/** The press leads to the page that names the recipients; nothing is sent yet. */
export const previewFirst = [{ name: 'intent', value: 'preview' }];

function reminder(room: Room, { silent, isOverdue, now }: Standing, words: Words): Act {
  // A seat whose links were withdrawn is sent no other by a reminder.
  const n = silent.filter(({ link }) => link !== 'withdrawn').length;
  const last = room.acts.findLast(({ move }) => move === 'remind');
  const because = isOverdue ? 'deadlinePassed' : n === 0 ? 'nobodyToRemind' : null;
  return act({
    label: words.t('rounds.act.remindSeats', { n }),
    href: `${baseOf(room)}/reminders`,
    method: 'post',
    fields: previewFirst,
    why: last
      ? words.t('rounds.remind.last', { at: shortTime(last.at, now, words) })
      : words.t('rounds.remind.never'),
    disabledBecause: because && words.t(`refusal.${because}`),
  });
}

function closure(room: Room, standing: Standing, words: Words): Act {
  const { now, silent, progress } = standing;
  const { deadlineAt, state } = room.round;
  const facts = { now, deadlineAt, awaited: progress.awaited, isLocked: state === 'locked' };
  const refusal = roundMachine.check('close', state, facts);
  const seats = room.roll.length;
  return act({
    label: words.t('rounds.act.close'),
    href: `${baseOf(room)}/closure`,
    method: 'post',
    tone: refusal === null ? 'primary' : '',
    confirm: words.t('rounds.close.confirm', { items: room.items.length }),
    why: words.t('rounds.close.why'),
    disabledBecause: refusal && words.t('rounds.close.notYet', { seats, silent: silent.length }),
  });
}

function announcement(room: Room, disabledBecause: string | null, words: Words): Act {
  return act({
    label: words.t('rounds.act.announce'),
    href: `${baseOf(room)}/announcement`,
    method: 'post',
    confirm: words.t('rounds.announce.confirm', { items: room.items.length }),
    why: words.t('rounds.announce.why'),
    disabledBecause,
  });
}

/** Asks with a deadline and a reason that would do, so that what is left is the round's own "no". */
function extensionRefusal(room: Room, { now, progress }: Standing): Refusal | null {
  const { deadlineAt, extendedAt, state } = room.round;
  const rules = room.rules.content;
  return roundMachine.check('extend', state, {
    now,
    deadlineAt,
    newDeadlineAt: suggestedExtension(now, deadlineAt, room.calendar, rules.extension),
    reason: '-',
    extensionsUsed: extendedAt === null ? 0 : 1,
    quorumShort: progress.itemsShort > 0,
    rules,
  });
}

const baseOf = ({ round }: Room): string => `/rounds/${round.id}`;

const sentenceOf = ({ because, details }: Refusal, words: Words): string =>
  words.t(`refusal.${because}`, details);
