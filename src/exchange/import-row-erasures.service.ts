import { Injectable, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { isOfPeople } from '../domain/lead/people-part';
import type { Instant } from '../domain/shared/instant';
import { ContactCopies, type ContactCopyHolder } from '../privacy/contact-copies.service';
import type { RowProblem } from './lead-sheet';
import { LeadImportRow } from './lead-import.entity';

/** Rows cleared in one unit, so that nobody waits long for the turn. */
const piece = 500;

/** Rows of spreadsheets hold the contacts that were typed into them; they go when those of the leads go. */
@Injectable()
export class ImportRowErasures implements ContactCopyHolder, OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly copies: ContactCopies,
  ) {}

  onModuleInit(): void {
    this.copies.register(this);
  }

  async eraseOfLead(tx: Tx, leadId: string): Promise<number> {
    return this.erase(tx, await tx.find(LeadImportRow, sql`where lead_id = ${leadId}${tx.forUpdate}`));
  }

  async eraseBefore(before: Instant): Promise<number> {
    let erased = 0;
    const sheets = await this.reader.rows<{ id: string }>(
      sql`select id from lead_import where created_at < ${before} order by id`,
    );
    for (const { id } of sheets)
      for (let after = -1; ;) {
        const last = await this.work.run(async (tx) => {
          const rows = await tx.find(
            LeadImportRow,
            sql`where import_id = ${id} and position > ${after} and (lead_id is null or lead_id not in
                (select lead_id from legal_hold where lifted_at is null)) order by position limit ${piece}`,
          );
          erased += await this.erase(tx, rows);
          return rows.length < piece ? null : (rows.at(-1)?.position ?? null);
        });
        if (last === null) break;
        after = last;
      }
    return erased;
  }

  /** What was typed of people goes, and what was said to it; the rest of the row stays to be read. */
  private async erase(tx: Tx, rows: readonly LeadImportRow[]): Promise<number> {
    let erased = 0;
    for (const { importId, position, record, problems } of rows) {
      const cells = Object.entries(JSON.parse(record) as Record<string, string>);
      const said = JSON.parse(problems) as RowProblem[];
      const kept = cells.filter(([control]) => !isOfPeople(control));
      const still = said.filter(({ control }) => !isOfPeople(control));
      if (kept.length === cells.length && still.length === said.length) continue;
      await tx.update(
        LeadImportRow,
        { record: JSON.stringify(Object.fromEntries(kept)), problems: JSON.stringify(still) },
        sql`import_id = ${importId} and position = ${position}`,
      );
      erased += 1;
    }
    return erased;
  }
}
