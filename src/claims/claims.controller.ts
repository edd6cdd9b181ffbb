import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { sheetAnswer } from '../http/download';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy, TakesFiles } from '../http/decorators';
import { validateForm } from '../http/forms';
import type { AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { ClaimEvidenceService } from './claim-evidence.service';
import { readClaimFilter } from './claim-filter';
import { claimListView, claimSheet } from './claim-list.views';
import type { SentBack } from './claim-page.views';
import { EvidenceForm } from './claim.form';
import { claimView, receiptCheck, receiptPage } from './claim.views';
import { ClaimsQueries } from './claims.queries';
import { asFieldError, readSentForm } from './sent-form';

/** Rows of a list that is taken away. */
const mostRows = 10_000;

/** First reports: the list, one of them, its receipt, and the evidence that renews it. */
@Controller()
export class ClaimsController {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly claims: ClaimsQueries,
    private readonly evidence: ClaimEvidenceService,
  ) {}

  @Get('claims')
  @Policy('claim.list')
  async list(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query() asked: Record<string, unknown>,
  ): Promise<PageAnswer> {
    const filter = readClaimFilter(asked);
    const list = await this.claims.list(viewer, filter, this.clock.now());
    return page('claims/page', claimListView(viewer, filter, list, words));
  }

  @Get('claims.xlsx')
  @Policy('claim.list')
  async sheet(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query() asked: Record<string, unknown>,
  ): Promise<FileAnswer> {
    const filter = { ...readClaimFilter(asked), page: 1 };
    const list = await this.claims.list(viewer, filter, this.clock.now(), mostRows);
    return sheetAnswer(claimSheet(list, words), words.t('claims.list.title'));
  }

  @Get('leads/:id/claim')
  @Policy('claim.show')
  show(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    return this.answer(viewer, id, null, words);
  }

  @Get('leads/:id/claim/receipt')
  @Policy('claim.show')
  async receipt(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    const { claim } = await this.claims.page(viewer, id);
    return page('claims/receipt', receiptPage(claim, this.config.BASE_URL, words));
  }

  @Post('leads/:id/claim/evidence')
  @Policy('claim.evidence')
  @TakesFiles()
  async give(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    const sent = await readSentForm(
      request,
      (bytes, name) => this.evidence.receive(viewer, id, bytes, name),
      words,
    );
    const form = validateForm(EvidenceForm, sent.fields, words);
    const errors = [...(form.ok ? [] : form.errors), ...sent.errors];
    if (!form.ok || errors.length > 0) return this.again(viewer, id, sent.fields, errors, words);
    try {
      await this.evidence.give(viewer, id, form.value, sent.files[0] ?? null);
    } catch (error) {
      const places = { evidenceFileMissing: 'file', evidenceInFuture: 'occurredOn' };
      return this.again(viewer, id, sent.fields, [asFieldError(error, places, 'note', words)], words);
    }
    return seeOther(`/leads/${id}/claim`, { tone: 'ok', text: words.t('claims.evidence.done') });
  }

  /** For whoever holds a code. */
  @Get('claim-receipts/:code')
  @Policy('claim.receipt')
  async check(@Param('code') code: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    const receipt = await this.claims.receipt(code);
    if (receipt === null) throw new Refused(refuse('receiptUnknown'), 404);
    return page('claims/receipt-check', receiptCheck(receipt, words));
  }

  private again(
    viewer: Viewer,
    id: string,
    typed: Record<string, unknown>,
    errors: SentBack['errors'],
    words: Words,
  ): Promise<PageAnswer> {
    return this.answer(viewer, id, { form: 'evidence', typed, errors }, words);
  }

  private async answer(viewer: Viewer, id: string, sent: SentBack | null, words: Words): Promise<PageAnswer> {
    const data = await this.claims.page(viewer, id);
    return page('claims/page', claimView(viewer, data, this.clock.now(), sent, words), {
      status: sent === null ? 200 : 422,
    });
  }
}
