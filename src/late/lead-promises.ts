import { type Sql, sql } from '../database/sql';
import { intakeDue } from '../domain/lead/intake-clock';
import type { Track } from '../domain/lead/dictionaries';
import { begunBefore, promiseDue } from '../domain/promise/due';
import { beijingDay, startOfDay, type Instant } from '../domain/shared/instant';
import type { Turn } from '../domain/promise/turn';
import type { PromiseAsk, PromiseKind, PromiseLine } from '../promises/promise-sources.service';

interface LeadRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly track: Track | null;
  readonly totalInvestment: number | null;
  readonly scoutId: string;
  readonly scoutName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly stateAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly lastDay: string | null;
}

const lastFollowUp = sql`(select max(said.on_day) from promise_record said
  where said.lead_id = lead.id and said.kind = 'followUp')`;

/** Leads in the order of what is due first; `since` is the column that the term runs from. */
function leadRows({ source, leadIds, most }: PromiseAsk, where: Sql, since: Sql): Promise<LeadRow[]> {
  const these = leadIds === null ? sql.empty : sql` and lead.id in ${sql.list(leadIds)}`;
  return source.rows<LeadRow>(
    sql`select lead.id, coalesce(lead.number, '') as number, lead.title, lead.track,
          lead.total_investment as "totalInvestment", lead.scout_id as "scoutId", person.name as "scoutName",
          unit.id as "unitId", unit.name as "unitName", lead.state_at as "stateAt",
          lead.accepted_at as "acceptedAt", ${lastFollowUp} as "lastDay"
        from lead join person on person.id = lead.scout_id join unit on unit.id = lead.scout_unit_id
        where ${where}${these} order by ${since}, lead.id limit ${most}`,
  );
}

/** `and <column> before …`, where only what is due before an instant is asked for. */
function begun(column: Sql, workdays: number, { calendar, limits, dueBefore }: PromiseAsk): Sql {
  if (dueBefore === null) return sql.empty;
  return sql` and ${column} < ${begunBefore(calendar, workdays, limits.closesAt, dueBefore)}`;
}

function lineOf(
  row: LeadRow,
  turn: Turn,
  period: { readonly begunAt: Instant; readonly dueAt: Instant; readonly href: string },
): PromiseLine {
  const isScouts = turn === 'scout';
  return {
    subjectId: row.id,
    leadId: row.id,
    number: row.number,
    title: row.title,
    turn,
    ownerId: isScouts ? row.scoutId : null,
    ownerName: isScouts ? row.scoutName : null,
    unitId: isScouts ? row.unitId : null,
    unitName: isScouts ? row.unitName : null,
    ...period,
  };
}

/** Whether a record of that kind was made since the lead came into its state. */
const recorded = (kind: 'response' | 'answer'): Sql =>
  sql`exists (select 1 from promise_record said where said.lead_id = lead.id and said.kind = ${kind}
    and said.at >= lead.state_at)`;

const stateAt = sql`lead.state_at`;

/** A first word of a person within a workday of the first submission; taking it in or returning it is one too. */
const response: PromiseKind = {
  kind: 'response',
  pausable: false,
  async lines(ask) {
    const { calendar, limits } = ask;
    const where = sql`lead.tab = 'submitted' and lead.submitted_at = lead.state_at
      and not ${recorded('response')}${begun(stateAt, limits.response, ask)}`;
    const rows = await leadRows(ask, where, stateAt);
    return rows.map((row) =>
      lineOf(row, 'secretariat', {
        begunAt: row.stateAt,
        dueAt: promiseDue(calendar, row.stateAt, limits.response, limits.closesAt),
        href: `/leads/${row.id}/promises#response`,
      }),
    );
  },
};

const intake: PromiseKind = {
  kind: 'intake',
  pausable: true,
  async lines(ask) {
    const { calendar, limits, dueBefore } = ask;
    const shortest = Math.min(limits.intake, limits.intakeLong);
    const where = sql`lead.tab = 'submitted' and lead.submitted_at is not null${begun(stateAt, shortest, ask)}`;
    const rows = await leadRows(ask, where, stateAt);
    return rows
      .map((row) =>
        lineOf(row, 'secretariat', {
          begunAt: row.stateAt,
          dueAt: intakeDue(calendar, row.stateAt, row, limits),
          href: `/leads/${row.id}#intake`,
        }),
      )
      .filter(({ dueAt }) => dueBefore === null || dueAt < dueBefore);
  },
};

const completion: PromiseKind = {
  kind: 'completion',
  pausable: true,
  async lines(ask) {
    const { calendar, limits } = ask;
    const where = sql`lead.tab = 'returned' and lead.state = 'returned'${begun(stateAt, limits.completion, ask)}`;
    const rows = await leadRows(ask, where, stateAt);
    return rows.map((row) =>
      lineOf(row, 'scout', {
        begunAt: row.stateAt,
        dueAt: promiseDue(calendar, row.stateAt, limits.completion, limits.closesAt),
        href: `/leads/${row.id}/edit`,
      }),
    );
  },
};

/** After acceptance: it enters a round, or its scout is told when it will. */
const answer: PromiseKind = {
  kind: 'answer',
  pausable: true,
  async lines(ask) {
    const { calendar, limits } = ask;
    const where = sql`lead.tab = 'queued' and lead.state = 'queued'
      and not ${recorded('answer')}${begun(stateAt, limits.answer, ask)}`;
    const rows = await leadRows(ask, where, stateAt);
    return rows.map((row) =>
      lineOf(row, 'secretariat', {
        begunAt: row.stateAt,
        dueAt: promiseDue(calendar, row.stateAt, limits.answer, limits.closesAt),
        href: `/leads/${row.id}/promises#answer`,
      }),
    );
  },
};

/** With the investor, from acceptance until a decision: every so many workdays, counted from the last follow-up. */
const followUp: PromiseKind = {
  kind: 'followUp',
  pausable: true,
  async lines(ask) {
    const { calendar, limits, dueBefore } = ask;
    const acceptedAt = sql`lead.accepted_at`;
    const line = dueBefore && begunBefore(calendar, limits.followUp, limits.closesAt, dueBefore);
    const unmet =
      line === null
        ? sql.empty
        : sql` and not exists (select 1 from promise_record said where said.lead_id = lead.id
            and said.kind = 'followUp' and said.on_day >= ${beijingDay(line)})`;
    const where = sql`lead.tab in ('queued', 'inReview', 'discussing')
      and lead.state in ('queued', 'inReview', 'consulting') and lead.accepted_at is not null
      ${begun(acceptedAt, limits.followUp, ask)}${unmet}`;
    const rows = await leadRows(ask, where, acceptedAt);
    return rows.map((row) => {
      const last = row.lastDay === null ? '' : startOfDay(row.lastDay);
      const accepted = row.acceptedAt ?? row.stateAt;
      const begunAt = last > accepted ? last : accepted;
      return lineOf(row, 'scout', {
        begunAt,
        dueAt: promiseDue(calendar, begunAt, limits.followUp, limits.closesAt),
        href: `/leads/${row.id}/promises#followUp`,
      });
    });
  },
};

/** What the city promises about a lead before its decision. */
export const leadPromises: readonly PromiseKind[] = [response, intake, completion, answer, followUp];
