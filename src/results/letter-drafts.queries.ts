import { Injectable } from '@nestjs/common';
import type { CountedVersion } from '../ballots/ballots.queries';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import { fiveOnesDue, stageDue } from '../domain/cage/clocks';
import { admitsOnConditions } from '../domain/followup/conditions';
import type { PanelKind } from '../domain/rubric/panel-kind';
import { beijingDay, type Day, type Instant } from '../domain/shared/instant';
import type { WorkCalendar } from '../domain/shared/workdays';
import { rulingDue } from '../domain/tally/ruling';
import { LeadTakersQueries, type Taker } from '../leads/lead-takers.queries';
import { wordsFor } from '../words/words';
import { HostConditionsQueries, type OpenHostCondition } from './host-conditions.queries';
import { letterContent, type LetterContent, type LetterOutcome } from './letter-content';
import { appraise, namesSomeone, unitOf } from './letter-facts';
import { materialsOf } from './ruling-materials';
import { decidedOf, type Decided } from './outcome.entity';
import { ResultsQueries, type ResultItem, type RoundResults } from './results.queries';
import { ballotsByItem } from './tallies';

/** A panelist's unsigned comment that may go into a letter. */
export interface LetterComment {
  readonly id: string;
  readonly kind: PanelKind;
  readonly text: string;
  /** It holds a panelist's name and therefore never goes out. */
  readonly named: boolean;
}

/** What will be decided on an item, and what its letter may quote. */
export interface LetterDraft {
  readonly item: ResultItem;
  /** Null while the chair has not ruled. */
  readonly decided: Decided | null;
  readonly comments: readonly LetterComment[];
  /** What the host that takes it made a condition and nobody has settled; none where the rules admit on none. */
  readonly hostConditions: readonly OpenHostCondition[];
}

/** The numbers that are only drawn when a letter is really written. */
export interface DrawnNumbers {
  readonly number: string;
  readonly cageNo: string | null;
}

/** Reads what letters are made of, and writes them: for the preview and for the announcement the same. */
@Injectable()
export class LetterDrafts {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly results: ResultsQueries,
    private readonly takers: LeadTakersQueries,
    private readonly hostConditions: HostConditionsQueries,
  ) {}

  /** Every letter of a closed round as it would be written now. @throws Refused as `ResultsQueries.round` does */
  async preview(viewer: Viewer, roundId: string): Promise<{ results: RoundResults; writer: LetterWriter }> {
    const results = await this.results.round(viewer, roundId);
    return { results, writer: await this.prepare(this.reader, results, this.clock.now()) };
  }

  /** Reads once for all letters of a round. */
  async prepare(source: Source, results: RoundResults, at: Instant): Promise<LetterWriter> {
    const ids = results.items.map(({ outcome }) => outcome.leadId);
    const reported = await source.rows<{ id: string; at: Instant | null }>(
      sql`select id, submitted_at as at from lead where id in ${sql.list(ids)}`,
    );
    const calendar = await this.calendars.current(source);
    const takers = await this.takers.ofLeads(source, ids);
    const items = results.items.map(({ outcome: { itemId, leadId } }) => ({ itemId, leadId }));
    const admits = admitsOnConditions(results.material.rules.content.condition);
    const open = admits
      ? await this.hostConditions.open(items, source)
      : new Map<string, OpenHostCondition[]>();
    return new LetterWriter(
      results,
      calendar,
      new Map(reported.map((row) => [row.id, row.at ?? at])),
      takers,
      open,
      at,
    );
  }
}

/** The letters of one round, ready to be written. */
export class LetterWriter {
  readonly drafts: readonly LetterDraft[];

  constructor(
    private readonly results: RoundResults,
    private readonly calendar: WorkCalendar,
    private readonly reportedAt: ReadonlyMap<string, Instant>,
    private readonly takers: ReadonlyMap<string, Taker>,
    open: ReadonlyMap<string, readonly OpenHostCondition[]>,
    private readonly at: Instant,
  ) {
    const { roll, cast } = results.material;
    const names = roll.flatMap(({ holderName, alternateName }) => [holderName, alternateName ?? '']);
    const ballots = ballotsByItem(cast.ballots);
    this.drafts = results.items.map((item) => ({
      item,
      decided: decidedOf(item.outcome),
      comments: commentsOf(ballots.get(item.outcome.itemId) ?? [], names),
      hostConditions: open.get(item.outcome.itemId) ?? [],
    }));
  }

  /** The letter of an item that is decided and not void. */
  write(
    draft: LetterDraft,
    outcome: LetterOutcome,
    numbers: DrawnNumbers,
    comments: readonly string[],
  ): LetterContent {
    const { item } = draft;
    const { material, head } = this.results;
    const { lead, result, revision, outcome: row, override, conditions } = item;
    return letterContent(
      {
        ...numbers,
        ...appraise(result, material.rubric.content),
        ...this.dates(outcome),
        outcome,
        comments,
        reasons: result.reasons,
        roundNumber: material.round.number,
        leadNumber: lead.number,
        leadTitle: revision?.content.title ?? lead.title,
        unitName: lead.scoutUnitName,
        reportedAt: this.reportedAt.get(row.leadId) ?? this.at,
        score: result.total?.toDecimal(2) ?? null,
        passMark: result.rules.decides === 'scores' ? result.rules.score.passMark : null,
        floor: result.rules.score.floor,
        rulingReason: row.rulingReason,
        override: override && { ...override, computed: row.computed },
        materials: materialsOf(row),
        conditions: conditions
          .filter(({ state }) => state === 'proposed')
          .map(({ wanted, ownerLabel, dueOn }) => ({ wanted, unit: unitOf(ownerLabel), dueOn })),
        hostName: this.takers.get(row.leadId)?.hostName ?? lead.firstHostName,
        announcedAt: this.at,
        rubricName: material.rubric.name.zh,
        rubricVersion: material.rubric.version,
        rulesCode: wordsFor('zh-CN').t('rules.version', {
          code: material.rules.code,
          n: material.rules.version,
        }),
        headHash: head?.hash ?? '',
      },
      wordsFor('zh-CN'),
    );
  }

  private dates(outcome: LetterOutcome): { fiveOnesDue: Day; signingDue: Day; followUpDue: Day | null } {
    const today = beijingDay(this.at);
    const { content: rules } = this.results.material.rules;
    const ruled = outcome !== 'admit' && outcome !== 'reject';
    return {
      fiveOnesDue: beijingDay(fiveOnesDue(this.at, this.calendar)),
      signingDue: stageDue('talks', today, null) ?? today,
      // Terms run from the day the scout is told, not from the day the chair made up their mind.
      followUpDue: ruled ? beijingDay(rulingDue(outcome, this.at, rules, this.calendar)) : null,
    };
  }
}

/** Each text once, for the same words from several seats would tell how many; in an order that tells no seat. */
function commentsOf(ballots: readonly CountedVersion[], names: readonly string[]): LetterComment[] {
  const comments = ballots
    .filter(({ comment }) => comment.trim() !== '')
    .map(({ id, seatKind: kind, comment }) => ({
      id,
      kind,
      text: comment.trim(),
      named: namesSomeone(comment, names),
    }))
    .sort((a, b) => (a.kind + a.text < b.kind + b.text ? -1 : 1));
  const texts = comments.map(({ text }) => text);
  return comments.filter(({ text }, at) => texts.indexOf(text) === at);
}
