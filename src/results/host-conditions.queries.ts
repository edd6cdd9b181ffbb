import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Day, Instant } from '../domain/shared/instant';
import { LeadTakersQueries } from '../leads/lead-takers.queries';
import { HostCondition } from './host-condition.entity';

/** A condition of the host that takes a lead, of which nobody has said yet what becomes of it. */
export interface OpenHostCondition {
  readonly termId: string;
  readonly text: string;
  readonly dueOn: Day | null;
  readonly hostName: string;
  /** Who spoke for the host: proposed as the one who answers for it. */
  readonly statedById: string;
  readonly statedByLabel: string;
  readonly statedAt: Instant;
}

interface ItemOfLead {
  readonly itemId: string;
  readonly leadId: string;
}

/** Reads which conditions of hosts still wait to be confirmed or set aside. */
@Injectable()
export class HostConditionsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly takers: LeadTakersQueries,
  ) {}

  /** By item, in three statements; items without any are missing. Who may know of them the caller has decided. */
  async open(
    items: readonly ItemOfLead[],
    source: Source = this.reader,
  ): Promise<Map<string, OpenHostCondition[]>> {
    if (items.length === 0) return new Map();
    const takers = await this.takers.ofLeads(
      source,
      items.map(({ leadId }) => leadId),
    );
    const settled = await source.find(
      HostCondition,
      sql`where item_id in ${sql.list(items.map(({ itemId }) => itemId))}`,
    );
    const done = new Set(settled.map(({ itemId, termId }) => `${itemId} ${termId}`));
    const open = new Map<string, OpenHostCondition[]>();
    for (const { itemId, leadId } of items) {
      const taker = takers.get(leadId);
      const { statedById, statedByLabel, statedAt } = taker ?? {};
      if (!taker || !statedById || !statedByLabel || !statedAt) continue;
      const left = taker.terms.filter(({ id }) => !done.has(`${itemId} ${id}`));
      const said = { hostName: taker.hostName, statedById, statedByLabel, statedAt };
      if (left.length > 0)
        open.set(
          itemId,
          left.map(({ id, text, dueOn }) => ({ termId: id, text, dueOn, ...said })),
        );
    }
    return open;
  }
}
