import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { answerRules, type AnswerRules } from '../domain/lead/answer-rules';
import { demandsOf } from '../domain/lead/element-demands';
import { CHAINS } from '../domain/lead/dictionaries';
import type { LeadContent } from '../domain/lead/lead-content';
import { readProfile } from '../domain/host/read-profile';
import type { Instant } from '../domain/shared/instant';
import { HostProfilesService } from '../hosts/host-profiles.service';
import { LeadAnswersService } from '../leads/lead-answers.service';
import { wordsFor } from '../words/words';
import { CitySettingsService } from '../settings/city-settings.service';
import { DemoActs } from './demo-acts';
import type { DemoCalendar } from './demo-calendar';
import { hostAccounts } from './demo-story';
import type { City } from './founding';
import { dutyAccounts, elementDuties, hostBook } from './host-book';

interface Event {
  at: Instant;
  happen: () => Promise<unknown>;
}

/** What hosts and departments of the demo city do beside the rounds. */
@Injectable()
export class DemoHosts {
  constructor(
    private readonly reader: Reader,
    private readonly acts: DemoActs,
    private readonly profiles: HostProfilesService,
    private readonly answers: LeadAnswersService,
    private readonly settings: CitySettingsService,
  ) {}

  /** Profiles and duties at the beginning; lately one park has declined, and a department has answered. */
  events(calendar: DemoCalendar, { hosts }: City): Event[] {
    const month = (n: number): string =>
      (n < 0 ? calendar.at(-n * 21, '09:00') : calendar.ahead(n * 21, '09:00')).slice(0, 10);
    const stated = [...hostBook(month)].map(([code, body], at) => ({
      at: calendar.at(20, `10:${10 + at * 5}`),
      happen: () => this.state(hostAccounts[code] ?? '', hosts.get(code) ?? '', body),
    }));
    return [
      ...stated,
      { at: calendar.at(79, '14:00'), happen: () => this.nameDuties() },
      { at: calendar.at(2, '15:30'), happen: () => this.decline('高性能摩擦材料') },
    ];
  }

  /** @throws where the demo data break a rule of the form */
  private async state(account: string, hostId: string, body: Record<string, unknown>): Promise<void> {
    const { profile, problems } = readProfile(body, { chains: CHAINS });
    if (problems.length > 0) throw new Error(`The profile of ${account}: ${JSON.stringify(problems)}`);
    await this.profiles.state(await this.acts.viewer(account), hostId, {
      profile,
      basedOn: 0,
      note: '首次填报',
    });
  }

  private async nameDuties(): Promise<void> {
    const value = { ...answerRules.preset, duties: elementDuties } as AnswerRules;
    const reason = '按市政府办公室关于要素保障分工的通知，明确各要素由谁答复';
    await this.settings.change(await this.acts.viewer('admin-01'), answerRules, {
      value,
      basedOn: 0,
      reason,
    });
  }

  /** The park that was asked first cannot take it; by rule it goes to the next that fits. */
  private async decline(title: string): Promise<void> {
    const lead = await this.find(title);
    if (!lead) return;
    await this.answers.stateAsHost(await this.acts.viewer(hostAccounts[lead.host] ?? ''), lead.id, {
      verdict: 'decline',
      reasonCode: 'industryMismatch',
      text: '园区今年的指标优先保障首位产业，这一项目的上下游不在本园。',
      remedy: '如改为只在本园设研发中心可以承接；整线落户建议到材料产业更集中的园区。',
    });
  }

  /** The departments answer what the lead asks for beside land, each its own element. */
  async answerRest(leadId: string, from: string): Promise<void> {
    const lead = await this.reader.one<{ content: string }>(
      sql`select content from lead where id = ${leadId} and state = 'queued'`,
    );
    if (!lead) return;
    for (const { element, quantity, unit } of demandsOf(JSON.parse(lead.content) as LeadContent)) {
      const account = dutyAccounts[elementDuties[element]?.[0] ?? ''];
      if (element === 'land' || account === undefined) continue;
      const words = wordsFor('zh-CN');
      await this.answers.answerElement(await this.acts.viewer(account), leadId, {
        element,
        verdict: element === 'environment' ? 'conditional' : 'yes',
        quantity: quantity ?? '1.2',
        unit: unit === null ? '吨/年' : words.t(`lead.unit.${unit}`),
        availableOn: from,
        text: element === 'environment' ? '须按环评批复落实挥发性有机物治理和总量来源。' : '',
      });
    }
  }

  private find(title: string): Promise<{ id: string; host: string } | null> {
    return this.reader.one<{ id: string; host: string }>(
      sql`select lead.id, host.code as host from lead join host on host.id = lead.first_host_id
          where lead.title like ${`${title}%`} and lead.state = 'queued'`,
    );
  }
}
