import { Controller, Get, Logger, Param } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { file, FileAnswer } from '../http/answers';
import { CurrentViewer, Policy } from '../http/decorators';
import { attachment } from './file-name';
import { FilesService } from './files.service';

/** Downloads. Always to be saved, never shown inside our own origin. */
@Controller('files')
export class FilesController {
  private readonly log = new Logger('files');

  constructor(private readonly files: FilesService) {}

  @Get(':id')
  @Policy('file.read')
  async download(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<FileAnswer> {
    const opened = await this.files.open(viewer, id);
    if (!opened.bytes) {
      this.log.error(`file ${id} is missing or was changed on disk; the download was refused`);
      throw new Refused(refuse('fileAltered'), 409);
    }
    return file(opened.bytes, {
      'content-type': opened.file.mediaType,
      'content-length': String(opened.file.size),
      'content-disposition': attachment(opened.file.name),
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  }
}
