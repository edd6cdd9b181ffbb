import { sql, type Dialect } from '../../../src/database/sql';
import type { Viewer } from '../../../src/domain/access/viewer';
import type { PanelKind, SeatFunction } from '../../../src/domain/rubric/panel-kind';
import { DemoActs } from '../../../src/demo/demo-acts';
import { theClock } from '../../../src/ledger/actor';
import { PanelsService } from '../../../src/panels/panels.service';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { startApp } from '../app';
import { foundCity, TestCity } from '../city';

/** The program as runs of the model need it: a panel of five seats, two leads that wait, two people for what takes two. */
export class ModelCity {
  city!: TestCity;
  secretaries!: readonly [Viewer, Viewer];
  leadIds!: readonly string[];
  panelId!: string;
  rubricVersionId!: string;
  restarts = 0;

  private constructor(private readonly dialect: Dialect) {}

  static async found(dialect: Dialect): Promise<ModelCity> {
    const made = new ModelCity(dialect);
    made.city = await foundCity(dialect);
    const { app, acts } = made.city;
    made.secretaries = [await acts.viewer('secretary-01'), await acts.viewer('secretary-02')];
    made.leadIds = await made.city.queuedLeads(2);
    made.panelId = await made.panel();
    const rubrics = await app.get(RubricsQueries).published();
    made.rubricVersionId = rubrics.find(({ code }) => code === 'manufacturing')?.id ?? '';
    return made;
  }

  /** Ends the program in good order and starts it again on the same database, at the same time. */
  async restart(): Promise<void> {
    const { app, city } = this.city;
    const { DATABASE_URL, DATA_DIR } = app.config;
    await app.close();
    const again = await startApp(this.dialect, { DATABASE_URL, DATA_DIR });
    again.clock.set(app.clock.now());
    this.city = new TestCity(again, city, again.get(DemoActs));
    this.restarts += 1;
  }

  /** One seat of each kind and a second department, with the people of the demo city. */
  private async panel(): Promise<string> {
    const { app, city } = this.city;
    const seats = await app.reader.rows<{
      kind: PanelKind;
      unitId: string;
      function: SeatFunction | null;
      holderId: string;
      alternateId: string | null;
    }>(
      sql`select kind, unit_id as "unitId", function as "function", holder_id as "holderId",
            alternate_id as "alternateId" from seat
          where panel_id = ${city.panelId} and position in (1, 3, 6, 7, 9) order by position`,
    );
    const [secretary] = this.secretaries;
    const plan = { name: '五席专班', chairId: secretary.personId, seats };
    const chair = await app.reader.one<{ id: string }>(
      sql`select chair_id as id from panel where id = ${city.panelId}`,
    );
    return app.work.run((tx) =>
      app.get(PanelsService).create(tx, { ...plan, chairId: chair?.id ?? '' }, theClock),
    );
  }
}
