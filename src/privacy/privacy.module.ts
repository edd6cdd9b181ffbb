import { Module, OnModuleInit } from '@nestjs/common';
import { retention } from '../domain/privacy/retention';
import { Jobs } from '../jobs/jobs';
import { SettingsCatalogue } from '../settings/settings-catalogue.service';
import { SettingsModule } from '../settings/settings.module';
import { AccessLogController } from './access-log.controller';
import { RetentionService } from './retention.service';
import { RetentionSettingsController } from './retention-settings.controller';

const day = 24 * 60 * 60;

/** Who may see what of people, for how long it is kept, and who looked. */
@Module({
  imports: [SettingsModule],
  controllers: [AccessLogController, RetentionSettingsController],
  providers: [RetentionService],
})
export class PrivacyModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly retention: RetentionService,
    private readonly catalogue: SettingsCatalogue,
  ) {}

  onModuleInit(): void {
    this.catalogue.register(retention, { href: '/admin/settings/retention', word: 'retention.title' });
    this.jobs.register({ name: 'retention', everySeconds: day, run: (now) => this.retention.run(now) });
  }
}
