import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import { LeadLaterMovesService } from '../leads/lead-later-moves.service';
import { LeadsService } from '../leads/leads.service';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { AnnouncementFollowers } from './announcement-followers.service';
import { CageNumbers } from './cage-numbers.service';
import { Decision, type DecisionCause } from './decision.entity';
import { DecisionLetters } from './decision-letters.service';
import type { Override } from '../domain/followup/override';
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
    private readonly followers: AnnouncementFollowers,
  ) {}

  /**
   * In one unit of work: the lead is moved, the decision written and sealed, a cage number drawn where it is
   * admitted, the letter frozen and mailed; what ran before ends and what this decision leads to begins; the cage is
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
    await this.letters.release(tx, { decision: row, results, item, cageNo: drawn?.cageNo ?? null }, actor);
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
}

/** The revision that the round judged. */
export function revisionIdOf({ material }: RoundResults, { outcome }: ResultItem): string {
  return material.items.find(({ id }) => id === outcome.itemId)?.leadRevisionId ?? '';
}
