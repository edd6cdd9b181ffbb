import { Controller, Get, OnModuleInit, Post } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import { CLAIM_RULE_BOUNDS, claimRules, type ClaimRules } from '../domain/claim/claim-rules';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, typedText, type FieldError } from '../http/forms';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { CitySettingsService } from '../settings/city-settings.service';
import { SettingsCatalogue } from '../settings/settings-catalogue.service';
import type { Words } from '../words/words';
import { claimRulesView } from './claim-rules.views';
import type { SentBack } from './claim-page.views';

const names = Object.keys(CLAIM_RULE_BOUNDS) as (keyof ClaimRules)[];

/** The city's terms for first reports. */
@Controller('admin/settings/claim-rules')
export class ClaimRulesController implements OnModuleInit {
  constructor(
    private readonly settings: CitySettingsQueries,
    private readonly service: CitySettingsService,
    private readonly catalogue: SettingsCatalogue,
  ) {}

  onModuleInit(): void {
    this.catalogue.register(claimRules, { href: '/admin/settings/claim-rules', word: 'claims.rules.title' });
  }

  @Get()
  @Policy('admin.read')
  show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.answer(viewer, null, words);
  }

  @Post()
  @Policy('setting.change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @FormBody() body: Record<string, unknown>,
  ): Promise<PageAnswer | SeeOther> {
    const read = readRules(body, words);
    if (read.errors.length > 0)
      return this.answer(viewer, { form: 'rules', typed: body, errors: read.errors }, words);
    const basedOn = Number(typedText(body, 'basedOn'));
    await this.service.change(viewer, claimRules, { value: read.rules, basedOn, reason: read.reason });
    return seeOther('/admin/settings/claim-rules', { tone: 'ok', text: words.t('claims.rules.done') });
  }

  private async answer(viewer: Viewer, sent: SentBack | null, words: Words): Promise<PageAnswer> {
    const current = await this.settings.current(claimRules);
    const history = await this.settings.history(claimRules.key);
    const may = holds(viewer, 'admin', 'secretariat');
    return page('claims/page', claimRulesView({ current, history, may }, sent, words), {
      status: sent === null ? 200 : 422,
    });
  }
}

/** Whole numbers within their bounds, amber before the lapse, and a reason. */
function readRules(body: Record<string, unknown>, words: Words) {
  const errors: FieldError[] = [];
  const values: Record<string, number> = {};
  for (const name of names) {
    const [least, most] = CLAIM_RULE_BOUNDS[name];
    const text = typedText(body, name).normalize('NFKC').trim();
    const value = /^\d{1,8}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
      errors.push({ field: name, message: words.t('claims.rules.bounds', { least, most }) });
    values[name] = value;
  }
  const rules = values as ClaimRules;
  if (errors.length === 0 && rules.lapseAfterDays <= rules.amberAfterDays)
    errors.push({ field: 'lapseAfterDays', message: words.t('claims.rules.order') });
  const reason = plainText(body['reason']).trim();
  if (reason.length < 4) errors.push({ field: 'reason', message: words.t('claims.reason.missing') });
  else if (reason.length > 500) errors.push({ field: 'reason', message: words.t('claims.text.long') });
  return { rules, reason, errors };
}
