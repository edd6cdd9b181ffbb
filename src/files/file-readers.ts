import { Injectable } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { StoredFile } from './stored-file.entity';

/** Says who may read the files of a subject: the same rule that decides who may see the subject. */
export interface FileReader {
  mayRead(viewer: Viewer, file: StoredFile): Promise<boolean>;
}

/** Features enter the rule for their subject type here when their module starts; without one nobody may read. */
@Injectable()
export class FileReaders {
  private readonly bySubject = new Map<string, FileReader>();

  register(subjectType: string, reader: FileReader): void {
    this.bySubject.set(subjectType, reader);
  }

  mayRead(viewer: Viewer, file: StoredFile): Promise<boolean> {
    return this.bySubject.get(file.subjectType)?.mayRead(viewer, file) ?? Promise.resolve(false);
  }
}
