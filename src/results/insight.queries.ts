import { Injectable } from '@nestjs/common';
import { BallotsQueries } from '../ballots/ballots.queries';
import { VetoesQueries } from '../ballots/vetoes.queries';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { groupBy } from '../domain/shared/grouped';
import { holds, type Viewer } from '../domain/access/viewer';
import type { JudgedItem } from '../domain/insight/severity';
import { refuse, Refused } from '../domain/shared/refusal';
import { LeadsQueries, type LeadCard } from '../leads/leads.queries';
import { RoundsQueries, type RollSeat, type RoundRead } from '../rounds/rounds.queries';
import { RubricsQueries, type RubricVersionCard, type RubricVersionRead } from '../rubrics/rubrics.queries';
import type { RuleSetRead } from '../rubrics/rubrics.queries';
import { tallyInputs, type TallyMaterial } from './tallies';

/** Rounds that insight looks back on at most, the latest. */
export const MOST_ROUNDS = 50;

/** A closed round for looking back: its items as they were tallied. */
export interface LookedAt {
  readonly round: RoundRead;
  readonly rubric: RubricVersionRead;
  readonly rules: RuleSetRead;
  readonly roll: readonly RollSeat[];
  readonly items: readonly (JudgedItem & { readonly leadId: string })[];
}

/** What may be tried on past rounds. */
export interface Versions {
  readonly rubrics: readonly RubricVersionCard[];
  readonly rules: readonly RuleSetRead[];
}

/** Looks back on closed rounds. Of a round that still takes ballots there is nothing here, for nobody. */
@Injectable()
export class InsightQueries {
  constructor(
    private readonly reader: Reader,
    private readonly rounds: RoundsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly ballots: BallotsQueries,
    private readonly vetoes: VetoesQueries,
    private readonly leads: LeadsQueries,
  ) {}

  /**
   * The closed rounds, the latest first, in a fixed number of queries.
   * @throws Refused 404 for whoever may not look back
   */
  async concluded(viewer: Viewer, source: Source = this.reader): Promise<LookedAt[]> {
    if (!holds(viewer, 'secretariat', 'inspector')) throw new Refused(refuse('noSuchResults'), 404);
    const rounds = await this.rounds.concluded(MOST_ROUNDS, source);
    return (await this.materials(rounds, source)).map(lookedAt);
  }

  async versions(): Promise<Versions> {
    const [rubrics, rules] = await Promise.all([this.rubrics.versions(), this.rubrics.ruleSetVersions()]);
    return { rubrics, rules };
  }

  /** A version to be tried, whatever its state; null where there is none. */
  rubric(id: string): Promise<RubricVersionRead | null> {
    return id === '' ? Promise.resolve(null) : this.rubrics.version(id);
  }

  cards(leadIds: readonly string[]): Promise<Map<string, LeadCard>> {
    return this.leads.cards(this.reader, leadIds);
  }

  private async materials(rounds: readonly RoundRead[], source: Source): Promise<TallyMaterial[]> {
    const ids = rounds.map(({ id }) => id);
    const rubrics = await this.rubrics.contents(
      rounds.map(({ rubricVersionId }) => rubricVersionId),
      source,
    );
    const rules = new Map(
      (await this.rubrics.ruleSetVersions(source)).map((version) => [version.id, version]),
    );
    const { items, rolls } = await this.rounds.frozen(ids, source);
    const assignedOf = groupBy(await this.rounds.assigned(source, ids), ({ roundId }) => roundId);
    const { ballots, recusals } = await this.ballots.marks(ids, source);
    const vetoes = await this.vetoes.forTally(source, ...ids);
    const roundOf = new Map(items.map(({ id, roundId }) => [id, roundId]));
    const [itemsOf, rollOf] = [
      groupBy(items, ({ roundId }) => roundId),
      groupBy(rolls, ({ roundId }) => roundId),
    ];
    const [ballotsOf, recusalsOf] = [
      groupBy(ballots, ({ itemId }) => roundOf.get(itemId) ?? ''),
      groupBy(recusals, ({ itemId }) => roundOf.get(itemId) ?? ''),
    ];
    const vetoesOf = groupBy(vetoes, ({ itemId }) => roundOf.get(itemId) ?? '');
    return rounds.map((round) => ({
      round,
      rubric: found(rubrics, round.rubricVersionId),
      rules: found(rules, round.ruleSetVersionId),
      roll: rollOf.get(round.id) ?? [],
      items: itemsOf.get(round.id) ?? [],
      assigned: assignedOf.get(round.id) ?? [],
      cast: { ballots: ballotsOf.get(round.id) ?? [], recusals: recusalsOf.get(round.id) ?? [] },
      vetoes: vetoesOf.get(round.id) ?? [],
    }));
  }
}

function lookedAt(material: TallyMaterial): LookedAt {
  const { round, rubric, rules, roll, items } = material;
  const inputs = tallyInputs(material);
  const reviewerOf = new Map(roll.map(({ id, seatId }) => [id, seatId]));
  return {
    round,
    rubric,
    rules,
    roll,
    items: items.flatMap(({ id, leadId }) => {
      const input = inputs.get(id);
      return input === undefined ? [] : [{ itemId: id, leadId, input, reviewerOf }];
    }),
  };
}

function found<Row>(rows: ReadonlyMap<string, Row>, id: string): Row {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`a closed round has lost what it pins: ${id}`);
  return row;
}
