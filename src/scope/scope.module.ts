import { Module, OnModuleInit } from '@nestjs/common';
import { SCOPE_RULES } from '../domain/lead/scope-rules';
import { SettingsCatalogue } from '../settings/settings-catalogue.service';
import { SettingsModule } from '../settings/settings.module';
import { ScopeRulesController } from './scope-rules.controller';

/** The scope rules of the city. Leads read the setting by themselves. */
@Module({ imports: [SettingsModule], controllers: [ScopeRulesController] })
export class ScopeModule implements OnModuleInit {
  constructor(private readonly catalogue: SettingsCatalogue) {}

  onModuleInit(): void {
    this.catalogue.register(SCOPE_RULES, { href: '/admin/settings/scope-rules', word: 'scope.title' });
  }
}
