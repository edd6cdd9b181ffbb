import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { codeGuessing } from '../domain/link/limits';
import { readShortCode } from '../domain/link/short-code';
import { msOf, toInstant } from '../domain/shared/instant';
import type { MailedLink } from '../links/mailed-link.entity';
import { Links } from '../links/links.service';
import { normalEmail } from '../people/sign-in.service';
import type { LinkReading } from './link-reading';
import { LinkCodeAttempt } from './voting-link.entity';
import { VotingLinksService } from './voting-links.service';

/** What a short code led to; `reading` may be of a link that is dead by now. */
export type CodeResult =
  { readonly reading: LinkReading } | { readonly reading: null; readonly because: 'wrong' | 'locked' };

/** Nobody has so many seats; a typed name of a unit shall not lock a whole city. */
const mostPeople = 20;

/** The second way in: the short code of the mail, with the mailbox or the unit of the seat it was sent to. */
@Injectable()
export class VotingCodesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly links: Links,
    private readonly voting: VotingLinksService,
  ) {}

  /**
   * Finds the link of a code. Guesses are counted for each person, whatever was typed to name them, one after another,
   * and an unknown name is answered like a known one.
   */
  async find(whom: string, typedCode: string): Promise<CodeResult> {
    const code = readShortCode(typedCode);
    const found = await this.work.run(async (tx) => {
      const people = await this.peopleNamed(tx, whom);
      const keys = people.length > 0 ? people : [keyOf(whom)];
      if (await this.isLocked(tx, keys)) return this.record(tx, keys, 'locked');
      const links = code === null ? [] : await this.links.byCode(tx, code);
      const link = await this.ofSeatOrMailbox(tx, links, whom);
      return link ? (await this.record(tx, [link.personId], 'right'), link) : this.record(tx, keys, 'wrong');
    });
    if (found === 'locked' || found === 'wrong') return { reading: null, because: found };
    return { reading: await this.voting.standing(found) };
  }

  /** Whoever has this address, or holds a seat of this unit in an open round. Locked, so that tries take turns. */
  private async peopleNamed(tx: Tx, whom: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      sql`select person.id from person where person.email = ${normalEmail(whom)} or person.id in
            (select round_seat.holder_id from round_seat join round on round.id = round_seat.round_id
             where round.state in ('open', 'locked') and round_seat.unit_name in ${sql.list(unitsIn(whom))})
          order by person.id limit ${mostPeople}${tx.forUpdate}`,
    );
    return rows.map(({ id }) => id);
  }

  private async ofSeatOrMailbox(
    tx: Tx,
    links: readonly MailedLink[],
    whom: string,
  ): Promise<MailedLink | null> {
    for (const link of links) {
      const row = await tx.one<{ email: string; unitName: string | null }>(
        sql`select person.email, round_seat.unit_name as "unitName" from person
            left join round_seat on round_seat.id = ${link.roundSeatId} where person.id = ${link.personId}`,
      );
      if (row && (row.email === normalEmail(whom) || unitsIn(whom).includes(row.unitName ?? ''))) return link;
    }
    return null;
  }

  private async isLocked(tx: Tx, keys: readonly string[]): Promise<boolean> {
    const since = toInstant(msOf(this.clock.now()) - codeGuessing.window);
    const row = await tx.one<{ most: number | string | null }>(
      sql`select max(wrong) as most from (select count(*) as wrong from link_code_attempt
            where whom in ${sql.list(keys)} and outcome = 'wrong' and at > ${since} group by whom) as counted`,
    );
    return Number(row?.most ?? 0) >= codeGuessing.most;
  }

  private async record<Outcome extends LinkCodeAttempt['outcome']>(
    tx: Tx,
    keys: readonly string[],
    outcome: Outcome,
  ): Promise<Outcome> {
    const at = this.clock.now();
    await tx.insert(
      LinkCodeAttempt,
      keys.map((whom) => ({ id: this.ids.next(), whom, outcome, at })),
    );
    return outcome;
  }
}

const keyOf = (whom: string): string => Array.from(normalEmail(whom)).slice(0, 120).join('');

/** The unit that was typed: as it is, or `经济技术开发区（A岗）` as the page of a link has it. */
function unitsIn(whom: string): string[] {
  const typed = whom.trim().slice(0, 80);
  const bare = typed.replace(/\s*[(（][AB]岗?[)）]$/i, '');
  return [...new Set([typed, bare, bare.normalize('NFKC')])].filter((name) => name !== '');
}
