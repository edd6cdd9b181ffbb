import { parentPort, workerData } from 'node:worker_threads';
import { Refused, type Refusal } from '../domain/shared/refusal';
import { readSheetFile } from './import-file';
import type { LeadSheetRow, SheetHead } from './lead-sheet';

/** What a thread is started with. */
export interface SheetTask {
  readonly path: string;
  readonly hosts: ReadonlyMap<string, string>;
}

/** What it says: rows as they are ready, then the head, or why the file is not taken. */
export type SheetReport =
  | { readonly kind: 'rows'; readonly rows: readonly LeadSheetRow[] }
  | { readonly kind: 'head'; readonly head: SheetHead }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly status: Refused['status'] };

/** Few enough that whoever receives them is not kept long. */
const rowsAtOnce = 200;

/** Runs where `SheetThreads` started it, and only there: a file is read without keeping anybody waiting. */
async function readFor({ path, hosts }: SheetTask, say: (report: SheetReport) => void): Promise<void> {
  try {
    const { head, rows } = await readSheetFile(path, hosts);
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      say({ kind: 'rows', rows: rows.slice(from, from + rowsAtOnce) });
    say({ kind: 'head', head });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say({ kind: 'refused', refusal: error.refusal, status: error.status });
  }
}

const port = parentPort;
if (port !== null) void readFor(workerData as SheetTask, (report) => port.postMessage(report));
