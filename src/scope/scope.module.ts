import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module';
import { ScopeRulesController } from './scope-rules.controller';

/** The scope rules of the city. Leads read the setting by themselves. */
@Module({ imports: [SettingsModule], controllers: [ScopeRulesController] })
export class ScopeModule {}
