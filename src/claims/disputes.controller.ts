import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Viewer } from '../domain/access/viewer';
import { DISPUTE_EVIDENCE } from '../domain/claim/dispute';
import { refuse, Refused } from '../domain/shared/refusal';
import type { ReceivedFile } from '../files/files.service';
import { sheetAnswer } from '../http/download';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy, TakesFiles } from '../http/decorators';
import { validateForm, type FieldError } from '../http/forms';
import type { AppRequest } from '../http/request';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import type { Words } from '../words/words';
import { pageSheets, type SentBack } from './claim-page.views';
import { ReasonForm, RulingForm, StatementForm } from './claim.form';
import { ClaimsQueries } from './claims.queries';
import { disputeFormView, disputeListView, disputeView } from './dispute.views';
import { DisputesQueries } from './disputes.queries';
import type { StatementGiven } from './dispute-records';
import { DisputesService } from './disputes.service';
import { asFieldError, readSentForm } from './sent-form';

type Body = Record<string, unknown>;
const places = {
  disputeEvidenceMissing: 'file',
  shareUnreadable: 'holderShare',
  sharesNotWhole: 'holderShare',
};

/** Disputes about who reported first. */
@Controller()
export class DisputesController {
  constructor(
    private readonly clock: Clock,
    private readonly access: LeadAccessQueries,
    private readonly claims: ClaimsQueries,
    private readonly queries: DisputesQueries,
    private readonly disputes: DisputesService,
  ) {}

  @Get('disputes')
  @Policy('dispute.show')
  async list(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('claims/page', disputeListView(await this.queries.list(viewer), words));
  }

  @Get('disputes.xlsx')
  @Policy('dispute.show')
  async sheet(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<FileAnswer> {
    const model = disputeListView(await this.queries.list(viewer), words);
    return sheetAnswer(pageSheets(model), words.t('disputes.title'));
  }

  @Get('disputes/:id')
  @Policy('dispute.show')
  show(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    return this.answer(viewer, id, null, words);
  }

  @Get('leads/:id/dispute')
  @Policy('dispute.file')
  form(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    return this.newForm(viewer, id, null, words);
  }

  @Post('leads/:id/dispute')
  @Policy('dispute.file')
  @TakesFiles()
  async file(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    const read = await this.read(
      request,
      (bytes, name) => this.disputes.receive(viewer, { leadId: id }, bytes, name),
      words,
    );
    if (read.given === null) return this.newForm(viewer, id, { form: 'file', ...read }, words);
    try {
      const disputeId = await this.disputes.file(viewer, id, read.given);
      return seeOther(`/disputes/${disputeId}`, { tone: 'ok', text: words.t('disputes.file.done') });
    } catch (error) {
      const errors = [asFieldError(error, places, 'statement', words)];
      return this.newForm(viewer, id, { form: 'file', typed: read.typed, errors }, words);
    }
  }

  @Post('disputes/:id/answer')
  @Policy('dispute.answer')
  @TakesFiles()
  async respond(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    const read = await this.read(
      request,
      (bytes, name) => this.disputes.receive(viewer, { disputeId: id }, bytes, name),
      words,
    );
    if (read.given === null) return this.answer(viewer, id, { form: 'answer', ...read }, words);
    await this.disputes.answer(viewer, id, read.given);
    return seeOther(`/disputes/${id}`, { tone: 'ok', text: words.t('disputes.answer.done') });
  }

  @Post('disputes/:id/proposal')
  @Policy('dispute.propose')
  propose(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    return this.decide(viewer, id, 'proposal', body, words);
  }

  @Post('disputes/:id/ruling')
  @Policy('dispute.rule')
  rule(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    return this.decide(viewer, id, 'ruling', body, words);
  }

  @Post('disputes/:id/withdrawal')
  @Policy('dispute.answer')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(ReasonForm, body, words);
    if (!form.ok)
      return this.answer(viewer, id, { form: 'withdrawal', typed: body, errors: form.errors }, words);
    await this.disputes.withdraw(viewer, id, form.value.reason);
    return seeOther(`/disputes/${id}`, { tone: 'ok', text: words.t('disputes.withdrawal.done') });
  }

  private async decide(
    viewer: Viewer,
    id: string,
    form: 'proposal' | 'ruling',
    body: Body,
    words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const read = validateForm(RulingForm, body, words);
    const again = (errors: readonly FieldError[]) =>
      this.answer(viewer, id, { form, typed: body, errors }, words);
    if (!read.ok) return again(read.errors);
    try {
      if (form === 'proposal') await this.disputes.propose(viewer, id, read.value);
      else await this.disputes.rule(viewer, id, read.value);
    } catch (error) {
      return again([asFieldError(error, places, 'reason', words)]);
    }
    return seeOther(`/disputes/${id}`, { tone: 'ok', text: words.t(`disputes.${form}.done`) });
  }

  private async read(
    request: AppRequest,
    receive: Parameters<typeof readSentForm>[1],
    words: Words,
  ): Promise<{ given: StatementGiven | null; typed: Body; errors: readonly FieldError[] }> {
    const sent = await readSentForm(request, receive, words);
    const form = validateForm(StatementForm, sent.fields, words);
    const errors = [...(form.ok ? [] : form.errors), ...sent.errors];
    const kind = DISPUTE_EVIDENCE.find((known) => known === sent.fields['kind']) ?? 'other';
    const papers: readonly ReceivedFile[] = sent.files;
    const given = form.ok && errors.length === 0 ? { statement: form.value.statement, kind, papers } : null;
    return { given, typed: sent.fields, errors };
  }

  private async newForm(
    viewer: Viewer,
    leadId: string,
    sent: SentBack | null,
    words: Words,
  ): Promise<PageAnswer> {
    const { lead } = await this.access.see(viewer, leadId);
    const block = lead.scoutId === viewer.personId ? await this.claims.blockOf(leadId) : null;
    if (block === null) throw new Refused(refuse('disputeNotFound'), 404);
    const view = disputeFormView(leadId, block, this.clock.now(), sent, words);
    return page('claims/page', view, { status: sent === null ? 200 : 422 });
  }

  private async answer(viewer: Viewer, id: string, sent: SentBack | null, words: Words): Promise<PageAnswer> {
    const data = await this.queries.page(viewer, id);
    return page('claims/page', disputeView(viewer, data, this.clock.now(), sent, words), {
      status: sent === null ? 200 : 422,
    });
  }
}
