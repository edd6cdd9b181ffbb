import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Day } from '../domain/shared/instant';
import { Posting } from './posting.entity';

/** A posting with the name of whoever is posted, and the leads they have in hand. */
export interface PostingRow extends Posting {
  readonly name: string;
  readonly leads: number;
}

/** A posting that has run out while leads are still in hand. */
export interface EndedPosting {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
  readonly untilDay: Day;
  readonly leads: number;
}

export interface PostedTeam {
  readonly unitId: string;
  readonly name: string;
  readonly postings: readonly PostingRow[];
  /** Members of the team who report leads. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

const inHand = sql`(select count(*) from lead where lead.scout_id = posting.person_id
  and lead.state not in ('withdrawn', 'merged', 'rejected'))`;

/** Who is posted where and until when, and whose leads wait for a successor. */
@Injectable()
export class PostingsQueries {
  constructor(private readonly reader: Reader) {}

  /** Null for a unit that is no out-stationed team. */
  async team(unitId: string): Promise<PostedTeam | null> {
    const unit = await this.reader.one<{ name: string }>(
      sql`select name from unit where id = ${unitId} and kind = 'outpost'`,
    );
    if (unit === null) return null;
    const postings = await this.reader.rows<PostingRow>(
      sql`select posting.id, posting.person_id as "personId", posting.unit_id as "unitId",
            posting.from_day as "fromDay", posting.until_day as "untilDay", posting.reason,
            posting.changed_by_id as "changedById", posting.changed_by_label as "changedByLabel",
            posting.changed_at as "changedAt", person.name, cast(${inHand} as integer) as leads
          from posting join person on person.id = posting.person_id
          where posting.unit_id = ${unitId} order by posting.from_day desc, posting.id desc limit 200`,
    );
    const members = await this.reader.rows<{ id: string; name: string }>(
      sql`select id, name from person where unit_id = ${unitId} and disabled_at is null
            and ',' || roles || ',' like '%,scout,%' order by account`,
    );
    return { unitId, name: unit.name, postings, members };
  }

  /**
   * Postings whose last day has passed, nothing following, with leads that nobody has taken over: those that ended
   * first come first. For the desk.
   */
  ended(today: Day, most: number): Promise<EndedPosting[]> {
    return this.reader.rows<EndedPosting>(
      sql`select posting.person_id as "personId", person.name, unit.name as "unitName",
            posting.until_day as "untilDay", cast(${inHand} as integer) as leads
          from posting join person on person.id = posting.person_id join unit on unit.id = posting.unit_id
          where posting.until_day < ${today}
            and not exists (select 1 from posting later
              where later.person_id = posting.person_id and later.from_day > posting.from_day)
            and exists (select 1 from lead where lead.scout_id = posting.person_id
              and lead.state not in ('withdrawn', 'merged', 'rejected'))
          order by posting.until_day, posting.id limit ${most}`,
    );
  }
}
