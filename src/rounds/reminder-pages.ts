import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import type { Words } from '../words/words';
import { reminderView, type SentReminder } from './reminder.views';
import { RemindersQueries } from './reminders.queries';
import { standingOf } from './room-standing';
import { outOfTurn } from './round-refusals';
import { RoundRoomQueries } from './round-room.queries';

/** The page that shows whom a reminder goes to before it goes, and again when nobody was chosen. */
@Injectable()
export class ReminderPages {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly rooms: RoundRoomQueries,
    private readonly reminders: RemindersQueries,
  ) {}

  /** @throws Refused 404 for no such round, 409 where it is not being voted on */
  async show(
    viewer: Viewer,
    roundId: string,
    words: Words,
    sent: SentReminder | null = null,
  ): Promise<PageAnswer> {
    const room = await this.rooms.room(viewer, roundId);
    if (room === null) throw new Refused(refuse('notFound'), 404);
    if (room.round.state !== 'open') throw new Refused(outOfTurn('remind', room.round.state), 409);
    const [last, since] = await Promise.all([
      this.reminders.last(this.reader, roundId),
      this.reminders.since(this.reader, room.round),
    ]);
    const read = { room, standing: standingOf(room, this.clock.now()), last, since };
    return page('rounds/reminders', reminderView(read, sent, words), { status: sent === null ? 200 : 422 });
  }
}
