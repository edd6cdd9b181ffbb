import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql, type Sql } from '../database/sql';
import { Tx } from '../database/transaction';
import { holds, type Viewer } from '../domain/access/viewer';
import type { RowOutcome, RowVerdict } from '../domain/exchange/import-states';
import { Refused, refuse } from '../domain/shared/refusal';
import type { RowProblem, SheetHead } from './lead-sheet';
import { LeadImport } from './lead-import.entity';

/** A file in the list. */
export interface ImportLine extends Pick<
  LeadImport,
  'id' | 'state' | 'fileName' | 'rowCount' | 'checked' | 'chosen' | 'done' | 'createdAt'
> {
  readonly scoutName: string;
}

/** Which rows of a file are shown. */
export const ROW_VIEWS = ['all', 'problems', 'clean', 'entered'] as const;
export type RowView = (typeof ROW_VIEWS)[number];

export interface ImportRowView {
  readonly position: number;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly RowProblem[];
  readonly verdict: RowVerdict;
  readonly missing: number;
  readonly outcome: RowOutcome | null;
  readonly leadId: string | null;
}

export interface ImportPage {
  readonly found: LeadImport;
  readonly head: SheetHead;
  readonly scoutName: string;
  readonly counts: Readonly<Record<RowView | 'flawed' | 'blocked' | 'complete' | 'open', number>>;
  readonly outcomes: Readonly<Record<RowOutcome, number>>;
  readonly rows: readonly ImportRowView[];
}

export const ROWS_ON_PAGE = 50;

/** Reads files of leads: those a person sent in or that are for them; the secretariat sees all. */
@Injectable()
export class LeadImportsQueries {
  constructor(private readonly reader: Reader) {}

  /** The newest first. */
  list(viewer: Viewer, limit = 50): Promise<ImportLine[]> {
    return this.reader.rows<ImportLine>(
      sql`select lead_import.id, state, file_name as "fileName", row_count as "rowCount", checked, chosen, done,
            lead_import.created_at as "createdAt", person.name as "scoutName"
          from lead_import join person on person.id = lead_import.scout_id
          where ${forViewer(viewer)} order by lead_import.created_at desc, lead_import.id desc limit ${limit}`,
    );
  }

  /** @throws Refused (404) for an unknown one and for one that is not for the viewer alike */
  async see(viewer: Viewer, id: string, source: Source = this.reader, lock = false): Promise<LeadImport> {
    const locked = lock && source instanceof Tx ? source.forUpdate : sql.empty;
    const found = await source.findOne(LeadImport, sql`where id = ${id} and ${forViewer(viewer)}${locked}`);
    if (!found) throw new Refused(refuse('notFound'), 404);
    return found;
  }

  /** Four statements, whatever the number of rows. */
  async page(viewer: Viewer, id: string, view: RowView, page: number): Promise<ImportPage> {
    const found = await this.see(viewer, id);
    const grouped = await this.reader.rows<{
      verdict: RowVerdict;
      outcome: RowOutcome | null;
      n: number | string;
      complete: number | string;
    }>(
      sql`select verdict, outcome, count(*) as n, sum(case when missing = 0 then 1 else 0 end) as complete
          from lead_import_row where import_id = ${id} group by verdict, outcome`,
    );
    const scout = await this.reader.one<{ name: string }>(
      sql`select name from person where id = ${found.scoutId}`,
    );
    const rows = await this.reader.rows<{
      position: number;
      record: string;
      problems: string;
      verdict: RowVerdict;
      missing: number;
      outcome: RowOutcome | null;
      leadId: string | null;
    }>(
      sql`select position, record, problems, verdict, missing, outcome, lead_id as "leadId" from lead_import_row
          where import_id = ${id} and ${conditionOf(view)} order by position
          limit ${ROWS_ON_PAGE} offset ${(page - 1) * ROWS_ON_PAGE}`,
    );
    const sum = (of: (row: (typeof grouped)[number]) => boolean): number =>
      grouped.filter(of).reduce((total, { n }) => total + Number(n), 0);
    const withVerdict = (verdict: RowVerdict): number => sum((row) => row.verdict === verdict);
    const withOutcome = (outcome: RowOutcome): number => sum((row) => row.outcome === outcome);
    return {
      found,
      head: JSON.parse(found.head) as SheetHead,
      scoutName: scout?.name ?? '',
      counts: {
        all: found.rowCount,
        open: withVerdict('open'),
        clean: sum(({ verdict, outcome }) => verdict === 'clean' && outcome === null),
        flawed: withVerdict('flawed'),
        blocked: withVerdict('blocked'),
        problems: withVerdict('flawed') + withVerdict('blocked'),
        entered: sum(({ outcome }) => outcome !== null),
        complete: grouped
          .filter(({ verdict, outcome }) => verdict === 'clean' && outcome === null)
          .reduce((total, { complete }) => total + Number(complete), 0),
      },
      outcomes: {
        draft: withOutcome('draft'),
        submitted: withOutcome('submitted'),
        kept: withOutcome('kept'),
        present: withOutcome('present'),
      },
      rows: rows.map(({ record, problems, ...row }) => ({
        ...row,
        values: JSON.parse(record) as Record<string, string>,
        problems: JSON.parse(problems) as RowProblem[],
      })),
    };
  }
}

function forViewer(viewer: Viewer): Sql {
  if (holds(viewer, 'secretariat')) return sql`1 = 1`;
  return sql`(scout_id = ${viewer.personId} or asked_by = ${viewer.personId})`;
}

function conditionOf(view: RowView): Sql {
  switch (view) {
    case 'all':
      return sql`1 = 1`;
    case 'problems':
      return sql`verdict in ('flawed', 'blocked')`;
    case 'clean':
      return sql`verdict = 'clean' and outcome is null`;
    case 'entered':
      return sql`outcome is not null`;
  }
}
