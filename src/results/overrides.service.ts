import type { Readable } from 'node:stream';
import { Injectable, OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { holds, type Viewer } from '../domain/access/viewer';
import { materialsFault } from '../domain/followup/materials';
import { checkOverride, type Override } from '../domain/followup/override';
import { firstRefusal, insist, refuse, Refused } from '../domain/shared/refusal';
import { FileReaders } from '../files/file-readers';
import { FilesService, type ReceivedFile } from '../files/files.service';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { Round } from '../rounds/round.entity';
import { Decisions } from './decisions.service';
import { namesSomeone } from './letter-facts';
import { decidedOf, OutcomeRow } from './outcome.entity';
import { OverrideAct } from './override.entity';
import { overrideFacts } from './override-facts';
import { ResultsQueries, type ResultItem, type RoundResults } from './results.queries';
import { outcomeSeal, wholeSeal } from './results.seals';
import { materialsText } from './ruling-materials';

/** An override as it is asked for. */
export interface OverrideGiven {
  readonly result: string;
  readonly documentNumber: string;
  readonly reason: string;
  /** What the lead is to be sent back for. */
  readonly materials: readonly string[];
}

/** The leading group decides otherwise than the computation, with a document. What was computed stays beside it. */
@Injectable()
export class OverridesService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly files: FilesService,
    private readonly readers: FileReaders,
    private readonly results: ResultsQueries,
    private readonly decisions: Decisions,
  ) {}

  onModuleInit(): void {
    this.readers.register('override', {
      mayRead: (viewer) => Promise.resolve(holds(viewer, 'secretariat', 'inspector', 'leadingGroup')),
    });
  }

  /** Takes the document in, before anything is recorded. @throws Refused 422 what is wrong with it; FileTooLarge (413) */
  receive(bytes: Readable | Buffer, name: string): Promise<ReceivedFile> {
    return this.files.receive(bytes, name);
  }

  /**
   * Before the announcement the outcome is announced as overridden; after it the lead is decided on anew, with a
   * letter of its own.
   * @throws Refused 404 'noSuchResults'; 409 where it is too late; 422 what `checkOverride` says, 'documentMissing'
   */
  override(
    viewer: Viewer,
    roundId: string,
    itemId: string,
    given: OverrideGiven,
    file: ReceivedFile | null,
  ): Promise<void> {
    return this.work.run(async (tx) => {
      const round = await tx.findOne(Round, sql`where id = ${roundId}${tx.forUpdate}`);
      if (round === null || !holds(viewer, 'leadingGroup')) throw new Refused(refuse('noSuchResults'), 404);
      const results = await this.results.round(viewer, roundId, tx);
      const item = results.items.find(({ outcome }) => outcome.itemId === itemId);
      if (item === undefined) throw new Refused(refuse('noSuchResults'), 404);
      this.check(given, results, item);
      if (file === null) throw new Refused(refuse('documentMissing'), 422);
      const actor = actorOf(viewer);
      const act = await this.record(tx, { viewer, results, item, given, file, actor });
      if (round.state === 'closed') {
        await this.mark(tx, item, act, given.materials, actor);
        return;
      }
      await this.decisions.make(tx, viewer, {
        results,
        item,
        cause: 'override',
        causeId: act.id,
        result: act.result,
        reason: act.reason,
        documentNumber: act.documentNumber,
        materials: given.materials,
      });
    });
  }

  private check(given: OverrideGiven, results: RoundResults, item: ResultItem): void {
    const names = results.material.roll.flatMap(({ holderName, alternateName }) => [
      holderName,
      alternateName ?? '',
    ]);
    const fault = given.result === 'resubmit' ? materialsFault(given.materials) : null;
    insist(
      firstRefusal(
        () => checkOverride(given, overrideFacts(item, results.material.round.state)),
        () => (namesSomeone(given.reason, names) ? refuse('rulingNamesSomeone') : null),
        () => (fault === null ? null : refuse(fault)),
      ),
      422,
    );
  }

  private async record(
    tx: Tx,
    wanted: {
      readonly viewer: Viewer;
      readonly results: RoundResults;
      readonly item: ResultItem;
      readonly given: OverrideGiven;
      readonly file: ReceivedFile;
      readonly actor: LedgerActor;
    },
  ): Promise<OverrideAct> {
    const { viewer, results, item, given, file, actor } = wanted;
    const { outcome } = item;
    const { round } = results.material;
    const id = this.ids.next();
    const stored = await this.files.record(tx, file, { subject: { type: 'override', id }, actor });
    const stood = decidedOf(outcome);
    const act: OverrideAct = {
      id,
      itemId: outcome.itemId,
      outcomeId: outcome.id,
      roundId: round.id,
      leadId: outcome.leadId,
      computed: outcome.computed,
      stood: stood === 'void' ? null : stood,
      result: given.result as Override,
      announced: round.state === 'announced' ? 1 : 0,
      documentNumber: given.documentNumber.trim(),
      reason: given.reason.trim(),
      fileId: stored.id,
      byId: viewer.personId,
      byLabel: actor.label,
      at: this.clock.now(),
    };
    await tx.insert(OverrideAct, act);
    const facts = {
      round: round.number,
      lead: item.lead.number,
      computed: act.computed,
      result: act.result,
      document: act.documentNumber,
    };
    await this.ledger.seal(tx, 'override', id, wholeSeal(act), { kind: 'outcome.overridden', actor, facts });
    return act;
  }

  /** The outcome will be announced as the leading group wants it. */
  private async mark(
    tx: Tx,
    { outcome }: ResultItem,
    { result }: OverrideAct,
    materials: readonly string[],
    actor: LedgerActor,
  ): Promise<void> {
    const asked = result === 'resubmit' ? materialsText(materials) : outcome.materials;
    const changes = { overridden: result, materials: asked };
    await tx.update(OutcomeRow, changes, sql`id = ${outcome.id}`);
    await this.ledger.seal(tx, 'outcome', outcome.id, outcomeSeal({ ...outcome, ...changes }), {
      kind: 'outcome.marked',
      actor,
      facts: { result },
    });
  }
}
