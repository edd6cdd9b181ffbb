import { Injectable, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { CheckSay } from '../http/views/check';
import { LeadChecks, type LeadCheckSource, type LeadToCheck } from '../leads/lead-checks.service';
import { FairCompetitionQueries } from './fair-competition.queries';
import { gateFound } from './gate-check.views';

/** At the intake desk: what a lead asks for, held against the published policies, and the opinion on it. */
@Injectable()
export class GateCheck implements LeadCheckSource, OnModuleInit {
  readonly code = 'fairCompetition';

  constructor(
    private readonly reader: Reader,
    private readonly checks: LeadChecks,
    private readonly gate: FairCompetitionQueries,
  ) {}

  onModuleInit(): void {
    this.checks.register(this);
  }

  async ofLeads(leads: readonly LeadToCheck[]): Promise<Map<string, CheckSay>> {
    const asked = leads.map(({ id, content }) => ({ leadId: id, content }));
    const gates = await this.gate.ofContents(this.reader, asked);
    return new Map(
      [...gates].map(([leadId, gate]): [string, CheckSay] => [
        leadId,
        (words) => gateFound(gate, `/leads/${leadId}/fair-competition`, words),
      ]),
    );
  }
}
