import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { EarlierResult } from '../domain/round/second-look';
import type { RubricContent } from '../domain/rubric/rubric-content';
import type { Instant } from '../domain/shared/instant';
import { LeadsQueries, type LeadCard } from '../leads/leads.queries';
import { PanelsQueries, type PanelCard } from '../panels/panels.queries';
import { RubricsQueries, type RubricVersionCard, type RuleSetRead } from '../rubrics/rubrics.queries';
import { EarlierResults } from './earlier-results.service';
import { plannedElsewhere } from './round-plans';

/** The hour of the day at which a round ends when nothing else is said. */
const usualHour = '18:00';

/** What the page for planning a round offers to choose from. */
export interface Planning {
  readonly leads: readonly LeadCard[];
  /** Leads that another planned round has already, with its number. */
  readonly elsewhere: ReadonlyMap<string, string>;
  readonly rubrics: readonly RubricVersionCard[];
  readonly panels: readonly PanelCard[];
  /** The rules that a round takes when its plan names none; null before any were published. */
  readonly rules: RuleSetRead | null;
  /** All rules that it may name, those first. */
  readonly ruleSets: readonly RuleSetRead[];
  /** What an earlier round made of the leads, and the rubric it was judged under, by lead. */
  readonly earlier: ReadonlyMap<string, JudgedBefore>;
  /** The deadline that the service promise of the rules suggests. */
  readonly suggestedDeadline: Instant;
}

/** What a second look can ask of a lead. */
export interface JudgedBefore {
  readonly result: EarlierResult;
  readonly rubric: RubricContent;
}

/** Reads what a new round can be made of. */
@Injectable()
export class RoundPlanningQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly leads: LeadsQueries,
    private readonly panels: PanelsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly results: EarlierResults,
  ) {}

  async planning(): Promise<Planning> {
    const [leads, elsewhere, rubrics, panels, ruleSets, calendar] = await Promise.all([
      this.leads.queued(this.reader),
      plannedElsewhere(this.reader, null),
      this.rubrics.published(),
      this.panels.list(),
      this.rubrics.ruleSetsInUse(),
      this.calendars.current(),
    ]);
    const rules = ruleSets[0] ?? null;
    const workdays = rules?.content.terms.roundOpen ?? 5;
    const suggestedDeadline = calendar.addWorkdays(this.clock.now(), workdays, usualHour);
    const standing = panels.filter(({ drawnFor }) => drawnFor === null);
    const earlier = await this.judgedBefore(leads.map(({ id }) => id));
    return { leads, elsewhere, rubrics, panels: standing, rules, ruleSets, earlier, suggestedDeadline };
  }

  /** Only those whose version of the rubric can still be chosen: under another one nothing is carried over. */
  private async judgedBefore(leadIds: readonly string[]): Promise<Map<string, JudgedBefore>> {
    const results = [...(await this.results.of(this.reader, leadIds)).values()];
    const contents = await this.rubrics.contents(results.map(({ rubricVersionId }) => rubricVersionId));
    return new Map(
      results.flatMap((result): [string, JudgedBefore][] => {
        const rubric = contents.get(result.rubricVersionId);
        return rubric?.state === 'published' ? [[result.leadId, { result, rubric: rubric.content }]] : [];
      }),
    );
  }
}
