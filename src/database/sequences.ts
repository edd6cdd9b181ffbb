import { Injectable } from '@nestjs/common';
import { sql } from './sql';
import type { Tx } from './transaction';

/** The series that people see numbers of. Each starts anew every year. */
export type Series = 'lead' | 'round' | 'cage' | 'letter';

/**
 * Hands out the next number of a series within the running unit of work: without gaps, because a unit that is
 * rolled back gives its number back, and without doubles, because the row is locked until COMMIT.
 */
@Injectable()
export class Sequences {
  async next(tx: Tx, series: Series, year: number): Promise<number> {
    const row = await tx.one<{ last: number }>(
      sql`insert into sequence (series, year, last) values (${series}, ${year}, 1)
          on conflict (series, year) do update set last = sequence.last + 1
          returning last`,
    );
    if (!row) throw new Error(`No number could be drawn from the series ${series}`);
    return row.last;
  }
}
