import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AccessLog, accessorOf } from '../access-log/access-log';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { AsksProof, CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, validateForm } from '../http/forms';
import type { AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { DisclosureForm } from './disclosure.form';
import {
  disclosureSheets,
  disclosuresView,
  disclosureView,
  type DisclosureFormState,
} from './disclosure.views';
import { DisclosuresQueries } from './disclosures.queries';
import { DisclosuresService } from './disclosures.service';

/** What the office holds about one person, for whoever has a right to be told (PIPL, articles 44 and 45). */
@Controller('admin/disclosures')
export class DisclosuresController {
  constructor(
    private readonly queries: DisclosuresQueries,
    private readonly service: DisclosuresService,
    private readonly accesses: AccessLog,
  ) {}

  @Get()
  @Policy('disclosure.read')
  index(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.list(viewer, { typed: {}, errors: {} }, words);
  }

  @Post()
  @Policy('disclosure.make')
  @AsksProof()
  async make(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @FormBody() body: Record<string, unknown>,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(DisclosureForm, body, words);
    if (!form.ok) return this.list(viewer, { typed: body, errors: byField(form.errors) }, words);
    const by = accessorOf(request) ?? { personId: viewer.personId };
    return seeOther(`/admin/disclosures/${await this.service.make(viewer, form.value, by)}`);
  }

  /** Each look is on record before it is answered. */
  @Get(':id')
  @Policy('disclosure.make')
  async show(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<PageAnswer> {
    const data = await this.queries.page(viewer, id);
    const by = accessorOf(request) ?? { personId: viewer.personId };
    await this.accesses.written({ kind: 'unmask', by, subject: { type: 'disclosure', id } });
    return page('disclosures/show', disclosureView(data, words));
  }

  @Get(':id/records.xlsx')
  @Policy('disclosure.make')
  async records(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
  ): Promise<FileAnswer> {
    const model = disclosureView(await this.queries.page(viewer, id), words);
    return sheetAnswer(disclosureSheets(model), words.t('disclosures.file'));
  }

  private async list(viewer: Viewer, form: DisclosureFormState, words: Words): Promise<PageAnswer> {
    const mayMake = allows('disclosure.make', viewer, null, 'production');
    const model = disclosuresView(await this.queries.list(viewer), mayMake ? form : null, words);
    return page('disclosures/index', model, { status: Object.keys(form.errors).length > 0 ? 422 : 200 });
  }
}
