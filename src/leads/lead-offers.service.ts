import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { answerTerm } from '../domain/lead/answer-clock';
import { answerRules, type AnswerRules } from '../domain/lead/answer-rules';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { HostFitQueries, type RankedHost } from '../hosts/host-fit.queries';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { wordsFor } from '../words/words';
import { DeclinedWord, HostOffer } from './host-offer.entity';
import { LeadAccessQueries, type SeenLead } from './lead-access.queries';
import { leadDeclinedByAllMail, leadOfferedMail } from './lead-offered.mail';
import { offerRefusal } from './lead-refusals';
import { offerSeal, wordSeal } from './lead-seals';
import { LeadStandingQueries } from './lead-standing.queries';
import { LeadStore } from './lead-store';

/** What the program does by rule is in nobody's name. */
const byRule: LedgerActor = { personId: null, label: '系统按规则' };

export interface NewOffer {
  readonly hostId: string;
  readonly reason: string;
  /** How the investor agreed; needed where the scout has not ticked that the project may be moved. */
  readonly consent: string;
}

/** Offers a lead to hosts that its scout did not name, one after another, and nobody twice (lead-form rule 3.6.5). */
@Injectable()
export class LeadOffersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly calendars: Calendars,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly settings: CitySettingsQueries,
    private readonly fit: HostFitQueries,
    private readonly standing: LeadStandingQueries,
    private readonly store: LeadStore,
    private readonly access: LeadAccessQueries,
  ) {}

  /**
   * The secretariat offers a lead to a host of its choice.
   * @throws Refused 404; 403; 409 'offerTooLate'; 422 'hostAlreadyAsked', 'offerHostUnknown', 'consentMissing'
   */
  async offer(viewer: Viewer, leadId: string, given: NewOffer): Promise<void> {
    await this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      const seen = await this.access.see(viewer, leadId, tx);
      insist(offerRefusal(viewer, seen), 409);
      if (seen.hosts.some(({ id }) => id === given.hostId))
        throw new Refused(refuse('hostAlreadyAsked'), 422);
      const ranked = await this.fit.rank({ id: leadId, content: seen.content }, tx);
      const host = ranked.find(({ id }) => id === given.hostId);
      if (!host) throw new Refused(refuse('offerHostUnknown'), 422);
      const consent = given.consent.trim();
      if (seen.content.adjustable !== true && consent === '')
        throw new Refused(refuse('consentMissing'), 422);
      const rules = await this.settings.value(answerRules, tx);
      const offered = { cause: 'chosen' as const, reason: given.reason.trim(), consent };
      await this.record(tx, seen, host, { ...offered, rules, actor: actorOf(viewer) });
    });
  }

  /**
   * After a decline, within its unit: where everybody asked has declined, the lead goes to the host that fits best of
   * those not asked yet, if its scout agreed that it may be moved. Where none is left, the secretariat is told.
   */
  async afterDecline(tx: Tx, seen: SeenLead): Promise<void> {
    const [standing] = await this.standing.ofLeads(tx, [seen.lead.id]);
    if (!standing?.isDeclinedByAll) return;
    const rules = await this.settings.value(answerRules, tx);
    const next = await this.next(tx, seen, rules);
    if (next === null) return this.tellOffice(tx, seen);
    const offered = { cause: 'declined' as const, reason: '', consent: '' };
    await this.record(tx, seen, next, { ...offered, rules, actor: byRule });
  }

  /**
   * The secretariat writes why a lead that every host has declined goes on.
   * @throws Refused 404; 409 'notDeclinedByAll'; 422 'wordMissing'
   */
  async writeWord(viewer: Viewer, leadId: string, text: string): Promise<void> {
    await this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      const { lead } = await this.access.see(viewer, leadId, tx);
      const [standing] = await this.standing.ofLeads(tx, [leadId]);
      insist(standing?.isDeclinedByAll ? null : refuse('notDeclinedByAll'), 409);
      if (text.trim().length < 4) throw new Refused(refuse('wordMissing'), 422);
      const actor = actorOf(viewer);
      const row: DeclinedWord = {
        id: this.ids.next(),
        leadId,
        text: text.trim(),
        byId: viewer.personId,
        byLabel: actor.label.slice(0, 120),
        at: this.clock.now(),
      };
      await tx.insert(DeclinedWord, row);
      const facts = { lead: leadId, number: lead.number ?? '' };
      await this.ledger.seal(tx, 'declinedWord', row.id, wordSeal(row), {
        kind: 'lead.declinedWordGiven',
        actor,
        facts,
      });
    });
  }

  /** The best of those not asked, that could take it; null where nobody is left or the rules or the scout say no. */
  private async next(
    tx: Tx,
    { lead, content, hosts }: SeenLead,
    rules: AnswerRules,
  ): Promise<RankedHost | null> {
    if (rules.offersByItself === 0 || content.adjustable !== true) return null;
    const asked = new Set(hosts.map(({ id }) => id));
    const ranked = await this.fit.rank({ id: lead.id, content }, tx);
    return (
      ranked.find(({ id, isBlocked, unitId }) => !isBlocked && unitId !== null && !asked.has(id)) ?? null
    );
  }

  private async record(
    tx: Tx,
    { lead }: SeenLead,
    host: RankedHost,
    given: Pick<HostOffer, 'cause' | 'reason' | 'consent'> & { rules: AnswerRules; actor: LedgerActor },
  ): Promise<void> {
    const { rules, actor, ...said } = given;
    const last = await tx.one<{ position: number | null }>(
      sql`select max(position) as position from host_offer where lead_id = ${lead.id}`,
    );
    const row: HostOffer = {
      ...said,
      id: this.ids.next(),
      leadId: lead.id,
      hostId: host.id,
      position: (last?.position ?? 0) + 1,
      fitScore: host.score.toDecimal(2),
      originShare: rules.originShare,
      shareYears: rules.shareYears,
      byId: actor.personId,
      byLabel: actor.label.slice(0, 120),
      offeredAt: this.clock.now(),
    };
    await tx.insert(HostOffer, row);
    await this.store.appendHost(tx, lead.id, host.id);
    const facts = { lead: lead.id, number: lead.number ?? '', host: host.code };
    await this.ledger.seal(tx, 'hostOffer', row.id, offerSeal(row), {
      kind: 'lead.offered',
      actor,
      facts,
    });
    await this.tellHost(tx, lead, host, row, rules);
  }

  private async tellHost(
    tx: Tx,
    lead: SeenLead['lead'],
    host: RankedHost,
    offer: HostOffer,
    rules: AnswerRules,
  ): Promise<void> {
    const calendar = await this.calendars.current(tx);
    const limit = { workdays: rules.hostWorkdays, remindBefore: rules.remindBefore };
    const { dueAt } = answerTerm(calendar, offer.offeredAt, limit, offer.offeredAt);
    const people = (await this.people.withRole('host', tx)).filter(({ unitId }) => unitId === host.unitId);
    for (const person of people) {
      const words = wordsFor(person.locale ?? this.config.LOCALE);
      const url = `${this.config.BASE_URL}/leads/${lead.id}`;
      await this.outbox.enqueue(
        tx,
        leadOfferedMail({ person, lead, url, offer, hostName: host.name, dueAt }, words),
      );
    }
  }

  private async tellOffice(tx: Tx, { lead }: SeenLead): Promise<void> {
    for (const person of await this.people.withRole('secretariat', tx)) {
      const words = wordsFor(person.locale ?? this.config.LOCALE);
      const url = `${this.config.BASE_URL}/leads/${lead.id}#statements`;
      await this.outbox.enqueue(tx, leadDeclinedByAllMail({ person, lead, url }, words));
    }
  }
}
