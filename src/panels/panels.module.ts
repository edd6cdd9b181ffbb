import { Module, OnModuleInit } from '@nestjs/common';
import { sql } from '../database/sql';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecord, SealedRecords, sealedTable } from '../ledger/sealed-records';
import { PeopleModule } from '../people/people.module';
import { PANEL_KINDS } from '../domain/rubric/panel-kind';
import { PanelKindsService } from '../rubrics/panel-kinds.service';
import { RubricsModule } from '../rubrics/rubrics.module';
import { Panel, Seat, sealOfPanel } from './panel.entity';
import { PanelIdentityService } from './panel-identity.service';
import { PanelPages } from './panel-pages';
import { PanelSettingsController } from './panel-settings.controller';
import { PanelSettingsService } from './panel-settings.service';
import { PanelTerm, sealOfTerm } from './panel-term.entity';
import { PanelsController } from './panels.controller';
import { PanelsQueries } from './panels.queries';
import { PanelsService } from './panels.service';
import { SeatsController } from './seats.controller';
import { SeatsService } from './seats.service';
import { PanelExportsController } from './panel-exports.controller';

/** A city has a handful of panels: each is read with its seats. */
const sealedPanels: SealedRecord = {
  type: 'panel',
  async *each(source) {
    for (const panel of await source.find(Panel, sql`order by id`)) {
      const seats = await source.find(Seat, sql`where panel_id = ${panel.id}`);
      yield { id: panel.id, content: sealOfPanel(panel, seats) };
    }
  },
};

/** Standing panels and their seats. */
@Module({
  imports: [LedgerModule, PeopleModule, RubricsModule],
  controllers: [PanelExportsController, PanelsController, SeatsController, PanelSettingsController],
  providers: [
    PanelPages,
    PanelIdentityService,
    PanelSettingsService,
    PanelsService,
    PanelsQueries,
    SeatsService,
  ],
  exports: [PanelsService, PanelsQueries],
})
export class PanelsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly panels: PanelsQueries,
    private readonly panelKinds: PanelKindsService,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedPanels);
    this.sealed.register(sealedTable('panelTerm', PanelTerm, sealOfTerm));
    this.panelKinds.register(async () =>
      (await this.panels.list()).map(({ name, kinds }) => ({
        name,
        kinds: PANEL_KINDS.filter((kind) => kinds[kind] > 0),
      })),
    );
  }
}
