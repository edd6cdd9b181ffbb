import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Sequences } from '../database/sequences';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { canonical } from '../domain/shared/canonical';
import { beijing, type Instant } from '../domain/shared/instant';
import { insist } from '../domain/shared/refusal';
import { LeadsService } from '../leads/leads.service';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { RoundsService } from '../rounds/rounds.service';
import { formatsFor } from '../words/formats';
import { wordsFor } from '../words/words';
import { actorOf } from '../ledger/actor';
import { AnnouncementFollowers, type DecidedItem } from './announcement-followers.service';
import { AnnouncementMails } from './announcement-mails.service';
import { CageNumbers } from './cage-numbers.service';
import { FollowUps } from './follow-ups.service';
import { LetterDrafts, type LetterDraft, type LetterWriter } from './letter-drafts.queries';
import { hostConditionsRefusal } from './host-condition-rules';
import { Letter } from './letter.entity';
import { OutcomeRow, type Decided } from './outcome.entity';
import { ResultsQueries, type RoundResults } from './results.queries';
import { letterSeal, outcomeSeal } from './results.seals';
import { materialsOf } from './ruling-materials';

/** Under which cause the ledger's head is kept when a round is announced. */
export const announcementCause = (roundNumber: string): string => `round.announced ${roundNumber}`;

/** What one announcement works with. */
interface Announcement {
  readonly tx: Tx;
  readonly results: RoundResults;
  readonly writer: LetterWriter;
  readonly actor: LedgerActor;
  readonly at: Instant;
  readonly year: number;
  /** Ids of the comments that go out; null sends every one that may. */
  readonly chosen: ReadonlySet<string> | null;
}

/** Releases what was decided, all of it at once. */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly sequences: Sequences,
    private readonly rounds: RoundsService,
    private readonly leads: LeadsService,
    private readonly results: ResultsQueries,
    private readonly drafts: LetterDrafts,
    private readonly ledger: Ledger,
    private readonly followers: AnnouncementFollowers,
    private readonly mails: AnnouncementMails,
    private readonly cageNumbers: CageNumbers,
    private readonly followUps: FollowUps,
  ) {}

  /**
   * Announces a closed round in one unit of work: the round's state changes; each lead is decided, void ones return to
   * the queue; cage numbers and letter numbers are drawn in the order of rank; letters are frozen, sealed and released;
   * whoever follows (the cage) is told; the ledger's head is fixed; letters go to the scouts, heads to the panel.
   * @param chosen ids of the comments the secretariat left in; null for all that hold no name
   * @throws Refused 409 'itemsUnruled' naming the leads the chair has not ruled on; 'hostConditionsOpen' those whose
   * host accepted on conditions that nobody has settled; 'roundNotClosed', 'alreadyAnnounced'
   */
  announce(viewer: Viewer, roundId: string, chosen: ReadonlySet<string> | null = null): Promise<void> {
    return this.work.run(async (tx) => {
      const unruled = await this.unruledLeads(tx, roundId);
      await this.rounds.announce(tx, viewer, roundId, unruled);
      const at = this.clock.now();
      const results = await this.results.closedRound(tx, roundId);
      const writer = await this.drafts.prepare(tx, results, at);
      insist(hostConditionsRefusal(writer.drafts), 409);
      const actor = actorOf(viewer);
      const announcement = { tx, results, writer, actor, at, year: beijing(at).year, chosen };
      const decided: DecidedItem[] = [];
      const letters: Letter[] = [];
      for (const draft of writer.drafts) {
        const item = await this.decide(announcement, draft);
        decided.push(item);
        if (item.decided !== 'void') letters.push(await this.writeLetter(announcement, draft, item));
        await this.follow(announcement, draft, item);
      }
      await this.followers.tell(tx, decided, actor);
      const head = await this.ledger.fixHead(tx, announcementCause(results.material.round.number));
      await this.mails.send(tx, { results, letters, decided, head });
    });
  }

  /** Numbers of the leads on which the chair has still to rule. */
  private async unruledLeads(tx: Tx, roundId: string): Promise<string[]> {
    const rows = await tx.rows<{ number: string }>(
      sql`select lead.number from outcome join lead on lead.id = outcome.lead_id
          where outcome.round_id = ${roundId} and outcome.computed = 'borderline' and outcome.ruling is null
            and outcome.overridden is null
          order by outcome.position`,
    );
    return rows.map(({ number }) => number);
  }

  private async decide(announcement: Announcement, { item, decided }: LetterDraft): Promise<DecidedItem> {
    if (decided === null) throw new Error(`announced without a ruling: ${item.lead.number}`);
    const { tx, actor, at, results } = announcement;
    const { round, items } = results.material;
    const drawn = decided === 'admit' ? await this.cageNumbers.draw(tx, item.lead.id, at) : null;
    // A number stands beside the outcome that drew it; an admission after a recall keeps the old one.
    const cageNo = drawn?.isNew ? drawn.cageNo : null;
    await this.decideLead(announcement, item.lead.id, decided);
    await tx.update(OutcomeRow, { decided, cageNo }, sql`id = ${item.outcome.id}`);
    const content = outcomeSeal({ ...item.outcome, decided, cageNo });
    const facts = { round: round.number, decided, cageNo: cageNo ?? '' };
    await this.ledger.seal(tx, 'outcome', item.outcome.id, content, {
      kind: 'outcome.announced',
      actor,
      facts,
    });
    return {
      outcomeId: item.outcome.id,
      roundId: round.id,
      roundNumber: round.number,
      leadId: item.lead.id,
      leadRevisionId: items.find(({ id }) => id === item.outcome.itemId)?.leadRevisionId ?? '',
      decided,
      cageNo: drawn?.cageNo ?? null,
      at,
    };
  }

  /** Begins what the decision leads to. A void item leads to nothing: its lead is back in the queue. */
  private async follow(
    { tx, results, actor, at }: Announcement,
    { item }: LetterDraft,
    { decided, leadRevisionId, leadId, roundId, roundNumber }: DecidedItem,
  ): Promise<void> {
    if (decided === 'void') return;
    const { outcome, override } = item;
    const settled = { decided, leadRevisionId, leadId, roundId, roundNumber, at, itemId: outcome.itemId };
    await this.followUps.begin(
      tx,
      {
        ...settled,
        source: 'outcome',
        sourceId: outcome.id,
        outcomeId: outcome.id,
        reason: override?.reason ?? outcome.rulingReason ?? '',
        materials: decided === 'resubmit' ? materialsOf(outcome) : [],
        rules: results.material.rules.content,
      },
      actor,
    );
  }

  private async decideLead(
    { tx, actor, results }: Announcement,
    leadId: string,
    decided: Decided,
  ): Promise<void> {
    const words = wordsFor('zh-CN');
    const reason = words.t(`results.leadAct.${decided}`, { round: results.material.round.number });
    if (decided === 'void') await this.leads.leaveRound(tx, [leadId], actor, reason);
    else await this.leads.decide(tx, leadId, decided, actor, reason);
  }

  private async writeLetter(
    { tx, writer, actor, at, year, chosen }: Announcement,
    draft: LetterDraft,
    { decided, cageNo }: DecidedItem,
  ): Promise<Letter> {
    if (decided === 'void') throw new Error('a void item gets no letter');
    const serial = await this.sequences.next(tx, 'letter', year);
    const number = formatsFor(wordsFor('zh-CN')).letter(year, serial);
    const comments = draft.comments
      .filter(({ id, named }) => !named && (chosen === null || chosen.has(id)))
      .map(({ text }) => text);
    const content = writer.write(draft, decided, { number, cageNo }, comments);
    const { outcome, lead } = draft.item;
    const row: Letter = {
      id: this.ids.next(),
      number,
      year,
      serial,
      roundId: outcome.roundId,
      outcomeId: outcome.id,
      decisionId: null,
      leadId: lead.id,
      scoutId: lead.scoutId,
      content: canonical(content),
      createdAt: at,
      releasedAt: at,
    };
    await tx.insert(Letter, row);
    const facts = { number, lead: lead.number };
    await this.ledger.seal(tx, 'letter', row.id, letterSeal(row), { kind: 'letter.released', actor, facts });
    return row;
  }
}
