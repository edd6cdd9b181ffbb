import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { attendanceOf, roundProgress } from '../domain/round/progress';
import { seatsOf } from '../domain/round/roll';
import { countsByItself } from '../domain/round/counting';
import { Refused } from '../domain/shared/refusal';
import { Jobs } from '../jobs/jobs';
import { RoundConcerns } from '../rounds/round-concerns.service';
import { RoundsQueries } from '../rounds/rounds.queries';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { RoundClosuresService } from './round-closures.service';

/** After the lock, which comes every quarter of a minute. */
const everySeconds = 20;

/** Counts locked rounds whose rules let the clock count, once nothing is left that a person could still change. */
@Injectable()
export class RoundCounting implements OnModuleInit {
  private readonly log = new Logger('rounds');

  constructor(
    private readonly jobs: Jobs,
    private readonly reader: Reader,
    private readonly rounds: RoundsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly concerns: RoundConcerns,
    private readonly closures: RoundClosuresService,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'countRounds', everySeconds, run: () => this.countDue() });
  }

  /** Of two who count at once one wins; the other is told that it is done. @returns how many were counted */
  async countDue(): Promise<number> {
    const locked = await this.reader.rows<{ id: string; ruleSetVersionId: string }>(
      sql`select id, rule_set_version_id as "ruleSetVersionId" from round where state = 'locked' order by id`,
    );
    let counted = 0;
    for (const { id, ruleSetVersionId } of locked) {
      if (!(await this.isDue(id, ruleSetVersionId))) continue;
      try {
        await this.closures.close(null, id);
        counted += 1;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        this.log.warn(`A round was not counted by the clock: ${error.refusal.because}`);
      }
    }
    return counted;
  }

  private async isDue(roundId: string, ruleSetVersionId: string): Promise<boolean> {
    const rules = await this.rubrics.ruleSet(ruleSetVersionId);
    if (!rules?.content.closing.byClock) return false;
    const [items, roll, turnout, vetoes] = await Promise.all([
      this.rounds.items(this.reader, roundId),
      this.rounds.roll(this.reader, roundId),
      this.rounds.turnout(this.reader, roundId),
      this.concerns.vetoesOpen(this.reader, roundId),
    ]);
    const { itemsShort } = roundProgress(seatsOf(roll), attendanceOf(items, turnout), rules.content.quorum);
    const vetoesOpen = [...vetoes.values()].reduce((sum, n) => sum + n, 0);
    return countsByItself({ byClock: true, itemsShort, vetoesOpen }) === null;
  }
}
