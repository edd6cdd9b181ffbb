import { Controller, Get, Param, Post } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { retention } from '../domain/privacy/retention';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, validateForm } from '../http/forms';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import type { Words } from '../words/words';
import { HoldForm, LiftingForm } from './legal-hold.form';
import { holdsPage } from './legal-holds.views';
import { LegalHoldsQueries } from './legal-holds.queries';
import { LegalHoldsService } from './legal-holds.service';

type Form = Record<string, unknown>;
type Errors = Record<string, string>;

/** What is erased, and what is held back from it. */
@Controller('retention')
export class LegalHoldsController {
  constructor(
    private readonly holds: LegalHoldsQueries,
    private readonly service: LegalHoldsService,
    private readonly settings: CitySettingsQueries,
  ) {}

  @Get()
  @Policy('retention.read')
  show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.answer(viewer, words, {}, {});
  }

  @Post('holds')
  @Policy('retention.hold')
  async set(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @FormBody() body: Form,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(HoldForm, body, words);
    if (!form.ok) return this.answer(viewer, words, body, byField(form.errors));
    try {
      await this.service.set(viewer, form.value.number, form.value.reason);
    } catch (error) {
      const { because } = refusalOfForm(error);
      return this.answer(viewer, words, body, { number: words.t(`refusal.${because}`) });
    }
    return seeOther('/retention', {
      tone: 'ok',
      text: words.t('holds.set.done', { number: form.value.number }),
    });
  }

  @Post('holds/:id/lifting')
  @Policy('retention.hold')
  async lift(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Form,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(LiftingForm, body, words);
    if (!form.ok)
      return this.answer(viewer, words, body, { [`reason-${id}`]: words.t('holds.error.reason') });
    await this.service.lift(viewer, id, form.value.reason);
    return seeOther('/retention', { tone: 'ok', text: words.t('holds.lift.done') });
  }

  private async answer(viewer: Viewer, words: Words, typed: Form, errors: Errors): Promise<PageAnswer> {
    const [holds, runs, terms] = [
      await this.holds.all(viewer),
      await this.holds.runs(),
      await this.settings.value(retention),
    ];
    const mayHold = allows('retention.hold', viewer, null, 'production');
    const model = holdsPage({ holds, runs, terms, mayHold, typed, errors }, words);
    return page('privacy/holds', model, { status: Object.keys(errors).length > 0 ? 422 : 200 });
  }
}
