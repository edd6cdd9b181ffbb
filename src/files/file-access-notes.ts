import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { AppRequest } from '../http/request';
import { FileAccess } from './file-access.entity';
import type { OpenedFile } from './files.service';

/** Notes who takes attachments away (T-10). The one place through which every download goes. */
@Injectable()
export class FileAccessNotes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Before the bytes go out: nothing is handed out unnoted. Asking for the headers alone is no download.
   * @param files one, or all of an archive
   */
  async note(
    request: AppRequest,
    kind: FileAccess['kind'],
    files: readonly Pick<OpenedFile, 'file'>[],
  ): Promise<void> {
    const personId = request.visit?.viewer?.personId ?? request.visit?.ballot?.personId ?? null;
    if (personId === null || files.length === 0 || request.method === 'HEAD') return;
    await this.work.run(async (tx) => {
      const person = await tx.one<{ name: string; unitName: string }>(
        sql`select person.name, unit.name as "unitName" from person join unit on unit.id = person.unit_id
            where person.id = ${personId}`,
      );
      if (person === null) return;
      for (const { file } of files)
        await tx.insert(FileAccess, {
          id: this.ids.next(),
          at: this.clock.now(),
          personId,
          label: `${person.name}（${person.unitName}）`.slice(0, 140),
          kind,
          subjectType: 'file',
          subjectId: file.id,
          address: networkOf(request.ip),
          detail: `${file.subjectType} ${file.subjectId} ${request.routeOptions.url ?? ''}`.slice(0, 200),
        });
    });
  }
}

/** `10.2.3.*`, `2001:db8:1:*`. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return plain.includes(':') ? `${plain.split(':').slice(0, 3).join(':')}:*` : plain.replace(/\.\d+$/, '.*');
}
