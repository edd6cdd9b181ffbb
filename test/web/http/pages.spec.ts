import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../../src/app.module';
import { configureApp, serverAdapter } from '../../../src/app.setup';
import { sql } from '../../../src/database/sql';
import { UnitOfWork } from '../../../src/database/unit-of-work';
import { Policy } from '../../../src/http/decorators';
import { onEachDatabase } from '../../support/databases';
import { fieldValue } from '../../support/visitor';
import { Town } from '../people/sign-in-town';

onEachDatabase('every page', (dialect) => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.found(dialect);
  });
  afterAll(() => town.city.close());

  it('carries the security headers, and a policy without anything unsafe', async () => {
    const admin = await town.app.signedIn('admin-01');
    for (const path of ['/sign-in', '/admin/people', '/nowhere', '/account']) {
      const { headers } = await admin.get(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).not.toContain('unsafe');
      for (const part of [
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(policy).toContain(part);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']?.toString().toUpperCase()).toBe('DENY');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/);
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers.server).toBeUndefined();
    }
  });

  it('holds no script and no style of its own', async () => {
    const { body } = await town.app.visitor().get('/sign-in');
    expect(body).not.toMatch(/<script(?![^>]*src=)/);
    expect(body).not.toMatch(/<style| style=| on\w+=/);
  });

  it('speaks the language that was chosen, and goes on doing so', async () => {
    const visitor = town.app.visitor();
    expect((await visitor.get('/sign-in')).body).toContain('<html lang="zh-CN">');
    const answer = await visitor.post('/locale', { locale: 'en', next: '/sign-in?next=%2Faccount' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?next=%2Faccount']);
    expect((await visitor.get('/sign-in')).body).toContain('<html lang="en">');
    await visitor.post('/locale', { locale: 'xx', next: 'https://evil.example' });
    expect((await visitor.get('/sign-in')).body).toContain('<html lang="en">');
    await visitor.post('/locale', { locale: 'zh-CN', next: '/' });
    expect((await visitor.get('/sign-in')).body).toContain('<html lang="zh-CN">');
  });

  it('is not there in the same way whether an id is unknown or not for this person', async () => {
    const [leadId = ''] = await town.city.queuedLeads(1);
    const other = await town.app.signedIn('scout-12');
    const forbidden = await other.get(`/leads/${leadId}`);
    const unknown = await other.get(`/leads/${'0'.repeat(26)}`);
    expect([forbidden.statusCode, unknown.statusCode]).toEqual([404, 404]);
    const plain = (body: string, id: string): string =>
      body
        .replaceAll(id, '')
        .replace(/请求编号 [\w-]+/, '')
        .replace(/name="_csrf" value="[^"]+"/g, '');
    expect(plain(forbidden.body, leadId)).toBe(plain(unknown.body, '0'.repeat(26)));
  });

  it('is a page also where no route is, for every method', async () => {
    const visitor = town.app.visitor();
    for (const path of ['/nowhere', '/%00', '/leads/%E4%B8', '/..%2f..%2fetc/passwd', '/.env']) {
      const answer = await visitor.get(path);
      expect([path, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([path, true]);
      expect([path, String(answer.headers['content-security-policy'])]).toEqual([
        path,
        expect.stringContaining("default-src 'self'"),
      ]);
    }
    expect((await visitor.post('/nowhere', { a: '1' })).statusCode).toBe(404);
    const odd = await town.app.app.inject({ method: 'PUT', url: '/sign-in' });
    expect(odd.statusCode).toBeGreaterThanOrEqual(400);
    expect(odd.statusCode).toBeLessThan(500);
  });
});

@Controller('broken')
class BrokenController {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Policy('session.signIn')
  fail(): never {
    throw new Error('secret detail of /srv/yushen/secret.ts');
  }

  @Post()
  @Policy('session.signIn')
  async failHalfway(): Promise<void> {
    await this.work.run(async (tx) => {
      await tx.run(
        sql`insert into unit (id, code, name, kind, created_at) values ('half', 'half', 'half', 'office', 'x')`,
      );
      await tx.run(sql`insert into no_such_table (id) values (1)`);
    });
  }
}

@Controller('undeclared')
class UndeclaredController {
  @Get()
  open(): string {
    return 'should not be seen';
  }
}

@Module({ controllers: [BrokenController, UndeclaredController] })
class BrokenModule {}

onEachDatabase('a surprise', (dialect) => {
  let town: Town;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    town = await Town.found(dialect);
    const { config } = town.app;
    const module = await Test.createTestingModule({
      imports: [AppModule.with(config, { asServer: false, migrate: false }), BrokenModule],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(serverAdapter(config), {
      bodyParser: false,
      logger: false,
    });
    await configureApp(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await town.city.close();
  });

  it('is told without any detail, but with the number to give to the secretariat', async () => {
    const answer = await app.inject({ method: 'GET', url: '/broken' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain(String(answer.headers['x-request-id']));
    expect(answer.body).not.toMatch(/secret detail|srv|Error:|\.ts\b|node_modules|sqlite|postgres/i);
    expect(answer.headers['content-security-policy']).toBeDefined();
  });

  it('leaves nothing half done', async () => {
    const door = await app.inject({ method: 'GET', url: '/sign-in' });
    const cookie = door.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const answer = await app.inject({
      method: 'POST',
      url: '/broken',
      payload: `_csrf=${encodeURIComponent(fieldValue(door.body, '_csrf') ?? '')}`,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('no_such_table');
    expect(await town.app.reader.rows(sql`select id from unit where id = 'half'`)).toEqual([]);
  });

  it('A-02: does not open a route that nobody declared', async () => {
    const answer = await app.inject({ method: 'GET', url: '/undeclared' });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain('should not be seen');
  });
});
