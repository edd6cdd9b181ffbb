import { Injectable } from '@nestjs/common';
import { BackersQueries } from '../claims/backers.queries';
import { ClaimEvidenceService } from '../claims/claim-evidence.service';
import { DisputesService } from '../claims/disputes.service';
import { RegistersService } from '../claims/registers.service';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { EvidenceKind } from '../domain/claim/evidence';
import { addDays, beijingDay, type Instant } from '../domain/shared/instant';
import { FilesService } from '../files/files.service';
import { PostingsService } from '../postings/postings.service';
import { LeadSubmissionsService } from '../leads/lead-submissions.service';
import { actorOf } from '../ledger/actor';
import { DemoActs } from './demo-acts';
import type { DemoEvent } from './demo-after';
import type { DemoCalendar } from './demo-calendar';
import { leadBook } from './lead-book';

const regions: Readonly<Record<string, string>> = {
  驻苏南突击队: '苏州、无锡、常州',
  驻深圳突击队: '深圳、东莞、惠州',
  驻杭甬突击队: '杭州、宁波、绍兴',
  驻新加坡联络处: '新加坡、马来西亚',
};

/** Name, post, region, term in days from now, and what was declared. */
const ambassadors = [
  ['贺砚田', '市驻沪商会会长', '上海、苏南', -200, 530, ''],
  ['Evelyn Tan', '新加坡中资企业协会理事', '新加坡', -120, 610, ''],
  ['冉知微', '宜江理工大学校友会秘书长', '粤港澳大湾区', -80, 285, '持有砺辰伺服技术有限公司少量股份'],
] as const;

/** Who is posted, and the first and last day counted from today. */
const postings = [
  ['scout-01', -200, 530],
  ['scout-02', -120, 610],
  ['scout-07', -733, -3],
] as const;

const progress: readonly (readonly [title: string, daysAgo: number, kind: EvidenceKind, note: string])[] = [
  ['新能源汽车热管理', 24, 'siteTour', '投资方总经理一行现场考察经开区两宗地块，确认一期选址。'],
  ['人形机器人关节', 12, 'visit', '赴深圳登门拜访，就设备清单和厂房层高交换意见。'],
  ['智能仓储货架', 4, 'visit', '登门拜访，投资方提供近两年财务报表。'],
];

/** A paper of one page, as a scanner makes one. */
const scanned = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** First reports of the demo city: evidence that renews them, a dispute under way, ambassadors and teams. */
@Injectable()
export class DemoClaims {
  constructor(
    private readonly reader: Reader,
    private readonly acts: DemoActs,
    private readonly backers: BackersQueries,
    private readonly registers: RegistersService,
    private readonly evidence: ClaimEvidenceService,
    private readonly submissions: LeadSubmissionsService,
    private readonly disputes: DisputesService,
    private readonly files: FilesService,
    private readonly postings: PostingsService,
  ) {}

  events(calendar: DemoCalendar): DemoEvent[] {
    const at = (daysAgo: number, time: string): Instant => calendar.at(daysAgo, time);
    let leadId = '';
    return [
      { at: at(79, '14:00'), happen: () => this.register(beijingDay(calendar.now)) },
      ...progress.map(([title, daysAgo, kind, note]) => ({
        at: at(daysAgo, '17:20'),
        happen: () => this.renew(title, kind, note, beijingDay(at(daysAgo, '17:20'))),
      })),
      { at: at(3, '10:05'), happen: async () => (leadId = await this.comeSecond(calendar)) },
      { at: at(3, '15:40'), happen: () => this.dispute(leadId) },
    ];
  }

  private async register(today: string): Promise<void> {
    const office = actorOf(await this.acts.viewer('secretary-01'));
    for (const { unitId, name } of await this.backers.outposts()) {
      const region = regions[name];
      if (region !== undefined) await this.registers.cover(office, unitId, region);
    }
    await this.post(today);
    for (const [name, post, region, from, until, interest] of ambassadors) {
      const term = { termFrom: addDays(today, from), termUntil: addDays(today, until) };
      await this.registers.appoint(office, { name, post, region, interest, ...term });
    }
  }

  /** Heads of the teams are out for two years; one came home three days ago and still has leads in hand. */
  private async post(today: string): Promise<void> {
    const office = await this.acts.viewer('secretary-01');
    for (const [account, from, until] of postings) {
      const { personId, unitId } = await this.acts.viewer(account);
      const term = { fromDay: addDays(today, from), untilDay: addDays(today, until) };
      await this.postings.post(office, unitId, { personId, ...term, reason: '组织部门派驻文件' });
    }
  }

  private async renew(title: string, kind: EvidenceKind, note: string, occurredOn: string): Promise<void> {
    const lead = await this.reader.one<{ id: string; account: string }>(
      sql`select lead.id, person.account from lead join person on person.id = lead.scout_id
          join claim on claim.lead_id = lead.id
          where lead.title like ${`${title}%`} and claim.state = 'protected' limit 1`,
    );
    if (lead === null) return;
    await this.evidence.give(await this.acts.viewer(lead.account), lead.id, { kind, occurredOn, note }, null);
  }

  /** A scout reports what another has reported weeks ago, and is told so. */
  private async comeSecond(calendar: DemoCalendar): Promise<string> {
    const book = leadBook(calendar.monthOf(3));
    const reported = book.find(({ body }) => String(body['title']).startsWith('智能座舱域控制器'));
    if (!reported) throw new Error('The lead book has no such lead');
    const body = { ...reported.body, title: '汽车电子域控制器华中基地' };
    const id = await this.acts.draft({ scout: 'scout-07', body });
    await this.submissions.submit(await this.acts.viewer('scout-07'), id);
    return id;
  }

  private async dispute(leadId: string): Promise<void> {
    const papers = [await this.files.receive(scanned, '投资方关于首次接洽的说明.pdf')];
    await this.disputes.file(await this.acts.viewer('scout-07'), leadId, {
      statement: '我队去年底在杭州展会上即与投资方接洽，有名片和往来函件；投资方书面说明首次接洽由我队促成。',
      kind: 'investorStatement',
      papers,
    });
  }
}
