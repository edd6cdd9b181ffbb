import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { answerRules, isDutyOf, type AnswerRules } from '../domain/lead/answer-rules';
import { Refused, refuse, type Refusal } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import type { AnswerVerdict, DeclineReason, Element, StatementVerdict } from './answer-words';
import { LeadAccessQueries, type SeenLead } from './lead-access.queries';
import { ElementAnswer, HostStatement } from './lead-answer.entity';
import { actorOf } from '../ledger/actor';
import { elementRefusal, hostOf, statementRefusal } from './lead-refusals';
import { StatementTerm } from './host-offer.entity';
import { LeadOffersService } from './lead-offers.service';
import { answerSeal, statementSeal, termSeal } from './lead-seals';
import { LeadStore } from './lead-store';

export interface NewStatement {
  readonly verdict: StatementVerdict;
  readonly reasonCode: DeclineReason | null;
  readonly text: string;
  readonly conditions?: readonly StatementCondition[];
  /** What would have to change, after a decline. */
  readonly remedy?: string;
}

export interface StatementCondition {
  readonly text: string;
  readonly dueOn: string | null;
}

export interface NewAnswer {
  readonly element: Element;
  readonly verdict: AnswerVerdict;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly availableOn: string | null;
  readonly text: string;
}

/** Takes down what hosts and departments say before a round opens. Nothing said is ever overwritten. */
@Injectable()
export class LeadAnswersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly store: LeadStore,
    private readonly access: LeadAccessQueries,
    private readonly offers: LeadOffersService,
    private readonly settings: CitySettingsQueries,
  ) {}

  /**
   * A host says whether it takes the project, on which conditions or what would have to change. Where it was the last
   * to be asked and all have declined, the lead goes to the next host by fit. @throws Refused 404, 403, 409
   */
  async stateAsHost(viewer: Viewer, leadId: string, given: NewStatement): Promise<void> {
    await this.answer(viewer, leadId, async (tx, seen) => {
      const { conditions = [], remedy = '', ...said } = given;
      const host = hostOf(viewer, seen);
      const refusal = statementRefusal(viewer, seen);
      if (refusal !== null || !host) throw refusedAnswer(refusal);
      const actor = actorOf(viewer);
      const at = this.clock.now();
      const by = { byId: viewer.personId, byLabel: actor.label.slice(0, 120) };
      const row: HostStatement = { ...said, ...by, id: this.ids.next(), leadId, hostId: host.id, at };
      await tx.insert(HostStatement, row);
      const facts = { lead: leadId, host: host.code, verdict: given.verdict };
      await this.ledger.seal(tx, 'hostStatement', row.id, statementSeal(row), {
        kind: 'lead.hostStated',
        actor,
        facts,
      });
      const asked = given.verdict === 'conditional' ? conditions : [];
      const way = given.verdict === 'decline' && remedy !== '' ? [{ text: remedy, dueOn: null }] : [];
      await this.writeTerms(tx, row, [...asked, ...way], actor);
      if (given.verdict === 'decline') await this.offers.afterDecline(tx, seen);
    });
  }

  /** A support department says what it can give, how much and when. @throws Refused 404, 409 */
  async answerElement(viewer: Viewer, leadId: string, given: NewAnswer): Promise<void> {
    await this.answer(viewer, leadId, async (tx, seen) => {
      const rules = await this.settings.value(answerRules, tx);
      const refusal =
        elementRefusal(viewer, seen) ?? (await this.dutyRefusal(tx, viewer, given.element, rules));
      if (refusal !== null) throw refusedAnswer(refusal);
      const actor = actorOf(viewer);
      const at = this.clock.now();
      const by = { byId: viewer.personId, byLabel: actor.label.slice(0, 120) };
      const row: ElementAnswer = { ...given, ...by, id: this.ids.next(), leadId, at };
      await tx.insert(ElementAnswer, row);
      const facts = { lead: leadId, element: given.element, verdict: given.verdict };
      await this.ledger.seal(tx, 'elementAnswer', row.id, answerSeal(row), {
        kind: 'lead.elementAnswered',
        actor,
        facts,
      });
    });
  }

  private async writeTerms(
    tx: Tx,
    { id: statementId, leadId, verdict }: HostStatement,
    terms: readonly StatementCondition[],
    actor: LedgerActor,
  ): Promise<void> {
    for (const [at, { text, dueOn }] of terms.entries()) {
      const kind = verdict === 'decline' ? 'remedy' : 'condition';
      const term: StatementTerm = { id: this.ids.next(), statementId, position: at + 1, kind, text, dueOn };
      await tx.insert(StatementTerm, term);
      await this.ledger.seal(tx, 'statementTerm', term.id, termSeal(term), {
        kind: 'lead.hostTermStated',
        actor,
        facts: { lead: leadId, kind },
      });
    }
  }

  /** Only where the city has said that nobody else may answer. */
  private async dutyRefusal(
    tx: Tx,
    viewer: Viewer,
    element: Element,
    rules: AnswerRules,
  ): Promise<Refusal | null> {
    if (rules.onlyDuty === 0) return null;
    const unit = await tx.one<{ code: string }>(sql`select code from unit where id = ${viewer.unitId}`);
    return isDutyOf(rules, element, unit?.code ?? '') ? null : refuse('elementNotYourDuty');
  }

  /** The lead stays locked, so that it cannot enter a round while an answer is being written. */
  private async answer(
    viewer: Viewer,
    leadId: string,
    write: (tx: Tx, seen: SeenLead) => Promise<void>,
  ): Promise<void> {
    await this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      await write(tx, await this.access.see(viewer, leadId, tx));
    });
  }
}

function refusedAnswer(refusal: Refusal | null): Refused {
  const known = refusal ?? refuse('hostNotIntended');
  return new Refused(known, /TooLate$/.test(known.because) ? 409 : 403);
}
