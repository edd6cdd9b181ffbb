import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { canonical, type CanonicalValue } from '../domain/shared/canonical';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { WantedMarksService } from './wanted-marks.service';
import { Chain, ChainAct, ChainSegment, sealOfChainAct, TargetFirm, type ChainActKind } from './chain.entity';

/** A row of the register as an act keeps it: texts and whole numbers; nothing beside the id once it is removed. */
export type KeptRow = Readonly<Record<string, string | number | null>> & { readonly id: string };

/** Writes down what was changed of a chain, in the unit that changes it. */
@Injectable()
export class ChainRecords {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly marks: WantedMarksService,
  ) {}

  /** Locks the chain, so that acts have an order, and marks the leads that are looked for now. Call it last: it appends to the ledger. */
  async note(
    tx: Tx,
    actor: LedgerActor,
    chainId: string,
    act: { readonly kind: ChainActKind; readonly what: string; readonly rows: readonly KeptRow[] },
  ): Promise<void> {
    await tx.rows(sql`select id from chain where id = ${chainId}${tx.forUpdate}`);
    const last = await tx.one<{ position: number }>(
      sql`select position from chain_act where chain_id = ${chainId} order by position desc limit 1`,
    );
    const row: ChainAct = {
      id: this.ids.next(),
      chainId,
      position: (last?.position ?? 0) + 1,
      kind: act.kind,
      what: act.what.slice(0, 120),
      content: canonical(act.rows.map(plain)),
      at: this.clock.now(),
      byId: actor.personId,
      byLabel: actor.label.slice(0, 140),
    };
    await tx.insert(ChainAct, row);
    await this.ledger.seal(tx, 'chainAct', row.id, sealOfChainAct(row), {
      kind: `chain.${act.kind}`,
      actor,
      facts: { chain: chainId, position: row.position, rows: act.rows.length },
    });
    await this.marks.renewAll(tx);
  }
}

const plain = (row: KeptRow): CanonicalValue =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? '']));

/** How the ids of the chains begin that the migration entered. */
const SEEDED = '0000000000chain';

/** Whatever an act left behind still stands so; the chains a city begins with have no act until one is changed. */
export const chainsStandAsActed: ConsistencyCheck = {
  name: 'each chain, segment and target firm stands as its last act left it',
  async run(source: Source): Promise<string[]> {
    const kept = new Map<string, string | null>();
    for (const { content } of await source.find(ChainAct, sql`order by chain_id, position`))
      for (const row of JSON.parse(content) as KeptRow[])
        kept.set(row.id, Object.keys(row).length === 1 ? null : canonical(row));
    const rows: object[] = [
      ...(await source.find(Chain)),
      ...(await source.find(ChainSegment)),
      ...(await source.find(TargetFirm)),
    ];
    const now = new Map(rows.map((row) => [(row as KeptRow).id, canonical(plain({ ...(row as KeptRow) }))]));
    const strange = [...now.keys()].filter((id) => !kept.has(id) && !id.startsWith(SEEDED));
    const apart = [...kept].filter(([id, row]) => (now.get(id) ?? null) !== row).map(([id]) => id);
    return [...strange, ...apart].map((id) => `row ${id} of the chain register is not what its acts say`);
  },
};
