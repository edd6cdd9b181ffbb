import type { Browser, Page } from 'playwright-core';
import { foundCity, type TestCity } from '../support/city';
import { follow, followConfirmed, launchBrowser, openWindow, picture, violations } from '../support/browser';
import { planRound, tie, tiedLeads } from '../web/rounds/interests-city';

describe('interests in a browser', () => {
  let city: TestCity;
  let browser: Browser;
  let page: Page;
  let roundId: string;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    city = await foundCity('sqlite', { MODE: 'demo' });
    const leads = await tiedLeads(city, 3);
    const [first, second] = leads;
    await tie(city, 'lanjiang', { uscc: first?.uscc ?? '', industryCode: first?.industryCode ?? '' });
    await tie(city, 'hengling', { industryCode: second?.industryCode ?? '' });
    roundId = await planRound(
      city,
      leads.map(({ id }) => id),
    );
    await city.app.app.listen(0, '127.0.0.1');
    const address = (await city.app.app.getUrl()).replace('[::1]', '127.0.0.1');
    browser = await launchBrowser();
    page = await (await openWindow(browser, address)).newPage();
    await page.goto('/demo');
    await page.locator('[data-id="secretary-01"] button').click();
    await page.waitForURL(`${address}/`);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await city?.close();
  });

  async function look(name: string): Promise<void> {
    await picture(page, name);
    const faults = await violations(page);
    if (faults.length > 0) found[name] = faults;
  }

  it('are found in the room, decided with reasons, and read afterwards', async () => {
    await page.goto(`/rounds/${roundId}`);
    await look('interests-room');
    await page.locator(`main a[href="/rounds/${roundId}/recusals"]`).first().click();
    await page.waitForSelector('[data-page="round-interests"]');
    await look('interests');
    const serious = page.locator('article').first();
    await follow(serious.locator('button[value="confirm"]'));
    expect(await page.locator('article [aria-invalid="true"], article .error').count()).toBeGreaterThan(0);
    await look('interests-reason');
    await page.locator('article').first().locator('textarea').fill('核对后确为投资方在职人员');
    await page.locator('article').first().locator('button[value="confirm"]').click();
    await page.waitForSelector('.flash');
    expect(await page.locator('.flash').innerText()).toContain('已确认回避');
    await page.goto(`/rounds/${roundId}`);
    await followConfirmed(page.locator('form[action$="/opening"] button').first());
    await page.goto(`/rounds/${roundId}/recusals`);
    expect(await page.locator('table').innerText()).toContain('核对后确为投资方在职人员');
    await look('interests-history');
    await page.goto('/admin/units');
    await page.locator('a', { hasText: '恒岭精工' }).click();
    await page.waitForSelector('[data-page="unit-show"]');
    await look('unit-ties');
    expect(found).toEqual({});
  }, 120_000);
});
