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

  /** All files of a form or none. What was taken in before something went wrong is let go at once. */
  @Post()
  @Policy('lead.attach')
  @TakesFiles()
  async attach(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<SeeOther> {
    const papers: ReceivedPaper[] = [];
    let waiting = 0;
    try {
      await this.take(viewer, id, request, papers);
      if (papers.length === 0) throw new BadRequestException('no file');
      waiting = await this.files.attach(viewer, id, papers);
    } catch (error) {
      await this.files.discard(papers);
      throw error;
    }
    const [tone, word] = waiting > 0 ? (['warn', 'waiting'] as const) : (['ok', 'attached'] as const);
    return seeOther(`/leads/${id}#papers`, { tone, text: words.t(`papers.flash.${word}`) });
  }

  @Post(':fileId/removal')
  @Policy('lead.attach')
  async remove(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<SeeOther> {
    await this.files.remove(viewer, id, fileId);
    return seeOther(`/leads/${id}#papers`, { tone: 'ok', text: words.t('papers.flash.removed') });
  }

  /** The kind comes before the file, as the form sends it. */
  private async take(
    viewer: Viewer,
    id: string,
    request: AppRequest,
    papers: ReceivedPaper[],
  ): Promise<void> {
    let kind: LeadFileKind = 'other';
    for await (const part of uploadParts(request)) {
      if (part.kind === 'field') kind = LEAD_FILE_KINDS.find((known) => known === part.value) ?? kind;
      else {
        const { bytes, filename: name } = part;
        papers.push(await this.files.receive(viewer, id, { bytes, name, kind }));
      }
    }
  }
}
