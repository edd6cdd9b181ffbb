import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { Ledger } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import type { RoundFollower, Uncounting } from '../rounds/round-followers.service';
import { EarlierOutcome } from './earlier-outcome.entity';
import { OutcomeRow } from './outcome.entity';
import { earlierOutcomeSeal } from './results.seals';

/** Keeps what a round had come to when two people reopen or void it. */
@Injectable()
export class EarlierOutcomes implements RoundFollower {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Moves each outcome with its ruling to the earlier ones, so that nothing takes it for the result of the round; the
   * ledger has its seal as an outcome, that it was put aside, and its seal as an earlier one. A ruling that nobody has
   * asked for yet is not asked for any more.
   */
  async onUncounted(tx: Tx, { round, request, actor }: Uncounting): Promise<void> {
    const rows = await tx.find(OutcomeRow, sql`where round_id = ${round.id} order by position`);
    const putAsideAt = this.clock.now();
    const earlier = rows.map(({ decided: _, cageNo: __, ...row }): EarlierOutcome => ({
      ...row,
      requestId: request.id,
      putAsideAt,
    }));
    if (earlier.length > 0) await tx.insert(EarlierOutcome, earlier);
    await tx.run(sql`delete from outcome where round_id = ${round.id}`);
    await this.outbox.dropForRound(tx, round.id, ['ruling.wanted']);
    const facts = { round: round.number, request: request.id };
    for (const row of earlier) {
      const subject = { type: 'outcome', id: row.id };
      await this.ledger.append(tx, { kind: 'outcome.removed', actor, subject, facts });
      const sealed = { kind: 'earlierOutcome.kept', actor, facts };
      await this.ledger.seal(tx, 'earlierOutcome', row.id, earlierOutcomeSeal(row), sealed);
    }
  }
}
