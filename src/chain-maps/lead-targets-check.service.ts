import { Injectable, OnModuleInit } from '@nestjs/common';
import { TargetMarksQueries } from '../chains/target-marks.queries';
import { targetReason } from '../domain/chain/target-mark';
import { checkLine, type CheckSay } from '../http/views/check';
import { LeadChecks, type LeadCheckSource, type LeadToCheck } from '../leads/lead-checks.service';

/** At the intake desk: whether the city has been looking for this very firm, or for what fills a gap of a chain. */
@Injectable()
export class LeadTargetsCheck implements LeadCheckSource, OnModuleInit {
  readonly code = 'targets';

  constructor(
    private readonly checks: LeadChecks,
    private readonly marks: TargetMarksQueries,
  ) {}

  onModuleInit(): void {
    this.checks.register(this);
  }

  /** The desk is the secretariat's, which knows every investor. */
  async ofLeads(leads: readonly LeadToCheck[]): Promise<Map<string, CheckSay>> {
    const ids = leads.map(({ id }) => id);
    const found = await this.marks.of(ids);
    return new Map(
      ids.map((id): [string, CheckSay] => [
        id,
        (words) => {
          const marks = found.get(id)?.[words.locale] ?? [];
          if (marks.length === 0) return { verdict: 'ok', short: words.t('check.targets.none'), lines: [] };
          const isFirm = marks.some(({ ground }) => ground !== 'gap');
          const told = new Set(
            marks.map((mark) => {
              const { key, args } = targetReason(mark, true);
              return words.t(key, args);
            }),
          );
          return {
            verdict: 'note',
            short: words.t(isFirm ? 'check.targets.firm' : 'check.targets.gap'),
            lines: [...told].map((text) => checkLine(text)),
          };
        },
      ]),
    );
  }
}
