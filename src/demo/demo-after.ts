import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql, type Sql } from '../database/sql';
import { beijingDay, type Instant } from '../domain/shared/instant';
import { LeadDraftsService } from '../leads/lead-drafts.service';
import { LeadSubmissionsService } from '../leads/lead-submissions.service';
import { ResubmissionsService } from '../leads/resubmissions.service';
import { ConditionsService } from '../results/conditions.service';
import { ConsultationConclusions } from '../results/consultation-conclusions.service';
import { ConsultationsService } from '../results/consultations.service';
import { HostConditionsQueries } from '../results/host-conditions.queries';
import { HostConditionsService } from '../results/host-conditions.service';
import { DemoActs } from './demo-acts';
import type { DemoCalendar } from './demo-calendar';

/** Something that happens in the demo city at its time. */
export interface DemoEvent {
  readonly at: Instant;
  readonly happen: () => Promise<unknown>;
}

/** What followed the demo city's closings: a meeting held, material handed in, an admission on a condition. */
@Injectable()
export class DemoAfter {
  constructor(
    private readonly reader: Reader,
    private readonly acts: DemoActs,
    private readonly drafts: LeadDraftsService,
    private readonly submissions: LeadSubmissionsService,
    private readonly resubmissions: ResubmissionsService,
    private readonly conditions: ConditionsService,
    private readonly hostConditions: HostConditionsService,
    private readonly openHostConditions: HostConditionsQueries,
    private readonly consultations: ConsultationsService,
    private readonly conclusions: ConsultationConclusions,
  ) {}

  /** A condition before the announcement; where there has been time for it, the meeting and the material. */
  events(calendar: DemoCalendar, closedDaysAgo: number, round: () => string): DemoEvent[] {
    const at = (daysAgo: number, time: string): Instant => calendar.at(daysAgo, time);
    if (closedDaysAgo < 20)
      return [{ at: at(closedDaysAgo, '15:50'), happen: () => this.setCondition(round(), calendar) }];
    const meets = closedDaysAgo - 6;
    return [
      { at: at(closedDaysAgo - 2, '10:30'), happen: () => this.callMeeting(round(), calendar, meets) },
      { at: at(meets - 1, '16:10'), happen: () => this.concludeMeeting(round()) },
      { at: at(closedDaysAgo - 12, '11:05'), happen: () => this.handInAgain(round()) },
    ];
  }

  /** The chair admits the best item of a closed round on a condition. */
  private async setCondition(roundId: string, calendar: DemoCalendar): Promise<void> {
    const itemId = await this.id(
      sql`select item_id as id from outcome where round_id = ${roundId} and computed = 'admit' order by position`,
    );
    if (itemId === '') return;
    await this.conditions.set(await this.acts.viewer('leader-01'), roundId, itemId, {
      wanted: '取得节能审查意见，落实年用能指标来源',
      ownerId: (await this.acts.viewer('supporter-01')).personId,
      dueOn: beijingDay(calendar.ahead(40, '12:00')),
    });
  }

  /** The secretariat confirms under which conditions the parks take what is admitted, then announces the round. */
  async announce(roundId: string, calendar: DemoCalendar): Promise<void> {
    const items = await this.reader.rows<{ itemId: string; leadId: string }>(
      sql`select item_id as "itemId", lead_id as "leadId" from outcome where round_id = ${roundId}
          and (computed = 'admit' or ruling = 'admit') order by position`,
    );
    const office = await this.acts.viewer('secretary-01');
    const dueOn = beijingDay(calendar.ahead(45, '12:00'));
    for (const [itemId, open] of await this.openHostConditions.open(items))
      for (const { termId, text, statedById } of open)
        await this.hostConditions.confirm(office, roundId, itemId, termId, {
          wanted: text,
          ownerId: statedById,
          dueOn,
        });
    await this.acts.announce('secretary-01', roundId);
  }

  /** The secretariat calls the meeting on what a round left to consultation. */
  private async callMeeting(roundId: string, calendar: DemoCalendar, daysAgo: number): Promise<void> {
    const id = await this.consultationOf(roundId);
    if (id === '') return;
    const invited = ['supporter-01', 'host-01', 'host-02'].map((account) => this.acts.viewer(account));
    await this.consultations.call(await this.acts.viewer('secretary-01'), id, {
      meetsAt: calendar.at(daysAgo, '14:30'),
      place: '市政务中心三楼会议室',
      topic: '能耗指标来源与净地供应时间',
      personIds: (await Promise.all(invited)).map(({ personId }) => personId),
    });
  }

  /** What the participants said, and what the leading group concluded. */
  private async concludeMeeting(roundId: string): Promise<void> {
    const id = await this.consultationOf(roundId);
    if (id === '') return;
    const say = async (account: string, stance: string, opinion: string): Promise<void> =>
      this.consultations.giveOpinion(await this.acts.viewer(account), id, {
        participantId: null,
        stance,
        opinion,
      });
    await say('supporter-01', 'defer', '今年能耗指标已排满，明年上半年可再平衡。');
    await say('host-01', 'amend', '园区愿意承接，建议分两期供地。');
    await this.conclusions.conclude(await this.acts.viewer('leader-01'), id, {
      result: 'defer',
      reason: '各方认可项目方向，能耗指标年内无法落实，待明年指标下达后再议。',
      materials: [],
    });
  }

  /** The scout answers what was asked for, changes the form, and hands the lead in again. */
  private async handInAgain(roundId: string): Promise<void> {
    const lead = await this.reader.one<{ id: string; account: string; content: string; request: string }>(
      sql`select lead.id, person.account, lead.content, resubmission.id as request from resubmission
          join lead on lead.id = resubmission.lead_id join person on person.id = lead.scout_id
          where resubmission.round_id = ${roundId} and resubmission.state = 'asked' order by lead.id`,
    );
    if (lead === null) return;
    const scout = await this.acts.viewer(lead.account);
    const items = await this.reader.rows<{ id: string }>(
      sql`select id from resubmission_item where resubmission_id = ${lead.request} order by position`,
    );
    const said = [
      '审计报告原件已送秘书处核验。',
      '能耗测算已按新设备清单重做，见“综合能耗”。',
      '客户意向书两份已送秘书处。',
    ];
    const answers = items.map(({ id }, at): [string, string] => [id, said[at % said.length] ?? '']);
    await this.resubmissions.answer(scout, lead.id, new Map(answers));
    const content = JSON.parse(lead.content) as Record<string, unknown>;
    const tce = Number(content['energyTce'] ?? 0);
    const changed = tce > 0 ? { energyTce: String(Math.floor(tce * 0.8)) } : {};
    await this.drafts.save(scout, lead.id, { ...content, ...changed });
    const result = await this.submissions.submit(scout, lead.id);
    if (!result.submitted) throw new Error(`A demo lead was refused: ${JSON.stringify(result.problems)}`);
    await this.acts.decideIntake('secretary-02', lead.id, 'accept');
  }

  private consultationOf(roundId: string): Promise<string> {
    return this.id(
      sql`select id from consultation where round_id = ${roundId} and state = 'open' order by id`,
    );
  }

  private async id(statement: Sql): Promise<string> {
    return (await this.reader.one<{ id: string }>(statement))?.id ?? '';
  }
}
