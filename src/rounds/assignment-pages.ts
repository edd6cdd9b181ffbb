import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { holds, type Viewer } from '../domain/access/viewer';
import { assign } from '../domain/assignment/assign';
import type { Pair } from '../domain/assignment/assignment';
import { suggestedRules } from '../domain/assignment/suggest';
import { PANEL_KINDS, type PanelKind } from '../domain/rubric/panel-kind';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { RubricsQueries, type RuleSetRead } from '../rubrics/rubrics.queries';
import type { Words } from '../words/words';
import type { AssignmentRow } from './assignment.entity';
import type { AssignmentTyped } from './assignment.form';
import { assignmentView, type Shown } from './assignment.views';
import { AssignmentsQueries, rulesOf, type AssignmentMaterial } from './assignments.queries';
import { outOfTurn } from './round-refusals';
import type { Round } from './round.entity';
import { RoundsQueries } from './rounds.queries';

/** What the page was asked for, or sent, beyond its address. */
export interface AssignmentWish {
  /** Propose anew, also where an assignment is applied. */
  readonly fresh?: boolean;
  readonly ticks?: readonly Pair[];
  readonly refusal?: string;
  readonly typed?: AssignmentTyped;
  readonly errors?: Readonly<Record<string, string>>;
}

/** The page on which a planned round is shared out: as it stands, with a proposal, or with what was ticked. */
@Injectable()
export class AssignmentPages {
  constructor(
    private readonly reader: Reader,
    private readonly rounds: RoundsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly queries: AssignmentsQueries,
  ) {}

  /** @throws Refused 404 for no such round, 409 once it is not planned any more */
  async page(viewer: Viewer, roundId: string, words: Words, wish: AssignmentWish = {}): Promise<PageAnswer> {
    const { round, rules } = await this.plannedRound(roundId);
    const row = await this.queries.plan(this.reader, roundId);
    const material = await this.queries.material(this.reader, round, row, rules.content);
    const { shown, pairs, shortages } = await this.shownPairs(row, material, wish);
    const { refusal = '', errors = {} } = wish;
    const isWrong = refusal !== '' || Object.keys(errors).length > 0;
    const model = assignmentView(
      {
        round,
        rules: rules.content,
        row,
        material,
        pairs,
        shown,
        shortages,
        typed: wish.typed ?? typedOf(row, material),
        errors,
        refusal,
        mayAct: holds(viewer, 'secretariat'),
      },
      words,
    );
    return page('rounds/assignment', model, { status: isWrong ? 422 : 200 });
  }

  /** The fewest seats of each kind that the rules of the round can do with. */
  async least(roundId: string): Promise<Readonly<Record<PanelKind, number>>> {
    return (await this.plannedRound(roundId)).rules.content.quorum.perKind;
  }

  private async shownPairs(row: AssignmentRow | null, material: AssignmentMaterial, wish: AssignmentWish) {
    if (row === null) return { shown: 'proposed' as Shown, pairs: [], shortages: [] };
    if (wish.ticks) return { shown: 'checked' as Shown, pairs: wish.ticks, shortages: [] };
    if (row.appliedAt !== null && wish.fresh !== true) {
      const pairs = await this.queries.pairs(this.reader, row.id);
      return { shown: 'applied' as Shown, pairs, shortages: [] };
    }
    return { shown: 'proposed' as Shown, ...assign(material.problem) };
  }

  private async plannedRound(roundId: string): Promise<{ round: Round; rules: RuleSetRead }> {
    const round = await this.rounds.round(this.reader, roundId);
    if (round === null) throw new Refused(refuse('notFound'), 404);
    if (round.state !== 'planned') throw new Refused(outOfTurn('assign', round.state), 409);
    const rules = await this.rubrics.ruleSet(round.ruleSetVersionId);
    if (rules === null) throw new Error(`round ${round.number} has lost its rules`);
    return { round, rules };
  }
}

/** The form as it stands: what is planned, or for a round that everybody judges what would be usual. */
function typedOf(row: AssignmentRow | null, { problem }: AssignmentMaterial): AssignmentTyped {
  const { perKind, most } = row === null ? suggestedRules(problem.seats) : rulesOf(row);
  const texts = PANEL_KINDS.map((kind) => [kind, String(perKind[kind])] as const);
  return {
    mode: row === null ? 'everyone' : 'assigned',
    perKind: Object.fromEntries(texts) as Record<PanelKind, string>,
    most: most === null ? '' : String(most),
  };
}
