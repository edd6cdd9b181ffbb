import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { holds, type Viewer } from '../domain/access/viewer';
import { leadImportMoves, MOST_HANDED_IN } from '../domain/exchange/import-states';
import type { RowRange } from '../domain/exchange/row-choice';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { displayName } from '../files/file-name';
import { HostsQueries } from '../hosts/hosts.queries';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { receiveSheet, type ReceivedSheet } from './import-file';
import type { LeadSheet } from './lead-sheet';
import { LeadImport, LeadImportRow } from './lead-import.entity';
import { LeadImportsQueries } from './lead-imports.queries';
import { SheetThreads } from './sheet-threads';

/** A file that lies on disk until it was read. */
export interface SentFile {
  readonly name: string;
  readonly received: ReceivedSheet;
}

/** Which rows are to become leads. */
export type RowChoice =
  | { readonly which: 'clean' }
  | { readonly which: 'some'; readonly positions: readonly number[]; readonly ranges: readonly RowRange[] };

/** Rows stored with one unit of work. */
const rowsAtOnce = 1000;

/** What people do with files of leads; the rows themselves are worked off by `LeadImportWorkService`. */
@Injectable()
export class LeadImportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly hosts: HostsQueries,
    private readonly imports: LeadImportsQueries,
    private readonly threads: SheetThreads,
  ) {}

  async take(bytes: Readable, rawName: string): Promise<SentFile> {
    return { name: displayName(rawName), received: await receiveSheet(bytes) };
  }

  /**
   * Reads a file and stores its rows for the check. A scout's file is their own; the secretariat names the scout for
   * whom it enters leads. @throws Refused 422 for a file that cannot be read, 422 'importScout'
   */
  async open(viewer: Viewer, scoutId: string, { name, received }: SentFile): Promise<string> {
    const owner = await this.ownerOf(viewer, scoutId);
    const hosts = new Map((await this.hosts.all()).map((host) => [host.name, host.code]));
    const sheet = await this.threads.read(received.path, hosts);
    const id = this.ids.next();
    const now = this.clock.now();
    await this.work.run((tx) =>
      tx.insert(LeadImport, {
        id,
        state: 'receiving',
        scoutId: owner,
        askedBy: viewer.personId,
        fileName: name,
        fileDigest: received.digest,
        head: JSON.stringify(sheet.head),
        rowCount: sheet.rows.length,
        checked: 0,
        submits: 0,
        chosen: 0,
        done: 0,
        createdAt: now,
        movedAt: now,
        appliedBy: null,
      }),
    );
    await this.storeRows(id, sheet);
    return id;
  }

  /**
   * Names the rows that become leads; they are entered one after the other in the background, each exactly once.
   * @throws Refused 404; 409 while rows are checked or entered; 422 'importNoRows', 'importTooManyHandedIn'
   */
  async apply(viewer: Viewer, id: string, choice: RowChoice, submits: boolean): Promise<number> {
    return this.work.run(async (tx) => {
      const found = await this.imports.see(viewer, id, tx, true);
      insist(leadImportMoves.check('apply', found.state), 409);
      // Somebody else's name stands under what is handed in: only they can do it.
      if (submits && found.scoutId !== viewer.personId) throw new Refused(refuse('importNotYours'), 422);
      const here = sql`import_id = ${id} and outcome is null`;
      await tx.run(sql`update lead_import_row set chosen = 0 where ${here} and chosen = 1`);
      const wanted = submits ? sql` and missing = 0` : sql.empty;
      let chosen = 0;
      for (const part of conditionsOf(choice)) {
        const mark = sql`update lead_import_row set chosen = 1 where ${here} and chosen = 0 and ${part}${wanted}`;
        chosen += await tx.run(mark);
      }
      if (chosen === 0) throw new Refused(refuse(submits ? 'importNoneComplete' : 'importNoRows'), 422);
      if (submits && chosen > MOST_HANDED_IN)
        throw new Refused(refuse('importTooManyHandedIn', { most: MOST_HANDED_IN, count: chosen }), 422);
      const changes = {
        state: leadImportMoves.to('apply'),
        submits: submits ? (1 as const) : (0 as const),
        chosen: found.done + chosen,
        appliedBy: viewer.personId,
        movedAt: this.clock.now(),
      };
      await tx.update(LeadImport, changes, sql`id = ${id}`);
      const facts = { file: found.fileName, rows: chosen, handsIn: submits };
      await this.ledger.append(tx, {
        kind: 'leadImport.applied',
        actor: actorOf(viewer),
        subject: { type: 'leadImport', id },
        facts,
      });
      return chosen;
    });
  }

  /** Stops the check or the entering; what was entered stays, and is told. @throws Refused 404, 409 */
  async cancel(viewer: Viewer, id: string): Promise<void> {
    await this.work.run(async (tx) => {
      const found = await this.imports.see(viewer, id, tx, true);
      insist(leadImportMoves.check('cancel', found.state), 409);
      await tx.run(
        sql`update lead_import_row set chosen = 0 where import_id = ${id} and chosen = 1 and outcome is null`,
      );
      const changes = { state: leadImportMoves.to('cancel'), chosen: found.done, movedAt: this.clock.now() };
      await tx.update(LeadImport, changes, sql`id = ${id}`);
      await this.ledger.append(tx, {
        kind: 'leadImport.cancelled',
        actor: actorOf(viewer),
        subject: { type: 'leadImport', id },
        facts: { file: found.fileName, entered: found.done },
      });
    });
  }

  private async ownerOf(viewer: Viewer, scoutId: string): Promise<string> {
    if (scoutId === '' && holds(viewer, 'scout')) return viewer.personId;
    if (scoutId === viewer.personId && holds(viewer, 'scout')) return scoutId;
    const scouts = holds(viewer, 'secretariat') ? await this.people.withRole('scout') : [];
    if (!scouts.some(({ id }) => id === scoutId)) throw new Refused(refuse('importScout'), 422);
    return scoutId;
  }

  /** In several units, so that others may write in between; the last one opens the import for the check. */
  private async storeRows(id: string, { rows }: LeadSheet): Promise<void> {
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const part = rows.slice(from, from + rowsAtOnce).map((row) => ({
        importId: id,
        position: row.position,
        record: JSON.stringify(row.values),
        problems: JSON.stringify(row.problems),
        verdict: 'open' as const,
        missing: 0,
        chosen: 0 as const,
      }));
      await this.work.run((tx) => tx.insert(LeadImportRow, part));
    }
    const changes = { state: leadImportMoves.to('store'), movedAt: this.clock.now() };
    await this.work.run((tx) => tx.update(LeadImport, changes, sql`id = ${id} and state = 'receiving'`));
  }
}

/** One condition for each part of a choice; a few hundred at the most. */
function conditionsOf(choice: RowChoice) {
  if (choice.which === 'clean') return [sql`verdict = 'clean'`];
  const fit = sql`verdict in ('clean', 'flawed')`;
  return [
    ...choice.ranges.map(({ from, to }) => sql`${fit} and position between ${from} and ${to}`),
    ...(choice.positions.length === 0 ? [] : [sql`${fit} and position in ${sql.list(choice.positions)}`]),
  ];
}
