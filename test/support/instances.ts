import type { Dialect } from '../../src/database/sql';
import { startApp, type TestApp } from './app';
import { foundCity, type TestCity } from './city';

/** Several servers on one database, each with a clock of its own; on SQLite there can be one. */
export class Instances {
  private constructor(
    readonly city: TestCity,
    readonly apps: readonly TestApp[],
  ) {}

  static async start(dialect: Dialect, wished: number): Promise<Instances> {
    const city = await foundCity(dialect);
    const more = dialect === 'postgres' ? wished - 1 : 0;
    const apps: TestApp[] = [city.app];
    for (let n = 0; n < more; n += 1) apps.push(await Instances.another(city, dialect));
    return new Instances(city, apps);
  }

  /** One more server on the database of a city, with the city's time. */
  static async another(city: TestCity, dialect: Dialect): Promise<TestApp> {
    const { DATABASE_URL, DATA_DIR } = city.app.config;
    const app = await startApp(dialect, { DATABASE_URL, DATA_DIR });
    app.clock.set(city.app.clock.now());
    return app;
  }

  /** The instance to which the n-th request goes. */
  at(n: number): TestApp {
    return this.apps[n % this.apps.length] as TestApp;
  }

  setClocks(instant: string): void {
    for (const { clock } of this.apps) clock.set(instant);
  }

  async close(): Promise<void> {
    for (const app of [...this.apps].reverse()) await app.close();
  }
}
