import { Injectable, OnModuleInit } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { claimRules } from '../domain/claim/claim-rules';
import {
  disputeMachine,
  sharesOf,
  type DisputeMove,
  type DisputeOutcome,
  type DisputeWeight,
} from '../domain/claim/dispute';
import { refuse, Refused } from '../domain/shared/refusal';
import { FileReaders } from '../files/file-readers';
import { FilesService } from '../files/files.service';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import { LeadFollowers, type LeadFollower } from '../leads/lead-followers.service';
import { LeadHoldersService } from '../leads/lead-holders.service';
import { Lead } from '../leads/lead.entity';
import { actorOf } from '../ledger/actor';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { formatsFor } from '../words/formats';
import { ClaimMails } from './claim-mails';
import { ClaimMoves } from './claim-moves';
import { ClaimsQueries } from './claims.queries';
import { disputeFacts } from './dispute-facts';
import { sideOf } from './dispute-access';
import { DisputeRecords, type Said, type StatementGiven } from './dispute-records';
import { Dispute } from './dispute.entity';
import { DisputesQueries, type DisputeRow } from './disputes.queries';

export interface RulingGiven {
  readonly outcome: DisputeOutcome;
  readonly weight: DisputeWeight;
  readonly holderShare: string;
  readonly challengerShare: string;
  readonly reason: string;
}

/** Disputes about a first report: filed, answered, proposed, ruled. */
@Injectable()
export class DisputesService implements LeadFollower, OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly records: DisputeRecords,
    private readonly calendars: Calendars,
    private readonly settings: CitySettingsQueries,
    private readonly files: FilesService,
    private readonly readers: FileReaders,
    private readonly access: LeadAccessQueries,
    private readonly followers: LeadFollowers,
    private readonly holders: LeadHoldersService,
    private readonly claims: ClaimsQueries,
    private readonly moves: ClaimMoves,
    private readonly queries: DisputesQueries,
    private readonly mails: ClaimMails,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
    this.readers.register('dispute', {
      mayRead: (viewer, file) => this.queries.maySeePaper(viewer, file.subjectId, file.id),
    });
  }

  /** Who was given the first report by a ruling may hand in: the other makes way then, so that no third comes between. */
  async makesWay(tx: Tx, lead: Lead, reported: { readonly leadId: string }): Promise<boolean> {
    const won = await tx.findOne(
      Dispute,
      sql`where lead_id = ${lead.id} and holder_lead_id = ${reported.leadId} and state = 'ruled'
          and outcome = 'challenger'`,
    );
    if (won === null) return false;
    await this.holders.releaseCode(tx, reported.leadId);
    return true;
  }

  /** @throws Refused 404 for somebody who is no party to it; 422 what is wrong with the file */
  async receive(
    viewer: Viewer,
    id: { leadId: string } | { disputeId: string },
    bytes: Readable,
    name: string,
  ) {
    if ('leadId' in id) {
      const { lead } = await this.access.see(viewer, id.leadId);
      if (lead.scoutId !== viewer.personId) throw new Refused(refuse('leadNotFound'), 404);
    } else {
      const dispute = await this.queries.byId(id.disputeId);
      if (dispute === null || sideOf(viewer, dispute) !== 'holder')
        throw new Refused(refuse('disputeNotFound'), 404);
    }
    return this.files.receive(bytes, name);
  }

  /**
   * Files a dispute for the viewer's own lead, which was turned away.
   * @returns its id
   * @throws Refused 404; 409 'disputeTooLate', 'disputeAlready'; 422 'disputeEvidenceMissing'
   */
  async file(viewer: Viewer, leadId: string, given: StatementGiven): Promise<string> {
    try {
      return await this.work.run((tx) => this.fileOnce(tx, viewer, leadId, given));
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('disputeAlready'), 409);
      throw error;
    }
  }

  /** The holder's side of it. @throws Refused 404, 409 */
  answer(viewer: Viewer, id: string, given: StatementGiven): Promise<void> {
    return this.work.run(async (tx) => {
      const dispute = await this.asked(tx, viewer, id, 'answer');
      const moved = await this.records.write(
        tx,
        viewer,
        dispute,
        { state: 'answered' },
        { move: 'answer', text: given.statement },
      );
      await this.records.keepPapers(tx, viewer, moved.id, 'holder', given);
    });
  }

  /** The secretariat's proposal; a later one takes its place. @throws Refused 404, 409, 422 */
  propose(viewer: Viewer, id: string, given: RulingGiven): Promise<void> {
    return this.work.run(async (tx) => {
      const dispute = await this.asked(tx, viewer, id, 'propose');
      const said = saidOf('propose', given);
      await this.records.write(tx, viewer, dispute, { state: 'proposed' }, said);
      if (dispute.forLeadingGroup === 1) {
        const told = { lead: dispute.number, detail: () => '', path: `/disputes/${id}` };
        await this.mails.tellLeaders(tx, 'disputeProposed', told);
      }
    });
  }

  /** Ends it: whose the first report is, and who has which share. Both sides are told. @throws Refused 403, 404, 409, 422 */
  rule(viewer: Viewer, id: string, given: RulingGiven): Promise<void> {
    return this.work.run(async (tx) => {
      const dispute = await this.asked(tx, viewer, id, 'rule');
      const said = saidOf('rule', given);
      const { outcome = null, weight = null, holderShare = null, challengerShare = null } = said;
      const ended = { outcome, weight, holderShare, challengerShare, endedAt: this.clock.now() };
      await this.records.write(tx, viewer, dispute, { state: 'ruled', ...ended }, said);
      if (outcome === 'challenger') await this.overrule(tx, viewer, dispute, given.reason);
      const told = {
        lead: dispute.number,
        detail: (words: Parameters<typeof formatsFor>[0]) => words.t(`disputes.outcome.${given.outcome}`),
        path: `/disputes/${id}`,
      };
      await this.mails.tell(tx, 'disputeRuled', [dispute.holderId, dispute.challengerId], told);
    });
  }

  /** @throws Refused 404, 409 */
  withdraw(viewer: Viewer, id: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const dispute = await this.asked(tx, viewer, id, 'withdraw');
      const ended = { state: 'withdrawn' as const, endedAt: this.clock.now() };
      await this.records.write(tx, viewer, dispute, ended, { move: 'withdraw', text: reason });
    });
  }

  private async fileOnce(tx: Tx, viewer: Viewer, leadId: string, given: StatementGiven): Promise<string> {
    const { lead } = await this.access.own(tx, viewer, leadId);
    const block = await this.claims.blockOf(leadId, tx);
    if (block === null) throw new Refused(refuse('disputeNotFound'), 404);
    const filedAt = this.clock.now();
    if (filedAt > block.disputeBy) throw new Refused(refuse('disputeTooLate'), 409);
    if (given.papers.length === 0) throw new Refused(refuse('disputeEvidenceMissing'), 422);
    const holder = await tx.findOne(Lead, sql`where id = ${block.holderLeadId}`);
    if (holder === null) throw new Refused(refuse('disputeNotFound'), 404);
    const rules = await this.settings.value(claimRules, tx);
    const amounts = [lead.totalInvestment, holder.totalInvestment].filter((amount) => amount !== null);
    const amount = amounts.length === 0 ? null : Math.max(...amounts);
    const dispute: Dispute = {
      id: this.ids.next(),
      leadId,
      holderLeadId: block.holderLeadId,
      challengerId: viewer.personId,
      challengerName: viewer.name.slice(0, 40),
      challengerUnit: viewer.unitName.slice(0, 60),
      filedAt,
      answerBy: (await this.calendars.current()).addWorkdays(filedAt, rules.disputeWorkdays),
      state: 'filed',
      amount,
      forLeadingGroup: amount !== null && amount >= rules.leadingGroupFromWan * 100 ? 1 : 0,
      outcome: null,
      weight: null,
      holderShare: null,
      challengerShare: null,
      endedAt: null,
    };
    await tx.insert(Dispute, dispute);
    await this.records.record(tx, viewer, dispute, 1, { move: 'file', text: given.statement });
    await this.records.keepPapers(tx, viewer, dispute.id, 'challenger', given);
    const told = {
      lead: holder.number ?? '',
      detail: (words: Parameters<typeof formatsFor>[0]) => formatsFor(words).dateTimeFull(dispute.answerBy),
      path: `/disputes/${dispute.id}`,
    };
    await this.mails.tell(tx, 'disputeFiled', [holder.scoutId], told);
    await this.mails.tellSecretariat(tx, 'disputeFiled', told);
    return dispute.id;
  }

  /** The first report is lost to the challenger; its code stays kept until the challenger hands in. */
  private async overrule(tx: Tx, viewer: Viewer, dispute: DisputeRow, reason: string): Promise<void> {
    const claim = await this.moves.lockOf(tx, dispute.holderLeadId);
    if (claim === null || claim.state === 'overruled') return;
    await this.moves.make(tx, claim, { move: 'overrule', actor: actorOf(viewer), reason });
  }

  /** The dispute, locked, for somebody who may make this move now. */
  private async asked(tx: Tx, viewer: Viewer, id: string, move: DisputeMove): Promise<DisputeRow> {
    await tx.findOne(Dispute, sql`where id = ${id}${tx.forUpdate}`);
    const dispute = await this.queries.byId(id, tx);
    if (dispute === null || sideOf(viewer, dispute) === null)
      throw new Refused(refuse('disputeNotFound'), 404);
    const facts = disputeFacts(viewer, dispute, this.clock.now());
    const refusal = disputeMachine.check(move, dispute.state, facts);
    if (refusal?.because === 'wrongState') throw new Refused(refuse('disputeNotNow'), 409);
    if (refusal !== null) throw new Refused(refusal, refusal.because === 'holderMayStillAnswer' ? 409 : 403);
    return dispute;
  }
}

/** @throws Refused (422) where shares do not make up the whole */
function saidOf(move: 'propose' | 'rule', given: RulingGiven): Said {
  const shares = sharesOf(given.outcome, { holder: given.holderShare, challenger: given.challengerShare });
  if ('because' in shares) throw new Refused(shares, 422);
  const { outcome, weight, reason: text } = given;
  return { move, text, outcome, weight, holderShare: shares.holder, challengerShare: shares.challenger };
}
