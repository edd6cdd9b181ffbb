import { Injectable, OnModuleInit } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Reader } from '../database/reader';
import { dueReminder } from '../domain/round/reminders';
import type { Instant } from '../domain/shared/instant';
import { Jobs } from '../jobs/jobs';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { RemindersQueries } from './reminders.queries';
import { RemindersService } from './reminders.service';
import { RoundsQueries, type RoundRead } from './rounds.queries';

/** Reminders are meant to the hour; half a minute does not matter. */
const everySeconds = 30;

/** Sends the reminders that the rules of open rounds ask for, also those that fell due while nothing ran. */
@Injectable()
export class RemindersJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reader: Reader,
    private readonly calendars: Calendars,
    private readonly rounds: RoundsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly queries: RemindersQueries,
    private readonly reminders: RemindersService,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'remindPanel', everySeconds, run: (now) => this.remindDue(now) });
  }

  /** Looks without holding anything up; only where something is due are rounds held. @returns how many seats */
  async remindDue(now: Instant): Promise<number> {
    const due: string[] = [];
    for (const round of await this.rounds.open()) if (await this.isDue(round, now)) due.push(round.id);
    return due.length === 0 ? 0 : this.reminders.remindDue(due);
  }

  private async isDue(round: RoundRead, now: Instant): Promise<boolean> {
    const rules = await this.rubrics.ruleSet(round.ruleSetVersionId);
    if (rules === null) return false;
    const since = await this.queries.since(this.reader, round);
    const moment = { now, since, deadlineAt: round.deadlineAt };
    const mark = dueReminder(moment, rules.content.reminders, await this.calendars.current());
    return mark !== null && (await this.queries.unreminded(this.reader, round, mark)).size > 0;
  }
}
