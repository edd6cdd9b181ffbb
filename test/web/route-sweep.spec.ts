import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { AppModule } from '../../src/app.module';
import { configureApp, serverAdapter } from '../../src/app.setup';
import { Clock, SetClock } from '../../src/clock/clock';
import { readConfig } from '../../src/config/config';
import { Dialect, sql } from '../../src/database/sql';
import { DemoActs } from '../../src/demo/demo-acts';
import { Founding } from '../../src/demo/founding';
import { Allowed, policies } from '../../src/domain/access/policies';
import { Role, ROLES } from '../../src/domain/access/viewer';
import { PeopleService } from '../../src/people/people.service';
import { startOfTests, TestApp } from '../support/app';
import { TestCity } from '../support/city';
import { freshDatabaseUrl, onEachDatabase } from '../support/databases';
import { declaredRoutes, type Route } from '../support/routes';
import type { Visitor } from '../support/visitor';

type Who = Role | 'anonymous' | 'ballot';
const everyone: readonly Who[] = ['anonymous', ...ROLES, 'ballot'];

/** Nothing anywhere has such an id. */
const noId = '0'.repeat(26);

onEachDatabase('A-01: the routes of the program', (dialect) => {
  let city: TestCity;
  let registered: string[];
  let routes: Route[];
  beforeAll(async () => {
    ({ city, registered } = await start(dialect));
    routes = declaredRoutes(city.app.app);
  });
  afterAll(() => city.close());

  it('each declare a policy of the table', () => {
    expect(registered.length).toBeGreaterThan(60);
    expect(
      registered.filter((name) => !routes.some(({ method, url }) => `${method} ${url}` === name)),
    ).toEqual([]);
    expect(routes.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([...registered].sort());
  });

  it.each(everyone)(
    'let %s see what the table of policies allows, and change nothing by looking',
    async (who) => {
      const visitor = await visitorAs(city, who);
      const before = await contents(city.app);
      for (const { url } of allowedTo(routes, who, 'GET')) {
        const answer = await visitor.get(addressOf(url));
        expect([url, [401, 403].includes(answer.statusCode) || answer.statusCode >= 500]).toEqual([
          url,
          false,
        ]);
        expect([url, answer.headers.location?.startsWith('/sign-in?') ?? false]).toEqual([url, false]);
      }
      expect(await contents(city.app)).toEqual(before);
    },
  );

  it.each(everyone)('turn %s away from everything else, and change no row', async (who) => {
    const visitor = await visitorAs(city, who);
    await visitor.csrfToken();
    const before = await contents(city.app);
    for (const route of routes.filter((one) => !allowedTo(routes, who, one.method).includes(one))) {
      const address = addressOf(route.url);
      const { statusCode, headers } =
        route.method === 'GET'
          ? await visitor.get(address)
          : await visitor.post(address, { reason: 'sweep' });
      const told = statusCode === 303 ? `303 ${String(headers.location).split('?')[0]}` : String(statusCode);
      expect([`${route.method} ${route.url}`, told]).toEqual([
        `${route.method} ${route.url}`,
        expect.stringMatching(refusalFor(who, route)),
      ]);
    }
    expect(await contents(city.app)).toEqual(before);
  });

  it.each(everyone)('take an empty form from %s without surprise', async (who) => {
    for (const { url } of allowedTo(routes, who, 'POST')) {
      const visitor = await visitorAs(city, who);
      const answer = await visitor.post(addressOf(url), {});
      expect([url, answer.statusCode]).toEqual([url, expect.any(Number)]);
      expect([url, answer.statusCode < 500 && answer.statusCode !== 401]).toEqual([url, true]);
    }
  });
});

/** What someone without the right sees: the door, the page that asks for the mailed link, a refusal, or nothing. */
function refusalFor(who: Who, { method, policy }: Route): RegExp {
  const allowed: Allowed = policies[policy];
  if (allowed === 'demo') return /^404$/;
  if (allowed === 'ballot') return /^401$/;
  if (who === 'anonymous' || who === 'ballot') return method === 'GET' ? /^303 \/sign-in$/ : /^401$/;
  return /^(403|404)$/;
}

function allowedTo(routes: readonly Route[], who: Who, method: Route['method']): Route[] {
  return routes.filter(({ policy, method: own }) => own === method && isAllowed(policies[policy], who));
}

/** The table read anew here, so that the guard is compared with it and not with itself. */
function isAllowed(allowed: Allowed, who: Who): boolean {
  if (allowed === 'anyone') return true;
  if (allowed === 'demo') return false;
  if (allowed === 'ballot') return who === 'ballot';
  if (allowed === 'signedIn') return who !== 'anonymous' && who !== 'ballot';
  return who !== 'anonymous' && allowed.includes(who);
}

function addressOf(url: string): string {
  return url.replace(/:\w+/g, noId);
}

async function visitorAs(city: TestCity, who: Who): Promise<Visitor> {
  if (who === 'anonymous') return city.app.visitor();
  if (who === 'ballot') return city.panelist('panelist-01');
  return city.app.signedIn(`only-${who.toLowerCase()}`);
}

/**
 * Everything in every table but one: the access log is there to note that somebody looked or was turned away, so it is
 * the one thing that a GET may write (T-10); what a page opened by nobody leaves, `test/stories/prefetch` counts in full.
 */
async function contents(app: TestApp): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const table of Object.keys(await app.rowCounts())) {
    if (table.startsWith('sqlite_')) continue;
    found[table] = (await app.reader.rows(sql.raw(`select * from "${table}"`)))
      .map((row) => JSON.stringify(row))
      .sort();
  }
  return found;
}

/** The program with every route noted as the server registers it, and one person for each role alone. */
async function start(dialect: Dialect): Promise<{ city: TestCity; registered: string[] }> {
  const registered: string[] = [];
  const clock = new SetClock(startOfTests);
  const config = readConfig({
    MODE: 'test',
    BASE_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: await freshDatabaseUrl(dialect),
    DATA_DIR: mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'data-')),
    SECRET_KEY: 'a secret for tests, long enough to be taken',
    MAIL_URL: 'mailbox:',
    LOG_LEVEL: 'silent',
  });
  const module = await Test.createTestingModule({
    imports: [AppModule.with(config, { asServer: true, migrate: true })],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(serverAdapter(config), {
    bodyParser: false,
    logger: ['fatal', 'error'],
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') registered.push(`${one} ${url}`);
    });
  await configureApp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const city = new TestCity(
    new TestApp(app, clock, config),
    await app.get(Founding, { strict: false }).found(),
    app.get(DemoActs, { strict: false }),
  );
  await addOneOfEachRole(city);
  await city.openRound(1);
  return { city, registered };
}

async function addOneOfEachRole(city: TestCity): Promise<void> {
  const unitId = city.city.units.get('office') ?? '';
  for (const role of ROLES) {
    const account = `only-${role.toLowerCase()}`;
    const person = {
      account,
      name: `只是${account}`,
      post: '',
      email: `${account}@yijiang.example`,
      unitId,
      roles: [role],
    };
    await city.app.get(PeopleService).addPerson({ personId: null, label: 'test' }, person);
  }
}
