import { Controller, Get, Param, Req } from '@nestjs/common';
import type { BallotViewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { downloadAnswer } from '../files/download';
import { FilesService } from '../files/files.service';
import type { FileAnswer } from '../http/answers';
import { CurrentBallot, Policy } from '../http/decorators';
import type { AppRequest } from '../http/request';
import { BallotItemsQueries } from './ballot-items.queries';
import { isAsked } from './declaration.views';

/** The papers of a lead for the seats that judge it, once they have declared and as long as the round is open. */
@Controller('ballot/items/:id/files')
export class BallotFilesController {
  constructor(
    private readonly items: BallotItemsQueries,
    private readonly files: FilesService,
  ) {}

  @Get(':fileId')
  @Policy('ballot.vote')
  async download(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Req() request: AppRequest,
  ): Promise<FileAnswer> {
    const seen = await this.items.item(seat, id);
    if (seen.recused || seen.read.item.isRival || isAsked(seen.read.item))
      throw new Refused(refuse('notFound'), 404);
    const opened = await this.files.openOf({ type: 'lead', id: seen.read.item.leadId }, fileId);
    return downloadAnswer(opened, request.method);
  }
}
