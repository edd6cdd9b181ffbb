import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import type { DisputeEvidence } from '../domain/claim/dispute';
import { FilesService, type ReceivedFile } from '../files/files.service';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { wholeRow } from './claim-seals';
import { Dispute, DisputeAct, DisputePaper } from './dispute.entity';

/** What one side says, with its papers. */
export interface StatementGiven {
  readonly statement: string;
  readonly kind: DisputeEvidence;
  readonly papers: readonly ReceivedFile[];
}

export type Said = Pick<DisputeAct, 'move' | 'text'> &
  Partial<Pick<DisputeAct, 'outcome' | 'weight' | 'holderShare' | 'challengerShare'>>;

/** Writes disputes, what was said in them and the papers, each sealed. */
@Injectable()
export class DisputeRecords {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly files: FilesService,
  ) {}

  /** Changes the dispute by what was said, and keeps both. @returns it as it is now */
  async write(tx: Tx, viewer: Viewer, row: Dispute, changes: Partial<Dispute>, said: Said): Promise<Dispute> {
    await tx.update(Dispute, changes, sql`id = ${row.id}`);
    const last = await tx.one<{ position: number }>(
      sql`select max(position) as position from dispute_act where dispute_id = ${row.id}`,
    );
    const now = await tx.findOne(Dispute, sql`where id = ${row.id}`);
    if (now === null) throw new Error(`dispute ${row.id} is gone`);
    await this.record(tx, viewer, now, (last?.position ?? 0) + 1, said);
    return now;
  }

  /** What was said, and the dispute as it stands after it. */
  async record(tx: Tx, viewer: Viewer, dispute: Dispute, position: number, said: Said): Promise<void> {
    const actor = actorOf(viewer);
    const act: DisputeAct = {
      id: this.ids.next(),
      disputeId: dispute.id,
      position,
      outcome: null,
      weight: null,
      holderShare: null,
      challengerShare: null,
      ...said,
      byId: viewer.personId,
      byLabel: actor.label.slice(0, 120),
      at: this.clock.now(),
    };
    await tx.insert(DisputeAct, act);
    const facts = { lead: dispute.leadId, holder: dispute.holderLeadId, state: dispute.state };
    const kind = `dispute.${said.move}`;
    await this.ledger.seal(tx, 'disputeAct', act.id, wholeRow(act), { kind, actor, facts });
    await this.ledger.seal(tx, 'dispute', dispute.id, wholeRow(dispute), { kind, actor, facts });
  }

  /** What one side brought. */
  async keepPapers(
    tx: Tx,
    viewer: Viewer,
    disputeId: string,
    side: DisputePaper['side'],
    { papers, kind }: StatementGiven,
  ): Promise<void> {
    const actor = actorOf(viewer);
    for (const received of papers) {
      const file = await this.files.record(tx, received, {
        subject: { type: 'dispute', id: disputeId },
        actor,
      });
      const row: DisputePaper = { id: this.ids.next(), disputeId, fileId: file.id, side, kind };
      await tx.insert(DisputePaper, row);
      const facts = { dispute: disputeId, side };
      await this.ledger.seal(tx, 'disputePaper', row.id, wholeRow(row), {
        kind: 'dispute.paper',
        actor,
        facts,
      });
    }
  }
}
