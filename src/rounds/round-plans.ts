import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Sequences } from '../database/sequences';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import { suggestedRules } from '../domain/assignment/suggest';
import { takesBallots } from '../domain/round/deadline';
import { kindsWithoutSeat } from '../domain/round/roll';
import type { RuleSet } from '../domain/rubric/rule-set';
import { beijing, type Instant } from '../domain/shared/instant';
import { refuse, Refused, type Refusal } from '../domain/shared/refusal';
import { LeadsQueries, type LeadCard } from '../leads/leads.queries';
import { PanelsQueries } from '../panels/panels.queries';
import { RubricsQueries, type RubricVersionRead, type RuleSetRead } from '../rubrics/rubrics.queries';
import { AssignmentRow } from './assignment.entity';
import { InterestsService } from './interests.service';
import { RoundRecords } from './round-records';
import { RoundItem } from './round.entity';
import { SecondLooks } from './second-looks.service';

/** A round as the secretariat plans it. */
export interface RoundPlan {
  readonly title: string;
  readonly rubricVersionId: string;
  /** Left out or '': the rules in force for new rounds. */
  readonly ruleSetVersionId?: string;
  readonly panelId: string;
  readonly deadlineAt: Instant;
  /** In the order of the agenda. */
  readonly leadIds: readonly string[];
  /** Some seats judge each item, assigned before the round opens; left out: every seat judges every item. */
  readonly isShared?: boolean;
  /** By lead: the criteria that a second look asks, the others carry over; left out: every criterion is asked. */
  readonly secondLooks?: Readonly<Record<string, readonly string[]>>;
}

/** A plan as a form gives it: the deadline may be unreadable. */
export type RoundDraft = Omit<RoundPlan, 'deadlineAt'> & { readonly deadlineAt: Instant | null };

/** Why a plan cannot be kept, and which field of the form it concerns. */
export interface PlanProblem {
  readonly field: keyof RoundPlan;
  readonly refusal: Refusal;
}

export const titleLength = { fewest: 2, most: 60 };

/** Plans rounds: a number, a batch of queued leads of one track, the panel, the rubric, the deadline. */
@Injectable()
export class RoundPlans {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly sequences: Sequences,
    private readonly leads: LeadsQueries,
    private readonly panels: PanelsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly records: RoundRecords,
    private readonly interests: InterestsService,
    private readonly looks: SecondLooks,
  ) {}

  /** Everything wrong with a plan, at most one problem for each field, in the order of the form. */
  async problems(source: Source, plan: RoundDraft): Promise<PlanProblem[]> {
    const current = await this.rubrics.currentRuleSet(source);
    if (current === null) return [{ field: 'rubricVersionId', refusal: refuse('rubricNotPublished') }];
    const named = await this.rulesFor(source, plan);
    const rules = named ?? current;
    const rubric = await this.rubrics.version(plan.rubricVersionId, source);
    const { fewest, most } = titleLength;
    const length = [...plan.title.trim()].length;
    const found: readonly (readonly [keyof RoundPlan, Refusal | null])[] = [
      ['title', length < fewest || length > most ? refuse('roundTitleLength', titleLength) : null],
      ['rubricVersionId', rubric?.state === 'published' ? null : refuse('rubricNotPublished')],
      ['ruleSetVersionId', named === null ? refuse('rulesNotOffered') : null],
      ['panelId', await this.panelProblem(source, plan.panelId, rules.content)],
      ['deadlineAt', this.deadlineProblem(plan.deadlineAt)],
      ['leadIds', await this.leadProblem(source, plan.leadIds, rubric, rules.content)],
      ['secondLooks', await this.looks.problem(source, plan, rules.content)],
    ];
    return found.flatMap(([field, refusal]) => (refusal === null ? [] : [{ field, refusal }]));
  }

  /**
   * Keeps a plan as a new round with the next number of this year.
   * @throws Refused 422 with the first of its problems
   */
  async keep(tx: Tx, viewer: Viewer, plan: RoundPlan): Promise<{ id: string; number: string }> {
    const [problem] = await this.problems(tx, plan);
    if (problem) throw new Refused(problem.refusal, 422);
    const rules = await this.rulesFor(tx, plan);
    const now = this.clock.now();
    const { year } = beijing(now);
    const serial = await this.sequences.next(tx, 'round', year);
    const id = this.ids.next();
    const number = `Y-${year}-${String(serial).padStart(2, '0')}`;
    const leadIds = [...new Set(plan.leadIds)];
    const round = {
      id,
      number,
      title: plan.title.trim(),
      state: 'planned' as const,
      panelId: plan.panelId,
      rubricVersionId: plan.rubricVersionId,
      ruleSetVersionId: rules?.id ?? '',
      deadlineAt: plan.deadlineAt,
      firstDeadlineAt: plan.deadlineAt,
      createdAt: now,
      createdBy: viewer.personId,
      openedAt: null,
      extendedAt: null,
      lockedAt: null,
      closedAt: null,
      disputeVersion: null,
      gradesVersion: null,
      announcedAt: null,
      cancelledAt: null,
      voidedAt: null,
      frozenDigest: null,
    };
    const details = { items: leadIds.length, deadlineAt: plan.deadlineAt };
    await this.records.begin(tx, round, { move: 'plan', viewer, details });
    const looks = await this.looks.planned(tx, plan);
    const items = leadIds.map((leadId, at) => ({
      id: this.ids.next(),
      roundId: id,
      position: at + 1,
      leadId,
      ...looks.get(leadId),
    }));
    await tx.insert(RoundItem, items);
    if (plan.isShared === true) await this.share(tx, id, plan.panelId);
    await this.interests.note(tx, viewer, round);
    return { id, number };
  }

  /** With the usual numbers; the page of the assignment has them changed. */
  private async share(tx: Tx, id: string, panelId: string): Promise<void> {
    const { perKind, most } = suggestedRules(await this.panels.activeSeats(tx, panelId));
    await tx.insert(AssignmentRow, { id, ...perKind, most, appliedAt: null, appliedBy: null });
  }

  /** The rules that a plan names, else those in force; null where they are unknown or retired. */
  private async rulesFor(source: Source, { ruleSetVersionId = '' }: RoundDraft): Promise<RuleSetRead | null> {
    if (ruleSetVersionId === '') return this.rubrics.currentRuleSet(source);
    const rules = await this.rubrics.ruleSet(ruleSetVersionId, source);
    return rules?.retiredAt === null ? rules : null;
  }

  private deadlineProblem(deadlineAt: Instant | null): Refusal | null {
    if (deadlineAt === null) return refuse('deadlineUnreadable');
    return takesBallots(this.clock.now(), deadlineAt) ? null : refuse('deadlineNotAhead');
  }

  private async panelProblem(source: Source, panelId: string, rules: RuleSet): Promise<Refusal | null> {
    const seats = await this.panels.activeSeats(source, panelId);
    const panel = await this.panels.panel(panelId, source);
    // A panel that was drawn is for the round it was drawn for and no other.
    if (seats.length === 0 || panel?.drawnFor != null) return refuse('panelUnknown');
    const missing = kindsWithoutSeat(seats).filter((kind) => rules.quorum.perKind[kind] > 0);
    return missing.length === 0 ? null : refuse('kindsWithoutSeat', { kinds: missing.join(',') });
  }

  private async leadProblem(
    source: Source,
    given: readonly string[],
    rubric: RubricVersionRead | null,
    { round: { fewestLeads, mostLeads } }: RuleSet,
  ): Promise<Refusal | null> {
    const ids = [...new Set(given)];
    if (ids.length < fewestLeads) return refuse('tooFewLeads', { count: ids.length, fewest: fewestLeads });
    if (ids.length > mostLeads) return refuse('tooManyLeads', { count: ids.length, most: mostLeads });
    const cards = await this.leads.cards(source, ids);
    const known = ids.flatMap((id) => cards.get(id) ?? []);
    if (known.length < ids.length) return refuse('leadsUnknown', { count: ids.length - known.length });
    const busy = known.filter(({ state }) => state !== 'queued');
    if (busy.length > 0) return refuse('leadsNotQueued', { count: busy.length, leads: named(busy) });
    const strays = known.filter(({ track }) => rubric !== null && track !== rubric.code);
    if (strays.length > 0) {
      return refuse('leadsOfOtherTrack', {
        count: strays.length,
        leads: named(strays),
        track: rubric?.code ?? '',
      });
    }
    const elsewhere = await plannedElsewhere(source, ids);
    const taken = known.filter(({ id }) => elsewhere.has(id));
    if (taken.length === 0) return null;
    const round = elsewhere.get(taken[0]?.id ?? '') ?? '';
    return refuse('leadsInOtherRound', { count: taken.length, leads: named(taken), round });
  }
}

/** Leads that another planned round has already, with that round's number; of those asked for, or of all. */
export async function plannedElsewhere(
  source: Source,
  leadIds: readonly string[] | null,
): Promise<Map<string, string>> {
  const asked = leadIds === null ? sql.empty : sql`and round_item.lead_id in ${sql.list(leadIds)}`;
  const rows = await source.rows<{ leadId: string; number: string }>(
    sql`select round_item.lead_id as "leadId", round.number from round_item
        join round on round.id = round_item.round_id where round.state = 'planned' ${asked}`,
  );
  return new Map(rows.map(({ leadId, number }) => [leadId, number]));
}

/** Numbers and titles, so that the words name each lead. */
const named = (leads: readonly LeadCard[]): string =>
  leads.map(({ number, title }) => `${number}《${title}》`).join('、');
