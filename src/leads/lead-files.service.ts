import { Injectable, OnModuleInit } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { FileReaders } from '../files/file-readers';
import { FilesService } from '../files/files.service';
import { LeadAccessQueries } from './lead-access.queries';
import type { LeadFileKind } from './answer-words';
import { LeadFile } from './lead-answer.entity';
import { actorOf } from '../ledger/actor';
import { attachRefusal } from './lead-refusals';
import { LeadStore } from './lead-store';

/** Papers of a lead: whoever may see the lead may read them. */
@Injectable()
export class LeadFilesService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: FilesService,
    private readonly readers: FileReaders,
    private readonly store: LeadStore,
    private readonly access: LeadAccessQueries,
  ) {}

  onModuleInit(): void {
    this.readers.register('lead', {
      mayRead: async (viewer, { subjectId }) => {
        try {
          return (await this.access.see(viewer, subjectId)) !== null;
        } catch (error) {
          if (error instanceof Refused) return false;
          throw error;
        }
      },
    });
  }

  /**
   * Attaches a paper to the scout's own lead, as long as no round has it.
   * @throws Refused 404; 409 'leadTakesNoFiles'; 422 what is wrong with the file; FileTooLarge (413)
   */
  async attach(
    viewer: Viewer,
    leadId: string,
    paper: { readonly bytes: Readable | Buffer; readonly name: string; readonly kind: LeadFileKind },
  ): Promise<void> {
    const { lead } = await this.access.see(viewer, leadId);
    if (lead.scoutId !== viewer.personId) throw new Refused(refuse('leadNotFound'), 404);
    const received = await this.files.receive(paper.bytes, paper.name);
    await this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      const own = await this.access.own(tx, viewer, leadId);
      const refusal = attachRefusal(own.lead);
      if (refusal !== null) throw new Refused(refusal, 409);
      const owner = { subject: { type: 'lead', id: leadId }, actor: actorOf(viewer) };
      const file = await this.files.record(tx, received, owner);
      const added = { addedBy: viewer.personId, addedAt: this.clock.now() };
      await tx.insert(LeadFile, { id: this.ids.next(), leadId, fileId: file.id, kind: paper.kind, ...added });
    });
  }
}
