import { type Sql, sql } from '../database/sql';
import { begunBefore, promiseDue } from '../domain/promise/due';
import { endOfDay, type Instant } from '../domain/shared/instant';
import type { Turn } from '../domain/promise/turn';
import type { PromiseAsk, PromiseKind, PromiseLine } from '../promises/promise-sources.service';

/** Rows of what other rules have given a term: it is kept as it was given. */
type GivenRow = Omit<PromiseLine, 'turn' | 'href'> & { readonly step: string; readonly rowId: string };

const dueFirst = (column: Sql, { dueBefore }: PromiseAsk): Sql =>
  dueBefore === null ? sql.empty : sql` and ${column} < ${dueBefore}`;

const ofLeads = ({ leadIds }: PromiseAsk): Sql =>
  leadIds === null ? sql.empty : sql` and lead.id in ${sql.list(leadIds)}`;

function given(
  rows: readonly GivenRow[],
  say: (row: GivenRow) => { readonly turn: Turn; readonly href: string },
): PromiseLine[] {
  return rows.map((row) => {
    const { step: _step, rowId: _rowId, ...line } = row;
    return { ...line, ...say(row) };
  });
}

/** Letters after a closing. While a ruling is open it is the chair's turn. */
const letter: PromiseKind = {
  kind: 'letter',
  pausable: false,
  async lines({ source, calendar, limits, dueBefore, leadIds, most }) {
    if (leadIds !== null) return [];
    const before =
      dueBefore === null
        ? sql.empty
        : sql` and round.closed_at < ${begunBefore(calendar, limits.letter, limits.closesAt, dueBefore)}`;
    const rows = await source.rows<{
      id: string;
      number: string;
      title: string;
      closedAt: Instant;
      unruled: number | string;
    }>(
      sql`select round.id, round.number, round.title, round.closed_at as "closedAt",
            (select count(*) from outcome where outcome.round_id = round.id
              and outcome.computed = 'borderline' and outcome.ruling is null) as unruled
          from round where round.state = 'closed' and round.closed_at is not null${before}
          order by round.closed_at, round.id limit ${most}`,
    );
    return rows.map(({ id, number, title, closedAt, unruled }) => {
      const isOpen = Number(unruled) > 0;
      return {
        subjectId: id,
        leadId: null,
        number,
        title,
        href: isOpen ? `/rounds/${id}/results` : `/rounds/${id}/announcement`,
        turn: isOpen ? 'chair' : 'secretariat',
        ownerId: null,
        ownerName: null,
        unitId: null,
        unitName: null,
        begunAt: closedAt,
        dueAt: promiseDue(calendar, closedAt, limits.letter, limits.closesAt),
      };
    });
  },
};

/** A consultation that was decided on: the secretariat calls it, the chair concludes it. */
const consultation: PromiseKind = {
  kind: 'consultation',
  pausable: false,
  async lines(ask) {
    const rows = await ask.source.rows<GivenRow>(
      sql`select meeting.id as "subjectId", meeting.id as "rowId", lead.id as "leadId", lead.number, lead.title,
            case when meeting.meets_at is null then 'call' else 'conclude' end as step,
            null as "ownerId", null as "ownerName", null as "unitId", null as "unitName",
            meeting.opened_at as "begunAt", meeting.due_at as "dueAt"
          from consultation meeting join lead on lead.id = meeting.lead_id
          where meeting.state = 'open' and lead.state = 'consulting'${dueFirst(sql`meeting.due_at`, ask)}${ofLeads(ask)}
          order by meeting.due_at, meeting.id limit ${ask.most}`,
    );
    return given(rows, ({ step, rowId }) => ({
      turn: step === 'call' ? 'secretariat' : 'chair',
      href: `/consultations/${rowId}`,
    }));
  },
};

/** Material that a scout was asked for after a vote. */
const material: PromiseKind = {
  kind: 'material',
  pausable: false,
  async lines(ask) {
    const rows = await ask.source.rows<GivenRow>(
      sql`select asked.id as "subjectId", asked.id as "rowId", lead.id as "leadId", lead.number, lead.title, '' as step,
            person.id as "ownerId", person.name as "ownerName", unit.id as "unitId", unit.name as "unitName",
            asked.asked_at as "begunAt", asked.due_at as "dueAt"
          from resubmission asked join lead on lead.id = asked.lead_id
            join person on person.id = lead.scout_id join unit on unit.id = lead.scout_unit_id
          where asked.state = 'asked' and lead.state = 'resubmit'${dueFirst(sql`asked.due_at`, ask)}${ofLeads(ask)}
          order by asked.due_at, asked.id limit ${ask.most}`,
    );
    return given(rows, ({ leadId }) => ({ turn: 'scout', href: `/leads/${leadId}#material` }));
  },
};

/** The five ones of a project: its host fills them, the secretariat where it has none. */
const fiveOnes: PromiseKind = {
  kind: 'fiveOnes',
  pausable: false,
  async lines(ask) {
    const rows = await ask.source.rows<GivenRow>(
      sql`select project.id as "subjectId", project.id as "rowId", lead.id as "leadId", project.cage_no as number,
            project.title, case when unit.id is null then 'office' else 'host' end as step,
            null as "ownerId", null as "ownerName", unit.id as "unitId", unit.name as "unitName",
            project.entered_at as "begunAt", project.five_ones_due_at as "dueAt"
          from project join lead on lead.id = project.lead_id
            left join host on host.id = project.host_id left join unit on unit.id = host.unit_id
          where project.five_ones_completed_at is null and project.stage <> 'exited'
            ${dueFirst(sql`project.five_ones_due_at`, ask)}${ofLeads(ask)}
          order by project.five_ones_due_at, project.id limit ${ask.most}`,
    );
    return given(rows, ({ step, rowId }) => ({
      turn: step === 'host' ? 'host' : 'secretariat',
      href: `/cage/${rowId}`,
    }));
  },
};

/** A condition of an admission: its owner reports it, the secretariat checks the report. */
const condition: PromiseKind = {
  kind: 'condition',
  pausable: false,
  async lines(ask) {
    const rows = await ask.source.rows<GivenRow & { readonly dueOn: string }>(
      sql`select wanted.id as "subjectId", wanted.id as "rowId", lead.id as "leadId", lead.number, lead.title,
            person.roles as step, person.id as "ownerId", person.name as "ownerName", unit.id as "unitId",
            unit.name as "unitName", coalesce(wanted.begun_at, wanted.set_at) as "begunAt", wanted.due_on as "dueOn"
          from admission_condition wanted join lead on lead.id = wanted.lead_id
            join person on person.id = wanted.owner_id join unit on unit.id = person.unit_id
          where wanted.state = 'open'${ofLeads(ask)}${ask.dueBefore === null ? sql.empty : sql` and wanted.due_on <= ${ask.dueBefore.slice(0, 10)}`}
          order by wanted.due_on, wanted.id limit ${ask.most}`,
    );
    return given(
      rows.map(({ dueOn, ...row }) => ({ ...row, dueAt: endOfDay(dueOn) })),
      ({ step, rowId }) => ({ turn: turnOfRoles(step), href: `/conditions/${rowId}` }),
    ).filter(({ dueAt }) => ask.dueBefore === null || dueAt < ask.dueBefore);
  },
};

function turnOfRoles(roles: string): Turn {
  const held = roles.split(',');
  if (held.includes('supporter')) return 'supporter';
  if (held.includes('host')) return 'host';
  if (held.includes('scout')) return 'scout';
  return held.includes('leadingGroup') ? 'chair' : 'secretariat';
}

/** What follows a vote. Its terms were fixed by the rules of the round or with the decision; none is paused here. */
export const laterPromises: readonly PromiseKind[] = [letter, consultation, material, condition, fiveOnes];
