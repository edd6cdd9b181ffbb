import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import { admitsOnConditions } from '../domain/followup/conditions';
import { LeadLaterMovesService } from '../leads/lead-later-moves.service';
import { LeadsService } from '../leads/leads.service';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { AnnouncementFollowers } from './announcement-followers.service';
import { CageNumbers } from './cage-numbers.service';
import { ConditionsQueries } from './conditions.queries';
import { Decision, type DecisionCause } from './decision.entity';
import { DecisionLetters } from './decision-letters.service';
import type { Override } from '../domain/followup/override';
import { HostConditionsService } from './host-conditions.service';
import { FollowUps } from './follow-ups.service';
import type { ResultItem, RoundResults } from './results.queries';
import { wholeSeal } from './results.seals';
import { materialsText } from './ruling-materials';

/** A decision that is taken now, on an item whose round has been announced. */
export interface DecisionWanted {
  readonly results: RoundResults;
  readonly item: ResultItem;
  readonly cause: DecisionCause;
  readonly causeId: string;
  readonly result: Override;
  readonly reason: string;
  readonly documentNumber: string | null;
  readonly materials: readonly string[];
}

/** Decides on a lead after its round has been announced. The outcome stays as it was; the decision stands beside it. */
@Injectable()
export class Decisions {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly leads: LeadsService,
    private readonly laterMoves: LeadLaterMovesService,
    private readonly cageNumbers: CageNumbers,
    private readonly letters: DecisionLetters,
    private readonly followUps: FollowUps,
    private readonly hostConditions: HostConditionsService,
    private readonly conditions: ConditionsQueries,
    private readonly followers: AnnouncementFollowers,
  ) {}

  /**
   * In one unit of work: the lead is moved, the decision written and sealed, a cage number drawn where it is
   * admitted, what its host made a condition taken over if nobody has settled it, the letter frozen and mailed; what ran before ends and what this decision leads to begins; the cage is
   * told.
   * @throws Refused 404, 409 'leadNotNow' where the lead has moved on
   */
  async make(tx: Tx, viewer: Viewer, wanted: DecisionWanted): Promise<void> {
    const { results, item, cause, causeId, result, reason, documentNumber, materials } = wanted;
    const { outcome } = item;
    const { round, rules } = results.material;
    const actor = actorOf(viewer);
    const at = this.clock.now();
    if (cause === 'override') await this.laterMoves.overrule(tx, viewer, outcome.leadId, result, reason);
    else await this.leads.decide(tx, outcome.leadId, result, actor, reason);
    const drawn = result === 'admit' ? await this.cageNumbers.draw(tx, outcome.leadId, at) : null;
    const row: Decision = {
      id: this.ids.next(),
      outcomeId: outcome.id,
      roundId: round.id,
      leadId: outcome.leadId,
      cause,
      causeId,
      result,
      reason,
      documentNumber,
      materials: result === 'resubmit' ? materialsText(materials) : null,
      cageNo: drawn?.isNew ? drawn.cageNo : null,
      byId: viewer.personId,
      byLabel: actor.label,
      at,
    };
    await tx.insert(Decision, row);
    const facts = { round: round.number, lead: item.lead.number, result, cause };
    await this.ledger.seal(tx, 'decision', row.id, wholeSeal(row), {
      kind: `decision.${cause}`,
      actor,
      facts,
    });
    const bound = result === 'admit' ? await this.withHostConditions(tx, viewer, results, item) : item;
    await this.letters.release(
      tx,
      { decision: row, results, item: bound, cageNo: drawn?.cageNo ?? null },
      actor,
    );
    const leadRevisionId = revisionIdOf(results, item);
    const settled = {
      decided: result,
      at,
      leadId: outcome.leadId,
      roundId: round.id,
      roundNumber: round.number,
    };
    await this.followUps.begin(
      tx,
      {
        ...settled,
        source: 'decision',
        sourceId: row.id,
        outcomeId: outcome.id,
        itemId: outcome.itemId,
        leadRevisionId,
        reason,
        materials,
        rules: rules.content,
      },
      actor,
    );
    const told = { ...settled, outcomeId: outcome.id, leadRevisionId, cageNo: drawn?.cageNo ?? null };
    await this.followers.tell(tx, [told], actor);
  }

  /** Takes over what its host made a condition; the item then with the conditions that its letter tells. */
  private async withHostConditions(
    tx: Tx,
    viewer: Viewer,
    { material }: RoundResults,
    item: ResultItem,
  ): Promise<ResultItem> {
    if (!admitsOnConditions(material.rules.content.condition)) return item;
    const { itemId, leadId } = item.outcome;
    await this.hostConditions.carryOver(tx, { roundId: material.round.id, itemId, leadId }, viewer);
    return { ...item, conditions: (await this.conditions.ofLeads([leadId], tx)).get(leadId) ?? [] };
  }
}

/** The revision that the round judged. */
export function revisionIdOf({ material }: RoundResults, { outcome }: ResultItem): string {
  return material.items.find(({ id }) => id === outcome.itemId)?.leadRevisionId ?? '';
}
