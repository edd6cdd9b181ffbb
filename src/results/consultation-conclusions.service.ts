import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { holds, type Viewer } from '../domain/access/viewer';
import { checkConclusion, type Conclusion } from '../domain/followup/consultation';
import { materialsFault } from '../domain/followup/materials';
import { firstRefusal, insist, refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { Consultation } from './consultation.entity';
import { ConsultationsQueries } from './consultations.queries';
import { ConsultationsService } from './consultations.service';
import { Decisions } from './decisions.service';
import { namesSomeone } from './letter-facts';
import { ResultsQueries } from './results.queries';
import { wholeSeal } from './results.seals';

export interface ConclusionGiven {
  readonly result: string;
  readonly reason: string;
  readonly materials: readonly string[];
}

/** Ends consultations: the leading group decides on what was said. */
@Injectable()
export class ConsultationConclusions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly queries: ConsultationsQueries,
    private readonly consultations: ConsultationsService,
    private readonly results: ResultsQueries,
    private readonly decisions: Decisions,
  ) {}

  /**
   * Concludes a consultation and decides on its lead, with a letter to its scout.
   * @throws Refused 404; 409 'consultationOver'; 422 what `checkConclusion` says, or a name in the reason
   */
  conclude(viewer: Viewer, id: string, given: ConclusionGiven): Promise<void> {
    return this.work.run(async (tx) => {
      if (!holds(viewer, 'leadingGroup')) throw new Refused(refuse('noSuchConsultation'), 404);
      const row = await this.consultations.open(tx, viewer, id);
      const read = await this.queries.read(tx, viewer, id);
      const participants = await this.queries.participants(tx, id);
      const facts = await this.queries.facts(tx, read, participants);
      const results = await this.results.round(viewer, row.roundId, tx);
      const item = results.items.find(({ outcome }) => outcome.id === row.outcomeId);
      if (item === undefined) throw new Refused(refuse('noSuchConsultation'), 404);
      const names = participants.map(({ name }) => name);
      const fault = given.result === 'resubmit' ? materialsFault(given.materials) : null;
      insist(
        firstRefusal(
          () => checkConclusion(given, facts),
          () => (namesSomeone(given.reason, names) ? refuse('rulingNamesSomeone') : null),
          () => (fault === null ? null : refuse(fault)),
        ),
        422,
      );
      const actor = actorOf(viewer);
      const changes = {
        state: 'concluded' as const,
        result: given.result as Conclusion,
        conclusion: given.reason.trim(),
        endedAt: this.clock.now(),
        endedById: viewer.personId,
        endedByLabel: actor.label,
      };
      await tx.update(Consultation, changes, sql`id = ${id}`);
      await this.ledger.seal(tx, 'consultation', id, wholeSeal({ ...row, ...changes }), {
        kind: 'consultation.concluded',
        actor,
        facts: { lead: read.leadNumber, result: changes.result },
      });
      await this.decisions.make(tx, viewer, {
        results,
        item,
        cause: 'consultation',
        causeId: id,
        result: changes.result,
        reason: changes.conclusion,
        documentNumber: null,
        materials: given.materials,
      });
    });
  }
}
