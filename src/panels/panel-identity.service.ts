import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { firstRefusal, insist, Refused, refuse } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { checkChair, checkDeputy, checkName } from './panel-rules';
import { PanelTerm, sealOfTerm } from './panel-term.entity';
import { Panel, Seat, sealOfPanel } from './panel.entity';

export interface PanelIdentity {
  readonly name: string;
  readonly chairId: string;
  /** Null where none is appointed; left out, whoever it is stays. */
  readonly deputyId?: string | null;
}

/** Changes what a panel is called, who chairs it, and who is the deputy. */
@Injectable()
export class PanelIdentityService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
  ) {}

  /**
   * Writes down how it was until now, then changes it; both are sealed. Papers of rounds that were counted before go on
   * naming the chair of their time.
   * @returns whether anything changed
   * @throws Refused 422 as for a new panel, 404
   */
  async change(actor: LedgerActor, panelId: string, given: PanelIdentity): Promise<boolean> {
    const name = given.name.trim();
    try {
      return await this.work.run((tx) => this.changeIn(tx, actor, panelId, { ...given, name }));
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('panelNameTaken', { name }), 422);
      throw error;
    }
  }

  private async changeIn(
    tx: Tx,
    actor: LedgerActor,
    panelId: string,
    given: PanelIdentity,
  ): Promise<boolean> {
    const panel = await tx.findOne(Panel, sql`where id = ${panelId}${tx.forUpdate}`);
    if (!panel) throw new Refused(refuse('notFound'), 404);
    const { name, chairId } = given;
    const deputyId = given.deputyId === undefined ? panel.deputyId : given.deputyId;
    if (panel.name === name && panel.chairId === chairId && panel.deputyId === deputyId) return false;
    const deputies = [deputyId, panel.deputyId].filter((id) => id !== null);
    const people = await this.people.byIds([chairId, panel.chairId, ...deputies], tx);
    const taken = await tx.findOne(Panel, sql`where name = ${name} and id <> ${panelId}`);
    const no = firstRefusal(
      () => checkName(name),
      () => (taken ? refuse('panelNameTaken', { name }) : null),
      () => (panel.chairId === chairId ? null : checkChair(people.get(chairId))),
      () => (panel.deputyId === deputyId ? null : checkDeputy(deputyId, chairId, people)),
      () => (deputyId === chairId ? checkDeputy(deputyId, chairId, people) : null),
    );
    insist(no, 422);
    const nameOf = (id: string | null): string => (id === null ? '' : (people.get(id)?.name ?? ''));
    const chairName = nameOf(panel.chairId);
    await this.keepTerm(tx, actor, panel, { chairName, deputyName: nameOf(panel.deputyId) });
    await tx.update(Panel, { name, chairId, deputyId }, sql`id = ${panelId}`);
    const seats = await tx.find(Seat, sql`where panel_id = ${panelId}`);
    await this.ledger.seal(tx, 'panel', panelId, sealOfPanel({ ...panel, name, chairId, deputyId }, seats), {
      kind: 'panel.renamed',
      actor,
      facts: {
        ...{ from: panel.name, to: name, chairFrom: chairName, chairTo: nameOf(chairId) },
        ...{ deputyFrom: nameOf(panel.deputyId), deputyTo: nameOf(deputyId) },
      },
    });
    return true;
  }

  private async keepTerm(
    tx: Tx,
    actor: LedgerActor,
    { id: panelId, name, chairId, deputyId }: Panel,
    { chairName, deputyName }: { chairName: string; deputyName: string },
  ): Promise<void> {
    const earlier = await tx.find(PanelTerm, sql`where panel_id = ${panelId}`);
    const term: PanelTerm = {
      id: this.ids.next(),
      panelId,
      position: earlier.length + 1,
      name,
      chairId,
      chairName,
      deputyId,
      deputyName: deputyId === null ? null : deputyName,
      untilAt: this.clock.now(),
      changedBy: actor.label.slice(0, 200),
    };
    await tx.insert(PanelTerm, term);
    await this.ledger.seal(tx, 'panelTerm', term.id, sealOfTerm(term), {
      kind: 'panel.termEnded',
      actor,
      facts: { name, chair: chairName },
    });
  }
}
