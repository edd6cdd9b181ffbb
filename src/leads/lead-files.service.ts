import { Injectable, OnModuleInit } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { maySeeInvestor } from '../domain/access/lead-access';
import type { Viewer } from '../domain/access/viewer';
import { PAPER_LIMITS } from '../domain/lead/paper-limits';
import { Refused, refuse } from '../domain/shared/refusal';
import { FileIntake, type ReceivedFile, type TakenFile } from '../files/file-intake.service';
import type { FileLimits, FileUse } from '../files/file-limits';
import { FileReaders } from '../files/file-readers';
import { refuseFile } from '../files/file-refusals';
import { FilesService } from '../files/files.service';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { LeadAccessQueries } from './lead-access.queries';
import type { LeadFileKind } from './answer-words';
import { LeadFile } from './lead-answer.entity';
import { actorOf } from '../ledger/actor';
import { attachRefusal, removeRefusal } from './lead-refusals';
import { LeadStore } from './lead-store';

const megabyte = 1024 * 1024;

/** A file on its way in. */
export interface SentPaper {
  readonly bytes: Readable | Buffer;
  readonly name: string;
  readonly kind: LeadFileKind;
}

/** A file that was taken in and belongs to nothing yet. */
export type ReceivedPaper = TakenFile & { readonly kind: LeadFileKind };

/** Papers of a lead: whoever may see the lead may read them. */
@Injectable()
export class LeadFilesService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: FilesService,
    private readonly intake: FileIntake,
    private readonly settings: CitySettingsQueries,
    private readonly readers: FileReaders,
    private readonly store: LeadStore,
    private readonly access: LeadAccessQueries,
  ) {}

  onModuleInit(): void {
    this.readers.register('lead', {
      mayRead: async (viewer, { subjectId }) => {
        try {
          // Papers name the investor on every page.
          return maySeeInvestor(viewer, (await this.access.see(viewer, subjectId)).facts);
        } catch (error) {
          if (error instanceof Refused) return false;
          throw error;
        }
      },
    });
  }

  /**
   * Takes one file of a form in, before anything is recorded. Whoever has used up what one person may attach is
   * refused before a byte is kept.
   * @throws Refused 404 on a lead of others; 409 'leadTakesNoFiles'; 422 what is wrong with the file; FileTooLarge (413)
   */
  async receive(viewer: Viewer, leadId: string, paper: SentPaper): Promise<ReceivedPaper> {
    const { lead } = await this.access.own(this.reader, viewer, leadId);
    const refusal = attachRefusal(lead);
    if (refusal !== null) throw new Refused(refusal, 409);
    const [limits, used] = [await this.limits(this.reader), await this.use(viewer)];
    if (used.files >= limits.personFiles) throw refuseFile('quotaFiles', { most: limits.personFiles });
    if (used.bytes >= limits.personBytes)
      throw refuseFile('quotaBytes', { mb: limits.personBytes / megabyte });
    return { ...(await this.intake.take(paper.bytes, paper.name)), kind: paper.kind };
  }

  /** What came with a form that was then refused or broke off. */
  async discard(papers: readonly ReceivedPaper[]): Promise<void> {
    await Promise.all(papers.map((paper) => this.intake.discard(paper)));
  }

  /**
   * Attaches the papers of one form to the scout's own lead, all or none, as long as no round has it.
   * @returns how many of them wait for the virus scanner
   * @throws Refused 404; 409 'leadTakesNoFiles'; 422 beyond what a lead may hold or a person may attach
   */
  async attach(viewer: Viewer, leadId: string, papers: readonly ReceivedPaper[]): Promise<number> {
    const placed: (ReceivedFile & { kind: LeadFileKind })[] = [];
    for (const paper of papers) placed.push({ ...(await this.intake.place(paper)), kind: paper.kind });
    await this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      const own = await this.access.own(tx, viewer, leadId);
      const refusal = attachRefusal(own.lead);
      if (refusal !== null) throw new Refused(refusal, 409);
      const subject = { type: 'lead', id: leadId };
      const owner = { subject, actor: actorOf(viewer), limits: await this.limits(tx) };
      const added = { leadId, addedBy: viewer.personId, addedAt: this.clock.now() };
      for (const { kind, ...received } of placed) {
        const file = await this.files.record(tx, received, owner);
        await tx.insert(LeadFile, { id: this.ids.next(), fileId: file.id, kind, ...added });
      }
    });
    return papers.filter(({ scan }) => scan?.state === 'waiting').length;
  }

  /**
   * Takes a paper away again as long as the lead is a draft, so that nobody can have read it.
   * @throws Refused 404 on a lead or a paper of others; 409 'leadKeepsFiles'
   */
  remove(viewer: Viewer, leadId: string, fileId: string): Promise<void> {
    return this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      const { lead } = await this.access.own(tx, viewer, leadId);
      const refusal = removeRefusal(lead);
      if (refusal !== null) throw new Refused(refusal, 409);
      const removed = await tx.run(
        sql`delete from lead_file where lead_id = ${leadId} and file_id = ${fileId}`,
      );
      if (removed === 0) throw new Refused(refuse('leadNotFound'), 404);
      await this.files.remove(tx, fileId, actorOf(viewer));
    });
  }

  /** What a scout has attached to leads so far. */
  use(viewer: Viewer): Promise<FileUse> {
    return this.files.usedBy(this.reader, 'lead', viewer.personId);
  }

  async limits(source: Source): Promise<FileLimits> {
    const { leadFiles, leadMegabytes, scoutFiles, scoutMegabytes } = await this.settings.value(
      PAPER_LIMITS,
      source,
    );
    return {
      subjectFiles: leadFiles,
      subjectBytes: leadMegabytes * megabyte,
      personFiles: scoutFiles,
      personBytes: scoutMegabytes * megabyte,
    };
  }
}
