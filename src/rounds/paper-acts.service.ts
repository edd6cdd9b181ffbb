import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import { Refused } from '../domain/shared/refusal';
import { RoundRecords } from './round-records';
import { outOfTurn } from './round-refusals';
import type { Round } from './round.entity';

export type PaperMove = 'enterPaper' | 'confirmPaper' | 'rejectPaper' | 'dropPaper';

/** What is done to ballots on paper, in the record of their round. */
@Injectable()
export class PaperActs {
  constructor(private readonly records: RoundRecords) {}

  /** The round, kept from every vote and every other act until this unit ends. @throws Refused 404; 409 before and after the vote */
  async lock(tx: Tx, roundId: string): Promise<Round> {
    const round = await this.records.lock(tx, roundId);
    if (round.state !== 'open' && round.state !== 'locked')
      throw new Refused(outOfTurn('paper', round.state), 409);
    return round;
  }

  /** Notes the act down; late in a unit, because appends to the ledger wait from here on. */
  async note(
    tx: Tx,
    viewer: Viewer,
    round: Round,
    act: {
      readonly move: PaperMove;
      readonly reason?: string;
      readonly seat: string;
      readonly item: number;
      readonly from?: string;
    },
  ): Promise<void> {
    const { move, reason = '', seat, item, from } = act;
    const details = { seat, item, ...(from === undefined ? {} : { from }) };
    await this.records.write(tx, round, {}, { move, viewer, reason, details });
  }
}
