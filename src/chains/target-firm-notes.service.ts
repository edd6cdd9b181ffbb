import { Injectable } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { Words } from '../words/words';

export interface FirmNote {
  /** `''` where there is no page of its own. */
  readonly href: string;
  readonly text: string;
}

/** What a feature above knows of a target firm, as much as the viewer may see. */
export type FirmNoteSource = (viewer: Viewer, firmId: string, words: Words) => Promise<readonly FirmNote[]>;

/** Features that log what happens with a target firm enter themselves here when their module starts. */
@Injectable()
export class TargetFirmNotes {
  private readonly sources: FirmNoteSource[] = [];

  register(source: FirmNoteSource): void {
    this.sources.push(source);
  }

  async of(viewer: Viewer, firmId: string, words: Words): Promise<FirmNote[]> {
    const found = await Promise.all(this.sources.map((source) => source(viewer, firmId, words)));
    return found.flat();
  }
}
