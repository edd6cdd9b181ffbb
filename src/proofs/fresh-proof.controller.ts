import { Controller, Get, Post } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import { FRESH_PROOF, FRESH_PROOF_MINUTES } from '../domain/settings/fresh-proof';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { AsksProof, CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, typedText, type FieldError } from '../http/forms';
import { numberField } from '../http/views/fields';
import { settingPage } from '../http/views/setting-page';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { CitySettingsService } from '../settings/city-settings.service';
import type { Words } from '../words/words';

export const FRESH_PROOF_PAGE = '/admin/settings/fresh-proof';

/** How old a proof may be: read by the office, changed by whoever has just shown who they are. */
@Controller('admin/settings/fresh-proof')
export class FreshProofController {
  constructor(
    private readonly settings: CitySettingsQueries,
    private readonly service: CitySettingsService,
  ) {}

  @Get()
  @Policy('admin.read')
  show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.form(viewer, words, null, []);
  }

  @Post()
  @Policy('setting.change')
  @AsksProof()
  async change(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const [minutes, reason] = [typedText(body, 'minutes').trim(), typedText(body, 'reason').slice(0, 500)];
    const basedOn = Number(typedText(body, 'basedOn')) || 0;
    const again = (errors: readonly FieldError[]): Promise<PageAnswer> =>
      this.form(viewer, words, { minutes, reason }, errors);
    const { fewest, most } = FRESH_PROOF_MINUTES;
    if (!/^\d{1,3}$/.test(minutes) || Number(minutes) < fewest || Number(minutes) > most)
      return again([{ field: 'minutes', message: words.t('freshProof.error', { fewest, most }) }]);
    try {
      await this.service.change(viewer, FRESH_PROOF, {
        value: { minutes: Number(minutes) },
        basedOn,
        reason,
      });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      return again([{ field: 'reason', message: words.t(`refusal.${because}`, details) }]);
    }
    return seeOther(FRESH_PROOF_PAGE, { tone: 'ok', text: words.t('citySetting.saved') });
  }

  private async form(
    viewer: Viewer,
    words: Words,
    typed: { readonly minutes: string; readonly reason: string } | null,
    errors: readonly FieldError[],
  ): Promise<PageAnswer> {
    const { value, version } = await this.settings.current(FRESH_PROOF);
    const mayChange = holds(viewer, 'admin', 'secretariat');
    const minutes = numberField({
      name: 'minutes',
      label: words.t('freshProof.minutes'),
      unit: words.t('freshProof.unit'),
      value: typed?.minutes ?? String(value.minutes),
      error: errors.find(({ field }) => field === 'minutes')?.message ?? '',
      required: true,
      disabled: !mayChange,
    });
    const model = settingPage(
      {
        word: 'freshProof',
        href: FRESH_PROOF_PAGE,
        fields: [minutes],
        version,
        history: await this.settings.history(FRESH_PROOF.key),
        mayChange,
        typedReason: typed?.reason ?? '',
        errors,
      },
      words,
    );
    return page('settings/form', model, { status: errors.length > 0 ? 422 : 200 });
  }
}
