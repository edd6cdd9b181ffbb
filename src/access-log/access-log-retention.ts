import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Instant } from '../domain/shared/instant';

/** Records erased in one unit of work, so that nobody waits long for the write turn. */
const piece = 2_000;

/** Takes out of the access log what has been kept long enough. */
@Injectable()
export class AccessLogRetention {
  constructor(private readonly work: UnitOfWork) {}

  /** @returns how many records were erased; a second run with the same time erases none */
  async eraseBefore(instant: Instant): Promise<number> {
    for (let erased = 0; ;) {
      const gone = await this.work.run((tx) =>
        tx.run(
          sql`delete from access_record where id in
                (select id from access_record where at < ${instant} order by at, id limit ${piece})`,
        ),
      );
      erased += gone;
      if (gone < piece) return erased;
    }
  }
}
