import { mayAnswerAsHost } from '../domain/access/lead-access';
import { holds, type Viewer } from '../domain/access/viewer';
import { leadMachine, type LeadMove, type LeadMoveFacts, type LeadState } from '../domain/lead/states';
import { refuse, type Refusal } from '../domain/shared/refusal';
import type { LedgerActor } from '../ledger/ledger';
import type { IntendedHost, SeenLead } from './lead-access.queries';
import type { Lead } from './lead.entity';

/** Who asks for a move, and what goes with it. */
export interface Asker {
  readonly by: LeadMoveFacts['by'];
  readonly actor: LedgerActor;
  readonly reason?: string;
  readonly other?: Pick<Lead, 'id'>;
}

/** The same rule for the act and for its button: why this move cannot be made now, or null. */
export function moveRefusal(
  move: LeadMove,
  lead: Pick<Lead, 'state' | 'scoutId'>,
  { by, actor, reason, other }: Asker,
): Refusal | null {
  const refusal = leadMachine.check(move, lead.state, {
    by,
    isOwnScout: actor.personId === lead.scoutId,
    ...(reason === undefined ? {} : { reason }),
    ...(other === undefined ? {} : { mergeInto: other.id }),
  });
  return refusal?.because === 'wrongState' ? leadNotNow(move, lead.state) : refusal;
}

export function leadNotNow(move: LeadMove, state: LeadState): Refusal {
  return refuse('leadNotNow', { move, state });
}

/** The intended host that this person speaks for. */
export function hostOf({ unitId }: Viewer, { hosts }: Pick<SeenLead, 'hosts'>): IntendedHost | undefined {
  return hosts.find((host) => host.unitId === unitId);
}

/** Why this person cannot speak as a host of the lead now; the same for the act and for its button. */
export function statementRefusal(viewer: Viewer, seen: SeenLead): Refusal | null {
  if (!hostOf(viewer, seen)) return refuse('hostNotIntended');
  return mayAnswerAsHost(viewer, seen.facts, { unitId: viewer.unitId });
}

export function elementRefusal(viewer: Viewer, { lead }: SeenLead): Refusal | null {
  if (!holds(viewer, 'supporter')) return refuse('notYourRole');
  return lead.state === 'queued' ? null : refuse('elementAnswerTooLate');
}

/** From the opening of a round on the papers stand as they were voted on. */
export function attachRefusal({ state }: Pick<Lead, 'state'>): Refusal | null {
  const open = ['draft', 'submitted', 'returned', 'queued', 'resubmit', 'consulting', 'deferred'].includes(
    state,
  );
  return open ? null : refuse('leadTakesNoFiles');
}

/** Once reported, others may have read a paper, and it belongs to what was handed in. */
export function removeRefusal({ state }: Pick<Lead, 'state'>): Refusal | null {
  return state === 'draft' ? null : refuse('leadKeepsFiles');
}

/** Why a lead cannot be offered to another host now; the same for the act and for its button. */
export function offerRefusal(viewer: Viewer, { lead }: Pick<SeenLead, 'lead'>): Refusal | null {
  if (!holds(viewer, 'secretariat')) return refuse('notYourRole');
  return lead.state === 'queued' ? null : refuse('offerTooLate', { state: lead.state });
}
