import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { digestOfText } from '../ledger/chain';
import { Ledger } from '../ledger/ledger';
import type { CameInBy, SessionOpening } from '../people/session-openings.service';
import { pledgeSeal, PledgeAcceptance } from './pledge-acceptance.entity';
import { PledgesQueries } from './pledges.queries';

/**
 * Takes the pledge: by signing in and by the button of a voting link, both of which say so, and on its own page where
 * a new version has come into force meanwhile.
 */
@Injectable()
export class PledgesService implements SessionOpening {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly pledges: PledgesQueries,
  ) {}

  /** Once for each person and version; whoever comes in again changes nothing. */
  async opened(tx: Tx, personId: string, by: CameInBy | 'page'): Promise<void> {
    if (await this.pledges.hasGiven(personId, tx)) return;
    const { value, version } = await this.pledges.current(tx);
    const row: PledgeAcceptance = {
      id: this.ids.next(),
      personId,
      version,
      textDigest: digestOfText(value.text),
      givenBy: by,
      givenAt: this.clock.now(),
    };
    const { id, textDigest, givenBy, givenAt } = row;
    // Two doors opened at the same instant: one of them writes, the other has nothing to add.
    const written = await tx.run(
      sql`insert into pledge_acceptance (id, person_id, version, text_digest, given_by, given_at)
          values (${id}, ${personId}, ${version}, ${textDigest}, ${givenBy}, ${givenAt})
          on conflict (person_id, version) do nothing`,
    );
    if (written === 0) return;
    const person = await tx.one<{ name: string; unitName: string }>(
      sql`select person.name, unit.name as "unitName" from person join unit on unit.id = person.unit_id
          where person.id = ${personId}`,
    );
    const actor = { personId, label: `${person?.name ?? ''}（${person?.unitName ?? ''}）` };
    const facts = { version, by };
    const act = { kind: 'pledge.given', actor, facts };
    await this.ledger.seal(tx, 'pledgeAcceptance', id, pledgeSeal(row), act);
  }

  /** On the page of the pledge. */
  give(viewer: Viewer): Promise<void> {
    return this.work.run((tx) => this.opened(tx, viewer.personId, 'page'));
  }
}
