import { Injectable, OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { isInTerm, unrewardedBecause } from '../domain/claim/referral';
import type { LeadContent } from '../domain/lead/content';
import { problem, type FieldProblem } from '../domain/lead/problem';
import { beijingDay } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { LeadFollowers, type LeadFollower, type LeadMoved } from '../leads/lead-followers.service';
import type { Lead } from '../leads/lead.entity';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { Ambassador, CoScoutRecord, LeadReferral } from './backers.entity';
import { ClaimMails } from './claim-mails';
import { wholeRow } from './claim-seals';

const contentOf = (lead: Lead): LeadContent => JSON.parse(lead.content) as LeadContent;

/** The people behind a lead: co-scouts are asked at each submission, the referrer is locked at intake. */
@Injectable()
export class BackersService implements LeadFollower, OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly followers: LeadFollowers,
    private readonly mails: ClaimMails,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
  }

  /** Once a lead has passed intake, who introduced it is no more to be chosen. */
  async objections(tx: Tx, lead: Lead, { referrer }: LeadContent): Promise<readonly FieldProblem[]> {
    const locked = await tx.findOne(LeadReferral, sql`where lead_id = ${lead.id}`);
    if (locked === null) return [];
    const same =
      (referrer.name ?? '') === locked.name &&
      referrer.kind === locked.kind &&
      (referrer.conflict ? 1 : 0) === locked.conflict;
    return same
      ? []
      : [problem('referrer[name]', 'referrerLocked', { name: locked.name === '' ? '—' : locked.name })];
  }

  async moved(tx: Tx, { move, after, actor }: LeadMoved): Promise<void> {
    if (move === 'submit') await this.askCoScouts(tx, after, actor);
    if (move === 'accept') await this.lockReferrer(tx, after, actor);
  }

  /** A co-scout says whether the share is as agreed. @throws Refused 404; 409 'coScoutAnswered' */
  answer(viewer: Viewer, leadId: string, verdict: 'confirm' | 'decline'): Promise<void> {
    return this.work.run(async (tx) => {
      const row = await tx.findOne(
        CoScoutRecord,
        sql`where lead_id = ${leadId} and person_id = ${viewer.personId} and state <> 'dropped'${tx.forUpdate}`,
      );
      if (row === null) throw new Refused(refuse('leadNotFound'), 404);
      if (row.state !== 'asked') throw new Refused(refuse('coScoutAnswered'), 409);
      const state = verdict === 'confirm' ? 'confirmed' : 'declined';
      await this.writeCoScout(tx, { ...row, state, answeredAt: this.clock.now() }, actorOf(viewer));
    });
  }

  private async askCoScouts(tx: Tx, lead: Lead, actor: LedgerActor): Promise<void> {
    const named = new Map<string, string>();
    for (const { account, share } of contentOf(lead).coScouts) {
      const person = account === null ? null : await this.people.byAccount(account, tx);
      if (person !== null) named.set(person.id, share ?? '0');
    }
    const known = await tx.find(CoScoutRecord, sql`where lead_id = ${lead.id} order by id`);
    for (const row of known)
      if (!named.has(row.personId) && row.state !== 'dropped')
        await this.writeCoScout(tx, { ...row, state: 'dropped' }, actor);
    for (const [personId, share] of named) {
      const row = known.find((one) => one.personId === personId);
      if (row && row.share === share && row.state !== 'dropped') continue;
      const asked = { share, state: 'asked' as const, askedAt: this.clock.now(), answeredAt: null };
      if (row) await this.writeCoScout(tx, { ...row, ...asked }, actor);
      else await this.insertCoScout(tx, { id: this.ids.next(), leadId: lead.id, personId, ...asked }, actor);
      await this.mails.tell(tx, 'coScoutAsked', [personId], {
        lead: lead.number ?? '',
        detail: () => share,
        path: `/leads/${lead.id}#co-scouts`,
      });
    }
  }

  private async lockReferrer(tx: Tx, lead: Lead, actor: LedgerActor): Promise<void> {
    if ((await tx.findOne(LeadReferral, sql`where lead_id = ${lead.id}`)) !== null) return;
    const { name, kind, conflict } = contentOf(lead).referrer;
    const lockedAt = this.clock.now();
    const today = beijingDay(lockedAt);
    const appointed =
      name === null ? [] : await tx.find(Ambassador, sql`where name = ${name} order by at desc`);
    const running = appointed.find(({ termFrom: from, termUntil: until }) =>
      isInTerm({ from, until }, today),
    );
    const row: LeadReferral = {
      id: this.ids.next(),
      leadId: lead.id,
      name: (name ?? '').slice(0, 100),
      kind,
      conflict: conflict ? 1 : 0,
      ambassadorId: running?.id ?? null,
      unrewarded: name === null ? null : unrewardedBecause({ kind, conflict }),
      lockedAt,
    };
    await tx.insert(LeadReferral, row);
    const facts = { lead: lead.id };
    await this.ledger.seal(tx, 'leadReferral', row.id, wholeRow(row), {
      kind: 'referral.locked',
      actor,
      facts,
    });
  }

  private async insertCoScout(tx: Tx, row: CoScoutRecord, actor: LedgerActor): Promise<void> {
    await tx.insert(CoScoutRecord, row);
    await this.sealCoScout(tx, row, actor);
  }

  private async writeCoScout(tx: Tx, row: CoScoutRecord, actor: LedgerActor): Promise<void> {
    const { share, state, askedAt, answeredAt } = row;
    await tx.run(
      sql`update co_scout set share = ${share}, state = ${state}, asked_at = ${askedAt}, answered_at = ${answeredAt}
          where id = ${row.id}`,
    );
    await this.sealCoScout(tx, row, actor);
  }

  private async sealCoScout(tx: Tx, row: CoScoutRecord, actor: LedgerActor): Promise<void> {
    const facts = { lead: row.leadId, state: row.state };
    await this.ledger.seal(tx, 'coScout', row.id, wholeRow(row), {
      kind: `coScout.${row.state}`,
      actor,
      facts,
    });
  }
}
