import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { holds, type Viewer } from '../domain/access/viewer';
import type { RequestKind } from '../domain/round/two-people';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import type { Words } from '../words/words';
import { suggestedExtension } from './round-extensions';
import { RoundsQueries } from './rounds.queries';
import { TwoPersonRequests } from './two-person-requests';
import { twoPersonView, type SentRequest } from './two-person.views';

/** The page of a reopening or voiding, and again when its form has to be corrected. */
@Injectable()
export class TwoPersonPages {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly rounds: RoundsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly requests: TwoPersonRequests,
  ) {}

  /** @throws Refused 404 for an id that does not exist */
  async show(
    viewer: Viewer,
    { id, kind }: { readonly id: string; readonly kind: RequestKind },
    words: Words,
    sent: SentRequest | null = null,
  ): Promise<PageAnswer> {
    const round = await this.rounds.round(this.reader, id);
    const rules = round && (await this.rubrics.ruleSet(round.ruleSetVersionId));
    if (round === null || rules === null) throw new Refused(refuse('notFound'), 404);
    const [items, roll, request, calendar] = await Promise.all([
      this.rounds.items(this.reader, id),
      this.rounds.roll(this.reader, id),
      this.requests.unanswered(this.reader, id),
      this.calendars.current(),
    ]);
    const now = this.clock.now();
    const read = {
      ...{ kind, round, request, now },
      items: items.length,
      seats: roll.length,
      suggested: suggestedExtension(now, round.deadlineAt, calendar, rules.content.extension),
      viewerId: viewer.personId,
      back: backFor(viewer, id, round.closedAt !== null),
    };
    return page('rounds/two-person', twoPersonView(read, sent, words), { status: sent === null ? 200 : 422 });
  }

  /** Where somebody goes on: the room once it is done, this page while it waits. */
  after(
    viewer: Viewer,
    { id, kind }: { id: string; kind: RequestKind },
    done: 'asked' | 'carriedOut',
  ): string {
    if (done === 'carriedOut') return backFor(viewer, id, false);
    return `/rounds/${id}/${kind === 'void' ? 'voiding' : 'reopening'}`;
  }
}

/** The leading group has no room of the round; its page is that of the results. */
function backFor(viewer: Viewer, id: string, isCounted: boolean): string {
  if (holds(viewer, 'secretariat', 'inspector')) return `/rounds/${id}`;
  return isCounted ? `/rounds/${id}/results` : '/';
}
