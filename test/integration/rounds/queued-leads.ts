import { Ids } from '../../../src/clock/ids';
import type { Tx } from '../../../src/database/transaction';
import type { Viewer } from '../../../src/domain/access/viewer';
import type { Track } from '../../../src/domain/lead/dictionaries';
import type { LeadState } from '../../../src/domain/lead/states';
import { Ledger } from '../../../src/ledger/ledger';
import { LeadAct, LeadRevision } from '../../../src/leads/lead-record.entity';
import { actSeal, revisionSeal } from '../../../src/leads/lead-seals';
import { Lead } from '../../../src/leads/lead.entity';
import type { RoundsWorld } from './rounds-world';

export interface LeadWish {
  readonly number: number;
  readonly track: Track;
  readonly state: LeadState;
  readonly scout: Viewer;
}

const program = { personId: null, label: '测试' };

/** A lead with one submitted revision and the act that led to its state, as verify wants them. @returns its id */
export async function putLead(tx: Tx, world: RoundsWorld, wish: LeadWish): Promise<string> {
  const ids = world.get(Ids);
  const ledger = world.get(Ledger);
  const now = world.clock.now();
  const id = ids.next();
  const number = `L-2026-${String(wish.number).padStart(5, '0')}`;
  const content = '{"chain":"newMaterials"}';
  await tx.insert(Lead, {
    id,
    number,
    state: wish.state,
    tab: 'queued',
    track: wish.track,
    title: `机密项目${wish.number}`,
    investorName: `机密企业${wish.number}`,
    investorKey: `k${wish.number}`,
    titleKey: `t${wish.number}`,
    totalInvestment: 520_000_000,
    fixedAsset: 1_000_000,
    scoutId: wish.scout.personId,
    scoutUnitId: world.unitId,
    revision: 1,
    content,
    contentDigest: '0'.repeat(64),
    creationDigest: '0'.repeat(64),
    createdAt: now,
    updatedAt: now,
    listedAt: now,
    stateAt: now,
    submittedAt: now,
    acceptedAt: now,
  });
  const revision = {
    id: ids.next(),
    leadId: id,
    number: 1,
    content,
    findings: '[]',
    digest: '0'.repeat(64),
    submittedAt: now,
    submittedBy: wish.scout.personId,
    idempotencyKey: null,
    layout: 1,
  };
  await tx.insert(LeadRevision, revision);
  await ledger.seal(tx, 'leadRevision', revision.id, revisionSeal(revision), {
    kind: 'lead.submitted',
    actor: program,
  });
  const act: LeadAct = {
    id: ids.next(),
    leadId: id,
    position: 1,
    move: 'accept',
    fromState: 'submitted',
    toState: wish.state,
    byId: null,
    byLabel: program.label,
    at: now,
    reason: null,
    revision: 1,
    otherLeadId: null,
  };
  await tx.insert(LeadAct, act);
  await ledger.seal(tx, 'leadAct', act.id, actSeal(act), {
    kind: 'lead.accept',
    actor: program,
  });
  return id;
}
