import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { pairKey, type AssignmentRules, type Pair } from '../domain/assignment/assignment';
import { checkAssignment, review } from '../domain/assignment/review';
import type { RuleSet } from '../domain/rubric/rule-set';
import { refuse, Refused, type Refusal } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { AssignedSeat, AssignmentRow, sealOfAssignment } from './assignment.entity';
import { AssignmentsQueries, type AssignmentMaterial } from './assignments.queries';
import { RoundRecords } from './round-records';
import { outOfTurn } from './round-refusals';
import type { Round } from './round.entity';

/** Shares the items of planned rounds out among the seats. What is applied is what the round opens with. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly queries: AssignmentsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly records: RoundRecords,
  ) {}

  /**
   * Has a planned round judged by some of the seats for each item, or again by everybody (null). An assignment that was
   * applied before is taken back.
   * @throws Refused 409 where the round is not planned
   */
  plan(viewer: Viewer, roundId: string, rules: AssignmentRules | null): Promise<void> {
    return this.work.run(async (tx) => {
      const round = await this.planned(tx, roundId);
      const before = await this.queries.plan(tx, roundId);
      if (before === null && rules === null) return;
      await tx.run(sql`delete from assigned_seat where assignment_id = ${roundId}`);
      await tx.run(sql`delete from assignment where id = ${roundId}`);
      if (rules !== null) {
        const { perKind, most } = rules;
        await tx.insert(AssignmentRow, { id: roundId, ...perKind, most, appliedAt: null, appliedBy: null });
      }
      // None of each kind: judged by everybody again.
      const details = { seats: rules === null ? 0 : sumOf(rules), most: rules?.most ?? 0 };
      await this.records.write(tx, round, {}, { move: 'share', viewer, details });
      if (before?.appliedAt) {
        await this.ledger.append(tx, {
          kind: 'assignment.removed',
          actor: actorOf(viewer),
          subject: { type: 'assignment', id: roundId },
          facts: { round: round.number },
        });
      }
    });
  }

  /**
   * Makes these pairs, all of them at once, what the round will open with.
   * @throws Refused 409 where the round is not planned or not shared out, 422 with what no round can be decided with
   */
  apply(
    viewer: Viewer,
    roundId: string,
    given: readonly Pair[],
  ): Promise<{ pairs: number; missing: number }> {
    return this.work.run(async (tx) => {
      const round = await this.planned(tx, roundId);
      const row = await this.queries.plan(tx, roundId);
      if (row === null) throw new Refused(refuse('roundNotShared'), 409);
      const rules = (await this.rubrics.ruleSet(round.ruleSetVersionId, tx))?.content;
      if (!rules) throw new Error(`round ${round.number} has lost its rules`);
      const material = await this.queries.material(tx, round, row, rules);
      const pairs = [...new Map(given.map((pair) => [pairKey(pair), pair])).values()];
      const refusal = checkAssignment(material.problem, pairs, rules.quorum);
      if (refusal) throw new Refused(inNames(refusal, material), 422);
      await tx.run(sql`delete from assigned_seat where assignment_id = ${roundId}`);
      await tx.insert(
        AssignedSeat,
        pairs.map((pair) => ({ ...pair, assignmentId: roundId })),
      );
      const applied = { appliedAt: this.clock.now(), appliedBy: viewer.personId };
      await tx.update(AssignmentRow, applied, sql`id = ${roundId}`);
      const { missing, overloaded } = review(material.problem, pairs);
      const details = { pairs: pairs.length, missing, overloaded };
      await this.records.write(tx, round, {}, { move: 'assign', viewer, details });
      await this.ledger.seal(tx, 'assignment', roundId, sealOfAssignment({ ...row, ...applied }, pairs), {
        kind: 'assignment.applied',
        actor: actorOf(viewer),
        facts: { round: round.number, ...details },
      });
      return { pairs: pairs.length, missing };
    });
  }

  /**
   * For an opening within the caller's unit: which seat judges which item, null when every seat judges every item.
   * @throws Refused 409 where nothing has been applied, or panel and leads have changed so that it no longer holds
   */
  async forOpening(tx: Tx, round: Round, rules: RuleSet): Promise<ReadonlySet<string> | null> {
    const row = await this.queries.plan(tx, round.id);
    if (row === null) return null;
    if (row.appliedAt === null) throw new Refused(refuse('assignmentNotApplied'), 409);
    const pairs = await this.queries.pairs(tx, round.id);
    const material = await this.queries.material(tx, round, row, rules);
    const refusal = checkAssignment(material.problem, pairs, rules.quorum);
    if (refusal) throw new Refused(inNames(refusal, material), 409);
    return new Set(pairs.map(pairKey));
  }

  private async planned(tx: Tx, roundId: string): Promise<Round> {
    const round = await this.records.lock(tx, roundId);
    if (round.state !== 'planned') throw new Refused(outOfTurn('assign', round.state), 409);
    return round;
  }
}

const sumOf = ({ perKind }: AssignmentRules): number => Object.values(perKind).reduce((sum, n) => sum + n, 0);

/** The seat of a refusal by the name of its unit and holder, as a person reads it. */
export function inNames(refusal: Refusal, { seats }: AssignmentMaterial): Refusal {
  const seat = seats.find(({ id }) => id === refusal.details?.['seat']);
  if (seat === undefined) return refusal;
  return refuse(refusal.because, { ...refusal.details, seat: `${seat.unitName} ${seat.holderName}` });
}
