import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { Refused } from '../domain/shared/refusal';
import { downloadAnswer } from '../files/download';
import { seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { AsksProof, CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText, validateForm } from '../http/forms';
import type { AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { RejectionForm } from './paper-ballot.form';
import { PaperBallotPages } from './paper-ballot-pages';
import { PaperBallotsService } from './paper-ballots.service';

/** What was entered from paper: seen, compared with its scan, confirmed, rejected, taken back. */
@Controller()
export class PaperBallotsController {
  constructor(
    private readonly papers: PaperBallotsService,
    private readonly pages: PaperBallotPages,
  ) {}

  @Get('rounds/:id/paper-ballots')
  @Policy('paperBallot.read')
  list(
    @Param('id') id: string,
    @Query() asked: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.list(id, asked, words);
  }

  @Get('paper-ballots/:id')
  @Policy('paperBallot.read')
  show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.one(viewer, id, words);
  }

  @Get('paper-ballots/:id/scan')
  @Policy('paperBallot.read')
  async scan(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<FileAnswer> {
    return downloadAnswer(await this.pages.scan(viewer, id), request.method);
  }

  @Post('paper-ballots/:id/confirmation')
  @Policy('paperBallot.settle')
  @AsksProof()
  async confirm(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    const { roundId, receiptCode } = await this.papers.confirm(viewer, id);
    const text = words.t('paperBallots.flash.confirmed', { code: receiptCode.toUpperCase() });
    return seeOther(`/rounds/${roundId}/paper-ballots`, { tone: 'ok', text });
  }

  @Post('paper-ballots/:id/rejection')
  @Policy('paperBallot.settle')
  async reject(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const read = validateForm(RejectionForm, body, words);
    const reason = read.ok ? read.value.reason : '';
    try {
      const { roundId } = await this.papers.reject(viewer, id, reason);
      const flash = { tone: 'ok' as const, text: words.t('paperBallots.flash.rejected') };
      return seeOther(`/rounds/${roundId}/paper-ballots`, flash);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 422) throw error;
      const { because, details } = error.refusal;
      const typed = { reason: typedText(body, 'reason'), error: words.t(`refusal.${because}`, details) };
      return this.pages.one(viewer, id, words, typed);
    }
  }

  @Post('paper-ballots/:id/withdrawal')
  @Policy('paperBallot.settle')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    const { roundId, roundSeatId } = await this.papers.withdraw(viewer, id);
    const flash = { tone: 'ok' as const, text: words.t('paperBallots.flash.withdrawn') };
    return seeOther(`/rounds/${roundId}/seats/${roundSeatId}/paper-ballots`, flash);
  }
}
