import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { SECOND_STEPS } from '../domain/link/second-step';
import { Refused, refuse } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { Panel, Seat, sealOfPanel } from './panel.entity';

/** What is set for a panel as a whole. */
@Injectable()
export class PanelSettingsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Says what a voting link asks for after its button. It holds for rounds that are open, too, from the next press on;
   * whoever is in stays in.
   * @returns whether anything changed
   * @throws Refused 422 for what is no such step, 404
   */
  askForSecondStep(actor: LedgerActor, panelId: string, given: string): Promise<boolean> {
    const secondStep = SECOND_STEPS.find((step) => step === given);
    if (!secondStep) throw new Refused(refuse('secondStepUnknown'), 422);
    return this.work.run(async (tx) => {
      const panel = await tx.findOne(Panel, sql`where id = ${panelId}${tx.forUpdate}`);
      if (!panel) throw new Refused(refuse('notFound'), 404);
      if (panel.secondStep === secondStep) return false;
      const seats = await tx.find(Seat, sql`where panel_id = ${panelId}`);
      await tx.update(Panel, { secondStep }, sql`id = ${panelId}`);
      await this.ledger.seal(tx, 'panel', panelId, sealOfPanel({ ...panel, secondStep }, seats), {
        kind: 'panel.secondStepSet',
        actor,
        facts: { name: panel.name, from: panel.secondStep, to: secondStep },
      });
      return true;
    });
  }
}
