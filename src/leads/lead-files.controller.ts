import { BadRequestException, Controller, Param, Post, Req } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { seeOther, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy, TakesFiles } from '../http/decorators';
import type { AppRequest } from '../http/request';
import { uploadParts } from '../http/upload';
import type { Words } from '../words/words';
import { LEAD_FILE_KINDS, type LeadFileKind } from './answer-words';
import { LeadFilesService, type ReceivedPaper } from './lead-files.service';

/** Papers of a lead. */
@Controller('leads/:id/files')
export class LeadFilesController {
  constructor(private readonly files: LeadFilesService) {}

  /** The kind comes before the file, as the form sends it. */
  @Post()
  @Policy('lead.attach')
  @TakesFiles()
  async attach(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<SeeOther> {
    let kind: LeadFileKind = 'other';
    const papers: ReceivedPaper[] = [];
    for await (const part of uploadParts(request)) {
      if (part.kind === 'field') kind = LEAD_FILE_KINDS.find((known) => known === part.value) ?? kind;
      else {
        const { bytes, filename: name } = part;
        papers.push(await this.files.receive(viewer, id, { bytes, name, kind }));
      }
    }
    if (papers.length === 0) throw new BadRequestException('no file');
    await this.files.attach(viewer, id, papers);
    return seeOther(`/leads/${id}#papers`, { tone: 'ok', text: words.t('leads.flash.attached') });
  }
}
