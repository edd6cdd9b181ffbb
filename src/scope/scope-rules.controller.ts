import { Controller } from '@nestjs/common';
import { SCOPE_RULES, type ScopeRules } from '../domain/lead/scope-rules';
import { SettingController } from '../settings/setting.controller';
import { scopeRulesPage } from './scope-rules.views';

/** What the city judges itself and who judges the rest: the setting `scope-rules`. */
@Controller('admin/settings/scope-rules')
export class ScopeRulesController extends SettingController<ScopeRules> {
  protected readonly setting = SCOPE_RULES;
  protected readonly page = scopeRulesPage;
}
