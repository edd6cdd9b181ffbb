import type { Browser, Page } from 'playwright-core';
import {
  follow,
  followConfirmed,
  launchBrowser,
  openWindow,
  phone,
  picture,
  violations,
} from '../support/browser';
import { holderOf } from '../support/seats';
import { TestServer } from '../support/server';

describe('a second look in a browser, on the demo city', () => {
  let server: TestServer;
  let browser: Browser;
  let office: Page;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await TestServer.demoCity('second-look');
    browser = await launchBrowser();
    const window = await openWindow(browser, server.address);
    office = await window.newPage();
    await office.goto('/demo');
    await office.locator('[data-id="secretary-01"] button').click();
    await office.waitForURL(`${server.address}/`);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function look(page: Page, name: string): Promise<void> {
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    await picture(page, name);
    const faults = await violations(page);
    if (faults.length > 0) found[name] = faults;
  }

  it('is offered beside a lead judged before, with the disputed criteria ticked', async () => {
    await office.goto('/follow-ups');
    await office.locator('#deferrals .btn').first().click();
    await office.waitForURL(/call-up/);
    await office.locator('[name="reason"]').fill('规划已经明确');
    await follow(office.locator('form.mt button'));
    await office.goto('/rounds/new?track=manufacturing');
    const row = office.locator('tr', { has: office.locator('[name="secondLook[]"]') }).first();
    await row.locator('details').evaluate('(one) => { one.open = true; }');
    expect(await row.locator('[name^="asked["]:checked').count()).toBeGreaterThan(0);
    await row.locator('[name="leadIds[]"]').check();
    await row.locator('[name="secondLook[]"]').check();
    await look(office, 'second-look-plan');
    await office.locator('[name="title"]').fill('分歧项再评');
    await office.locator('[name="rubricVersionId"]').selectOption({ index: 1 });
    await office.locator('#round-plan button.btn-primary').click();
    await office.waitForURL(/\/rounds\/[0-9a-z]{26}$/);
    await look(office, 'second-look-planned');
  });

  it('asks a panelist only these, on a phone, and tells the means of the others', async () => {
    const path = new URL(office.url()).pathname;
    await followConfirmed(office.locator(`form[action="${path}/opening"] button`).first());
    await office.goto(`/dev/mail?q=${holderOf(0)}@yijiang.example`);
    await follow(office.locator('[data-id] a').first());
    const link = /\/v\/[\w-]{43}/.exec(await office.locator('main').innerText())?.[0] ?? '';
    const window = await openWindow(browser, server.address, { viewport: phone });
    const page = await window.newPage();
    await page.goto(link);
    await page.locator('main form button').first().click();
    await page.waitForURL(/\/ballot$/);
    await page.locator('a[href^="/ballot/items/"]').first().click();
    await page.locator('button[name="interest"][value="none"]').click();
    await page.waitForSelector('[data-page="ballot-item"] .figures');
    expect(await page.locator('main').innerText()).toContain('本项只再评部分评分项');
    const scales = await page.locator('[data-criterion]').count();
    expect([scales > 0, scales < 6]).toEqual([true, true]);
    const faults = await violations(page);
    if (faults.length > 0) found['second-look-ballot'] = faults;
    await picture(page, 'second-look-ballot');
  });

  it('finds nothing that axe objects to, and nothing that overflows', () => {
    expect(found).toEqual({});
  });
});
