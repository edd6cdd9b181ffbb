import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { roundMachine } from '../domain/round/round-moves';
import { requestMachine, type RequestKind } from '../domain/round/two-people';
import type { Instant } from '../domain/shared/instant';
import { insist, refuse, Refused, type Refusal } from '../domain/shared/refusal';
import { LeadsQueries } from '../leads/leads.queries';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { suggestedExtension } from './round-extensions';
import { RoundNotices } from './round-notices';
import { RoundRecords } from './round-records';
import { inRoundWords } from './round-refusals';
import type { RoundRequest } from './round-request.entity';
import { RoundReturns } from './round-returns';
import type { Round } from './round.entity';
import { RoundsQueries } from './rounds.queries';
import { TwoPersonRequests } from './two-person-requests';

/** What somebody says when asking for it, or when carrying out what another has asked for. */
export interface TwoPersonAct {
  readonly kind: RequestKind;
  readonly reason: string;
  /** For a reopening; null for what the rules give. */
  readonly deadlineAt: Instant | null;
  /** The request that the second person has seen; '' where the form did not say. */
  readonly requestId?: string;
}

/** Reopening and voiding: the first person asks, a second one, by the same act, carries it out. */
@Injectable()
export class TwoPersonActs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly rubrics: RubricsQueries,
    private readonly leads: LeadsQueries,
    private readonly queries: RoundsQueries,
    private readonly requests: TwoPersonRequests,
    private readonly returns: RoundReturns,
    private readonly notices: RoundNotices,
    private readonly records: RoundRecords,
  ) {}

  /**
   * Asks for it, or carries out what another person has asked for.
   * @throws Refused 422 when reason or deadline will not do; 409 'secondPersonNeeded' to whoever asked,
   * 'requestDiffers', 'requestChanged', 'requestUnanswered' (for the other kind), or that the round is in no state for it
   */
  act(viewer: Viewer, roundId: string, given: TwoPersonAct): Promise<'asked' | 'carriedOut'> {
    return this.work.run(async (tx) => {
      const round = await this.records.lock(tx, roundId);
      const request = await this.requests.unanswered(tx, roundId);
      const seen = given.requestId ?? '';
      if (seen !== '' && seen !== request?.id) throw new Refused(refuse('requestChanged'), 409);
      if (request === null) {
        await this.ask(tx, viewer, round, given);
        return 'asked';
      }
      if (request.kind !== given.kind) throw new Refused(refuse('requestUnanswered'), 409);
      await this.carryOut(tx, viewer, round, request, given);
      return 'carriedOut';
    });
  }

  /** Takes back what was asked for, by whoever asked or by whoever would not have it. @throws Refused 409 */
  withdraw(viewer: Viewer, roundId: string, kind: RequestKind): Promise<void> {
    return this.work.run(async (tx) => {
      const round = await this.records.lock(tx, roundId);
      const request = await this.requests.unanswered(tx, roundId);
      if (request?.kind !== kind) throw new Refused(refuse('nothingAsked'), 409);
      await this.requests.answer(tx, viewer, round, request, { move: 'withdraw', remark: '' });
      await this.records.write(tx, round, {}, { move: 'withdrawAsk', viewer, details: { kind } });
    });
  }

  private async ask(tx: Tx, viewer: Viewer, round: Round, given: TwoPersonAct): Promise<void> {
    const { kind } = given;
    const reason = given.reason.trim();
    const deadlineAt = kind === 'void' ? null : (given.deadlineAt ?? (await this.usual(tx, round)));
    insistOnMove(kind, round, { now: this.clock.now(), newDeadlineAt: deadlineAt, reason });
    insist(await this.namesLead(tx, round, reason), 422);
    const request = await this.requests.ask(tx, viewer, round, { kind, reason, deadlineAt });
    await this.notices.askForSecondPerson(tx, round, request);
    const move = kind === 'void' ? 'askVoid' : 'askReopen';
    const details: Record<string, string> = deadlineAt === null ? {} : { to: deadlineAt };
    await this.records.write(tx, round, {}, { move, viewer, reason, details });
  }

  private async carryOut(
    tx: Tx,
    viewer: Viewer,
    round: Round,
    request: RoundRequest,
    given: TwoPersonAct,
  ): Promise<void> {
    const { kind, askedById, deadlineAt, reason } = request;
    const facts = { askedById, byId: viewer.personId, newDeadlineAt: deadlineAt };
    insist(
      requestMachine.check('carryOut', request.state, { ...facts, sentDeadlineAt: given.deadlineAt }),
      409,
    );
    const remark = given.reason.trim();
    insistOnMove(kind, round, { now: this.clock.now(), newDeadlineAt: deadlineAt, reason }, 409);
    const answered = await this.requests.answer(tx, viewer, round, request, { move: 'carryOut', remark });
    if (kind === 'void') await this.returns.void(tx, viewer, round, answered);
    else await this.returns.reopen(tx, viewer, round, answered);
  }

  /** So many workdays as an extension gives, from now. */
  private async usual(tx: Tx, round: Round): Promise<Instant> {
    const rules = await this.rubrics.ruleSet(round.ruleSetVersionId, tx);
    if (rules === null) throw new Error(`round ${round.number} has lost its rules`);
    const calendar = await this.calendars.current(tx);
    return suggestedExtension(this.clock.now(), round.deadlineAt, calendar, rules.content.extension);
  }

  /** The reason goes out in mails, and a mail may be forwarded: it must not say what a round is about. */
  private async namesLead(tx: Tx, round: Round, reason: string): Promise<Refusal | null> {
    const items = await this.queries.items(tx, round.id);
    const leadIds = items.map(({ leadId }) => leadId);
    const cards = await this.leads.cards(tx, leadIds);
    const named = [...cards.values()].find(({ title, investorName }) =>
      [title, investorName].some((name) => name && reason.includes(name)),
    );
    return named ? refuse('reasonNamesLead', { number: named.number }) : null;
  }
}

const ofTheForm = new Set(['reasonMissing', 'deadlineUnreadable', 'deadlineNotAhead']);

/** Asks the machine for either move. `status`: of a refusal that is about reason or deadline. */
function insistOnMove(
  kind: RequestKind,
  { state }: Round,
  facts: { readonly now: Instant; readonly newDeadlineAt: Instant | null; readonly reason: string },
  status: 409 | 422 = 422,
): void {
  const refusal =
    kind === 'void' ? roundMachine.check('void', state, facts) : roundMachine.check('reopen', state, facts);
  insist(inRoundWords(refusal, kind, state), refusal && ofTheForm.has(refusal.because) ? status : 409);
}
