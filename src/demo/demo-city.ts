import { Injectable } from '@nestjs/common';
import { Clock, SetClock, SteerableClock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Instant } from '../domain/shared/instant';
import { DemoActs } from './demo-acts';
import { DemoAfter, type DemoEvent } from './demo-after';
import { DemoCalendar } from './demo-calendar';
import { DemoCage } from './demo-cage';
import { DemoPapers } from './demo-papers';
import { DemoQuestions } from './demo-questions';
import { DemoHosts } from './demo-hosts';
import { DemoChains } from './demo-chains';
import { DemoClaims } from './demo-claims';
import { seededChance } from './demo-votes';
import { DemoPromises } from './demo-promises';
import { Founding, type City } from './founding';
import { leadBook, type BookEntry } from './lead-book';
import { batches, hostAccounts, returnReasons, type Batch } from './demo-story';

/** How far the story is told: leads at intake, a round being voted on, rounds closed, projects in the cage. */
export const STAGES = ['intake', 'scoring', 'closed', 'cage'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Makes a believable city by living through its last eleven weeks: every event through the service that a page would
 * call, at its own time, in the order of time. The same seed and the same day give the same city.
 */
@Injectable()
export class DemoCity {
  private readonly events: DemoEvent[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly reader: Reader,
    private readonly founding: Founding,
    private readonly acts: DemoActs,
    private readonly cage: DemoCage,
    private readonly after: DemoAfter,
    private readonly papers: DemoPapers,
    private readonly promises: DemoPromises,
    private readonly questions: DemoQuestions,
    private readonly hosts: DemoHosts,
    private readonly claims: DemoClaims,
    private readonly chains: DemoChains,
  ) {}

  async isEmpty(): Promise<boolean> {
    return (await this.reader.one(sql`select 1 as found from person limit 1`)) === null;
  }

  /**
   * Seeds an empty database. @param progress is told in words what is being made
   * @returns when the city's present begins
   */
  async seed(stage: Stage, seed: number, progress: (what: string) => void): Promise<void> {
    const now = this.clock.now();
    const calendar = new DemoCalendar(now);
    const chance = seededChance(seed);
    try {
      this.travel(calendar.at(80, '08:30'));
      progress('founding the city');
      const city = await this.founding.found();
      this.tell(calendar, city, stage, chance);
      const events = [...this.events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      for (const [at, event] of events.entries()) {
        if (at % 60 === 0) progress(`${at} of ${events.length} events`);
        this.travel(event.at < now ? event.at : now);
        await event.happen();
      }
    } finally {
      this.travel(null);
    }
  }

  private tell(calendar: DemoCalendar, city: City, stage: Stage, chance: () => number): void {
    this.events.push(...this.hosts.events(calendar, city), ...this.chains.events(calendar, city));
    for (const batch of batches(stage)) {
      if (batch.kind === 'round') this.tellRound(calendar, city, batch, stage, chance);
      else this.tellLeads(calendar, batch);
    }
    this.promises.tell((at, happen) => this.on(at, happen), calendar);
    if (stage === 'cage') for (const event of this.claims.events(calendar)) this.events.push(event);
    // Two people who have only begun: one with two fields, one whose project somebody else has reported already.
    this.on(calendar.at(2, '16:05'), () =>
      this.acts.draft({
        scout: 'scout-04',
        body: { title: '澜岫热管理模块项目', investorName: '澜岫热控系统股份有限公司' },
      }),
    );
    this.on(calendar.at(1, '11:20'), () =>
      this.acts.draft({
        scout: 'scout-01',
        body: { title: '高性能膜材料项目', investorName: '澄膜新材料有限公司' },
      }),
    );
  }

  /** Leads that are reported, taken in, voted on and answered together. */
  private tellRound(
    calendar: DemoCalendar,
    { panelId }: City,
    batch: Batch & { kind: 'round' },
    stage: Stage,
    chance: () => number,
  ): void {
    const { reportedDaysAgo: from, openedDaysAgo, closedDaysAgo, title } = batch;
    const entries = this.entriesOf(calendar, batch.leads, from);
    const leadIds: string[] = [];
    entries.forEach((entry, at) => {
      const daysAgo = from - Math.floor(at / 2);
      this.on(
        calendar.at(daysAgo, `09:${10 + at * 3}`),
        async () => (leadIds[at] = await this.papers.report(entry, at)),
      );
      this.on(calendar.at(daysAgo - 1, `11:${10 + at * 3}`), () => this.accept(leadIds[at]));
      this.on(calendar.at(daysAgo - 2, `15:${10 + at * 3}`), () => this.answer(calendar, leadIds[at], entry));
    });
    if (stage === 'intake') return;
    let roundId = '';
    const deadlineAt =
      closedDaysAgo === null ? calendar.ahead(5, '18:00') : calendar.at(closedDaysAgo, '08:00');
    this.on(calendar.at(openedDaysAgo, '09:00'), async () => {
      roundId = await this.acts.openRound('secretary-01', {
        title,
        deadlineAt,
        panelId,
        leadIds: [...leadIds],
      });
    });
    this.tellVotes(calendar, batch, chance, () => ({ roundId, leadIds }));
    if (closedDaysAgo === null)
      return void this.events.push(...this.questions.inRound(calendar, openedDaysAgo, () => leadIds));
    this.on(calendar.at(closedDaysAgo, '09:05'), () => this.acts.close('secretary-01', roundId));
    this.on(calendar.at(closedDaysAgo, '15:20'), () =>
      this.acts.ruleOnDoubts('leader-01', roundId, batch.rulings),
    );
    this.on(calendar.at(closedDaysAgo, '16:40'), () => this.after.announce(roundId, calendar));
    if (stage === 'cage') {
      for (const event of this.after.events(calendar, closedDaysAgo, () => roundId)) this.events.push(event);
      this.on(calendar.at(closedDaysAgo - 3, '10:00'), () =>
        this.cage.fill(roundId, batch.fillFiveOnes, calendar),
      );
    }
  }

  private tellVotes(
    calendar: DemoCalendar,
    batch: Batch & { kind: 'round' },
    chance: () => number,
    round: () => { roundId: string; leadIds: string[] },
  ): void {
    batch.seatsVoted.forEach((count, seat) => {
      const at = calendar.at(
        Math.max(batch.openedDaysAgo - 1 - (seat % 3), batch.closedDaysAgo ?? 0),
        `1${seat % 7}:2${seat % 10}`,
      );
      const safe = batch.closedDaysAgo === null && at > calendar.now ? calendar.now : at;
      this.on(safe, async () => {
        const { roundId, leadIds } = round();
        const recusedAt = batch.recusals[seat];
        if (recusedAt !== undefined) {
          await this.acts.recuse(roundId, seat, leadIds[recusedAt] ?? '', '本单位与投资方有长期供货关系');
        }
        const items = leadIds
          .map((leadId, item) => ({ leadId, fortune: batch.leads[item]?.[1] ?? 'good' }))
          .filter((_, item) => item !== recusedAt)
          .slice(0, count);
        await this.acts.vote(roundId, seat, items, chance);
        if (count === 0 && seat % 2 === 0) await this.acts.saveDraftBallot(roundId, seat, leadIds[0] ?? '');
        else if (count === 0) await this.acts.prefetch(roundId, seat);
      });
    });
  }

  /** Leads that have not come to a round, in every state on the way. */
  private tellLeads(calendar: DemoCalendar, batch: Batch & { kind: 'leads' }): void {
    const entries = this.entriesOf(calendar, batch.leads, batch.reportedDaysAgo);
    entries.forEach((entry, at) => {
      let leadId = '';
      const daysAgo = Math.max(batch.reportedDaysAgo - Math.floor(at / 3), batch.until);
      const minute = 10 + ((at * 7) % 45);
      this.on(calendar.at(daysAgo, `09:${minute}`), async () => {
        leadId = await (batch.then === 'draft' ? this.acts.draft(entry) : this.papers.report(entry, at));
      });
      if (batch.then === 'submitted')
        this.events.push(...this.questions.atIntake(calendar, at, () => leadId));
      if (batch.then === 'draft' || batch.then === 'submitted') return;
      this.on(calendar.at(daysAgo - 1, `11:${minute}`), () => this.settle(batch.then, leadId, at));
      if (batch.then === 'queued' && at % 3 !== 2) {
        this.on(calendar.at(daysAgo - 2, `15:${minute}`), () => this.answer(calendar, leadId, entry));
      }
    });
  }

  private async settle(then: Batch['then'], leadId: string, at: number): Promise<void> {
    const secretary = `secretary-0${2 + (at % 2)}`;
    if (then === 'queued') return this.accept(leadId);
    if (then === 'withdrawn') return this.acts.withdraw(leadId, '投资方调整布局，暂不考虑本市。');
    if (then === 'rejected')
      return this.acts.decideIntake(
        secretary,
        leadId,
        'reject',
        '属市内搬迁，不在受理范围；建议由属地按技改政策办理。',
      );
    if (then === 'merged') {
      const target = await this.acts.numberOf('新能源汽车热管理集成模块生产基地');
      return this.acts.decideIntake(
        secretary,
        leadId,
        'merge',
        '与首报线索为同一集团同一项目，并入首报。',
        target,
      );
    }
    const reason = returnReasons[at % returnReasons.length] ?? '';
    return this.acts.decideIntake(secretary, leadId, 'return', reason);
  }

  private accept(leadId: string | undefined): Promise<void> {
    return this.acts.decideIntake('secretary-02', leadId ?? '', 'accept');
  }

  private async answer(calendar: DemoCalendar, leadId: string | undefined, entry: BookEntry): Promise<void> {
    const [first = ''] = entry.body['intendedHosts'] as string[];
    const landBy = calendar.ahead(60, '09:00').slice(0, 10);
    await this.acts.answer(leadId ?? '', entry, hostAccounts[first] ?? 'host-01', landBy);
    await this.hosts.answerRest(leadId ?? '', landBy);
  }

  private entriesOf(calendar: DemoCalendar, leads: Batch['leads'], reportedDaysAgo: number): BookEntry[] {
    const book = leadBook(calendar.monthOf(reportedDaysAgo));
    return leads.map(([title]) => {
      const entry = book.find(({ body }) => String(body['title']).startsWith(title));
      if (!entry) throw new Error(`The lead book has no ${title}`);
      return entry;
    });
  }

  private on(at: Instant, happen: () => Promise<unknown>): void {
    this.events.push({ at, happen });
  }

  private travel(instant: Instant | null): void {
    if (this.clock instanceof SteerableClock) this.clock.pretend(instant);
    else if (this.clock instanceof SetClock && instant !== null) this.clock.set(instant);
  }
}
