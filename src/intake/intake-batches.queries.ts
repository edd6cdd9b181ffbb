import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { IntakeBatch, type IntakeBatchItem } from './intake-batch.entity';

/** A lead of a batch, and what became of it. */
export interface BatchLine extends IntakeBatchItem {
  readonly number: string;
  readonly title: string;
}

export type BatchRead = IntakeBatch;

/** Reads what became of a batch, for whoever made it. */
@Injectable()
export class IntakeBatchesQueries {
  constructor(private readonly reader: Reader) {}

  /** @throws Refused (404) */
  async of(viewer: Viewer, id: string): Promise<{ batch: BatchRead; lines: readonly BatchLine[] }> {
    const batch = await this.reader.findOne(
      IntakeBatch,
      sql`where id = ${id} and by_id = ${viewer.personId}`,
    );
    if (!batch) throw new Refused(refuse('batchNotFound'), 404);
    const lines = await this.reader.rows<BatchLine>(
      sql`select item.batch_id as "batchId", item.position, item.lead_id as "leadId", item.state, item.because,
            item.details, item.at, lead.number, lead.title
          from intake_batch_item item join lead on lead.id = item.lead_id
          where item.batch_id = ${id} order by item.position`,
    );
    return { batch, lines };
  }
}
