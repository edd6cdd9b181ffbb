import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, Policy } from '../http/decorators';
import type { AppRequest } from '../http/request';
import { downloadAnswer } from './download';
import { FileAccessNotes } from './file-access-notes';
import { FilesService } from './files.service';

/** Downloads. Always to be saved, never shown inside our own origin. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly notes: FileAccessNotes,
  ) {}

  @Get(':id')
  @Policy('file.read')
  async download(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<FileAnswer> {
    const opened = await this.files.open(viewer, id);
    await this.notes.note(request, 'download', [opened]);
    return downloadAnswer(opened, request.method);
  }
}
