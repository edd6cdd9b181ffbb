import { Injectable } from '@nestjs/common';
import { FiveOnesService, type SlotGiven } from '../cage/five-ones.service';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { beijingDay } from '../domain/shared/instant';
import { DemoActs } from './demo-acts';
import type { DemoCalendar } from './demo-calendar';

interface ProjectRow {
  id: string;
  title: string;
  hostName: string | null;
}

const sponsors = ['leader-01', 'leader-02', 'leader-03'];
const servicePeople = ['岑若溪', '陶令仪', '晏清和', '简书遥', '戚允中'];

/** Fills the five ones of the demo city's projects, as the secretariat would. */
@Injectable()
export class DemoCage {
  constructor(
    private readonly reader: Reader,
    private readonly acts: DemoActs,
    private readonly fiveOnes: FiveOnesService,
  ) {}

  /** Of the projects that a round admitted, the first `complete` get all five, the next `partly` two of them. */
  async fill(
    roundId: string,
    { complete, partly }: { complete: number; partly: number },
    calendar: DemoCalendar,
  ): Promise<void> {
    const projects = await this.reader.rows<ProjectRow>(
      sql`select project.id, project.title, host.name as "hostName" from project left join host on host.id = project.host_id
          where project.round_id = ${roundId} order by project.cage_no`,
    );
    const secretary = await this.acts.viewer('secretary-01');
    for (const [at, project] of projects.entries()) {
      const all = await this.slotsOf(project, at, calendar);
      const some = at < complete ? all : at < complete + partly ? all.slice(0, 2) : [];
      for (const given of some)
        await this.fiveOnes.fill(secretary, project.id, given, { reason: '', version: null });
    }
  }

  private async slotsOf(project: ProjectRow, at: number, calendar: DemoCalendar): Promise<SlotGiven[]> {
    const sponsor = await this.acts.viewer(sponsors[at % sponsors.length] ?? 'leader-01');
    const host = project.hostName ?? '市招商预审秘书处';
    const officer = servicePeople[at % servicePeople.length] ?? '岑若溪';
    const dayAhead = (days: number): string => beijingDay(calendar.ahead(days, '12:00'));
    return [
      {
        slot: 'leader',
        content: {
          personId: sponsor.personId,
          since: beijingDay(calendar.now),
          contactRhythm: at % 3 === 0 ? 'monthly' : 'fortnightly',
          handoverNote: '',
        },
      },
      {
        slot: 'team',
        content: {
          leadUnit: host,
          leadPerson: `${host}招商一部`,
          serviceOfficer: officer,
          serviceOfficerPhone: `1540000${String(60 + at).padStart(4, '0')}`,
          alternate: servicePeople[(at + 1) % servicePeople.length] ?? '陶令仪',
          members: [
            { name: officer, role: '服务专员', phone: `1540000${String(60 + at).padStart(4, '0')}` },
            { name: '市自然资源局联络员', role: '用地保障', phone: '15400000091' },
          ],
        },
      },
      {
        slot: 'plan',
        content: {
          milestones: [
            { title: '签订投资合同', owner: host, dueOn: dayAhead(60), evidence: '盖章合同' },
            { title: '注册项目公司', owner: host, dueOn: dayAhead(90), evidence: '营业执照' },
            {
              title: '取得用地',
              owner: '市自然资源局',
              dueOn: dayAhead(150),
              evidence: '出让合同与缴款凭证',
            },
          ],
          elementDemands: '用地、用电按预审答复落实',
          risks: '能耗指标和环评进度',
        },
      },
      {
        slot: 'followThrough',
        content: {
          reviewRhythm: at % 2 === 0 ? 'fortnightly' : 'monthly',
          closingCondition: '达效',
          nextCheckOn: dayAhead(14),
          issues: '',
        },
      },
    ];
  }
}
