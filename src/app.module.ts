import { DynamicModule, Module } from '@nestjs/common';
import { AccessLogModule } from './access-log/access-log.module';
import { AnswersModule } from './answers/answers.module';
import { BallotsModule } from './ballots/ballots.module';
import { CageModule } from './cage/cage.module';
import { ClaimsModule } from './claims/claims.module';
import { ClonesModule } from './clones/clones.module';
import { CampaignsModule } from './campaigns/campaigns.module';
import { ChairsModule } from './chairs/chairs.module';
import { ChainMapsModule } from './chain-maps/chain-maps.module';
import { ChainsModule } from './chains/chains.module';
import { ClockModule } from './clock/clock.module';
import type { Config } from './config/config';
import { ConfigModule } from './config/config.module';
import { DatabaseModule, DatabaseUse } from './database/database.module';
import { DemoModule } from './demo/demo.module';
import { DisclosuresModule } from './disclosures/disclosures.module';
import { PostingsModule } from './postings/postings.module';
import { DeskModule } from './desk/desk.module';
import { FairCompetitionModule } from './fair-competition/fair-competition.module';
import { ElementsModule } from './elements/elements.module';
import { ExchangeModule } from './exchange/exchange.module';
import { FilesModule } from './files/files.module';
import { HostsModule } from './hosts/hosts.module';
import { HttpModule } from './http/http.module';
import { IntakeModule } from './intake/intake.module';
import { JobsModule } from './jobs/jobs.module';
import { LateModule } from './late/late.module';
import { LeadsModule } from './leads/leads.module';
import { LedgerModule } from './ledger/ledger.module';
import { LinksModule } from './links/links.module';
import { LookupsModule } from './lookups/lookups.module';
import { MailModule } from './mail/mail.module';
import { OpsModule } from './ops/ops.module';
import { PanelsModule } from './panels/panels.module';
import { PaperBallotsModule } from './paper-ballots/paper-ballots.module';
import { PapersModule } from './papers/papers.module';
import { PeopleModule } from './people/people.module';
import { ProofsModule } from './proofs/proofs.module';
import { PromisesModule } from './promises/promises.module';
import { PledgeModule } from './pledge/pledge.module';
import { PrivacyModule } from './privacy/privacy.module';
import { QuestionsModule } from './questions/questions.module';
import { ResultsModule } from './results/results.module';
import { RoundsModule } from './rounds/rounds.module';
import { RubricsModule } from './rubrics/rubrics.module';
import { ScopeModule } from './scope/scope.module';
import { SettingsModule } from './settings/settings.module';
import { nameCity } from './words/words';

/** The table of contents: infrastructure first, then the features in rank order. */
@Module({})
export class AppModule {
  static with(config: Config, database: DatabaseUse): DynamicModule {
    nameCity(config.city);
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        ClockModule,
        DatabaseModule.forUse(database),
        JobsModule,
        HttpModule,

        LedgerModule,
        AccessLogModule,
        LinksModule,
        MailModule,
        FilesModule,
        PeopleModule,
        SettingsModule,
        ProofsModule,
        PromisesModule,
        PledgeModule,
        ChainsModule,
        HostsModule,
        RubricsModule,
        LookupsModule,
        ScopeModule,
        LeadsModule,
        ClaimsModule,
        PostingsModule,
        CampaignsModule,
        ClonesModule,
        PapersModule,
        FairCompetitionModule,
        PrivacyModule,
        QuestionsModule,
        IntakeModule,
        AnswersModule,
        ElementsModule,
        ExchangeModule,
        PanelsModule,
        ChairsModule,
        RoundsModule,
        BallotsModule,
        PaperBallotsModule,
        ResultsModule,
        CageModule,
        ChainMapsModule,
        LateModule,
        DisclosuresModule,
        DeskModule,
        OpsModule,
        DemoModule,
      ],
    };
  }
}
