import { Injectable, OnModuleInit } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { evidenceRefusal, type EvidenceKind } from '../domain/claim/evidence';
import { beijingDay, type Day } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { FileReaders } from '../files/file-readers';
import { FilesService, type ReceivedFile } from '../files/files.service';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { ClaimMoves } from './claim-moves';
import { wholeRow } from './claim-seals';
import { ClaimEvidence } from './claim.entity';
import { ClaimsQueries } from './claims.queries';
import { ClaimsService } from './claims.service';

export interface EvidenceGiven {
  readonly kind: EvidenceKind;
  readonly occurredOn: Day;
  readonly note: string;
}

/** Evidence of progress, which renews a first report. */
@Injectable()
export class ClaimEvidenceService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly files: FilesService,
    private readonly readers: FileReaders,
    private readonly queries: ClaimsQueries,
    private readonly access: LeadAccessQueries,
    private readonly claims: ClaimsService,
    private readonly moves: ClaimMoves,
  ) {}

  /** Papers of a first report are read by who may see it, not by everybody who reads the lead. */
  onModuleInit(): void {
    this.readers.register('claim', {
      mayRead: (viewer, { subjectId }) => this.queries.maySee(viewer, subjectId),
    });
  }

  /** Takes a file in before anything is recorded. @throws Refused 404, 422; FileTooLarge */
  async receive(viewer: Viewer, leadId: string, bytes: Readable, name: string): Promise<ReceivedFile> {
    const { lead } = await this.access.see(viewer, leadId);
    if (lead.scoutId !== viewer.personId) throw new Refused(refuse('leadNotFound'), 404);
    return this.files.receive(bytes, name);
  }

  /**
   * Renews the first report of the viewer's own lead: full protection from now on, no silence.
   * @throws Refused 404; 409 'claimNotNow' where none is protected; 422 what is wrong with the evidence
   */
  give(viewer: Viewer, leadId: string, given: EvidenceGiven, file: ReceivedFile | null): Promise<void> {
    return this.work.run(async (tx) => {
      const { lead } = await this.access.own(tx, viewer, leadId);
      const claim = await this.moves.lockOf(tx, leadId);
      if (claim === null) throw new Refused(refuse('leadNotFound'), 404);
      const at = this.clock.now();
      const wrong = evidenceRefusal({ ...given, hasFile: file !== null }, beijingDay(at));
      if (wrong !== null) throw new Refused(wrong, 422);
      const actor = actorOf(viewer);
      const changes = await this.claims.renewed(tx, claim, lead.state === 'admitted', at);
      await this.moves.make(tx, claim, { move: 'renew', actor, changes, reason: given.note });
      const owner = { subject: { type: 'claim', id: claim.id }, actor };
      const stored = file === null ? null : await this.files.record(tx, file, owner);
      const row: ClaimEvidence = {
        id: this.ids.next(),
        claimId: claim.id,
        ...given,
        fileId: stored?.id ?? null,
        byId: viewer.personId,
        byLabel: actor.label.slice(0, 120),
        at,
      };
      await tx.insert(ClaimEvidence, row);
      const facts = { lead: leadId, kind: given.kind };
      await this.ledger.seal(tx, 'claimEvidence', row.id, wholeRow(row), {
        kind: 'claim.evidence',
        actor,
        facts,
      });
    });
  }
}
