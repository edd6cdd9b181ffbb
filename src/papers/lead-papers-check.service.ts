import { Injectable, OnModuleInit } from '@nestjs/common';
import { VirusScanner } from '../files/virus-scanner';
import type { CheckSay } from '../http/views/check';
import { LeadChecks, type LeadCheckSource, type LeadToCheck } from '../leads/lead-checks.service';
import { papersFound } from './lead-papers-check.views';
import { LeadPapersQueries } from './lead-papers.queries';

/** At the intake desk: the papers that a round needs, and whether the virus scanner lets them out. */
@Injectable()
export class LeadPapersCheck implements LeadCheckSource, OnModuleInit {
  readonly code = 'papers';

  constructor(
    private readonly checks: LeadChecks,
    private readonly papers: LeadPapersQueries,
    private readonly scanner: VirusScanner,
  ) {}

  onModuleInit(): void {
    this.checks.register(this);
  }

  async ofLeads(leads: readonly LeadToCheck[]): Promise<Map<string, CheckSay>> {
    const counts = await this.papers.counts(leads.map(({ id }) => id));
    const isScanned = this.scanner.isConfigured;
    return new Map(
      leads.map(({ id, warnings }) => {
        const wantsEvidence = warnings.some(({ because }) => because === 'firstContactEvidence');
        const facts = { counts: counts.get(id) ?? [], wantsEvidence, isScanned };
        return [id, (words) => papersFound(facts, words)];
      }),
    );
  }
}
