import { sql } from '../../../src/database/sql';
import { MARKS, type RoundModel } from './model-round';
import type { RoundRun } from './round-run';

/** Everything of a round that the model knows too, written so that the two can be compared. */
export interface Standing {
  readonly state: string;
  readonly extended: boolean;
  /** Minutes after the beginning. */
  readonly deadline: number;
  /** By seat, then item: turnout, recorded versions, the last of them, the draft. */
  readonly cells: readonly string[][];
  readonly links: readonly string[];
  /** Who of the two of each seat votes. */
  readonly posts: readonly string[];
  readonly vetoes: readonly string[];
  readonly request: string | null;
  readonly outcomes: readonly string[];
  readonly earlier: number;
  readonly receipts: number;
  readonly leadsWaiting: number;
}

export function standingOfModel(model: RoundModel): Standing {
  const isOver = ['planned', 'cancelled', 'voided'].includes(model.state);
  const cells = model.cells.map((row) =>
    row.map(({ turnout, presses, draft }) => {
      const last = presses.at(-1);
      const counted = last === undefined ? '-' : last === null ? 'recusal' : `${last} ${MARKS[last]}`;
      return `${turnout} ${presses.length} ${counted} ${draft ?? '-'}`;
    }),
  );
  return {
    state: model.state,
    extended: model.extended,
    deadline: model.deadline,
    cells,
    links: model.seats.map(({ links }) => links.join(' ')),
    posts: model.seats.map(({ post }) => post),
    vetoes: model.vetoes.map(({ seat, item, ground, state }) => `${seat} ${item} ${ground} ${state}`).sort(),
    request: model.request && model.request.kind,
    outcomes: model.outcomes,
    earlier: model.earlier,
    receipts: model.cells.flat().reduce((sum, { presses }) => sum + presses.length, 0),
    leadsWaiting: isOver ? 2 : 0,
  };
}

export async function standingOfRun(run: RoundRun, began: number): Promise<Standing> {
  const { reader } = run.app;
  const round = await reader.one<{ state: string; deadlineAt: string; extendedAt: string | null }>(
    sql`select state, deadline_at as "deadlineAt", extended_at as "extendedAt" from round where id = ${run.id}`,
  );
  const rows = await cellRows(run);
  const cellAt = (seatId: string, itemId: string): string => {
    const row = rows.find((one) => one.seatId === seatId && one.itemId === itemId);
    if (!row) return 'missing';
    const { turnout, kind, versions, vote, scores, draft } = row;
    const marks = [...new Set(Object.values(JSON.parse(scores ?? '{}') as Record<string, number>))].join(',');
    const counted = kind === null ? '-' : kind === 'recusal' ? 'recusal' : `${vote} ${marks}`;
    const typed = draft === null ? '-' : (JSON.parse(draft) as { comment: string }).comment;
    return `${turnout} ${Number(versions)} ${counted} ${typed}`;
  };
  const links = await reader.rows<{ seatId: string; because: string | null; revokedAt: string | null }>(
    sql`select round_seat_id as "seatId", revoked_because as because, revoked_at as "revokedAt"
        from mailed_link where round_id = ${run.id} order by id`,
  );
  const vetoes = await reader.rows<{ seatId: string; itemId: string; ground: string; state: string }>(
    sql`select round_seat_id as "seatId", item_id as "itemId", ground, state from veto where round_id = ${run.id}`,
  );
  const handed = await reader.rows<{ seatId: string; post: string }>(
    sql`select round_seat_id as "seatId", to_post as post from seat_handover
        where round_id = ${run.id} order by position desc`,
  );
  const outcomes = await reader.rows<{ computed: string; reason: string | null }>(
    sql`select computed, reason from outcome join round_item on round_item.id = outcome.item_id
        where outcome.round_id = ${run.id} order by round_item.position`,
  );
  const rest = await reader.one<
    Record<'earlier' | 'receipts' | 'leads', number | string> & { asked: string | null }
  >(
    sql`select (select count(*) from earlier_outcome where round_id = ${run.id}) as earlier,
          (select count(*) from outbox_mail where round_id = ${run.id} and kind = 'ballot.receipt') as receipts,
          (select count(*) from lead join round_item on round_item.lead_id = lead.id
            where round_item.round_id = ${run.id} and lead.state = 'queued') as leads,
          (select kind from round_request where round_id = ${run.id} and state = 'asked') as asked`,
  );
  const seatAt = (id: string): number => run.seats.findIndex((seat) => seat.id === id);
  return {
    state: round?.state ?? 'missing',
    extended: round?.extendedAt !== null,
    deadline: (Date.parse(round?.deadlineAt ?? '') - began) / 60_000,
    cells: run.seats.map(({ id }) => run.items.map((itemId) => cellAt(id, itemId))),
    links: run.seats.map(({ id }) =>
      links
        .filter(({ seatId }) => seatId === id)
        .map(({ revokedAt, because }) =>
          revokedAt === null ? 'live' : because === 'withdrawn' ? 'withdrawn' : 'dead',
        )
        .join(' '),
    ),
    posts: run.seats.map(({ id }) => handed.find(({ seatId }) => seatId === id)?.post ?? 'a'),
    vetoes: vetoes
      .map(
        ({ seatId, itemId, ground, state }) =>
          `${seatAt(seatId)} ${run.items.indexOf(itemId)} ${ground} ${state}`,
      )
      .sort(),
    request: rest?.asked ?? null,
    outcomes: outcomes.map(({ computed, reason }) => `${computed} ${reason ?? ''}`),
    earlier: Number(rest?.earlier),
    receipts: Number(rest?.receipts),
    leadsWaiting: Number(rest?.leads),
  };
}

interface CellRow {
  seatId: string;
  itemId: string;
  turnout: string;
  kind: string | null;
  versions: number | string;
  vote: string | null;
  scores: string | null;
  draft: string | null;
}

function cellRows(run: RoundRun): Promise<CellRow[]> {
  return run.app.reader.rows<CellRow>(
    sql`select turnout.round_seat_id as "seatId", turnout.item_id as "itemId", turnout.state as turnout,
          ballot_version.kind, ballot_version.vote, ballot_version.scores, ballot_draft.content as draft,
          (select count(*) from ballot_version every where every.item_id = turnout.item_id
            and every.round_seat_id = turnout.round_seat_id) as versions
        from turnout
          left join current_ballot on current_ballot.item_id = turnout.item_id
            and current_ballot.round_seat_id = turnout.round_seat_id
          left join ballot_version on ballot_version.id = current_ballot.ballot_version_id
          left join ballot_draft on ballot_draft.item_id = turnout.item_id
            and ballot_draft.round_seat_id = turnout.round_seat_id
        where turnout.round_id = ${run.id}`,
  );
}
