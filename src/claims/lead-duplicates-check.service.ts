import { Injectable, OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { CheckSay } from '../http/views/check';
import { LeadChecks, type LeadCheckSource, type LeadToCheck } from '../leads/lead-checks.service';
import { duplicatesFound } from './lead-duplicates-check.views';
import { MatchesQueries } from './matches.queries';

/** At the intake desk: which leads this one looks like, who came first, and what was ruled. */
@Injectable()
export class LeadDuplicatesCheck implements LeadCheckSource, OnModuleInit {
  readonly code = 'duplicates';

  constructor(
    private readonly clock: Clock,
    private readonly checks: LeadChecks,
    private readonly matches: MatchesQueries,
  ) {}

  onModuleInit(): void {
    this.checks.register(this);
  }

  async ofLeads(leads: readonly LeadToCheck[]): Promise<Map<string, CheckSay>> {
    const found = await this.matches.ofLeads(leads.map(({ id }) => id));
    const now = this.clock.now();
    return new Map(
      leads.map(({ id }) => [
        id,
        (words) => duplicatesFound(found.get(id) ?? [], { leadId: id, now }, words),
      ]),
    );
  }
}
