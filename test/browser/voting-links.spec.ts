import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { sql } from '../../src/database/sql';
import { startApp, type TestApp } from '../support/app';
import { fillForm, follow, launchBrowser, openWindow, phone, picture, violations } from '../support/browser';
import { ballotOf, BallotCity, type CitySeat } from '../web/ballots/ballot-city';

const wechat =
  'Mozilla/5.0 (Linux; Android 13; V2046A) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 XWEB/1160 MicroMessenger/8.0.49';

describe('a voting link in Chromium', () => {
  let app: TestApp;
  let city: BallotCity;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    app = await startApp('sqlite');
    city = await BallotCity.open(app, 2);
    await app.app.listen(0, '127.0.0.1');
    address = (await app.app.getUrl()).replace('[::1]', '127.0.0.1');
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const visit = (options: BrowserContextOptions = {}): Promise<BrowserContext> =>
    openWindow(browser, address, { viewport: phone, bypassCSP: false, ...options });
  const counts = async (): Promise<Record<string, number>> => ({
    votes: await city.count('ballot_version'),
    drafts: await city.count('ballot_draft'),
    sessions: await city.count('session'),
  });

  describe('L-02: a machine that runs every script for half a minute and presses nothing', () => {
    async function linger(page: Page, seat: CitySeat): Promise<void> {
      await page.clock.install();
      await page.goto(`/v/${seat.token}`, { waitUntil: 'networkidle' });
      await page.clock.runFor(30_000);
      await page.waitForLoadState('networkidle');
    }

    it('casts no vote and opens no session', async () => {
      const before = await counts();
      const machine = await visit();
      await linger(await machine.newPage(), city.seat('park'));
      expect(await counts()).toEqual(before);
      expect((await machine.cookies()).map(({ name }) => name)).not.toContain('ballot');
      await machine.close();
    }, 60_000);

    it('would be caught by a page that presses by itself (control)', async () => {
      const before = await counts();
      const machine = await visit({ bypassCSP: true });
      await machine.addInitScript(
        `addEventListener('load', () => setTimeout(() => document.querySelector('form[action^="/v/"] button')?.click(), 20_000))`,
      );
      const page = await machine.newPage();
      await page.clock.install();
      await page.goto(`/v/${city.seat('park').token}`);
      await page.clock.runFor(30_000);
      await page.waitForURL('**/ballot');
      expect((await counts())['sessions']).toBe((before['sessions'] ?? 0) + 1);
      await machine.close();
    }, 60_000);
  });

  describe('L-03: a machine that presses the first button of every page', () => {
    it('may open a session, and casts nothing', async () => {
      const before = await counts();
      const machine = await visit();
      const page = await machine.newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(`/v/${city.seat('institute').token}`);
      await page.locator('main form[action^="/v/"] button').first().click();
      await page.waitForURL('**/ballot');
      for (const item of [1, 2]) {
        await page.goto(`/ballot/items/${city.item(item).id}`);
        expect(await page.locator('main input:checked').count()).toBe(0);
        // The page keeps a draft by itself meanwhile: that is another post.
        const sent = page.waitForResponse(
          (one) => one.request().method() === 'POST' && one.request().isNavigationRequest(),
        );
        const shown = page.waitForEvent('load');
        // Past what the browser itself would ask for: a machine does not look at it.
        await page.evaluate(`(() => {
          const form = document.querySelector('main form[action^="/ballot/items/"]');
          form.noValidate = true;
          const intent = Object.assign(document.createElement('input'), { type: 'hidden', name: 'intent', value: 'cast' });
          form.append(intent);
          form.submit();
        })()`);
        expect((await sent).status()).toBe(422);
        await shown;
      }
      const after = await counts();
      expect([after['votes'], after['sessions']]).toEqual([before['votes'], (before['sessions'] ?? 0) + 1]);
      await machine.close();
    }, 60_000);

    it('casts as soon as somebody chooses (control)', async () => {
      const before = await counts();
      const person = await visit();
      const page = await person.newPage();
      await page.goto(`/v/${city.seat('institute').token}`);
      await follow(page.locator('main form[action^="/v/"] button').first());
      await page.goto(`/ballot/items/${city.item(1).id}`);
      const { scores, vote } = ballotOf('institute');
      await fillForm(page, { scores, vote });
      await follow(page.locator('button[name="intent"][value="cast"]').first());
      expect((await counts())['votes']).toBe((before['votes'] ?? 0) + 1);
      await person.close();
    }, 60_000);
  });

  describe('L-13: a site that a page behind the link leads to', () => {
    let strange: Server;
    const heard: IncomingMessage['headers'][] = [];
    beforeAll(async () => {
      strange = createServer((request, response) => {
        if (request.url !== '/favicon.ico') heard.push({ ...request.headers, url: request.url ?? '' });
        response.end('elsewhere');
      });
      await new Promise<void>((ready) => strange.listen(0, '127.0.0.1', ready));
    });
    afterAll(() => strange.close());

    const elsewhere = (): string => `http://localhost:${(strange.address() as AddressInfo).port}`;

    async function leave(page: Page, relax = ''): Promise<void> {
      await page.evaluate(
        `(() => {
          const link = Object.assign(document.createElement('a'), { href: '${elsewhere()}/x', textContent: 'x', id: 'away' });
          ${relax}
          document.body.append(link);
        })()`,
      );
      await page.locator('#away').click();
      await page.waitForURL(`${elsewhere()}/**`);
    }

    it('hears no token and no address, and no page names another site', async () => {
      const seat = city.seat('enterprise');
      const person = await visit();
      const page = await person.newPage();
      await page.goto(`/v/${seat.token}`);
      await follow(page.locator('main form[action^="/v/"] button').first());
      const item = `/ballot/items/${city.item(1).id}`;
      const paths = [`/v/${seat.token}`, '/v', '/v/confirmation', '/ballot', item, `${item}/recusal`];
      for (const path of paths) {
        const answer = await page.goto(path);
        expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
        const urls = (await page.content()).match(/(?:https?:)?\/\/[^"'\s<>]+/g) ?? [];
        const strangers = urls.filter(
          (url) => !url.startsWith(address) && !/^https?:\/\/www\.w3\.org\//.test(url),
        );
        expect([path, strangers]).toEqual([path, []]);
        heard.length = 0;
        await leave(page);
        expect(heard).toHaveLength(1);
        expect([path, heard[0]?.referer]).toEqual([path, undefined]);
        expect(JSON.stringify(heard)).not.toContain(seat.token);
      }
      await person.close();
    }, 60_000);

    it('hears it where the page does not forbid it (control)', async () => {
      const seat = city.seat('enterprise');
      const person = await visit();
      const page = await person.newPage();
      await page.goto(`/v/${seat.token}`);
      heard.length = 0;
      await leave(page, `link.referrerPolicy = 'unsafe-url';`);
      expect(heard[0]?.referer).toContain(seat.token);
      await person.close();
    }, 60_000);
  });

  it.each([
    ['with script off', { javaScriptEnabled: false }],
    ['inside WeChat', { userAgent: wechat, isMobile: true, hasTouch: true }],
  ])(
    'L-17: works %s, by link and by short code',
    async (_, options) => {
      const seat = city.seat('support');
      const [mail] = await city.mails(seat.email, 'round.invitation');
      const code = /短码 ([0-9A-Z-]{9})/.exec(mail?.text ?? '')?.[1] ?? '';
      const person = await visit(options);
      const page = await person.newPage();
      await page.goto(`/v/${seat.token}`);
      await page.locator('main form[action^="/v/"] button').click();
      await page.waitForURL('**/ballot');
      await page.goto('/v');
      await page.locator('[name="whom"]').fill(seat.unitName);
      await page.locator('[name="code"]').fill(code);
      await page.locator('main form[action="/v"] button').click();
      await page.waitForURL('**/ballot');
      expect(await page.textContent('body')).toContain(seat.unitName);
      await person.close();
    },
    60_000,
  );

  it('shows its pages without a fault at 360 and 1440 px', async () => {
    const found: Record<string, string[]> = {};
    const window = await openWindow(browser, address);
    const look = async (page: Page, name: string): Promise<void> => {
      await picture(page, name);
      const faults = await violations(page);
      if (faults.length > 0) found[name] = faults;
    };
    const page = await window.newPage();
    const seat = city.seats.at(-1) as CitySeat;
    await page.goto('/v');
    await look(page, 'code');
    await page.locator('[name="whom"]').fill(seat.email);
    await page.locator('[name="code"]').fill('zzzz-zzzz');
    await follow(page.locator('main form[action="/v"] button'));
    await look(page, 'code-wrong');
    await page.goto(`/v/${seat.token}`);
    await look(page, 'link');

    await app.work.run((tx) => tx.run(sql`update panel set second_step = 'mail'`));
    await page.goto(`/v/${seat.token}`);
    await page.locator('main form[action^="/v/"] button').click();
    await page.waitForURL('**/v/confirmation');
    await look(page, 'confirmation');
    await page.locator('[name="code"]').fill('123');
    await follow(page.locator('main form[action="/v/confirmation"] button'));
    await look(page, 'confirmation-wrong');
    await app.work.run((tx) => tx.run(sql`update panel set second_step = 'none'`));

    const secretary = await app.signedIn('secretary-01');
    const name = 'session';
    await window.addCookies([{ name, value: secretary.cookie(name) ?? '', url: address }]);
    await secretary.post(`/rounds/${city.roundId}/seats/${city.seats[1]?.roundSeatId}/links/revocation`);
    await page.goto(`/rounds/${city.roundId}`);
    await look(page, 'room');
    const panel = await app.reader.one<{ id: string }>(sql`select id from panel`);
    await page.goto(`/panels/${panel?.id}`);
    await look(page, 'panel');
    expect(found).toEqual({});
    await window.close();
  }, 120_000);
});
