import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, Policy } from '../http/decorators';
import type { AppRequest } from '../http/request';
import { downloadAnswer } from './download';
import { FilesService } from './files.service';

/** Downloads. Always to be saved, never shown inside our own origin. */
@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Get(':id')
  @Policy('file.read')
  async download(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<FileAnswer> {
    return downloadAnswer(await this.files.open(viewer, id), request.method);
  }
}
