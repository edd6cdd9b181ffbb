import { Controller, Get, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { promiseLimits } from '../domain/promise/limits';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { FieldError } from '../http/forms';
import { PeopleQueries } from '../people/people.queries';
import { SettingForms } from '../settings/setting-forms.service';
import type { Words } from '../words/words';
import { readLimits } from './limits.form';
import { limitsView } from './limits.views';

type Body = Record<string, unknown>;

/** What the city promises. */
@Controller('admin/settings/promise-limits')
export class LimitsController {
  constructor(
    private readonly forms: SettingForms,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @Policy('admin.read')
  show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.answer(viewer, null, words);
  }

  @Post()
  @Policy('setting.change')
  async change(
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const heads = (await this.people.withRole('secretariat')).map(({ account }) => account);
    const read = readLimits(body, heads, words);
    if ('errors' in read) return this.answer(viewer, { body, errors: read.errors }, words);
    const refusal = await this.forms.change(viewer, promiseLimits, read.value, body);
    if (refusal !== null) {
      const message = words.t(`refusal.${refusal.because}`, refusal.details);
      return this.answer(viewer, { body, errors: [{ field: 'reason', message }] }, words);
    }
    return seeOther('/admin/settings/promise-limits', { tone: 'ok', text: words.t('promises.limits.saved') });
  }

  private async answer(
    viewer: Viewer,
    sent: { body: Body; errors: readonly FieldError[] } | null,
    words: Words,
  ): Promise<PageAnswer> {
    const shown = await this.forms.shown(viewer, promiseLimits);
    const heads = await this.people.withRole('secretariat');
    const model = limitsView({ ...shown, heads }, sent, words);
    return page('settings/setting', model, { status: sent === null ? 200 : 422 });
  }
}
