import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { LeadsQueries } from '../leads/leads.queries';
import { PeopleQueries } from '../people/people.queries';
import type { Words } from '../words/words';
import { InterestsQueries } from './interests.queries';
import { interestsView, type SentInterest } from './interests.views';
import { interestsHistoryView } from './interests-history.views';
import { RoundsQueries } from './rounds.queries';

/** The page of a round's interests: to be decided before it opens, to be read afterwards. */
@Injectable()
export class InterestPages {
  constructor(
    private readonly reader: Reader,
    private readonly rounds: RoundsQueries,
    private readonly interests: InterestsQueries,
    private readonly recorded: LeadInterestsQueries,
    private readonly leads: LeadsQueries,
    private readonly people: PeopleQueries,
  ) {}

  /** @throws Refused 404 for no such round */
  async page(
    viewer: Viewer,
    roundId: string,
    words: Words,
    sent: SentInterest | null = null,
  ): Promise<PageAnswer> {
    const round = await this.rounds.round(this.reader, roundId);
    if (round === null) throw new Refused(refuse('notFound'), 404);
    const status = sent === null ? 200 : 422;
    if (round.state !== 'planned') return this.history(roundId, words);
    const read = await this.interests.planned(this.reader, round);
    const leads = await this.leads.cards(
      this.reader,
      read.items.map(({ leadId }) => leadId),
    );
    const units = await this.people.units(this.reader);
    const mayAct = holds(viewer, 'secretariat');
    return page('rounds/interests', interestsView({ round, read, leads, units, mayAct, sent }, words), {
      status,
    });
  }

  /** What was decided and declared, once the round has been opened. */
  private async history(roundId: string, words: Words): Promise<PageAnswer> {
    const round = await this.rounds.round(this.reader, roundId);
    if (round === null) throw new Refused(refuse('notFound'), 404);
    const [rows, items, roll] = await Promise.all([
      this.recorded.ofRound(this.reader, roundId),
      this.rounds.items(this.reader, roundId),
      this.rounds.roll(this.reader, roundId),
    ]);
    const people = await this.people.byIds(
      rows.flatMap(({ personId, decidedBy }) => [personId, ...(decidedBy === null ? [] : [decidedBy])]),
      this.reader,
    );
    return page(
      'rounds/interests-history',
      interestsHistoryView({ round, rows, items, roll, people }, words),
    );
  }
}
