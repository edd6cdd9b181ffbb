import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Tx } from '../database/transaction';
import type { LeadContent } from '../domain/lead/content';
import { contentOf } from './lead-columns';
import { LeadStore } from './lead-store';

/** Changes the places a lead is meant for after it was handed in, on its scout's word. */
@Injectable()
export class LeadPlacementsService {
  constructor(
    private readonly clock: Clock,
    private readonly store: LeadStore,
  ) {}

  /**
   * What was submitted stands in its revision; what the scout states now has other hosts, and they work on the lead
   * from here on. The caller has locked the lead and checked that this may be.
   */
  async place(tx: Tx, leadId: string, hosts: (intended: readonly string[]) => string[]): Promise<void> {
    const lead = await this.store.lock(tx, leadId);
    if (lead === null) return;
    const content = contentOf(lead);
    const changed: LeadContent = { ...content, intendedHosts: hosts(content.intendedHosts) };
    await this.store.replaceContent(tx, lead, changed, this.clock.now());
    await this.store.place(tx, leadId, changed);
  }
}
