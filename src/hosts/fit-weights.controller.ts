import { Controller, Get, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { FIT_CRITERIA, fitWeights, HEAVIEST, type FitWeights } from '../domain/fit/fit-weights';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import { SettingForms } from '../settings/setting-forms.service';
import type { Words } from '../words/words';
import { fitWeightsView } from './fit-weights.views';

type Form = Record<string, unknown>;

/** 适配权重: what counts how much when a place is looked for. */
@Controller('admin/settings/fit')
export class FitWeightsController {
  constructor(private readonly forms: SettingForms) {}

  @Get()
  @Policy('admin.read')
  show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.form(viewer, null, {}, words);
  }

  @Post()
  @Policy('setting.change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const { value, errors } = readWeights(body, words);
    if (Object.keys(errors).length > 0) return this.form(viewer, body, errors, words);
    const refusal = await this.forms.change(viewer, fitWeights, value, body);
    if (refusal !== null) {
      const reason = words.t(`refusal.${refusal.because}`, refusal.details);
      return this.form(viewer, body, { reason }, words);
    }
    return seeOther('/admin/settings/fit', { tone: 'ok', text: words.t('fit.settings.changed') });
  }

  private async form(
    viewer: Viewer,
    typed: Form | null,
    errors: Record<string, string>,
    words: Words,
  ): Promise<PageAnswer> {
    const shown = await this.forms.shown(viewer, fitWeights);
    const model = fitWeightsView({ ...shown, typed, errors }, words);
    return page('settings/groups', model, { status: Object.keys(errors).length > 0 ? 422 : 200 });
  }
}

function readWeights(body: Form, words: Words): { value: FitWeights; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const whole = (name: string): number => {
    const typed = typedText(body, name).normalize('NFKC').trim();
    const value = /^\d{1,3}$/.test(typed) ? Number(typed) : NaN;
    if (!(value >= 0 && value <= HEAVIEST)) errors[name] = words.t('fit.settings.whole', { max: HEAVIEST });
    return value;
  };
  const weights = Object.fromEntries(
    FIT_CRITERIA.map((criterion) => [criterion, whole(criterion)]),
  ) as FitWeights['weights'];
  const chain = { first: whole('first'), leading: whole('leading'), wanted: whole('wanted') };
  if (FIT_CRITERIA.every((criterion) => weights[criterion] === 0))
    errors['chain'] = words.t('fit.settings.allZero');
  return { value: { weights, chain }, errors };
}
