import { Injectable } from '@nestjs/common';
import { BallotsQueries } from '../ballots/ballots.queries';
import { VetoesQueries } from '../ballots/vetoes.queries';
import { disputeLimits } from '../domain/insight/dispute-limits';
import type { Source } from '../database/source';
import { RoundsQueries } from '../rounds/rounds.queries';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import type { RoundMaterial } from './tallies';

/** Gathers what a tally needs, in a fixed number of queries whatever the number of items. */
@Injectable()
export class TalliesQueries {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly ballots: BallotsQueries,
    private readonly vetoes: VetoesQueries,
    private readonly settings: CitySettingsQueries,
  ) {}

  /** @throws Error where the round or what it pins does not exist */
  async material(source: Source, roundId: string): Promise<RoundMaterial> {
    const round = await this.rounds.round(source, roundId);
    if (round === null) throw new Error(`no round ${roundId}`);
    const rubric = await this.rubrics.version(round.rubricVersionId, source);
    const rules = await this.rubrics.ruleSet(round.ruleSetVersionId, source);
    if (rubric === null || rules === null)
      throw new Error(`round ${round.number} has lost its rubric or rules`);
    const roll = await this.rounds.roll(source, roundId);
    const items = await this.rounds.items(source, roundId);
    const assigned = await this.rounds.assigned(source, [roundId]);
    const cast = await this.ballots.forTally(source, roundId);
    const vetoes = await this.vetoes.forTally(source, roundId);
    const limits = await this.settings.ofVersion(disputeLimits, round.disputeVersion ?? 0, source);
    return { round, rubric, rules, roll, items, assigned, cast, vetoes, limits };
  }
}
