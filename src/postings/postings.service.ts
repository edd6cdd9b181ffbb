import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { postingRefusal } from '../domain/claim/posting';
import type { Viewer } from '../domain/access/viewer';
import type { Day } from '../domain/shared/instant';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { Posting, postingSeal } from './posting.entity';

export interface PostingGiven {
  readonly personId: string;
  readonly fromDay: Day;
  readonly untilDay: Day | null;
  readonly reason: string;
}

/** Sends people out for a time, and says anew until when. */
@Injectable()
export class PostingsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
  ) {}

  /**
   * @throws Refused 404 for a unit that is no out-stationed team; 422 'postingStranger' for somebody of another unit,
   * 'postingBackwards', 'postingTooLong', 'postingOverlaps'
   */
  post(viewer: Viewer, unitId: string, given: PostingGiven): Promise<string> {
    return this.work.run(async (tx) => {
      const unit = await this.people.unit(unitId, tx);
      if (unit === null || unit.kind !== 'outpost') throw new Refused(refuse('outpostNotFound'), 404);
      const person = await this.lock(tx, given.personId);
      if (person?.unitId !== unitId) throw new Refused(refuse('postingStranger'), 422);
      const others = await tx.find(Posting, sql`where person_id = ${given.personId}`);
      const term = { from: given.fromDay, until: given.untilDay };
      insist(postingRefusal(term, others.map(termOf)), 422);
      const row = { id: this.ids.next(), unitId, ...given, ...this.by(viewer) };
      await tx.insert(Posting, row);
      await this.seal(tx, viewer, 'posting.made', row);
      return row.id;
    });
  }

  /**
   * Sets the last day anew: earlier, later, or open. @throws Refused 404 for a posting of another team;
   * 422 'postingBackwards', 'postingTooLong', 'postingOverlaps'
   */
  async end(viewer: Viewer, unitId: string, id: string, untilDay: Day | null, reason: string): Promise<void> {
    await this.work.run(async (tx) => {
      const known = await tx.findOne(Posting, sql`where id = ${id} and unit_id = ${unitId}`);
      if (!known) throw new Refused(refuse('notFound'), 404);
      await this.lock(tx, known.personId);
      const others = await tx.find(Posting, sql`where person_id = ${known.personId} and id <> ${id}`);
      insist(postingRefusal({ from: known.fromDay, until: untilDay }, others.map(termOf)), 422);
      const changes = { untilDay, reason, ...this.by(viewer) };
      await tx.update(Posting, changes, sql`id = ${id}`);
      await this.seal(tx, viewer, 'posting.ended', { ...known, ...changes });
    });
  }

  /** Two postings of one person wait for each other: otherwise both could find the days free. */
  private lock(tx: Tx, personId: string): Promise<{ unitId: string } | null> {
    return tx.one<{ unitId: string }>(
      sql`select unit_id as "unitId" from person where id = ${personId}${tx.forUpdate}`,
    );
  }

  private by(viewer: Viewer): Pick<Posting, 'changedById' | 'changedByLabel' | 'changedAt'> {
    const changedByLabel = actorOf(viewer).label.slice(0, 140);
    return { changedById: viewer.personId, changedByLabel, changedAt: this.clock.now() };
  }

  private async seal(tx: Tx, viewer: Viewer, kind: string, row: Posting): Promise<void> {
    const facts = { person: row.personId, from: row.fromDay, until: row.untilDay };
    await this.ledger.seal(tx, 'posting', row.id, postingSeal(row), { kind, actor: actorOf(viewer), facts });
  }
}

const termOf = ({ fromDay, untilDay }: Posting) => ({ from: fromDay, until: untilDay });
