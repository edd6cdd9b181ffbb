import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { holds } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { LeadHoldersService } from '../leads/lead-holders.service';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { Ambassador, HandOver, HandOverLead, OutpostRegion } from './backers.entity';
import { ClaimMails } from './claim-mails';
import { wholeRow } from './claim-seals';

export type AmbassadorGiven = Pick<
  Ambassador,
  'name' | 'post' | 'region' | 'termFrom' | 'termUntil' | 'interest'
>;

/** The registers behind leads: ambassadors, regions of out-stationed teams, and leads that change hands. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly holders: LeadHoldersService,
    private readonly mails: ClaimMails,
  ) {}

  /** An appointment; a second term is another one. @throws Refused 422 'termBackwards' */
  async appoint(actor: LedgerActor, given: AmbassadorGiven): Promise<void> {
    if (given.termUntil < given.termFrom) throw new Refused(refuse('termBackwards'), 422);
    await this.work.run(async (tx) => {
      const row: Ambassador = {
        ...given,
        id: this.ids.next(),
        byLabel: actor.label.slice(0, 120),
        at: this.clock.now(),
      };
      await tx.insert(Ambassador, row);
      const facts = { region: row.region };
      await this.ledger.seal(tx, 'ambassador', row.id, wholeRow(row), {
        kind: 'ambassador.appointed',
        actor,
        facts,
      });
    });
  }

  /** @throws Refused 404 for a unit that is no out-stationed team */
  cover(actor: LedgerActor, unitId: string, region: string): Promise<void> {
    return this.work.run(async (tx) => {
      const unit = await this.people.unit(unitId, tx);
      if (unit === null || unit.kind !== 'outpost') throw new Refused(refuse('outpostNotFound'), 404);
      const byLabel = actor.label.slice(0, 120);
      const row: OutpostRegion = { id: this.ids.next(), unitId, region, byLabel, at: this.clock.now() };
      await tx.insert(OutpostRegion, row);
      const facts = { unit: unit.code };
      await this.ledger.seal(tx, 'outpostRegion', row.id, wholeRow(row), {
        kind: 'outpost.covered',
        actor,
        facts,
      });
    });
  }

  /**
   * Gives every lead that one scout has in hand to another, in one act; both are told. First reports and histories
   * keep the name of who reported.
   * @param listed how many the page showed, or null: more or fewer now have to be looked at again
   * @returns how many
   * @throws Refused 409 'handOverChanged'; 422 'handOverSame', 'handOverUnknown', 'handOverNoScout', 'handOverNothing'
   */
  handOver(
    viewer: Viewer,
    given: {
      readonly from: string;
      readonly to: string;
      readonly reason: string;
      readonly listed: number | null;
    },
  ): Promise<number> {
    return this.work.run(async (tx) => {
      const { from, to, reason, listed } = given;
      if (from === to) throw new Refused(refuse('handOverSame'), 422);
      const people = await this.people.byIds([from, to], tx);
      const [giver, taker] = [people.get(from), people.get(to)];
      if (!giver || !taker || taker.disabledAt !== null) throw new Refused(refuse('handOverUnknown'), 422);
      if (!holds({ ...viewer, roles: taker.roles }, 'scout'))
        throw new Refused(refuse('handOverNoScout'), 422);
      const leads = await this.holders.inHand(tx, from);
      if (leads.length === 0) throw new Refused(refuse('handOverNothing'), 422);
      if (listed !== null && listed !== leads.length) throw new Refused(refuse('handOverChanged'), 409);
      const at = this.clock.now();
      const ids = leads.map(({ id }) => id).sort();
      await this.holders.handOver(tx, ids, to, at);
      const actor = actorOf(viewer);
      const row: HandOver = {
        id: this.ids.next(),
        fromId: from,
        toId: to,
        fromName: giver.name.slice(0, 40),
        toName: taker.name.slice(0, 40),
        reason,
        leadIds: ids.join(','),
        byId: viewer.personId,
        byLabel: actor.label.slice(0, 120),
        at,
      };
      await tx.insert(HandOver, row);
      await tx.insert(
        HandOverLead,
        ids.map((leadId) => ({ leadId, handOverId: row.id })),
      );
      const facts = { leads: ids.length };
      await this.ledger.seal(tx, 'handOver', row.id, wholeRow(row), {
        kind: 'lead.handedOver',
        actor,
        facts,
      });
      const told = (name: string) => ({ lead: String(ids.length), detail: () => name, path: '/leads' });
      await this.mails.tell(tx, 'leadsGiven', [from], told(taker.name));
      await this.mails.tell(tx, 'leadsTaken', [to], told(giver.name));
      return ids.length;
    });
  }
}
