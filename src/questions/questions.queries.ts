import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import type { SeatQuestionState } from '../domain/question/question';
import type { Instant } from '../domain/shared/instant';
import { LeadQuestion } from './question.entity';

/** A question that a panel waits for or has been answered; nothing of who wished to know it. */
export interface PanelQuestion {
  readonly id: string;
  readonly text: string;
  readonly askedAt: Instant;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
}

/** What one seat asked, as that seat sees it. */
export interface OwnQuestion {
  readonly id: string;
  readonly text: string;
  readonly state: SeatQuestionState;
  readonly askedAt: Instant;
  readonly reason: string | null;
}

/** A seat's question as the secretariat sees it: the lead and the round, never the seat. */
export interface WaitingQuestion {
  readonly id: string;
  readonly leadId: string;
  readonly leadNumber: string;
  readonly leadTitle: string;
  readonly roundId: string;
  readonly roundNumber: string;
  readonly deadlineAt: Instant;
  readonly text: string;
  readonly askedAt: Instant;
}

/** A question that a scout has not answered. */
export interface UnansweredQuestion {
  readonly id: string;
  readonly leadId: string;
  readonly leadNumber: string;
  readonly leadTitle: string;
  readonly scoutName: string;
  readonly text: string;
  readonly askedAt: Instant;
  readonly forPanel: boolean;
}

const mostListed = 100;

/** Reads questions, each for whom they are. */
@Injectable()
export class QuestionsQueries {
  constructor(private readonly reader: Reader) {}

  /** The thread of a lead, oldest first. Its scout sees nothing taken back; whether the lead may be seen is decided. */
  async thread(viewer: Viewer, leadId: string): Promise<LeadQuestion[]> {
    const office = holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
    const shown = office ? sql`1 = 1` : sql`state <> 'withdrawn'`;
    return this.reader.find(LeadQuestion, sql`where lead_id = ${leadId} and ${shown} order by asked_at, id`);
  }

  /** How many questions about each of these leads are open, in one statement; those without one are missing. */
  async openCounts(leadIds: readonly string[]): Promise<Map<string, number>> {
    if (leadIds.length === 0) return new Map();
    const rows = await this.reader.rows<{ leadId: string; n: number | string }>(
      sql`select lead_id as "leadId", count(*) as n from lead_question
          where state = 'asked' and lead_id in ${sql.list(leadIds)} group by lead_id`,
    );
    return new Map(rows.map(({ leadId, n }) => [leadId, Number(n)]));
  }

  /** What was asked about a lead for the panel of a round; the caller has decided that the seat may read the item. */
  ofPanel(roundId: string, leadId: string, source: Source = this.reader): Promise<PanelQuestion[]> {
    return source.rows<PanelQuestion>(
      sql`select id, text, asked_at as "askedAt", answer, answered_at as "answeredAt" from lead_question
          where lead_id = ${leadId} and round_id = ${roundId} and state <> 'withdrawn' order by asked_at, id`,
    );
  }

  /** What one person asked from one seat on one item: whoever votes for the seat later sees none of it. */
  ofSeat(itemId: string, roundSeatId: string, personId: string): Promise<OwnQuestion[]> {
    return this.reader.rows<OwnQuestion>(
      sql`select id, text, state, asked_at as "askedAt", reason from seat_question
          where item_id = ${itemId} and round_seat_id = ${roundSeatId} and person_id = ${personId}
          order by asked_at, id`,
    );
  }

  /** Questions of seats that wait for the secretariat, by lead, the nearest deadline first. */
  waiting(): Promise<WaitingQuestion[]> {
    return this.reader.rows<WaitingQuestion>(
      sql`select asked.id, asked.lead_id as "leadId", lead.number as "leadNumber", lead.title as "leadTitle",
            asked.round_id as "roundId", round.number as "roundNumber", round.deadline_at as "deadlineAt",
            asked.text, asked.asked_at as "askedAt"
          from seat_question asked join lead on lead.id = asked.lead_id join round on round.id = asked.round_id
          where asked.state = 'waiting' order by round.deadline_at, asked.round_id, asked.lead_id, asked.id
          limit ${mostListed}`,
    );
  }

  /** Questions that wait for scouts, the longest first. */
  async unanswered(): Promise<UnansweredQuestion[]> {
    const rows = await this.reader.rows<Omit<UnansweredQuestion, 'forPanel'> & { roundId: string | null }>(
      sql`select asked.id, asked.lead_id as "leadId", lead.number as "leadNumber", lead.title as "leadTitle",
            person.name as "scoutName", asked.text, asked.asked_at as "askedAt", asked.round_id as "roundId"
          from lead_question asked join lead on lead.id = asked.lead_id join person on person.id = lead.scout_id
          where asked.state = 'asked' order by asked.asked_at, asked.id limit ${mostListed}`,
    );
    return rows.map(({ roundId, ...row }) => ({ ...row, forPanel: roundId !== null }));
  }
}
