import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { AssignmentProblem, AssignmentRules } from '../domain/assignment/assignment';
import { difficultyOf } from '../domain/assignment/difficulty';
import { noExpertise } from '../domain/assignment/match';
import { suggestedRules } from '../domain/assignment/suggest';
import { emptyContent } from '../domain/lead/content';
import type { RuleSet } from '../domain/rubric/rule-set';
import { LeadsQueries, type LeadCard } from '../leads/leads.queries';
import { PanelsQueries, type SeatRead } from '../panels/panels.queries';
import { ExpertiseQueries } from '../people/expertise.queries';
import { AssignedSeat, AssignmentRow } from './assignment.entity';
import { InterestsQueries } from './interests.queries';
import { RoundItem, type Round } from './round.entity';

/** Everything that an assignment is made of, with the names that a page or a sentence needs. */
export interface AssignmentMaterial {
  readonly problem: AssignmentProblem;
  readonly seats: readonly (SeatRead & { holderId: string; holderName: string })[];
  readonly items: readonly { readonly item: RoundItem; readonly lead: LeadCard | null }[];
}

/** Reads assignments, in the same number of statements whatever their size. */
@Injectable()
export class AssignmentsQueries {
  constructor(
    private readonly leads: LeadsQueries,
    private readonly panels: PanelsQueries,
    private readonly expertise: ExpertiseQueries,
    private readonly interests: InterestsQueries,
  ) {}

  /** Null for a round that everybody judges. */
  plan(source: Source, roundId: string): Promise<AssignmentRow | null> {
    return source.findOne(AssignmentRow, sql`where id = ${roundId}`);
  }

  pairs(source: Source, roundId: string): Promise<AssignedSeat[]> {
    return source.find(AssignedSeat, sql`where assignment_id = ${roundId}`);
  }

  /**
   * The problem that a planned round puts now: its leads as last submitted, the seats that would vote; with the usual
   * numbers where it is not shared out yet.
   */
  async material(
    source: Source,
    round: Round,
    row: AssignmentRow | null,
    rules: RuleSet,
  ): Promise<AssignmentMaterial> {
    const items = await source.find(RoundItem, sql`where round_id = ${round.id} order by position`);
    const leadIds = items.map(({ leadId }) => leadId);
    const cards = await this.leads.cards(source, leadIds);
    const contents = await this.leads.newest(source, leadIds);
    const seats = await this.panels.activeSeats(source, round.panelId);
    const known = await this.expertise.ofAll(
      seats.map(({ holderId }) => holderId),
      source,
    );
    const blank = emptyContent();
    const duties = rules.quorum.mandatoryFunctions;
    const problem: AssignmentProblem = {
      items: items.map(({ id, leadId }) => {
        // Over an empty form, so that what was submitted before a field existed goes on reading.
        const content = { ...blank, ...contents.get(leadId)?.content };
        const { industryCode, chain } = content;
        return { itemId: id, subject: { industryCode, chain }, difficulty: difficultyOf(content) };
      }),
      seats: seats.map((seat) => ({
        seatId: seat.id,
        kind: seat.kind,
        expertise: known.get(seat.holderId) ?? noExpertise,
        everyItem: seat.function !== null && duties.includes(seat.function),
      })),
      rules: row === null ? suggestedRules(seats) : rulesOf(row),
      forbidden: await this.interests.kept(source, round),
    };
    return {
      problem,
      seats,
      items: items.map((item) => ({ item, lead: cards.get(item.leadId) ?? null })),
    };
  }
}

export function rulesOf({ park, support, institute, enterprise, most }: AssignmentRow): AssignmentRules {
  return { perKind: { park, support, institute, enterprise }, most };
}
