import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import type { Candidate } from '../domain/panel/draw';
import { canonical } from '../domain/shared/canonical';
import { insist, refuse, Refused, type Refusal } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { PanelsQueries } from '../panels/panels.queries';
import { PanelsService, type SeatPlan } from '../panels/panels.service';
import { AssignmentsQueries } from './assignments.queries';
import { PanelDraw, sealOfDraw } from './panel-draw.entity';
import { PanelDrawsQueries, type DrawMaterial, type DrawWish } from './panel-draws.queries';
import { RoundRecords } from './round-records';
import { outOfTurn } from './round-refusals';
import type { Round } from './round.entity';

/** A draw as it is to be applied. */
export interface WishedPanel extends DrawWish {
  /** Who is to have a seat: what the draw gave, or changed by hand. */
  readonly seated: readonly string[];
  readonly reason: string;
}

/** Gives a planned round a panel of its own that was drawn for it. */
@Injectable()
export class PanelDrawsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly queries: PanelDrawsQueries,
    private readonly panels: PanelsService,
    private readonly panelReads: PanelsQueries,
    private readonly assignments: AssignmentsQueries,
    private readonly records: RoundRecords,
  ) {}

  /**
   * In this order: the draw is repeated within the unit, so that what is kept is what the pool gives now; whoever was
   * added or left out by hand needs a reason; the panel is set up and marked as the round's; the round takes it; the
   * draw is sealed with all that it was made from.
   * @returns how many seats there are
   * @throws Refused 404, 409 where the round is not planned or shared out already, 422 for a panel that will not do
   */
  apply(viewer: Viewer, roundId: string, wish: WishedPanel): Promise<number> {
    return this.work.run(async (tx) => {
      const round = await this.records.lock(tx, roundId);
      if (round.state !== 'planned') throw new Refused(outOfTurn('drawPanel', round.state), 409);
      const shared = await this.assignments.plan(tx, roundId);
      if (shared?.appliedAt) throw new Refused(refuse('assignedAlready'), 409);
      const material = await this.queries.material(tx, round, wish);
      const seated = [...new Set(wish.seated)].sort();
      const proposed = material.draw.drawn.map(({ personId }) => personId).sort();
      const reason = wish.reason.trim();
      insist(mayApply(material, seated, proposed, reason), 422);
      const panelId = await this.setUp(tx, viewer, round, material, seated);
      const row: PanelDraw = {
        id: this.ids.next(),
        roundId,
        panelId,
        beforeId: round.panelId,
        seed: material.seed,
        criteria: canonical(material.criteria as never),
        candidates: canonical(material.candidates as never),
        proposed: canonical(proposed),
        seated: canonical(seated),
        reason: canonical(seated) === canonical(proposed) ? '' : reason,
        at: this.clock.now(),
        byId: viewer.personId,
        byLabel: actorOf(viewer).label.slice(0, 200),
      };
      await tx.insert(PanelDraw, row);
      const changed = seated.filter((id) => !proposed.includes(id)).length;
      const facts = { seats: seated.length, changed, seed: row.seed };
      await this.ledger.seal(tx, 'panelDraw', row.id, sealOfDraw(row), {
        kind: 'panel.drawn',
        actor: actorOf(viewer),
        facts: { round: round.number, ...facts },
      });
      const deed = { move: 'drawPanel', viewer, reason: row.reason, details: facts } as const;
      await this.records.write(tx, round, { panelId }, deed);
      return seated.length;
    });
  }

  private async setUp(
    tx: Tx,
    viewer: Viewer,
    round: Round,
    { candidates, alternates, criteria, draw }: DrawMaterial,
    seated: readonly string[],
  ): Promise<string> {
    const before = await this.panelReads.panel(round.panelId, tx);
    if (before === null) throw new Error(`round ${round.number} has no panel`);
    const earlier = await tx.find(PanelDraw, sql`where round_id = ${round.id}`);
    const duties = new Map(draw.drawn.map(({ personId, duty }) => [personId, duty]));
    const taken = new Set(
      draw.drawn.flatMap(({ personId, duty }) => (seated.includes(personId) ? (duty ?? []) : [])),
    );
    const seats = inOrder(candidates, seated).map((one): SeatPlan => {
      // A person who came in by hand takes over a duty that nobody has any more.
      const free = criteria.duties.find((duty) => one.functions.includes(duty) && !taken.has(duty));
      const duty = duties.get(one.personId) ?? (one.kind === 'support' ? (free ?? null) : null);
      if (duty !== null) taken.add(duty);
      const alternateId = alternates.get(one.personId) ?? null;
      const stands = alternateId !== null && !seated.includes(alternateId);
      return {
        kind: one.kind,
        unitId: one.unitId,
        function: duty,
        holderId: one.personId,
        alternateId: stands ? alternateId : null,
      };
    });
    const again = earlier.length === 0 ? '' : `（${earlier.length + 1}）`;
    const plan = {
      name: `${round.number}抽取专班${again}`,
      chairId: before.chairId,
      deputyId: before.deputyId,
      seats,
    };
    return this.panels.create(tx, { ...plan, drawnFor: round.number }, actorOf(viewer));
  }
}

function mayApply(
  { candidates }: DrawMaterial,
  seated: readonly string[],
  proposed: readonly string[],
  reason: string,
): Refusal | null {
  const known = new Map(candidates.map((one) => [one.personId, one]));
  if (seated.length === 0) return refuse('panelWithoutSeats');
  if (seated.some((id) => !known.has(id))) return refuse('notInThePool');
  if (seated.some((id) => known.get(id)?.reported)) return refuse('reportedALead');
  if (canonical(seated) !== canonical(proposed) && reason === '') return refuse('drawReasonMissing');
  return reason.length > 500 ? refuse('reasonTooLong', { most: 500 }) : null;
}

const order = ['park', 'support', 'institute', 'enterprise'];

function inOrder(candidates: readonly Candidate[], seated: readonly string[]): Candidate[] {
  return candidates
    .filter(({ personId }) => seated.includes(personId))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.personId < b.personId ? -1 : 1));
}
