import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { hostsAfterTransfer, transferRefusal, type TransferTier } from '../domain/intake/transfer';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { HostsQueries } from '../hosts/hosts.queries';
import { LeadAccessQueries, type SeenLead } from '../leads/lead-access.queries';
import { LeadPlacementsService } from '../leads/lead-placements.service';
import { Lead } from '../leads/lead.entity';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import type { MailDraft } from '../mail/letter';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { wordsFor, type Words } from '../words/words';
import { LeadTransfer, transferSeal } from './transfer.entity';
import { hostProposedMail, tierToldMail, transferAnsweredMail } from './transfer.mail';

/** What is proposed: a host by its code, or a tier. */
export type TransferWanted =
  | { readonly kind: 'host'; readonly host: string; readonly reason: string }
  | { readonly kind: 'tier'; readonly tier: TransferTier; readonly reason: string };

/** The secretariat proposes another host or tier; the scout is told, and answers for a host. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly hosts: HostsQueries,
    private readonly access: LeadAccessQueries,
    private readonly placements: LeadPlacementsService,
  ) {}

  /**
   * Proposes; an earlier proposal of the kind that is not answered yet is replaced by this one.
   * @throws Refused 404; 409 'transferNotNow'; 422 'reasonMissing', 'transferHostUnknown', 'transferSameHost'
   */
  propose(viewer: Viewer, leadId: string, wanted: TransferWanted): Promise<void> {
    return this.work.run(async (tx) => {
      const seen = await this.locked(tx, viewer, leadId);
      insist(transferRefusal(seen.lead.state));
      const reason = wanted.reason.trim();
      if (reason === '') throw new Refused(refuse('reasonMissing'), 422);
      const [first] = seen.hosts;
      const to = wanted.kind === 'host' ? await this.host(tx, wanted.host) : null;
      if (to !== null && to.id === first?.id) throw new Refused(refuse('transferSameHost'), 422);
      const actor = actorOf(viewer);
      await this.replaceEarlier(tx, leadId, wanted.kind, actor);
      const row: LeadTransfer = {
        id: this.ids.next(),
        leadId,
        kind: wanted.kind,
        fromHostId: first?.id ?? null,
        toHostId: to?.id ?? null,
        tier: wanted.kind === 'tier' ? wanted.tier : null,
        reason,
        state: wanted.kind === 'host' ? 'asked' : 'told',
        proposedAt: this.clock.now(),
        byId: viewer.personId,
        byLabel: actor.label.slice(0, 140),
        answer: null,
        answeredAt: null,
        answeredById: null,
      };
      await tx.insert(LeadTransfer, row);
      await this.seal(tx, row, `transfer.${row.state}`, actor);
      await this.tell(tx, seen.lead.scoutId, (person, words) => {
        const name = to?.name ?? words.t(`intake.tier.${row.tier ?? 'city'}`);
        const facts = { person, lead: seen.lead, to: name, text: reason, url: this.address(leadId) };
        return to === null ? tierToldMail(facts, words) : hostProposedMail(facts, words);
      });
    });
  }

  /**
   * The scout answers for the investor. Agreed: the host becomes the first choice and may speak for itself.
   * @throws Refused 404 for anybody else; 409 'transferNotNow' once it has been answered or replaced
   */
  answer(viewer: Viewer, leadId: string, id: string, said: { agrees: boolean; text: string }): Promise<void> {
    return this.work.run(async (tx) => {
      await this.locked(tx, viewer, leadId);
      const { lead } = await this.access.own(tx, viewer, leadId);
      const row = await tx.findOne(
        LeadTransfer,
        sql`where id = ${id} and lead_id = ${leadId}${tx.forUpdate}`,
      );
      if (!row) throw new Refused(refuse('leadNotFound'), 404);
      if (row.state !== 'asked') throw new Refused(refuse('transferNotNow', { state: lead.state }), 409);
      insist(transferRefusal(lead.state));
      const changes = {
        state: said.agrees ? ('agreed' as const) : ('declined' as const),
        answer: said.text.trim() || null,
        answeredAt: this.clock.now(),
        answeredById: viewer.personId,
      };
      const host = await this.hosts.byId(row.toHostId ?? '', tx);
      await tx.update(LeadTransfer, changes, sql`id = ${id}`);
      if (said.agrees && host)
        await this.placements.place(tx, leadId, (codes) => hostsAfterTransfer(codes, host.code));
      await this.seal(tx, { ...row, ...changes }, `transfer.${changes.state}`, actorOf(viewer));
      await this.tell(tx, row.byId, (person, words) =>
        transferAnsweredMail(
          {
            person,
            lead,
            to: host?.name ?? '',
            text: changes.answer ?? '',
            url: this.address(leadId),
            agrees: said.agrees,
          },
          words,
        ),
      );
    });
  }

  private async locked(tx: Tx, viewer: Viewer, leadId: string): Promise<SeenLead> {
    await tx.findOne(Lead, sql`where id = ${leadId}${tx.forUpdate}`);
    return this.access.see(viewer, leadId, tx);
  }

  private async host(tx: Tx, code: string) {
    const found = (await this.hosts.byCodes([code], tx)).get(code);
    if (!found) throw new Refused(refuse('transferHostUnknown'), 422);
    return found;
  }

  private async replaceEarlier(
    tx: Tx,
    leadId: string,
    kind: LeadTransfer['kind'],
    actor: LedgerActor,
  ): Promise<void> {
    const standing = kind === 'host' ? 'asked' : 'told';
    const earlier = await tx.find(
      LeadTransfer,
      sql`where lead_id = ${leadId} and kind = ${kind} and state = ${standing}${tx.forUpdate}`,
    );
    for (const row of earlier) {
      await tx.update(LeadTransfer, { state: 'replaced' }, sql`id = ${row.id}`);
      await this.seal(tx, { ...row, state: 'replaced' }, 'transfer.replaced', actor);
    }
  }

  private async seal(tx: Tx, row: LeadTransfer, kind: string, actor: LedgerActor): Promise<void> {
    const facts = { lead: row.leadId, transfer: row.kind };
    await this.ledger.seal(tx, 'leadTransfer', row.id, transferSeal(row), { kind, actor, facts });
  }

  private async tell(
    tx: Tx,
    personId: string,
    mail: (person: { id: string; name: string; email: string }, words: Words) => MailDraft,
  ): Promise<void> {
    const person = await this.people.byId(personId, tx);
    if (person) await this.outbox.enqueue(tx, mail(person, wordsFor(person.locale ?? this.config.LOCALE)));
  }

  private address(leadId: string): string {
    return `${this.config.BASE_URL}/leads/${leadId}#transfer`;
  }
}
