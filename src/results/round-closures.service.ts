import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { recordText } from '../domain/tally/tally-record';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { Links } from '../links/links.service';
import { RoundsService } from '../rounds/rounds.service';
import { actorOf, theClock } from '../ledger/actor';
import { ClosingMails } from './closing-mails.service';
import { HeadMails } from './head-mails.service';
import { OutcomeRow } from './outcome.entity';
import { closingCause } from './results.queries';
import { outcomeSeal } from './results.seals';
import { ranked, tallyRound, type RoundMaterial } from './tallies';
import { TalliesQueries } from './tallies.queries';

/** Closes rounds: the votes become results, at once and for good. */
@Injectable()
export class RoundClosuresService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly rounds: RoundsService,
    private readonly tallies: TalliesQueries,
    private readonly ledger: Ledger,
    private readonly links: Links,
    private readonly mails: ClosingMails,
    private readonly heads: HeadMails,
  ) {}

  /**
   * Closes a round in one unit of work. In this order: the round's state changes (the one winner is decided there) and
   * its unsent invitations are dropped, the voting links die, every item is tallied from the ballots that were in, the
   * outcomes are stored and sealed, the ledger's head is fixed and mailed to every seat with its own receipts; the
   * those who preside are asked to rule where needed.
   * @param viewer null where the rules let the clock count
   * @throws Refused 'alreadyClosed' for whoever comes second; 'ballotsAwaited' before the deadline
   */
  close(viewer: Viewer | null, roundId: string): Promise<void> {
    return this.work.run(async (tx) => {
      await this.rounds.close(tx, viewer, roundId);
      await this.links.revoke(tx, { purpose: 'ballot', roundId }, 'roundClosed');
      const material = await this.tallies.material(tx, roundId);
      const borderline = await this.keepOutcomes(tx, material, viewer === null ? theClock : actorOf(viewer));
      const closing = await this.ledger.fixHead(tx, closingCause(material.round.number));
      await this.heads.send(tx, { round: material.round, roll: material.roll, closing, announced: null });
      if (borderline.length > 0) await this.mails.askForRulings(tx, material, borderline);
    });
  }

  /** @returns the items that are left to whoever presides */
  private async keepOutcomes(tx: Tx, material: RoundMaterial, actor: LedgerActor): Promise<string[]> {
    const now = this.clock.now();
    const pairs = ranked(material.items, tallyRound(material));
    const rows = pairs.map(({ item, result }, at): OutcomeRow => ({
      id: this.ids.next(),
      roundId: material.round.id,
      itemId: item.id,
      leadId: item.leadId,
      position: at + 1,
      computed: result.outcome,
      reason: result.reasons[0] ?? null,
      score: result.total?.toJSON() ?? null,
      record: recordText(result),
      computedAt: now,
      ruling: null,
      rulingReason: null,
      ruledById: null,
      ruledByLabel: null,
      ruledAs: null,
      ruledAt: null,
      overridden: null,
      materials: null,
      decided: null,
      cageNo: null,
    }));
    await tx.insert(OutcomeRow, rows);
    for (const row of rows) {
      const facts = { round: material.round.number, outcome: row.computed, score: row.score ?? '' };
      await this.ledger.seal(tx, 'outcome', row.id, outcomeSeal(row), {
        kind: 'outcome.computed',
        actor,
        facts,
      });
    }
    return rows.filter(({ computed }) => computed === 'borderline').map(({ itemId }) => itemId);
  }
}
