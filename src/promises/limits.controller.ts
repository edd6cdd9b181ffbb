import { Controller, Get, Post } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { promiseLimits } from '../domain/promise/limits';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, typedText, type FieldError } from '../http/forms';
import { PeopleQueries } from '../people/people.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { CitySettingsService } from '../settings/city-settings.service';
import type { Words } from '../words/words';
import { readLimits } from './limits.form';
import { limitsView } from './limits.views';

type Body = Record<string, unknown>;

/** What the city promises. */
@Controller('admin/settings/promise-limits')
export class LimitsController {
  constructor(
    private readonly settings: CitySettingsQueries,
    private readonly changes: CitySettingsService,
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
    const basedOn = /^\d{1,6}$/.test(typedText(body, 'basedOn')) ? Number(typedText(body, 'basedOn')) : -1;
    const reason = typedText(body, 'reason').slice(0, 300);
    try {
      await this.changes.change(viewer, promiseLimits, { value: read.value, basedOn, reason });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      const errors = [{ field: 'reason', message: words.t(`refusal.${because}`, details) }];
      return this.answer(viewer, { body, errors }, words);
    }
    return seeOther('/admin/settings/promise-limits', { tone: 'ok', text: words.t('promises.limits.saved') });
  }

  private async answer(
    viewer: Viewer,
    sent: { body: Body; errors: readonly FieldError[] } | null,
    words: Words,
  ): Promise<PageAnswer> {
    const [current, history, heads] = await Promise.all([
      this.settings.current(promiseLimits),
      this.settings.history(promiseLimits.key),
      this.people.withRole('secretariat'),
    ]);
    const mayChange = allows('setting.change', viewer, null, 'production');
    const model = limitsView({ current, history, heads, mayChange }, sent, words);
    return page('settings/setting', model, { status: sent === null ? 200 : 422 });
  }
}
