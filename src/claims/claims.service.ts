import { Injectable, OnModuleInit } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Randomness } from '../clock/randomness';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import { protectionFrom, silenceFrom } from '../domain/claim/claim-clock';
import { claimRules, type ClaimRules } from '../domain/claim/claim-rules';
import { STANDING_CLAIMS, type ClaimMove } from '../domain/claim/states';
import type { LeadMove } from '../domain/lead/states';
import type { Instant } from '../domain/shared/instant';
import { LeadFollowers, type LeadFollower, type LeadMoved } from '../leads/lead-followers.service';
import { LeadHoldersService } from '../leads/lead-holders.service';
import type { Lead } from '../leads/lead.entity';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { ClaimMoves } from './claim-moves';
import { wholeRow } from './claim-seals';
import { Claim, ClaimBlock } from './claim.entity';
import { newReceiptCode } from './receipt-code';

/** Moves after which a lead is out of the way. */
const ENDINGS: readonly LeadMove[] = [
  'withdraw',
  'merge',
  'rejectAtIntake',
  'reject',
  'lapse',
  'overrideReject',
];
const ADMISSIONS: readonly LeadMove[] = ['admit', 'overrideAdmit'];

/** First reports follow their leads: made by the first submission, protected from intake on, ended with the lead. */
@Injectable()
export class ClaimsService implements LeadFollower, OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
    private readonly calendars: Calendars,
    private readonly people: PeopleQueries,
    private readonly settings: CitySettingsQueries,
    private readonly followers: LeadFollowers,
    private readonly holders: LeadHoldersService,
    private readonly moves: ClaimMoves,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
  }

  async moved(tx: Tx, { move, before, after, actor, at }: LeadMoved): Promise<void> {
    const claim = await this.moves.lockOf(tx, after.id);
    if (claim === null) {
      if (move === 'submit') await this.report(tx, after, actor);
      return;
    }
    const standing = STANDING_CLAIMS.includes(claim.state);
    if (ENDINGS.includes(move)) {
      if (standing) await this.moves.make(tx, claim, { move: 'end', actor });
    } else if (standing) await this.carryOn(tx, claim, move, actor, at);
    else if (claim.state === 'ended' && before.state !== 'withdrawn')
      await this.revive(tx, claim, move, actor, at);
    else if (claim.state === 'lapsed' && move === 'submit') await this.revive(tx, claim, move, actor, at);
  }

  /** Somebody came second: from the first time he is told, the days for a dispute run. */
  async blocked(tx: Tx, viewer: Viewer, lead: Lead, reported: { readonly leadId: string }): Promise<void> {
    const known = await tx.findOne(
      ClaimBlock,
      sql`where lead_id = ${lead.id} and holder_lead_id = ${reported.leadId}`,
    );
    if (known !== null) return;
    const { disputeWorkdays } = await this.settings.value(claimRules, tx);
    const toldAt = this.clock.now();
    const calendar = await this.calendars.current();
    const block: ClaimBlock = {
      id: this.ids.next(),
      leadId: lead.id,
      holderLeadId: reported.leadId,
      toldTo: viewer.personId,
      toldAt,
      disputeBy: calendar.addWorkdays(toldAt, disputeWorkdays),
    };
    await tx.insert(ClaimBlock, block);
    const facts = { lead: lead.id, holder: reported.leadId };
    const act = { kind: 'claim.blocked', actor: actorOf(viewer), facts };
    await this.ledger.seal(tx, 'claimBlock', block.id, wholeRow(block), act);
  }

  /** A new protection counted from `at`: never shorter than the one that runs. */
  async renewed(tx: Tx, claim: Claim, admitted: boolean, at: Instant): Promise<Partial<Claim>> {
    return termsFrom(claim, at, admitted, await this.settings.value(claimRules, tx));
  }

  /** The first report is lost: others may report the code. */
  async release(tx: Tx, claim: Claim, move: ClaimMove, actor: LedgerActor, reason: string): Promise<Claim> {
    await this.holders.releaseCode(tx, claim.leadId);
    return this.moves.make(tx, claim, { move, actor, reason });
  }

  /** The first report of a lead submitted at `lead.submittedAt`, for whoever reported it. */
  async report(tx: Tx, lead: Lead, actor: LedgerActor, reason: string | null = null): Promise<Claim> {
    const scout = await this.people.byId(lead.scoutId, tx);
    const unit = await this.people.unit(lead.scoutUnitId, tx);
    const claim: Claim = {
      id: this.ids.next(),
      leadId: lead.id,
      state: 'reported',
      reportedAt: lead.submittedAt ?? this.clock.now(),
      scoutId: lead.scoutId,
      scoutName: (scout?.name ?? '').slice(0, 40),
      unitName: (unit?.name ?? '').slice(0, 60),
      receiptCode: newReceiptCode(this.randomness),
      protectedFrom: null,
      protectedUntil: null,
      followedAt: null,
      amberAt: null,
      lapsesAt: null,
      warnedAt: null,
      changedAt: this.clock.now(),
    };
    return this.moves.report(tx, claim, actor, reason);
  }

  private async carryOn(
    tx: Tx,
    claim: Claim,
    move: LeadMove,
    actor: LedgerActor,
    at: Instant,
  ): Promise<void> {
    const admission = ADMISSIONS.includes(move);
    if (move === 'accept' && claim.state === 'reported') {
      const changes = await this.renewed(tx, claim, false, at);
      await this.moves.make(tx, claim, { move: 'protect', actor, changes });
    } else if (admission) {
      const changes = await this.renewed(tx, claim, true, at);
      await this.moves.make(tx, claim, { move: 'extend', actor, changes });
    } else if (claim.state === 'protected' && claim.protectedUntil !== null) {
      const rules = await this.settings.value(claimRules, tx);
      const silence = silenceFrom(at, claim.protectedUntil, rules);
      const changes = { followedAt: at, ...silence, warnedAt: null };
      await this.moves.touch(tx, claim, changes, 'claim.followed', actor);
    }
  }

  private async revive(tx: Tx, claim: Claim, move: LeadMove, actor: LedgerActor, at: Instant): Promise<void> {
    const changes = await this.renewed(tx, claim, ADMISSIONS.includes(move), at);
    await this.moves.make(tx, claim, { move: 'revive', actor, changes });
  }
}

function termsFrom(claim: Claim, at: Instant, admitted: boolean, rules: ClaimRules): Partial<Claim> {
  const fresh = protectionFrom(at, admitted, rules);
  const running = claim.state === 'protected' ? claim.protectedUntil : null;
  const protectedUntil = running !== null && running > fresh ? running : fresh;
  return {
    protectedFrom: claim.state === 'protected' ? claim.protectedFrom : at,
    protectedUntil,
    followedAt: at,
    ...silenceFrom(at, protectedUntil, rules),
    warnedAt: null,
  };
}
