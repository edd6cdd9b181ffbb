import { Injectable, OnModuleInit } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { FileReaders } from '../files/file-readers';
import { FilesService, type ReceivedFile } from '../files/files.service';
import { LeadAccessQueries } from './lead-access.queries';
import type { LeadFileKind } from './answer-words';
import { LeadFile } from './lead-answer.entity';
import { actorOf } from '../ledger/actor';
import { attachRefusal } from './lead-refusals';
import { LeadStore } from './lead-store';

/** A file on its way in. */
export interface SentPaper {
  readonly bytes: Readable | Buffer;
  readonly name: string;
  readonly kind: LeadFileKind;
}

/** A file that was taken in and belongs to nothing yet. */
export type ReceivedPaper = ReceivedFile & { readonly kind: LeadFileKind };

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
   * Takes one file of a form in, before anything is recorded.
   * @throws Refused 404 on a lead of others; 422 what is wrong with the file; FileTooLarge (413)
   */
  async receive(viewer: Viewer, leadId: string, paper: SentPaper): Promise<ReceivedPaper> {
    const { lead } = await this.access.see(viewer, leadId);
    if (lead.scoutId !== viewer.personId) throw new Refused(refuse('leadNotFound'), 404);
    return { ...(await this.files.receive(paper.bytes, paper.name)), kind: paper.kind };
  }

  /**
   * Attaches the papers of one form to the scout's own lead, all or none, as long as no round has it.
   * @throws Refused 404; 409 'leadTakesNoFiles'; 422 beyond what a lead may hold
   */
  attach(viewer: Viewer, leadId: string, papers: readonly ReceivedPaper[]): Promise<void> {
    return this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      const own = await this.access.own(tx, viewer, leadId);
      const refusal = attachRefusal(own.lead);
      if (refusal !== null) throw new Refused(refusal, 409);
      const owner = { subject: { type: 'lead', id: leadId }, actor: actorOf(viewer) };
      const added = { leadId, addedBy: viewer.personId, addedAt: this.clock.now() };
      for (const { kind, ...received } of papers) {
        const file = await this.files.record(tx, received, owner);
        await tx.insert(LeadFile, { id: this.ids.next(), fileId: file.id, kind, ...added });
      }
    });
  }
}
