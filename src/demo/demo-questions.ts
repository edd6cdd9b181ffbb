import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Instant } from '../domain/shared/instant';
import { TransfersService } from '../intake/transfers.service';
import { QuestionsService } from '../questions/questions.service';
import { SeatQuestionsService } from '../questions/seat-questions.service';
import { DemoActs } from './demo-acts';
import type { DemoEvent } from './demo-after';
import type { DemoCalendar } from './demo-calendar';

/** What is asked in the demo city, and what its secretariat proposes to scouts. */
@Injectable()
export class DemoQuestions {
  constructor(
    private readonly reader: Reader,
    private readonly work: UnitOfWork,
    private readonly acts: DemoActs,
    private readonly questions: QuestionsService,
    private readonly seats: SeatQuestionsService,
    private readonly transfers: TransfersService,
  ) {}

  /** In the round that is open: two seats ask the same, the scout answers; a third question waits to be passed on. */
  inRound(calendar: DemoCalendar, openedDaysAgo: number, leadIds: () => readonly string[]): DemoEvent[] {
    const at = (daysAgo: number, time: string): Instant => {
      const then = calendar.at(Math.max(daysAgo, 0), time);
      return then < calendar.now ? then : calendar.now;
    };
    const lead = (nth: number): string => leadIds()[nth] ?? '';
    return [
      { at: at(openedDaysAgo - 1, '08:40'), happen: () => this.ask(lead(0), 0, '一期用电负荷是多少？') },
      { at: at(openedDaysAgo - 1, '08:55'), happen: () => this.ask(lead(0), 2, '变压器容量报了多少？') },
      { at: at(openedDaysAgo - 1, '09:20'), happen: () => this.passOn('请说明一期用电负荷和变压器容量。') },
      {
        at: at(openedDaysAgo - 1, '09:50'),
        happen: () => this.answer(lead(0), '一期负荷三千二百千瓦，报装四千千伏安。'),
      },
      {
        at: at(openedDaysAgo - 2, '10:05'),
        happen: () => this.ask(lead(1), 4, '核心团队是否随项目落户本市？'),
      },
    ];
  }

  /** One scout of the queue is asked something, another is proposed another host; the rest is untouched. */
  atIntake(calendar: DemoCalendar, nth: number, leadId: () => string): DemoEvent[] {
    const at = calendar.at(1, `14:${20 + nth}`);
    if (nth === 0) return [{ at, happen: () => this.askScout(leadId()) }];
    return nth === 2 ? [{ at, happen: () => this.proposeHost(leadId(), 'park-ed') }] : [];
  }

  private async askScout(leadId: string): Promise<void> {
    const office = await this.acts.viewer('secretary-02');
    const text = '请补充两家主要客户的意向订单，并说明首台套认定进展。';
    await this.questions.ask(office, leadId, { text, key: `demo ${leadId}` });
  }

  private async proposeHost(leadId: string, host: string): Promise<void> {
    const office = await this.acts.viewer('secretary-02');
    const reason = '开发区有现成厂房，配套企业集中。';
    await this.transfers.propose(office, leadId, { kind: 'host', host, reason });
  }

  private async ask(leadId: string, seatAt: number, text: string): Promise<void> {
    const seat = await this.reader.one<{
      roundId: string;
      itemId: string;
      roundSeatId: string;
      personId: string;
    }>(
      sql`select item.round_id as "roundId", item.id as "itemId", seat.id as "roundSeatId",
            seat.holder_id as "personId"
          from round_item item join round_seat seat on seat.round_id = item.round_id
          join turnout on turnout.item_id = item.id and turnout.round_seat_id = seat.id
          where item.lead_id = ${leadId} and turnout.state <> 'recused' order by seat.position
          limit 1 offset ${seatAt}`,
    );
    if (seat === null) return;
    const key = `demo ${seat.itemId} ${seatAt}`;
    await this.work.run((tx) => this.seats.take(tx, { ...seat, leadId }, { text, key }));
  }

  private async passOn(text: string): Promise<void> {
    const waiting = await this.reader.rows<{ id: string }>(
      sql`select id from seat_question where state = 'waiting' order by id`,
    );
    const ids = waiting.map(({ id }) => id);
    if (ids.length === 0) return;
    await this.seats.passOn(await this.acts.viewer('secretary-01'), ids, { text, key: 'demo passed on' });
  }

  private async answer(leadId: string, text: string): Promise<void> {
    const question = await this.reader.one<{ id: string; account: string }>(
      sql`select asked.id, person.account from lead_question asked join lead on lead.id = asked.lead_id
          join person on person.id = lead.scout_id where asked.lead_id = ${leadId} and asked.state = 'asked'`,
    );
    if (question === null) return;
    await this.questions.answer(await this.acts.viewer(question.account), leadId, question.id, text);
  }
}
