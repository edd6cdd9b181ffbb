import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { leadImportMoves } from '../domain/exchange/import-states';
import { LeadEntriesService, type EntryFinding } from '../leads/lead-entries.service';
import { PeopleQueries } from '../people/people.queries';
import type { RowProblem, SheetHead } from './lead-sheet';
import { LeadImport, LeadImportRow } from './lead-import.entity';
import { readRecord, verdictOf } from './row-check';

/** A row and what the form makes of it. */
interface Looked {
  readonly row: LeadImportRow;
  readonly problems: RowProblem[];
  readonly digest: string;
  readonly uscc: string | null;
}

/** Looks rows over before somebody chooses among them: cell by cell, against each other, against the register. */
@Injectable()
export class RowChecksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly people: PeopleQueries,
    private readonly entries: LeadEntriesService,
  ) {}

  /** The next rows; when there are none any more, the import is ready. */
  async checkSome({ id, head, scoutId }: LeadImport, most: number): Promise<void> {
    const rows = await this.reader.find(
      LeadImportRow,
      sql`where import_id = ${id} and verdict = 'open' order by position limit ${most}`,
    );
    const checked = await this.look(rows, JSON.parse(head) as SheetHead, scoutId);
    await this.work.run(async (tx) => {
      const found = await tx.findOne(LeadImport, sql`where id = ${id} and state = 'checking'${tx.forUpdate}`);
      if (!found) return;
      if (rows.length === 0) {
        const changes = { state: leadImportMoves.to('check'), movedAt: this.clock.now() };
        await tx.update(LeadImport, changes, sql`id = ${id}`);
        return;
      }
      await this.rewrite(tx, checked);
      // Two instances may have looked at the same rows: they are counted, not added up.
      await tx.run(
        sql`update lead_import set checked = (select count(*) from lead_import_row
            where import_id = ${id} and verdict <> 'open') where id = ${id}`,
      );
    });
  }

  /** Writes whole rows anew, two statements for all of them. */
  async rewrite(tx: Tx, rows: readonly LeadImportRow[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const positions = rows.map(({ position }) => position);
    await tx.run(
      sql`delete from lead_import_row where import_id = ${first.importId} and position in ${sql.list(positions)}`,
    );
    await tx.insert(LeadImportRow, rows);
  }

  private async look(
    rows: readonly LeadImportRow[],
    head: SheetHead,
    scoutId: string,
  ): Promise<LeadImportRow[]> {
    const scout = await this.people.byId(scoutId);
    if (rows.length === 0 || !scout) return [];
    const read = rows.map((row) => readRecord(JSON.parse(row.record) as Record<string, string>, head));
    const looked = rows.map((row, i): Looked => {
      const content = read[i]?.content;
      const found = [...(JSON.parse(row.problems) as RowProblem[]), ...(read[i]?.problems ?? [])];
      const uscc = content?.uscc?.length === 18 ? content.uscc : null;
      return { row, problems: found, digest: content ? this.entries.digestOf(content) : '', uscc };
    });
    const entries = read.map(({ content }, i) => ({ content, digest: looked[i]?.digest ?? '' }));
    const owner = { personId: scoutId, unitId: scout.unitId, account: scout.account };
    const known = await this.entries.examine(this.reader, owner, entries);
    await this.markRepeated(looked, head);
    return looked.map(({ row, problems, digest, uscc }, i) => {
      const all = [...problems, ...registerProblems(known[i], head)];
      return {
        ...row,
        problems: JSON.stringify(all),
        verdict: verdictOf(all),
        missing: known[i]?.missing ?? 0,
        digest,
        uscc,
      };
    });
  }

  /** The same row, or the same code, further up in the file. */
  private async markRepeated(looked: readonly Looked[], head: SheetHead): Promise<void> {
    const importId = looked[0]?.row.importId ?? '';
    const digests = await this.firstRows(
      importId,
      'digest',
      looked.map(({ digest }) => digest),
    );
    const codes = await this.firstRows(
      importId,
      'uscc',
      looked.flatMap(({ uscc }) => uscc ?? []),
    );
    for (const { row, problems, digest, uscc } of looked) {
      const above = (at: number | undefined): number | undefined =>
        at !== undefined && at < row.position ? at : undefined;
      const same = above(digests.get(digest));
      const sameCode = above(codes.get(uscc ?? ''));
      if (same !== undefined) problems.push(marked('title', 'sameRow', head, { row: same }, true));
      else if (sameCode !== undefined) problems.push(marked('uscc', 'sameCode', head, { row: sameCode }));
      if (same === undefined) digests.set(digest, row.position);
      if (uscc !== null && sameCode === undefined) codes.set(uscc, row.position);
    }
  }

  private async firstRows(
    importId: string,
    column: 'digest' | 'uscc',
    values: readonly string[],
  ): Promise<Map<string, number>> {
    const name = sql.raw(column);
    const rows = await this.reader.rows<{ value: string; position: number }>(
      sql`select ${name} as value, min(position) as position from lead_import_row
          where import_id = ${importId} and ${name} in ${sql.list([...new Set(values)])} group by ${name}`,
    );
    return new Map(rows.map(({ value, position }) => [value, Number(position)]));
  }
}

function registerProblems(finding: EntryFinding | undefined, head: SheetHead): RowProblem[] {
  if (finding === undefined) return [];
  if (finding.presentId !== null) return [marked('title', 'enteredBefore', head, {}, true)];
  if (finding.alike === 'code') return [marked('uscc', 'codeReported', head)];
  return finding.alike === 'name' ? [marked('investorName', 'nameReported', head)] : [];
}

function marked(
  control: string,
  because: string,
  head: SheetHead,
  details: RowProblem['details'] = {},
  blocks = false,
): RowProblem {
  return { control, letter: head.letters[control] ?? '', shown: '', because, details, blocks };
}
