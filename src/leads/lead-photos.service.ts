import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { Refused, type Refusal } from '../domain/shared/refusal';
import { FileTooLarge, refuseFile } from '../files/file-refusals';
import { FilesService, type ReceivedFile } from '../files/files.service';
import { parseForm } from '../http/form-parser';
import type { AppRequest } from '../http/request';
import { uploadParts } from '../http/upload';
import { actorOf } from '../ledger/actor';
import { LeadAccessQueries } from './lead-access.queries';
import { LeadFilesService } from './lead-files.service';
import { LeadFile } from './lead-answer.entity';
import { attachRefusal } from './lead-refusals';
import { LeadStore } from './lead-store';

/** A form that came with a photograph: its fields, and the photograph or why it was not taken. */
export interface PhotoForm {
  readonly body: Record<string, unknown>;
  readonly photo: ReceivedFile | null;
  readonly refused: Refusal | null;
}

const PHOTOGRAPHS = ['image/jpeg', 'image/png'];

/** The photograph of a quick draft: a card, a plant, a meeting. What was written is kept whatever becomes of it. */
@Injectable()
export class LeadPhotosService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: FilesService,
    private readonly papers: LeadFilesService,
    private readonly store: LeadStore,
    private readonly access: LeadAccessQueries,
  ) {}

  /** Reads a multipart form to its end. @throws StaleForm, BadRequestException */
  async read(request: AppRequest): Promise<PhotoForm> {
    const fields = new URLSearchParams();
    let photo: ReceivedFile | null = null;
    let refused: Refusal | null = null;
    for await (const part of uploadParts(request)) {
      if (part.kind === 'field') fields.append(part.name, part.value);
      // A browser sends an empty file where none was chosen; a second one is none of ours.
      else if (part.filename === '' || photo !== null) part.bytes.resume();
      else
        try {
          photo = await this.receive(part.bytes, part.filename);
        } catch (error) {
          refused = refusalOf(error);
        }
    }
    return { body: parseForm(fields.toString()), photo, refused };
  }

  /**
   * Puts the photograph with the scout's own lead; the same one again changes nothing. @returns why it cannot be
   * @throws Refused 404
   */
  async attach(viewer: Viewer, leadId: string, photo: ReceivedFile): Promise<Refusal | null> {
    try {
      await this.work.run(async (tx) => {
        await this.store.lock(tx, leadId);
        const { lead } = await this.access.own(tx, viewer, leadId);
        const refusal = attachRefusal(lead);
        if (refusal !== null) throw new Refused(refusal, 422);
        const present = await tx.one(
          sql`select id from stored_file
              where subject_type = 'lead' and subject_id = ${leadId} and sha256 = ${photo.sha256}`,
        );
        if (present) return;
        const limits = await this.papers.limits(tx);
        const owner = { subject: { type: 'lead', id: leadId }, actor: actorOf(viewer), limits };
        const { id: fileId } = await this.files.record(tx, photo, owner);
        const added = { addedBy: viewer.personId, addedAt: this.clock.now() };
        await tx.insert(LeadFile, { id: this.ids.next(), leadId, fileId, kind: 'other', ...added });
      });
      return null;
    } catch (error) {
      return refusalOf(error);
    }
  }

  private async receive(
    ...given: Parameters<FilesService['receive']>
  ): Promise<Awaited<ReturnType<FilesService['receive']>>> {
    const received = await this.files.receive(...given);
    if (!PHOTOGRAPHS.includes(received.mediaType)) throw refuseFile('fileKind');
    return received;
  }
}

/** What is wrong with the file is told; everything else is no matter of the photograph. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof FileTooLarge) return error.refusal;
  if (error instanceof Refused && error.status === 422) return error.refusal;
  throw error;
}
