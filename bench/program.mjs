/** The compiled program from within: its services for making data, its pages for recording what it asks the database. */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { environmentFor } from './environment.mjs';

const require = createRequire(import.meta.url);

/** What a compiled file exports: `compiled('leads/lead-grams')`. */
export const compiled = (path) => require(join(resolve('dist'), `${path}.js`));

/** An application on a place; not a server of it, so the file stays free for one. */
export async function openProgram(place, { migrate = false } = {}) {
  require('reflect-metadata');
  const { NestFactory } = await import('@nestjs/core');
  const { readConfig } = compiled('config/config');
  const { AppModule } = compiled('app.module');
  const { configureApp, serverAdapter } = compiled('app.setup');
  const config = readConfig(environmentFor(place, 0));
  const module = AppModule.with(config, { asServer: false, migrate });
  const app = await NestFactory.create(module, serverAdapter(config), {
    logger: ['fatal', 'error'],
    bodyParser: false,
  });
  await configureApp(app);
  await app.init();
  return app;
}

/** A signed-in person, as services take one. */
export async function viewerOf(app, account) {
  const { PeopleQueries } = compiled('people/people.queries');
  const person = await app.get(PeopleQueries, { strict: false }).byAccount(account);
  if (!person) throw new Error(`There is no account ${account} in the city`);
  const { id, name, unitId, unitName, roles, locale } = person;
  return { personId: id, account, name, unitId, unitName, roles, locale: locale ?? 'zh-CN' };
}

/** A service by file and class name, wherever in the program it is provided. */
export const service = (app, path, name) => app.get(compiled(path)[name], { strict: false });
