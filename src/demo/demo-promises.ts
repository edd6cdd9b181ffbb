import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { type Sql, sql } from '../database/sql';
import { beijingDay, type Instant } from '../domain/shared/instant';
import { OpinionsService } from '../fair-competition/opinions.service';
import { PausesService } from '../late/pauses.service';
import { PromiseRecords } from '../late/records.service';
import { DemoActs } from './demo-acts';
import type { DemoCalendar } from './demo-calendar';

type On = (at: Instant, happen: () => Promise<unknown>) => void;

/** The lead that nobody has seen to, and the one whose follow-up two people have paused. */
const forgotten = '智能仓储货架';
const paused = '固态电池中试';
const unanswered = '高压开关';
const reviewed = '医药冷链';

/** What is kept, left and paused of the promises of the demo city, and an opinion on what a lead asks for. */
@Injectable()
export class DemoPromises {
  constructor(
    private readonly reader: Reader,
    private readonly acts: DemoActs,
    private readonly records: PromiseRecords,
    private readonly pauses: PausesService,
    private readonly opinions: OpinionsService,
  ) {}

  tell(on: On, calendar: DemoCalendar): void {
    on(calendar.at(9, '16:00'), () => this.answerAll());
    on(calendar.at(6, '17:00'), () => this.followUpAll(calendar.at(6, '17:00')));
    on(calendar.at(5, '10:00'), () => this.pause(calendar));
    on(calendar.at(2, '10:30'), () => this.respondAll());
    on(calendar.at(2, '15:00'), () => this.review());
  }

  private answerAll(): Promise<void> {
    return this.record(sql`state = 'queued' and title not like ${`${forgotten}%`}`, () => 'secretary-02', {
      kind: 'answer',
      onDay: '',
      note: '已受理，拟列入下一批表决，请督促园区和部门尽快回复。',
    });
  }

  private respondAll(): Promise<void> {
    return this.record(
      sql`state = 'submitted' and title not like ${`${unanswered}%`}`,
      () => 'secretary-03',
      {
        kind: 'response',
        onDay: '',
        note: '材料已收到，正在核对，有问题会与您联系。',
      },
    );
  }

  private followUpAll(at: Instant): Promise<void> {
    return this.record(
      sql`state in ('queued', 'inReview', 'consulting') and title not like ${`${forgotten}%`}`,
      (scout) => scout,
      { kind: 'followUp', onDay: beijingDay(at), note: '与投资方通话，核对设备清单和到访安排。' },
    );
  }

  private async record(
    which: Sql,
    by: (scout: string) => string,
    sent: {
      readonly kind: 'answer' | 'response' | 'followUp';
      readonly onDay: string;
      readonly note: string;
    },
  ): Promise<void> {
    const leads = await this.reader.rows<{ id: string; account: string }>(
      sql`select lead.id, person.account from lead join person on person.id = lead.scout_id where ${which} order by lead.id`,
    );
    for (const { id, account } of leads)
      await this.records.add(await this.acts.viewer(by(account)), id, {
        ...sent,
        sentKey: `demo-${sent.kind}`,
      });
  }

  private async pause(calendar: DemoCalendar): Promise<void> {
    const leadId = await this.leadId(paused);
    if (leadId === null) return;
    const pauseId = await this.pauses.ask(await this.acts.viewer('secretary-02'), leadId, {
      kind: 'followUp',
      until: beijingDay(calendar.ahead(15, '09:00')),
      reason: '投资方股东会批准前约定不再登门，会后恢复联系',
    });
    await this.pauses.approve(await this.acts.viewer('secretary-01'), pauseId);
  }

  private async review(): Promise<void> {
    const leadId = await this.leadId(reviewed);
    if (leadId === null) return;
    const given = {
      verdict: 'lawfulAfterChange' as const,
      basis: '《公平竞争审查条例》第十条；原文件已到期',
      text: '所引办法已于2025年6月30日到期，不能再作依据；可改为按现行普惠政策申报，不写企业名称和固定金额。',
      documentNo: '宜市监公平审〔2026〕4号',
      sentKey: 'demo',
    };
    await this.opinions.give(await this.acts.viewer('supporter-05'), leadId, given, null);
  }

  private async leadId(title: string): Promise<string | null> {
    const row = await this.reader.one<{ id: string }>(
      sql`select id from lead where title like ${`${title}%`} and state = 'queued'`,
    );
    return row?.id ?? null;
  }
}
