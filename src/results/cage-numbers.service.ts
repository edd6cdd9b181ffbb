import { Injectable } from '@nestjs/common';
import { Sequences } from '../database/sequences';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { beijing, type Instant } from '../domain/shared/instant';

/** The number an admission gets, and whether the lead had it before. */
export interface DrawnCageNo {
  readonly cageNo: string;
  readonly isNew: boolean;
}

/** Gives admitted leads their number in the cage: `C-2026-0009`. */
@Injectable()
export class CageNumbers {
  constructor(private readonly sequences: Sequences) {}

  /** A lead that was admitted before keeps its number, whatever happened since. */
  async draw(tx: Tx, leadId: string, at: Instant): Promise<DrawnCageNo> {
    const earlier = await tx.one<{ cageNo: string }>(
      sql`select cage_no as "cageNo" from outcome where lead_id = ${leadId} and cage_no is not null
          union select cage_no as "cageNo" from decision where lead_id = ${leadId} and cage_no is not null`,
    );
    if (earlier !== null) return { cageNo: earlier.cageNo, isNew: false };
    const { year } = beijing(at);
    const serial = await this.sequences.next(tx, 'cage', year);
    return { cageNo: `C-${year}-${String(serial).padStart(4, '0')}`, isNew: true };
  }
}
