import { Injectable } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { CanonicalValue } from '../domain/shared/canonical';

/** A row as the verifier compares it with its last seal. */
export interface SealedRow {
  readonly id: string;
  readonly content: CanonicalValue;
}

/** A kind of binding row: every row of it has a seal in the ledger, and the seals tell of no other rows. */
export interface SealedRecord {
  /** The subject type of its seals. */
  readonly type: string;
  /** All rows, in any order, read in bounded pieces. */
  each(source: Source): AsyncIterable<SealedRow>;
}

/** Features enter their binding rows here when their module starts; the verifier reads it. */
@Injectable()
export class SealedRecords {
  private readonly byType = new Map<string, SealedRecord>();

  /** @throws Error where the type is taken */
  register(record: SealedRecord): void {
    if (this.byType.has(record.type)) throw new Error(`${record.type} is sealed twice`);
    this.byType.set(record.type, record);
  }

  get all(): readonly SealedRecord[] {
    return [...this.byType.values()];
  }
}

const piece = 500;

/** The usual sealed record: a table with an `id`, each row turned into content by the row's own `sealContent`. */
export function sealedTable<Row extends { id: string }>(
  type: string,
  entity: EntityTarget<Row>,
  sealContent: (row: Row) => CanonicalValue,
): SealedRecord {
  return {
    type,
    async *each(source) {
      for (let after = ''; ;) {
        const rows = await source.find(entity, sql`where id > ${after} order by id limit ${piece}`);
        for (const row of rows) yield { id: row.id, content: sealContent(row) };
        const last = rows.at(-1);
        if (!last || rows.length < piece) return;
        after = last.id;
      }
    },
  };
}
