import { Injectable, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Instant } from '../domain/shared/instant';
import { Jobs } from '../jobs/jobs';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { DeferralsService } from './deferrals.service';
import { FollowUps } from './follow-ups.service';
import { MissedConditions } from './missed-conditions.service';
import type { Decided } from './outcome.entity';
import { programActor } from './program-actor';
import { materialsOf } from './ruling-materials';

interface Unfollowed {
  readonly outcomeId: string;
  readonly itemId: string;
  readonly roundId: string;
  readonly roundNumber: string;
  readonly ruleSetVersionId: string;
  readonly leadId: string;
  readonly leadRevisionId: string | null;
  readonly decided: Decided;
  readonly reason: string | null;
  readonly materials: string | null;
  readonly at: Instant;
}

/** What the calendar does after a closing; once an hour is often enough for terms that end with a day. */
@Injectable()
export class FollowUpJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reader: Reader,
    private readonly work: UnitOfWork,
    private readonly rubrics: RubricsQueries,
    private readonly followUps: FollowUps,
    private readonly deferrals: DeferralsService,
    private readonly missed: MissedConditions,
  ) {}

  onModuleInit(): void {
    const everySeconds = 3600;
    this.jobs.register({ name: 'beginFollowUps', everySeconds, run: () => this.catchUp() });
    this.jobs.register({ name: 'lapseDeferrals', everySeconds, run: (now) => this.deferrals.lapse(now) });
    this.jobs.register({
      name: 'returnMissedConditions',
      everySeconds,
      run: (now) => this.missed.returnDue(now),
    });
  }

  /**
   * Rounds announced before there were follow-ups: what they decided gets its meeting, request or deferral, with terms
   * that run from the announcement. @returns how many
   */
  async catchUp(): Promise<number> {
    const found = await this.reader.rows<Unfollowed>(
      sql`select outcome.id as "outcomeId", outcome.item_id as "itemId", round.id as "roundId",
            round.number as "roundNumber", round.rule_set_version_id as "ruleSetVersionId",
            outcome.lead_id as "leadId", round_item.lead_revision_id as "leadRevisionId", outcome.decided,
            outcome.ruling_reason as reason, outcome.materials, round.announced_at as at
          from outcome join round on round.id = outcome.round_id
            join round_item on round_item.id = outcome.item_id
            join lead on lead.id = outcome.lead_id and lead.round_id = outcome.round_id
          where round.state = 'announced'
            and ((outcome.decided = 'consult' and lead.state = 'consulting'
                and not exists (select 1 from consultation c where c.source_id = outcome.id))
              or (outcome.decided = 'resubmit' and lead.state = 'resubmit'
                and not exists (select 1 from resubmission s where s.source_id = outcome.id))
              or (outcome.decided = 'defer' and lead.state = 'deferred'
                and not exists (select 1 from deferral d where d.source_id = outcome.id)))
          order by outcome.id`,
    );
    for (const outcome of found) await this.begin(outcome);
    return found.length;
  }

  private async begin({
    outcomeId,
    ruleSetVersionId,
    materials,
    reason,
    ...given
  }: Unfollowed): Promise<void> {
    const rules = await this.rubrics.ruleSet(ruleSetVersionId);
    if (rules === null) throw new Error(`round ${given.roundNumber} has lost its rules`);
    const settled = {
      ...given,
      outcomeId,
      source: 'outcome' as const,
      sourceId: outcomeId,
      reason: reason ?? '',
      materials: materialsOf({ materials }),
      rules: rules.content,
    };
    await this.work.run((tx) => this.followUps.begin(tx, settled, programActor()));
  }
}
