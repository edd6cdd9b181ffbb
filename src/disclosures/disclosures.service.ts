import { Injectable } from '@nestjs/common';
import { AccessLog, type Accessor } from '../access-log/access-log';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { openSince } from '../domain/privacy/disclosures';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import type { DisclosureForm } from './disclosure.form';
import { Disclosure, disclosureSeal } from './disclosure.entity';

/** Looks people up on request: what was asked, by whom and on what paper is on record before anything is shown. */
@Injectable()
export class DisclosuresService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly accesses: AccessLog,
  ) {}

  /** In this order: the act, its seal in the ledger without a word of whom it is about, the record of the access. */
  async make(viewer: Viewer, form: DisclosureForm, by: Accessor): Promise<string> {
    const person = await this.people.byAccount(form.who);
    const actor = actorOf(viewer);
    const row: Disclosure = {
      id: this.ids.next(),
      personId: person?.id ?? null,
      askedFor: person ? null : form.who,
      basis: form.basis,
      documentNo: form.documentNo,
      reason: form.reason,
      madeBy: viewer.personId,
      madeByLabel: actor.label.slice(0, 140),
      madeAt: this.clock.now(),
    };
    await this.work.run(async (tx) => {
      await tx.insert(Disclosure, row);
      const facts = { basis: row.basis, documentNo: row.documentNo };
      const entry = { kind: 'disclosure.made', actor, facts };
      await this.ledger.seal(tx, 'disclosure', row.id, disclosureSeal(row), entry);
      const subject = { type: 'disclosure', id: row.id };
      await this.accesses.within(tx, {
        kind: 'unmask',
        by,
        subject,
        detail: `${row.basis} ${row.documentNo}`,
      });
    });
    return row.id;
  }

  /** What was looked for is itself about a person: it goes when the page has run out. */
  async forget(): Promise<void> {
    const where = sql`asked_for is not null and made_at < ${openSince(this.clock.now())}`;
    await this.work.run((tx) => tx.run(sql`update disclosure set asked_for = null where ${where}`));
  }
}
