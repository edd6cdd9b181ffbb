import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import type { Words } from '../words/words';
import { PastResponsesQueries } from './past-responses.queries';
import type { SentForm } from './room-act-forms.views';
import type { SeatFilter } from './room-seats.views';
import { RoundRoomQueries } from './round-room.queries';
import { roundRoomView } from './round-room.views';

/** The round room as a page: asked for by its address, and shown again when one of its forms has to be corrected. */
@Injectable()
export class RoundPages {
  constructor(
    private readonly rooms: RoundRoomQueries,
    private readonly responses: PastResponsesQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused 404 for an id that does not exist */
  async room(
    viewer: Viewer,
    id: string,
    words: Words,
    { filter, sent }: { filter: SeatFilter; sent: SentForm | null },
  ): Promise<PageAnswer> {
    const room = await this.rooms.room(viewer, id);
    if (room === null) throw new Refused(refuse('notFound'), 404);
    const mayAct = holds(viewer, 'secretariat');
    const past = room.round.state === 'open' ? await this.responses.of(room.round, room.roll) : [];
    const model = roundRoomView(room, { now: this.clock.now(), mayAct, filter, sent, past }, words);
    return page('rounds/show', model, { status: sent === null ? 200 : 422 });
  }
}
