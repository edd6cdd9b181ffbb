import { Module } from '@nestjs/common';
import { BallotsModule } from '../ballots/ballots.module';
import { CageModule } from '../cage/cage.module';
import { FairCompetitionModule } from '../fair-competition/fair-competition.module';
import { ClaimsModule } from '../claims/claims.module';
import { PostingsModule } from '../postings/postings.module';
import { FilesModule } from '../files/files.module';
import { HostsModule } from '../hosts/hosts.module';
import { LateModule } from '../late/late.module';
import { IntakeModule } from '../intake/intake.module';
import { LeadsModule } from '../leads/leads.module';
import { LinksModule } from '../links/links.module';
import { PanelsModule } from '../panels/panels.module';
import { QuestionsModule } from '../questions/questions.module';
import { PeopleModule } from '../people/people.module';
import { ResultsModule } from '../results/results.module';
import { RoundsModule } from '../rounds/rounds.module';
import { RubricsModule } from '../rubrics/rubrics.module';
import { SettingsModule } from '../settings/settings.module';
import { DemoActs } from './demo-acts';
import { DemoAfter } from './demo-after';
import { DemoCage } from './demo-cage';
import { DemoPapers } from './demo-papers';
import { DemoQuestions } from './demo-questions';
import { CampaignsModule } from '../campaigns/campaigns.module';
import { ChainsModule } from '../chains/chains.module';
import { DemoChains } from './demo-chains';
import { DemoClaims } from './demo-claims';
import { DemoCity } from './demo-city';
import { DemoPromises } from './demo-promises';
import { DemoHosts } from './demo-hosts';
import { Founding } from './founding';

/** The demo city: used by demo mode, by `seed` on the command line, by the tests and by the benchmark. */
@Module({
  imports: [
    LinksModule,
    PeopleModule,
    SettingsModule,
    HostsModule,
    RubricsModule,
    FilesModule,
    LeadsModule,
    ChainsModule,
    CampaignsModule,
    FairCompetitionModule,
    QuestionsModule,
    IntakeModule,
    ClaimsModule,
    PostingsModule,
    PanelsModule,
    RoundsModule,
    BallotsModule,
    ResultsModule,
    CageModule,
    LateModule,
  ],
  providers: [
    Founding,
    DemoActs,
    DemoAfter,
    DemoCage,
    DemoPapers,
    DemoHosts,
    DemoClaims,
    DemoChains,
    DemoPromises,
    DemoQuestions,
    DemoCity,
  ],
  exports: [Founding, DemoActs, DemoCity],
})
export class DemoModule {}
