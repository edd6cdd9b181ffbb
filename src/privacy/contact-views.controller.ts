import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { accessorOf } from '../access-log/access-log';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, validateForm } from '../http/forms';
import type { AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { ContactViewForm } from './contact-view.form';
import { ContactViewsQueries } from './contact-views.queries';
import { ContactViewsService } from './contact-views.service';
import { contactViewsPage } from './contact-views.views';

/** Whom to call at the investor's, shown for a purpose and for a while, and who was shown it. */
@Controller('leads/:id/contact-views')
export class ContactViewsController {
  constructor(
    private readonly contacts: ContactViewsQueries,
    private readonly service: ContactViewsService,
  ) {}

  @Get()
  @Policy('contact.show')
  show(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    return this.answer(viewer, words, id, {}, {});
  }

  @Post()
  @Policy('contact.unmask')
  async unmask(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(ContactViewForm, body, words);
    if (!form.ok) return this.answer(viewer, words, id, body, byField(form.errors));
    await this.service.unmask(viewer, id, form.value, accessorOf(request) ?? { personId: viewer.personId });
    return seeOther(`/leads/${id}/contact-views`);
  }

  private async answer(
    viewer: Viewer,
    words: Words,
    id: string,
    typed: Record<string, unknown>,
    errors: Record<string, string>,
  ): Promise<PageAnswer> {
    const data = await this.contacts.page(viewer, id);
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    return page('privacy/contact', contactViewsPage(viewer, data, { typed, errors }, words), { status });
  }
}
