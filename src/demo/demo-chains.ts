import { Injectable } from '@nestjs/common';
import { Visit } from '../campaigns/campaign.entity';
import { CampaignsQueries } from '../campaigns/campaigns.queries';
import { CampaignsService } from '../campaigns/campaigns.service';
import { ChainsQueries } from '../chains/chains.queries';
import { ChainsService } from '../chains/chains.service';
import { TargetFirmsService } from '../chains/target-firms.service';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { LeaderLevel, VisitResult } from '../domain/campaign/campaign';
import type { FirmState, Place } from '../domain/chain/chain';
import { addDays, beijingDay } from '../domain/shared/instant';
import type { LedgerActor } from '../ledger/ledger';
import { DemoActs } from './demo-acts';
import type { DemoEvent } from './demo-after';
import type { DemoCalendar } from './demo-calendar';
import type { City } from './founding';

type Segment = readonly [place: Place, name: string, words: string, wanted: string];
type Firm = readonly [name: string, region: string, segment: string, state: FirmState];

/** Two chains of the demo city; a segment with something wanted is a gap. */
const chains: readonly (readonly [code: string, keeper: string, Segment[], Firm[]])[] = [
  [
    'new-energy-vehicle',
    'scout-03',
    [
      ['up', '铝材与压铸', '压铸，铝合金', ''],
      ['up', '车规级芯片', '功率模块，域控制器', '车规级功率半导体封装，年产100万只以上'],
      ['mid', '热管理', '热泵，冷却', '热管理集成模块，年配套30万台以上'],
      ['mid', '底盘与制动', '制动片，轻量化底盘', ''],
      ['down', '整车与改装', '商用车，重卡', ''],
    ],
    [
      ['澜岫热控系统股份有限公司', '浙江宁波', '热管理', 'talking'],
      ['寒汀汽车空调有限公司', '江苏苏州', '热管理', 'contacted'],
      ['砥行制动科技有限公司', '山东烟台', '底盘与制动', 'talking'],
      ['芯陌半导体股份有限公司', '上海嘉定', '车规级芯片', 'planned'],
      ['铸衡智能装备有限公司', '广东东莞', '铝材与压铸', 'landed'],
    ],
  ],
  [
    'intelligent-equipment',
    'scout-01',
    [
      ['up', '减速器', '谐波减速器，RV减速器', '谐波减速器，年产20万台以上'],
      ['up', '伺服驱动', '伺服，驱动器', ''],
      ['mid', '数控机床', '磨床，加工中心', ''],
      ['down', '系统集成', '产线集成，智能仓储', '汽车焊装线集成商'],
    ],
    [
      ['谐锐传动股份有限公司', '江苏无锡', '减速器', 'talking'],
      ['砺辰伺服技术有限公司', '广东深圳', '伺服驱动', 'contacted'],
      ['合汀自动化有限公司', '安徽合肥', '系统集成', 'planned'],
    ],
  ],
];

type Call = readonly [
  who: string,
  daysAgo: number,
  firm: string,
  level: LeaderLevel,
  result: VisitResult,
  note: string,
  next: string,
];

const calls: readonly Call[] = [
  [
    'scout-01',
    30,
    '谐锐传动股份有限公司',
    'cityLeader',
    'willCome',
    '参观装配车间，对方关心标准厂房交付时间。',
    '发送厂房清单',
  ],
  [
    'scout-01',
    18,
    '寒汀汽车空调有限公司',
    'unitHead',
    'interested',
    '产能已满，明年有扩产计划。',
    '约财务总监',
  ],
  ['scout-01', 5, '合汀自动化有限公司', 'staff', 'introduced', '首次上门，留下园区资料。', '两周后回访'],
  [
    'scout-02',
    26,
    '砺辰伺服技术有限公司',
    'countyLeader',
    'underTalks',
    '对方提出用地与人才公寓需求。',
    '请高新区答复',
  ],
  ['scout-02', 9, '越滩精密电子有限公司', 'staff', 'declined', '今年没有外迁计划。', ''],
  [
    'scout-07',
    12,
    '澜岫热控系统股份有限公司',
    'topLeader',
    'underTalks',
    '市主要领导带队，商定下月回访。',
    '准备投资协议文本',
  ],
  [
    'scout-02',
    33,
    '域驰汽车电子有限公司',
    'unitHead',
    'willCome',
    '正在比选第二工厂，月内来考察。',
    '安排考察',
  ],
  ['scout-07', 32, '托衡轻量化科技有限公司', 'countyLeader', 'underTalks', '已看过两块地，用电是关键。', ''],
  ['scout-07', 21, '砥行制动科技有限公司', 'staff', 'interested', '有外迁意向，要求粉尘治理方案。', ''],
  ['scout-01', 12, '衡电电气股份有限公司', 'unitHead', 'underTalks', '对方已向董事会报告。', '报送线索'],
];

/** Key chains with what is wanted on them, and a campaign in which scouts call on firms. */
@Injectable()
export class DemoChains {
  constructor(
    private readonly reader: Reader,
    private readonly acts: DemoActs,
    private readonly chains: ChainsService,
    private readonly known: ChainsQueries,
    private readonly firms: TargetFirmsService,
    private readonly campaigns: CampaignsService,
    private readonly planned: CampaignsQueries,
  ) {}

  events(calendar: DemoCalendar, { people }: City): DemoEvent[] {
    const at = (daysAgo: number, time: string) => calendar.at(daysAgo, time);
    const startsOn = beijingDay(at(40, '08:00'));
    return [
      { at: at(79, '10:00'), happen: () => this.register(people) },
      { at: at(40, '08:40'), happen: () => this.plan(startsOn) },
      ...calls.map((call, n) => ({
        at: at(call[1], `17:${10 + n}`),
        happen: () => this.call(call, beijingDay(at(call[1], '10:00'))),
      })),
      { at: at(1, '17:50'), happen: () => this.linkLeads() },
    ];
  }

  /** Of some visits a lead has come: whoever went says which. */
  private async linkLeads(): Promise<void> {
    const came = await this.reader.rows<{ id: string; account: string; number: string }>(
      sql`select visit.id, person.account, lead.number from visit join person on person.id = visit.by_id
          join lead on lead.scout_id = visit.by_id and lead.scout_unit_id = visit.unit_id
            and lead.investor_name = visit.firm and lead.submitted_at > visit.visited_on
          where visit.lead_id is null order by visit.visited_on, visit.id`,
    );
    for (const { id, account, number } of came) {
      const visit = await this.reader.findOne(Visit, sql`where id = ${id}`);
      if (visit === null) continue;
      const { firm, visitedOn, campaignId, companions, leaderLevel, hostId, place, result, note } = visit;
      const plan = { firm, visitedOn, campaignId, companions, leaderLevel, hostId, place, result, note };
      const { nextStep } = visit;
      await this.campaigns.correct(await this.acts.viewer(account), id, {
        ...plan,
        nextStep,
        leadNumber: number,
      });
    }
  }

  private async secretary(): Promise<LedgerActor> {
    const { personId, name, unitName } = await this.acts.viewer('secretary-01');
    return { personId, label: `${name}（${unitName}）` };
  }

  private async register(people: City['people']): Promise<void> {
    const actor = await this.secretary();
    const all = await this.known.all();
    for (const [code, keeper, segments, firms] of chains) {
      const chain = all.find((one) => one.code === code);
      if (chain === undefined) continue;
      const { id, nameZh, nameEn, year, standing } = chain;
      const keeperId = people.get(keeper) ?? null;
      await this.chains.change(actor, id, { nameZh, nameEn, year, standing, keeperId });
      for (const [n, [place, name, words, wanted]] of segments.entries()) {
        const plan = { place, name, words, wanted, position: n + 1, isGap: wanted !== '' };
        await this.chains.addSegment(actor, id, plan);
      }
      const rows = firms.map(([name, region, segment, state]) => ({
        name,
        region,
        segment,
        state,
        uscc: null,
        note: '',
      }));
      await this.firms.apply(actor, id, rows);
    }
  }

  private async plan(startsOn: string): Promise<void> {
    await this.campaigns.plan(await this.secretary(), {
      name: '产业招商百日会战',
      kind: 'hundredDays',
      partyBuilding: true,
      startsOn,
      endsOn: addDays(startsOn, 99),
      visitGoal: 12,
      leadGoal: 4,
      note: '围绕新能源汽车和智能装备两条链，登门走访目标企业。',
    });
  }

  private async call(
    [who, , firm, leaderLevel, result, note, nextStep]: Call,
    visitedOn: string,
  ): Promise<void> {
    const viewer = await this.acts.viewer(who);
    const [campaign] = await this.planned.campaigns(viewer);
    const plan = { firm, visitedOn, leaderLevel, result, note, nextStep, campaignId: campaign?.id ?? null };
    await this.campaigns.log(viewer, { ...plan, companions: '', hostId: null, place: '', leadNumber: '' });
  }
}
