import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import type { RuleSet } from '../domain/rubric/rule-set';
import { refuse, Refused } from '../domain/shared/refusal';
import type { TallyResult } from '../domain/tally/tally-result';
import { RuleDraftsQueries } from '../rubrics/rule-drafts.queries';
import { RubricsQueries, type RubricVersionCard, type RubricVersionRead } from '../rubrics/rubrics.queries';
import { ResultsQueries } from './results.queries';
import { tallyRound } from './tallies';

/** Rules that may be tried out: a published version, or a draft that could be published. */
export interface RulesOnTrial {
  /** The version's id, or `draft-` and the draft's. */
  readonly id: string;
  readonly rules: RuleSet;
  /** Its number; for a draft the number of the version that it was written from. */
  readonly version: number;
  readonly draft: boolean;
}

/** An item whose voting is over. */
export interface ClosedItem {
  readonly id: string;
  readonly roundId: string;
  readonly round: string;
  readonly position: number;
  readonly title: string;
}

/** The ballots of an item reckoned twice: as they were, and under other rules. */
export interface TriedItem {
  readonly item: ClosedItem;
  readonly rubric: RubricVersionRead;
  readonly own: { readonly rules: RulesOnTrial; readonly result: TallyResult };
  readonly tried: TallyResult;
}

const mostItems = 60;

/** Reads what rules can be tried out on. Ballots are reckoned with and never handed out one by one. */
@Injectable()
export class TrialsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly rubrics: RubricsQueries,
    private readonly drafts: RuleDraftsQueries,
    private readonly results: ResultsQueries,
  ) {}

  /** Those in force first, drafts before older versions. */
  async rules(): Promise<RulesOnTrial[]> {
    const [versions, drafts] = await Promise.all([this.rubrics.ruleSetVersions(), this.drafts.fit()]);
    const published = versions.map(({ id, content, version }): RulesOnTrial => ({
      id,
      rules: content,
      version,
      draft: false,
    }));
    const drafted = drafts.map(({ id, rules, base }): RulesOnTrial => ({
      id: `draft-${id}`,
      rules,
      version: base.version,
      draft: true,
    }));
    return [...published.slice(0, 1), ...drafted, ...published.slice(1)];
  }

  /** Every rubric version that was ever published, the newest of each first. */
  async rubricVersions(): Promise<RubricVersionCard[]> {
    return (await this.rubrics.versions()).filter(({ state }) => state !== 'draft');
  }

  /** @throws Refused 404 'notFound' */
  async rubric(id: string): Promise<RubricVersionRead> {
    const found = await this.rubrics.version(id);
    if (found === null || found.state === 'draft') throw new Refused(refuse('notFound'), 404);
    return found;
  }

  /** Items of closed rounds, the round closed last first. */
  closedItems(): Promise<ClosedItem[]> {
    return this.reader.rows(
      sql`select round_item.id, round_item.round_id as "roundId", round.number as round, round_item.position,
            lead.title
          from round_item join round on round.id = round_item.round_id
          join lead on lead.id = round_item.lead_id
          where round.state in ('closed', 'announced')
          order by round.closed_at desc, round.id, round_item.position limit ${mostItems}`,
    );
  }

  /** @throws Refused 404 'notFound', also for whoever may not see the results */
  async tried(viewer: Viewer, item: ClosedItem, rules: RuleSet): Promise<TriedItem> {
    const { material } = await this.results.round(viewer, item.roundId);
    const own = tallyRound(material).get(item.id);
    const tried = tallyRound({ ...material, rules: { ...material.rules, content: rules } }).get(item.id);
    if (own === undefined || tried === undefined) throw new Refused(refuse('notFound'), 404);
    const { id, content, version } = material.rules;
    return {
      item,
      rubric: material.rubric,
      own: { rules: { id, rules: content, version, draft: false }, result: own },
      tried,
    };
  }
}
