import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { Ids } from '../clock/ids';
import type { Viewer } from '../domain/access/viewer';
import { emptyContent, readContent } from '../domain/lead/content';
import { formValues, typedValues } from '../domain/lead/form-values';
import type { FieldProblem } from '../domain/lead/problem';
import { mayEditLead } from '../domain/access/lead-access';
import { insist } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy, TakesFiles } from '../http/decorators';
import { isMultipart } from '../http/guards/csrf.guard';
import type { AppRequest } from '../http/request';
import { typedText } from '../http/forms';
import type { Flash } from '../http/views/frame';
import type { Words } from '../words/words';
import { conversionsText } from './lead-conversions.views';
import { withChosenHost } from './lead-host-choice';
import { LeadDraftsService } from './lead-drafts.service';
import { leadFormView } from './lead-form.views';
import { LeadFormQueries } from './lead-form.queries';
import { LeadPhotosService, type PhotoForm } from './lead-photos.service';
import { LeadSubmissionsService } from './lead-submissions.service';
import { quickBody, quickFlash, quickLeadView } from './quick-lead.views';

type Body = Record<string, unknown>;

/** The lead form: draft and submission through one form, so that nothing typed is ever lost. */
@Controller('leads')
export class LeadFormController {
  constructor(
    private readonly ids: Ids,
    private readonly forms: LeadFormQueries,
    private readonly drafts: LeadDraftsService,
    private readonly submissions: LeadSubmissionsService,
    private readonly photos: LeadPhotosService,
  ) {}

  @Get('new')
  @Policy('lead.create')
  async blank(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query('like') like: unknown,
  ): Promise<PageAnswer> {
    const data = await this.forms.form(viewer, null);
    const content =
      typeof like === 'string' && like !== '' ? await this.forms.frame(viewer, like) : emptyContent();
    const creationKey = this.ids.next();
    const input = { viewer, data, content, values: formValues(content), refused: null, creationKey };
    return page('leads/form', leadFormView(input, words));
  }

  @Get('quick')
  @Policy('lead.create')
  quick(@CurrentWords() words: Words): PageAnswer {
    const input = { values: formValues(emptyContent()), problems: [], creationKey: this.ids.next() };
    return page('leads/quick', quickLeadView(input, words));
  }

  /** The whole form, or the quick one: `from=quick`, with a photograph as multipart. */
  @Post()
  @Policy('lead.create')
  @TakesFiles()
  async create(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @FormBody() fields: Body,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    const sent = isMultipart(request)
      ? await this.photos.read(request)
      : { body: fields, photo: null, refused: null };
    if (sent.body['from'] === 'quick') return this.createQuick(viewer, sent, words);
    const { body } = withChosenHost(sent.body);
    const creationKey = keyOf(body, 'creationKey') || keyOf(body, 'idempotencyKey');
    if (body['intent'] === 'submit') return this.submit(viewer, null, body, creationKey, words);
    const result = await this.drafts.create(viewer, body, creationKey);
    if (!result.saved) return this.again(viewer, null, body, result.problems, false, words);
    return seeOther(`/leads/${result.leadId}`, saved(body, words));
  }

  private async createQuick(viewer: Viewer, sent: PhotoForm, words: Words): Promise<PageAnswer | SeeOther> {
    const body = quickBody(sent.body, words);
    const creationKey = keyOf(body, 'creationKey') || this.ids.next();
    const result = await this.drafts.create(viewer, body, creationKey);
    if (!result.saved) {
      const input = { values: typedValues(sent.body), problems: result.problems, creationKey };
      return page('leads/quick', quickLeadView(input, words), { status: 422 });
    }
    const refused =
      sent.photo === null ? sent.refused : await this.photos.attach(viewer, result.leadId, sent.photo);
    return seeOther(`/leads/${result.leadId}`, quickFlash(refused, sent.body, words));
  }

  @Get(':id/edit')
  @Policy('lead.edit')
  async edit(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
  ): Promise<PageAnswer | SeeOther> {
    const data = await this.forms.form(viewer, id);
    const { seen } = data;
    if (!seen || mayEditLead(viewer, seen.facts) !== null) return seeOther(`/leads/${id}`);
    const values = formValues(seen.content);
    const input = { viewer, data, content: seen.content, values, refused: null, creationKey: '' };
    return page('leads/form', leadFormView(input, words));
  }

  @Post(':id')
  @Policy('lead.edit')
  async save(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() given: Body,
  ): Promise<PageAnswer | SeeOther> {
    const { body, code, isTooMany } = withChosenHost(given);
    if (code === '' && body['intent'] === 'submit') return this.submit(viewer, id, body, '', words);
    const result = await this.drafts.save(viewer, id, body);
    if (!result.saved) return this.again(viewer, id, body, result.problems, false, words);
    if (isTooMany) return seeOther(`/leads/${id}/edit#fit`, { tone: 'warn', text: words.t('fit.tooMany') });
    return seeOther(`/leads/${id}/edit${code === '' ? '' : '#fit'}`, saved(body, words));
  }

  private async submit(
    viewer: Viewer,
    id: string | null,
    body: Body,
    creationKey: string,
    words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const idempotencyKey = keyOf(body, 'idempotencyKey') || creationKey;
    const result = await this.submissions.saveAndSubmit(viewer, id, body, { creationKey, idempotencyKey });
    if (!result.submitted) {
      return this.again(viewer, result.leadId, body, result.problems, result.kept, words);
    }
    const text = words.t('leads.flash.submitted', { number: result.number });
    return seeOther(`/leads/${result.leadId}`, { tone: 'ok', text });
  }

  /** The same form with everything that was typed, and what is wrong beside it. */
  private async again(
    viewer: Viewer,
    id: string | null,
    body: Body,
    problems: readonly FieldProblem[],
    kept: boolean,
    words: Words,
  ): Promise<PageAnswer> {
    const data = await this.forms.form(viewer, id);
    if (data.seen) insist(mayEditLead(viewer, data.seen.facts), 409);
    const { content } = readContent(body);
    const creationKey = keyOf(body, 'creationKey') || this.ids.next();
    const refused = { problems, kept };
    const input = { viewer, data, content, values: typedValues(body), refused, creationKey };
    return page('leads/form', leadFormView(input, words), { status: 422 });
  }
}

/** That it is kept, and how amounts with units of their own were read. */
function saved(body: Body, words: Words): Flash {
  return { tone: 'ok', text: words.t('leads.flash.saved') + conversionsText(body, words) };
}

function keyOf(body: Body, name: string): string {
  return typedText(body, name).slice(0, 80);
}
