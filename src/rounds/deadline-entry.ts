import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Instant } from '../domain/shared/instant';
import type { MailAttachment } from '../mail/mail-body';
import type { Words } from '../words/words';

/** What the calendar entry for a deadline is made from. Nothing of the leads, and no way in: calendars are shared. */
export interface DeadlineEntryFacts {
  /** The same for all entries of a seat in a round, so that a later one takes the place of an earlier one. */
  readonly uid: string;
  /** Rises with every change of the deadline; calendars keep the entry with the highest. */
  readonly sequence: number;
  readonly writtenAt: Instant;
  readonly deadlineAt: Instant;
  readonly roundNumber: string;
  readonly seatUnit: string;
  readonly organizer: { readonly name: string; readonly address: string };
  /** Why the entry is taken out of the calendar; null where it is not. */
  readonly takenOut: 'calledOff' | 'handedOver' | null;
}

const DAY_SECONDS = 86_400;

/**
 * A calendar entry (RFC 5545) at the moment of the deadline, in UTC so that no zone table is needed. It takes up no
 * time, does not mark its owner as busy, and reminds a day before.
 */
export function deadlineEntry(facts: DeadlineEntryFacts, words: Words): MailAttachment {
  const { takenOut, roundNumber: number, seatUnit: unit } = facts;
  const isCancelled = takenOut !== null;
  const calendar = ical({
    prodId: { company: 'Yushen', product: 'Yushen', language: words.locale === 'en' ? 'EN' : 'ZH' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  const entry = calendar.createEvent({
    id: facts.uid,
    sequence: facts.sequence,
    stamp: new Date(facts.writtenAt),
    start: new Date(facts.deadlineAt),
    summary: words.t('reminders.entry.summary', { number }),
    description: words.t(`reminders.entry.${takenOut ?? 'text'}`, { number, unit }),
    organizer: { name: facts.organizer.name, email: facts.organizer.address },
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
    class: ICalEventClass.PRIVATE,
  });
  if (!isCancelled)
    entry.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: DAY_SECONDS,
      description: words.t('reminders.entry.summary', { number }),
    });
  const method = isCancelled ? 'CANCEL' : 'PUBLISH';
  return {
    name: `${number}.ics`,
    type: `text/calendar; charset=utf-8; method=${method}`,
    content: `${calendar.toString()}\r\n`,
  };
}
