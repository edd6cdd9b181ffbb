import { Injectable, OnModuleInit } from '@nestjs/common';
import { HostFitQueries } from '../hosts/host-fit.queries';
import type { CheckSay } from '../http/views/check';
import { LeadChecks, type LeadCheckSource, type LeadToCheck } from './lead-checks.service';
import { fitFound } from './lead-fit-check.views';

/** At the intake desk: how the places a lead is meant for fit it, and whether another fits better. */
@Injectable()
export class LeadFitCheck implements LeadCheckSource, OnModuleInit {
  readonly code = 'hostFit';

  constructor(
    private readonly checks: LeadChecks,
    private readonly fit: HostFitQueries,
  ) {}

  onModuleInit(): void {
    this.checks.register(this);
  }

  async ofLeads(leads: readonly LeadToCheck[]): Promise<Map<string, CheckSay>> {
    if (leads.length === 0) return new Map();
    const ranked = await this.fit.rankAll(leads);
    return new Map(
      leads.map(({ id, content }, at): [string, CheckSay] => [
        id,
        (words) => fitFound(ranked[at] ?? [], content, words),
      ]),
    );
  }
}
