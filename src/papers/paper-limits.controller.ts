import { Controller, Get, Post } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { PAPER_LIMITS } from '../domain/lead/paper-limits';
import { Refused } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, typedText, validateForm } from '../http/forms';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { CitySettingsService } from '../settings/city-settings.service';
import type { Words } from '../words/words';
import { PaperLimitsForm } from './paper-limits.form';
import { PAPER_LIMITS_PAGE, paperLimitsView, type PaperLimitsFacts } from './paper-limits.views';

type Sent = NonNullable<PaperLimitsFacts['sent']>;

/** How many files, and how much, may be attached to a lead and by one scout. */
@Controller(PAPER_LIMITS_PAGE.slice(1))
export class PaperLimitsController {
  constructor(
    private readonly settings: CitySettingsQueries,
    private readonly changes: CitySettingsService,
  ) {}

  @Get()
  @Policy('admin.read')
  show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.answer(viewer, null, 200, words);
  }

  @Post()
  @Policy('setting.change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(PaperLimitsForm, body, words);
    const typed = Object.fromEntries(
      ['leadFiles', 'leadMegabytes', 'scoutFiles', 'scoutMegabytes', 'basedOn', 'reason'].map((name) => [
        name,
        typedText(body, name),
      ]),
    );
    if (!form.ok) return this.answer(viewer, { typed, errors: byField(form.errors) }, 422, words);
    const { basedOn, reason, ...value } = form.value;
    try {
      await this.changes.change(viewer, PAPER_LIMITS, { value, basedOn, reason });
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 409) throw error;
      const { version } = await this.settings.current(PAPER_LIMITS);
      const errors = { basedOn: words.t('refusal.settingChangedMeanwhile') };
      return this.answer(viewer, { typed: { ...typed, basedOn: String(version) }, errors }, 409, words);
    }
    return seeOther(PAPER_LIMITS_PAGE, { tone: 'ok', text: words.t('papers.limits.saved') });
  }

  private async answer(viewer: Viewer, sent: Sent | null, status: number, words: Words): Promise<PageAnswer> {
    const { value, version } = await this.settings.current(PAPER_LIMITS);
    const facts = {
      limits: value,
      version,
      sent,
      mayChange: allows('setting.change', viewer, null, 'production'),
      history: await this.settings.history(PAPER_LIMITS.key),
    };
    return page('papers/limits', paperLimitsView(facts, words), { status });
  }
}
