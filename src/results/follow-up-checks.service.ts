import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

/** Always true: what is marked as overridden has its act, what is decided later its letter, and nothing runs twice. */
@Injectable()
export class FollowUpCheck implements ConsistencyCheck {
  readonly name = 'what follows a closing stands beside what was decided';

  async run(source: Source): Promise<string[]> {
    const marks = await source.rows<{ id: string }>(
      sql`select outcome.id from outcome where outcome.overridden is not null and not exists
            (select 1 from override_act act where act.outcome_id = outcome.id and act.announced = 0
              and act.result = outcome.overridden)`,
    );
    const decided = await source.rows<{ id: string }>(
      sql`select id from outcome where decided is not null
            and decided <> coalesce(overridden, case when computed = 'borderline' then ruling else computed end)`,
    );
    const silent = await source.rows<{ id: string }>(
      sql`select decision.id from decision left join letter on letter.decision_id = decision.id
          where letter.id is null`,
    );
    const uncaused = await source.rows<{ id: string }>(
      sql`select decision.id from decision
            left join consultation on consultation.id = decision.cause_id
              and consultation.state = 'concluded' and consultation.result = decision.result
            left join override_act act on act.id = decision.cause_id and act.result = decision.result
          where consultation.id is null and act.id is null`,
    );
    const twice = await source.rows<{ leadId: string }>(
      sql`select lead_id as "leadId" from deferral where state = 'running' group by lead_id having count(*) > 1
          union select lead_id as "leadId" from consultation where state = 'open'
          group by lead_id having count(*) > 1`,
    );
    const recalled = await source.rows<{ id: string }>(
      sql`select wanted.id from admission_condition wanted join lead on lead.id = wanted.lead_id
          where wanted.state in ('open', 'reported') and lead.state <> 'admitted'`,
    );
    return [
      ...marks.map(({ id }) => `outcome ${id} is marked as overridden, but nobody did`),
      ...decided.map(({ id }) => `outcome ${id} was announced as something else than it came to`),
      ...silent.map(({ id }) => `decision ${id} has no letter`),
      ...uncaused.map(({ id }) => `decision ${id} follows from nothing`),
      ...twice.map(({ leadId }) => `lead ${leadId} is deferred or consulted on twice at once`),
      ...recalled.map(({ id }) => `condition ${id} runs, but its lead is not admitted`),
    ];
  }
}
