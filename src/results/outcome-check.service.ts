import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { recordText } from '../domain/tally/tally-record';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { OutcomeRow } from './outcome.entity';
import { ranked, tallyRound } from './tallies';
import { TalliesQueries } from './tallies.queries';

/** Always true: a stored outcome is what its ballots come to under the rubric, the rules and the roll of its round. */
@Injectable()
export class OutcomeCheck implements ConsistencyCheck {
  readonly name = 'every stored outcome equals a recomputed one';

  constructor(private readonly tallies: TalliesQueries) {}

  /** One sentence for each outcome that is changed, missing or not explained by its ballots. */
  async run(source: Source): Promise<string[]> {
    const rounds = await source.rows<{ id: string }>(
      sql`select id from round where state in ('closed', 'announced') order by id`,
    );
    const found: string[] = [];
    for (const { id } of rounds) found.push(...(await this.checkRound(source, id)));
    return found;
  }

  private async checkRound(source: Source, roundId: string): Promise<string[]> {
    const material = await this.tallies.material(source, roundId);
    const stored = await source.find(OutcomeRow, sql`where round_id = ${roundId}`);
    const outcomes = new Map(stored.map((row) => [row.itemId, row]));
    const { number } = material.round;
    let pairs: ReturnType<typeof ranked>;
    try {
      pairs = ranked(material.items, tallyRound(material));
    } catch (error) {
      return [`round ${number}: its ballots cannot be tallied: ${String(error)}`];
    }
    return pairs.flatMap(({ item, result }, at) => {
      const row = outcomes.get(item.id);
      const where = `round ${number}, item ${item.position} (${item.id})`;
      if (row === undefined) return [`${where}: there is no outcome`];
      const same =
        row.record === recordText(result) &&
        row.computed === result.outcome &&
        row.reason === (result.reasons[0] ?? null) &&
        row.score === (result.total?.toJSON() ?? null) &&
        row.position === at + 1;
      return same ? [] : [`${where}: outcome ${row.id} is not what its ballots come to`];
    });
  }
}
