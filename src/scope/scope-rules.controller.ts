import { Controller, Get, Post } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { SCOPE_RULES } from '../domain/lead/scope-rules';
import { Refused } from '../domain/shared/refusal';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { CitySettingsService } from '../settings/city-settings.service';
import type { Words } from '../words/words';
import { readScopeForm, typedScope, type ScopeError } from './scope-rules.form';
import { scopeRulesView } from './scope-rules.views';

/** What the city judges itself and who judges the rest: the setting `scope-rules`. */
@Controller('admin/settings/scope-rules')
export class ScopeRulesController {
  constructor(
    private readonly queries: CitySettingsQueries,
    private readonly settings: CitySettingsService,
  ) {}

  @Get()
  @Policy('admin.read')
  async show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    const { value, version } = await this.queries.current(SCOPE_RULES);
    return this.form(viewer, { typed: typedScope(value), errors: new Map(), version }, words);
  }

  @Post()
  @Policy('setting.change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @FormBody() body: Record<string, unknown>,
  ): Promise<PageAnswer | SeeOther> {
    const { typed, errors, rules, reason, basedOn } = readScopeForm(body);
    if (rules === null) return this.form(viewer, { typed, errors, version: Math.max(0, basedOn) }, words);
    try {
      const n = await this.settings.change(viewer, SCOPE_RULES, { value: rules, basedOn, reason });
      return seeOther('/admin/settings/scope-rules', { tone: 'ok', text: words.t('scope.saved', { n }) });
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.because !== 'settingChangedMeanwhile') throw error;
      // What was typed stays; the next press is meant over what the other person saved.
      const { version } = await this.queries.current(SCOPE_RULES);
      const meanwhile = new Map([['reason', { because: 'meanwhile', details: { n: version } }]]);
      return this.form(viewer, { typed, errors: meanwhile, version }, words);
    }
  }

  private async form(
    viewer: Viewer,
    shown: {
      typed: Readonly<Record<string, string>>;
      errors: ReadonlyMap<string, ScopeError>;
      version: number;
    },
    words: Words,
  ): Promise<PageAnswer> {
    const history = await this.queries.history(SCOPE_RULES.key);
    const mayChange = allows('setting.change', viewer, null, 'production');
    const model = scopeRulesView({ ...shown, mayChange, history }, words);
    return page('scope/index', model, { status: shown.errors.size > 0 ? 422 : 200 });
  }
}
