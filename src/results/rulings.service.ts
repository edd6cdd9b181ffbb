import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { materialsFault } from '../domain/followup/materials';
import type { Ruling } from '../domain/rubric/rule-set';
import { firstRefusal, insist, refuse, Refused, type Refusal } from '../domain/shared/refusal';
import { checkRuling } from '../domain/tally/ruling';
import { Ledger } from '../ledger/ledger';
import { Round } from '../rounds/round.entity';
import { actorOf } from '../ledger/actor';
import { namesSomeone } from './letter-facts';
import { OutcomeRow } from './outcome.entity';
import { ResultsQueries } from './results.queries';
import { outcomeSeal } from './results.seals';
import { materialsText } from './ruling-materials';

/** A ruling as it is asked for. */
export interface RulingGiven {
  readonly choice: string;
  readonly reason: string;
  /** What the lead is to be sent back for; only for `resubmit`. Left out, the reason is the one thing asked for. */
  readonly materials?: readonly string[];
}

/** Whoever presides decides what the computation leaves open: the chair, or who acts where the chair is recused. */
@Injectable()
export class RulingsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly results: ResultsQueries,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Rules on a borderline item. Until the round is announced it may be ruled on anew; each ruling stays in the ledger.
   * @throws Refused 403 'notTheChair', 'notPresiding', 404 'noSuchResults', 409 'rulingTooLate', or what `checkRuling` says (422)
   */
  rule(viewer: Viewer, roundId: string, itemId: string, given: RulingGiven): Promise<void> {
    return this.work.run(async (tx) => {
      // The same row that an announcement locks: a ruling is either in time or told that it is too late.
      const round = await tx.findOne(Round, sql`where id = ${roundId}${tx.forUpdate}`);
      if (round === null) throw new Refused(refuse('noSuchResults'), 404);
      const { material, items } = await this.results.round(viewer, roundId, tx);
      const item = items.find(({ outcome }) => outcome.itemId === itemId);
      if (item === undefined) throw new Refused(refuse('noSuchResults'), 404);
      const { presiding, line } = item.chair;
      if (viewer.personId !== presiding?.personId)
        throw new Refused(refuse(presiding?.post === 'chair' ? 'notTheChair' : 'notPresiding'), 403);
      if (round.state !== 'closed') throw new Refused(refuse('rulingTooLate'), 409);
      const names = material.roll.flatMap(({ holderName, alternateName }) => [
        holderName,
        alternateName ?? '',
      ]);
      // A letter names nobody who is recused either.
      names.push(...line.filter(({ isRecused }) => isRecused).map(({ name }) => name));
      insist(
        firstRefusal(
          () => checkRuling(given, item.result, item.resubmissions),
          () => (namesSomeone(given.reason, names) ? refuse('rulingNamesSomeone') : null),
          () => faultOf(given),
          () => (item.override === null ? null : refuse('rulingOverridden')),
        ),
        422,
      );
      const actor = actorOf(viewer);
      const changes = {
        ruling: given.choice as Ruling,
        rulingReason: given.reason.trim(),
        ruledById: viewer.personId,
        ruledByLabel: actor.label,
        ruledAs: presiding.post,
        ruledAt: this.clock.now(),
        materials: given.choice === 'resubmit' ? materialsText(given.materials ?? []) : null,
      };
      await tx.update(OutcomeRow, changes, sql`id = ${item.outcome.id}`);
      const content = outcomeSeal({ ...item.outcome, ...changes });
      const facts = { round: round.number, ruling: changes.ruling, as: presiding.post };
      await this.ledger.seal(tx, 'outcome', item.outcome.id, content, {
        kind: 'outcome.ruled',
        actor,
        facts,
      });
    });
  }
}

function faultOf({ choice, materials = [] }: RulingGiven): Refusal | null {
  const fault = choice === 'resubmit' ? materialsFault(materials) : null;
  return fault === null ? null : refuse(fault);
}
