import { Controller, Get, Param, Req } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Viewer } from '../domain/access/viewer';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { leadArchiveAnswer } from './lead-archive';
import { LeadArchiveQueries } from './lead-archive.queries';

/** All papers of a lead at once, for whoever may see the lead. */
@Controller('leads/:id/files.zip')
export class LeadArchiveController {
  constructor(
    private readonly archives: LeadArchiveQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Policy('lead.show')
  async download(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<FileAnswer> {
    const archive = await this.archives.of(viewer, id);
    return leadArchiveAnswer(archive, request.method, this.clock.now(), words);
  }
}
