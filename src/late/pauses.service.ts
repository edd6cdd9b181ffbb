import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { askingRefusal, isPausing, pauseMachine, type PauseFacts } from '../domain/promise/pause';
import { insist, refuse, Refused, type RefusedStatus } from '../domain/shared/refusal';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import { Lead } from '../leads/lead.entity';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { PromisePause } from '../promises/pause.entity';
import { PromiseTimes } from '../promises/promise-times.service';
import { LateQueries, type RunningPromise } from './late.queries';

type Move = keyof typeof pauseMachine.moves;

const acts: Readonly<Record<Move, string>> = {
  approve: 'pause.approved',
  decline: 'pause.declined',
  withdraw: 'pause.withdrawn',
  resume: 'pause.resumed',
};

/** Pauses of promises: asked for by one person, approved by another, ended by their last day or before. */
@Injectable()
export class PausesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly access: LeadAccessQueries,
    private readonly late: LateQueries,
    private readonly times: PromiseTimes,
  ) {}

  /**
   * Asks for a pause of one promise that runs. It goes on running until a second person approves.
   * @throws Refused 404 for who may not see the lead; 409 'pauseNothingRuns', 'pauseNotPausable', 'pauseAskedAlready',
   * 'pauseOverdue'; 422 a reason or a last day that will not do
   */
  ask(
    viewer: Viewer,
    leadId: string,
    asked: { readonly kind: string; readonly until: string; readonly reason: string },
  ): Promise<string> {
    return this.work.run(async (tx) => {
      const { lead } = await this.access.see(viewer, leadId, tx);
      await tx.findOne(Lead, sql`where id = ${leadId}${tx.forUpdate}`);
      const promise = await this.running(tx, leadId, asked.kind);
      if (!promise.pausable) throw new Refused(refuse('pauseNotPausable'), 409);
      const now = this.clock.now();
      const open = (await this.times.pauses([leadId], tx)).filter(({ kind }) => kind === asked.kind);
      if (open.some((pause) => pause.state === 'asked' || isPausing(pause, now)))
        throw new Refused(refuse('pauseAskedAlready'), 409);
      const { limits } = await this.times.time(tx);
      const refusal = askingRefusal({ ...asked, now, dueAt: promise.endsAt }, limits.longestPause);
      insist(refusal, refusal?.because === 'pauseOverdue' ? 409 : 422);
      const actor = actorOf(viewer);
      const row: PromisePause = {
        id: this.ids.next(),
        leadId,
        kind: asked.kind,
        state: 'asked',
        reason: asked.reason.trim(),
        until: asked.until,
        askedAt: now,
        askedById: viewer.personId,
        askedByLabel: actor.label.slice(0, 140),
        begunAt: null,
        decidedAt: null,
        decidedById: null,
        decidedByLabel: null,
        resumedAt: null,
        resumedById: null,
        resumedByLabel: null,
        endReason: null,
      };
      await tx.insert(PromisePause, row);
      await this.seal(tx, viewer, row, 'pause.asked', lead.number ?? '');
      return row.id;
    });
  }

  /** A second person approves: from now on the promise does not run. @throws Refused 404; 409 */
  approve(viewer: Viewer, id: string): Promise<string> {
    return this.move(viewer, id, 'approve', '');
  }

  /** A second person says no, with a reason. @throws Refused 404; 409; 422 'reasonMissing' */
  decline(viewer: Viewer, id: string, reason: string): Promise<string> {
    return this.move(viewer, id, 'decline', reason);
  }

  /** Whoever asked takes it back. @throws Refused 404; 409 */
  withdraw(viewer: Viewer, id: string): Promise<string> {
    return this.move(viewer, id, 'withdraw', '');
  }

  /** The promise runs again before the last day. @throws Refused 404; 409; 422 'reasonMissing' */
  resume(viewer: Viewer, id: string, reason: string): Promise<string> {
    return this.move(viewer, id, 'resume', reason);
  }

  /** Which lead a pause is of; whether that may be seen the caller asks. @throws Refused 404 */
  async leadOf(id: string): Promise<string> {
    const row = await this.reader.findOne(PromisePause, sql`where id = ${id}`);
    if (row === null) throw new Refused(refuse('notFound'), 404);
    return row.leadId;
  }

  /** @returns the lead it is about */
  private move(viewer: Viewer, id: string, move: Move, reason: string): Promise<string> {
    return this.work.run(async (tx) => {
      const row = await tx.findOne(PromisePause, sql`where id = ${id}${tx.forUpdate}`);
      if (row === null) throw new Refused(refuse('notFound'), 404);
      const { lead } = await this.access.see(viewer, row.leadId, tx);
      const now = this.clock.now();
      const dueAt = move === 'approve' ? (await this.running(tx, row.leadId, row.kind)).endsAt : now;
      const facts: PauseFacts = {
        askedById: row.askedById,
        byId: viewer.personId,
        now,
        until: row.until,
        dueAt,
        reason,
      };
      const refusal = pauseMachine.check(move, row.state, facts);
      if (refusal?.because === 'wrongState') throw new Refused(refuse('pauseDecided'), 409);
      insist(refusal, statusOf(refusal?.because));
      const label = actorOf(viewer).label.slice(0, 140);
      const decided =
        move === 'resume'
          ? { resumedAt: now, resumedById: viewer.personId, resumedByLabel: label }
          : { decidedAt: now, decidedById: viewer.personId, decidedByLabel: label };
      const changes: Partial<PromisePause> = {
        state: pauseMachine.to(move),
        ...decided,
        ...(move === 'approve' ? { begunAt: now } : {}),
        ...(reason.trim() === '' ? {} : { endReason: reason.trim() }),
      };
      await tx.update(PromisePause, changes, sql`id = ${id} and state = ${row.state}`);
      await this.seal(tx, viewer, { ...row, ...changes }, acts[move], lead.number ?? '');
      return row.leadId;
    });
  }

  private async running(tx: Tx, leadId: string, kind: string): Promise<RunningPromise> {
    const { rows } = await this.late.ofLead(leadId, tx);
    const promise = rows.find((row) => row.kind === kind);
    if (promise === undefined) throw new Refused(refuse('pauseNothingRuns'), 409);
    return promise;
  }

  private async seal(tx: Tx, viewer: Viewer, row: PromisePause, kind: string, lead: string): Promise<void> {
    const facts = { lead, promise: row.kind, until: row.until };
    await this.ledger.seal(tx, 'promisePause', row.id, { ...row }, { kind, actor: actorOf(viewer), facts });
  }
}

const statusOf = (because: string | undefined): RefusedStatus => (because === 'reasonMissing' ? 422 : 409);
