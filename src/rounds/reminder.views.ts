import { nextReminder } from '../domain/round/reminders';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { LastReminder } from './reminders.queries';
import { linkTones } from './room-seats.views';
import type { SeatStanding, Standing } from './room-standing';
import type { Room } from './round-room.queries';

export interface ReminderRead {
  readonly room: Room;
  readonly standing: Standing;
  readonly last: ReadonlyMap<string, LastReminder>;
  /** When the seats were last written to about this deadline. */
  readonly since: string;
}

/** What was sent and could not be done: the seats that were ticked, and why not. */
export interface SentReminder {
  readonly chosen: readonly string[];
  readonly error: string;
}

interface RecipientRow {
  id: string;
  unit: string;
  kind: string;
  isMandatory: boolean;
  holder: string;
  waits: string;
  link: Tag;
  last: string;
  checked: boolean;
  pickLabel: string;
}

export interface ReminderModel extends PageModel {
  action: string;
  back: string;
  error: string;
  count: string;
  note: string;
  rows: RecipientRow[];
  submit: string;
  isDisabled: boolean;
  why: string;
}

/** Who will be reminded, by name, with what waits there and when they were last reminded. */
export function reminderView(read: ReminderRead, sent: SentReminder | null, words: Words): ReminderModel {
  const { room, standing } = read;
  const { round } = room;
  const fmt = formatsFor(words);
  const title = words.t('reminders.title', { number: round.number });
  const recipients = recipientsOf(standing);
  const because = refusalOf(read);
  return {
    page: {
      title,
      dataPage: 'round-reminders',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: words.t('rounds.list.title'), href: '/rounds' },
        { label: round.number, href: `/rounds/${round.id}` },
        { label: words.t('reminders.crumb') },
      ],
      head: pageHead({
        title,
        meta: [
          { strong: words.t('rounds.aside.deadline', { at: fmt.dateTime(round.deadlineAt) }) },
          fmt.deadline(round.deadlineAt, standing.now).left,
          nextWords(read, words),
        ],
      }),
    },
    action: `/rounds/${round.id}/reminders`,
    back: `/rounds/${round.id}`,
    error: sent?.error ?? '',
    count: words.t('reminders.count', { n: recipients.length, seats: room.roll.length }),
    note: words.t('reminders.note'),
    rows: recipients.map((one) => rowOf(one, read, sent, words)),
    submit: words.t('reminders.submit'),
    isDisabled: because !== null,
    why: because === null ? words.t('reminders.why') : words.t(`refusal.${because}`),
  };
}

function rowOf(
  { seat, voter, progress, link }: SeatStanding,
  { last, standing }: ReminderRead,
  sent: SentReminder | null,
  words: Words,
): RecipientRow {
  const before = last.get(seat.id);
  const at = before && formatsFor(words).dateTimeShort(before.at);
  return {
    id: seat.id,
    unit: seat.unitName,
    kind: words.t(`panelKind.${seat.kind}`),
    isMandatory: seat.mandatory === 1,
    holder: voter.name,
    waits: words.t('reminders.waits', { n: progress.awaited, of: progress.awaited + progress.cast }),
    link: tag(words.t(`rounds.link.${link}`), linkTones[link], link),
    last: before && at ? words.t('reminders.last', { at, times: before.times }) : words.t('reminders.never'),
    checked: sent === null ? !remindedJustNow(before, standing.now) : sent.chosen.includes(seat.id),
    pickLabel: words.t('ui.select.one', { name: seat.unitName }),
  };
}

const FOUR_HOURS = 4 * 3_600_000;

/** Whoever was reminded a moment ago is not ticked beforehand. */
function remindedJustNow(before: LastReminder | undefined, now: string): boolean {
  return before !== undefined && Date.parse(now) - Date.parse(before.at) < FOUR_HOURS;
}

function nextWords({ room, standing, since }: ReminderRead, words: Words): string {
  const { round, rules, calendar } = room;
  if (round.state !== 'open') return words.t('reminders.next.none');
  const moment = { now: standing.now, since, deadlineAt: round.deadlineAt };
  const next = nextReminder(moment, rules.content.reminders, calendar);
  if (next === null) return words.t('reminders.next.none');
  return words.t('reminders.next', { at: formatsFor(words).dateTime(next.at) });
}

function refusalOf({ standing, room }: ReminderRead): string | null {
  if (room.round.state !== 'open' || standing.isOverdue) return 'deadlinePassed';
  return recipientsOf(standing).length === 0 ? 'nobodyToRemind' : null;
}

/** A seat whose links were withdrawn is sent no other by a reminder. */
const recipientsOf = ({ silent }: Standing): readonly SeatStanding[] =>
  silent.filter(({ link }) => link !== 'withdrawn');
