import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { MOST_OF_SEAT, questionFault } from '../domain/question/question';
import { refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { SeatQuestion, seatQuestionSeal } from './question.entity';
import { QuestionsService } from './questions.service';

/** Where a question comes from, as the ballot side has checked it. */
export interface AskingSeat {
  readonly roundId: string;
  readonly itemId: string;
  readonly leadId: string;
  readonly roundSeatId: string;
  readonly personId: string;
}

/** On record it is the panel that asks: the ledger is read while the round is open. */
const thePanel: LedgerActor = { personId: null, label: '预审专班（不具名）' };

/** Questions of a panel (decision rules, Questions): a seat asks, the secretariat passes on, nobody is named. */
@Injectable()
export class SeatQuestionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly questions: QuestionsService,
  ) {}

  /**
   * Takes a seat's question; whether the seat may read the item and the round is open the caller has checked in `tx`.
   * @throws Refused 422 'questionMissing', 'questionLong', 'questionsTooMany'
   */
  async take(tx: Tx, seat: AskingSeat, asked: { text: string; key: string }): Promise<void> {
    const fault = questionFault(asked.text);
    if (fault !== null) throw new Refused(refuse(fault), 422);
    if (await tx.findOne(SeatQuestion, sql`where key = ${asked.key}`)) return;
    const own = await tx.one<{ n: number | string }>(
      sql`select count(*) as n from seat_question where item_id = ${seat.itemId}
          and round_seat_id = ${seat.roundSeatId}`,
    );
    if (Number(own?.n ?? 0) >= MOST_OF_SEAT)
      throw new Refused(refuse('questionsTooMany', { most: MOST_OF_SEAT }), 422);
    const row: SeatQuestion = {
      id: this.ids.next(),
      ...seat,
      text: asked.text.trim(),
      state: 'waiting',
      askedAt: this.clock.now(),
      questionId: null,
      reason: null,
      key: asked.key,
    };
    await tx.insert(SeatQuestion, row);
    await this.seal(tx, row, 'seatQuestion.asked', thePanel);
  }

  /**
   * Asks the scout in the secretariat's words what these seats would like to know. All of one lead and one round.
   * @throws Refused 404; 409 'questionNotWaiting', 'questionNotNow'; 422 'questionMissing', 'questionLong'
   */
  passOn(viewer: Viewer, ids: readonly string[], asked: { text: string; key: string }): Promise<void> {
    return this.work.run(async (tx) => {
      const rows = await this.waiting(tx, ids);
      const [first] = rows;
      if (!first) throw new Refused(refuse('questionNotWaiting'), 409);
      if (rows.some(({ leadId, roundId }) => leadId !== first.leadId || roundId !== first.roundId))
        throw new Refused(refuse('questionsOfTwoLeads'), 422);
      const questionId = await this.questions.ask(viewer, first.leadId, { ...asked, roundId: first.roundId });
      await this.settle(tx, rows, { state: 'passedOn', questionId }, actorOf(viewer));
    });
  }

  /** Puts questions aside; each asker reads why. @throws Refused 409 'questionNotWaiting'; 422 'reasonMissing' */
  putAside(viewer: Viewer, ids: readonly string[], reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      if ([...reason.trim()].length < 4) throw new Refused(refuse('questionReasonMissing'), 422);
      const rows = await this.waiting(tx, ids);
      await this.settle(tx, rows, { state: 'putAside', reason: reason.trim() }, actorOf(viewer));
    });
  }

  private async waiting(tx: Tx, ids: readonly string[]): Promise<SeatQuestion[]> {
    const unique = [...new Set(ids)].slice(0, 200);
    const rows = await tx.find(
      SeatQuestion,
      sql`where id in ${sql.list(unique)} and state = 'waiting' order by id${tx.forUpdate}`,
    );
    if (rows.length !== unique.length || rows.length === 0)
      throw new Refused(refuse('questionNotWaiting'), 409);
    return rows;
  }

  private async settle(
    tx: Tx,
    rows: readonly SeatQuestion[],
    changes: Partial<SeatQuestion>,
    actor: LedgerActor,
  ): Promise<void> {
    for (const row of rows) {
      await tx.update(SeatQuestion, changes, sql`id = ${row.id}`);
      await this.seal(tx, { ...row, ...changes }, `seatQuestion.${changes.state ?? row.state}`, actor);
    }
  }

  private async seal(tx: Tx, row: SeatQuestion, kind: string, actor: LedgerActor): Promise<void> {
    const facts = { round: row.roundId };
    await this.ledger.seal(tx, 'seatQuestion', row.id, seatQuestionSeal(row), { kind, actor, facts });
  }
}
