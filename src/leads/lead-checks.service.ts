import { Injectable } from '@nestjs/common';
import type { Computed } from '../domain/lead/computed';
import type { LeadContent } from '../domain/lead/content';
import type { FieldProblem } from '../domain/lead/problem';
import type { CheckSay } from '../http/views/check';

/** A submitted lead as a check reads it: its newest revision, and what the rules of submission said of it then. */
export interface LeadToCheck {
  readonly id: string;
  readonly content: LeadContent;
  readonly warnings: readonly FieldProblem[];
  readonly computed: Computed;
}

export interface LeadCheckSource {
  /** Stands in the order of the desk, and for the word `intake.check.<code>`. */
  readonly code: string;
  /** By lead, in a number of statements that does not grow with the leads; a lead without a finding is left out. */
  ofLeads(leads: readonly LeadToCheck[]): Promise<ReadonlyMap<string, CheckSay>>;
}

/**
 * Features enter here what they find of a lead before the secretariat decides on it; leads know none of them, and the
 * desk need not know them either. Who may read a lead's checks the caller has decided.
 */
@Injectable()
export class LeadChecks {
  private readonly sources: LeadCheckSource[] = [];

  register(source: LeadCheckSource): void {
    this.sources.push(source);
  }

  /** By lead, then by the code of the check. */
  async ofLeads(leads: readonly LeadToCheck[]): Promise<Map<string, ReadonlyMap<string, CheckSay>>> {
    const found = await Promise.all(
      this.sources.map(async (source) => ({ code: source.code, says: await source.ofLeads(leads) })),
    );
    return new Map(
      leads.map(({ id }) => [
        id,
        new Map(
          found.flatMap(({ code, says }) => {
            const say = says.get(id);
            return say ? [[code, say] as const] : [];
          }),
        ),
      ]),
    );
  }
}
