import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { sql } from '../../src/database/sql';
import { startApp, type TestApp } from '../support/app';
import { follow, launchBrowser, openWindow, phone, picture, violations } from '../support/browser';
import { BallotCity, type CitySeat } from '../web/ballots/ballot-city';

const items = 10;
/** The smallest target that a finger is asked to hit, in CSS pixels (WCAG 2.2, 2.5.8). */
const smallest = 24;

/** A reviewer who knows nothing of the product: goes by what is written on the screen, with one finger. */
class Newcomer {
  taps = 0;
  typed = 0;
  pages = 0;
  screens = 0;
  readonly tooSmall: string[] = [];

  constructor(readonly page: Page) {}

  /** Looks at a page that has just come. */
  async arrive(): Promise<void> {
    await this.page.waitForLoadState();
    this.pages += 1;
    const [height, overflow] = await this.page.evaluate<[number, number]>(
      '[document.documentElement.scrollHeight, document.documentElement.scrollWidth - innerWidth]',
    );
    this.screens += height / phone.height;
    expect(overflow).toBeLessThanOrEqual(1);
  }

  async tap(target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (!box || box.height < smallest || box.width < smallest)
      this.tooSmall.push(`${await target.innerText()} ${box?.width} × ${box?.height}`);
    await target.tap();
    this.taps += 1;
  }

  /** Taps what leads to another page. */
  async go(target: Locator): Promise<void> {
    const answered = this.page.waitForEvent('domcontentloaded');
    await this.tap(target);
    await answered;
    await this.arrive();
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.tap(target);
    await target.fill(text);
    this.typed += text.length;
  }

  /** The number in every row of numbers. */
  async score(mark: number): Promise<void> {
    const rows = this.page.locator('main .scale');
    for (let at = 0; at < (await rows.count()); at += 1)
      await this.tap(
        rows
          .nth(at)
          .locator('label')
          .filter({ hasText: String(mark) })
          .first(),
      );
  }

  vote(word: string): Promise<void> {
    return this.tap(this.page.locator('main .vote label').filter({ hasText: word }).first());
  }

  /** The button that stands out. */
  strongest(): Locator {
    return this.page.locator('main .btn-primary').first();
  }
}

describe('a reviewer who has never seen the product', () => {
  let app: TestApp;
  let city: BallotCity;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    app = await startApp('sqlite');
    city = await BallotCity.open(app, items);
    await app.app.listen(0, '127.0.0.1');
    address = (await app.app.getUrl()).replace('[::1]', '127.0.0.1');
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const visit = (): Promise<BrowserContext> =>
    openWindow(browser, address, {
      viewport: phone,
      javaScriptEnabled: false,
      hasTouch: true,
      isMobile: true,
      bypassCSP: false,
    });

  async function castEverything(seat: CitySeat): Promise<void> {
    const window = await visit();
    const person = new Newcomer(await window.newPage());
    const { page } = person;
    const began = performance.now();
    await page.goto(`/v/${seat.token}`);
    await person.arrive();
    await picture(page, `first-time-${seat.kind}-link`);
    await person.go(page.locator('main button').first());
    await picture(page, `first-time-${seat.kind}-list`);
    await person.go(person.strongest());
    for (let item = 1; item <= items; item += 1) {
      // Asked once for each item, before it opens.
      expect(await page.locator('[data-state="undeclared"]').count()).toBe(1);
      if (item === 1) await picture(page, `first-time-${seat.kind}-declaration`);
      await person.go(person.strongest());
      if (item === 1) {
        // Presses before reading: is told what is missing, and nothing is cast.
        await person.go(person.strongest());
        expect(await page.locator('main [role="alert"], main .error').first().innerText()).not.toBe('');
        expect(await city.count('ballot_version')).toBe(before);
        await picture(page, `first-time-${seat.kind}-told`);
      }
      await person.score(4);
      await person.vote(item === 3 ? '补充' : '同意');
      if (item === 3) await person.write(page.locator('main textarea').first(), '请补充能耗测算与用地安排');
      await person.go(person.strongest());
    }
    const took = (performance.now() - began) / 1000;
    await picture(page, `first-time-${seat.kind}-done`);
    expect(await page.locator('main').innerText()).toMatch(/全部投完|都已投|10\/10/);
    process.stdout.write(
      `[first time] ${seat.kind}: ${items} items, ${person.taps} taps, ${person.typed} characters typed, ${person.pages} pages ` +
        `of ${(person.screens / person.pages).toFixed(1)} screens, ${took.toFixed(1)} s of machine time\n`,
    );
    const marks = seat.kind === 'institute' ? 2 : 6;
    // One tap to declare, one a mark, one a vote, one to cast; three to begin with and one to write.
    expect(person.taps).toBeLessThanOrEqual(items * (marks + 3) + 4);
    expect(person.tooSmall).toEqual([]);
    await window.close();
  }

  let before = 0;

  it.each(['park', 'institute'] as const)(
    'casts ten items on a phone of 360 px, without script: the seat of a %s',
    async (kind) => {
      before = await city.count('ballot_version');
      await castEverything(city.seat(kind));
      const cast = await app.reader.rows<{ vote: string }>(
        sql`select vote from ballot_version where round_seat_id = ${city.seat(kind).roundSeatId} order by id`,
      );
      expect(cast).toHaveLength(items);
      expect(cast.filter(({ vote }) => vote === 'supplement')).toHaveLength(1);
    },
    180_000,
  );

  it('finds nothing on the way that axe would object to', async () => {
    const window = await openWindow(browser, address, { viewport: phone });
    const page = await window.newPage();
    await page.goto(`/v/${city.seat('enterprise').token}`);
    expect(await violations(page)).toEqual([]);
    await follow(page.locator('main button').first());
    expect(await violations(page)).toEqual([]);
    for (const shown of ['[data-state="undeclared"]', '[data-page="ballot-item"] .figures']) {
      await page.locator('main .btn-primary').first().click();
      await page.waitForSelector(shown);
      expect(await violations(page)).toEqual([]);
    }
    await window.close();
  }, 60_000);
});
