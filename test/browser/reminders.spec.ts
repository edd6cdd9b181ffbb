import type { Browser, BrowserContext, Page } from 'playwright-core';
import { follow, launchBrowser, openWindow, picture, violations } from '../support/browser';
import { TestServer } from '../support/server';

describe('reminding the panel in a browser, on the demo city', () => {
  let server: TestServer;
  let browser: Browser;
  let office: BrowserContext;
  let page: Page;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await TestServer.demoCity('reminders');
    browser = await launchBrowser();
    // Without script: the page has to do without.
    office = await openWindow(browser, server.address, { javaScriptEnabled: false });
    page = await office.newPage();
    await page.goto('/demo');
    await page.locator('[data-id="secretary-01"] button').click();
    await page.waitForURL(`${server.address}/`);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function look(name: string): Promise<void> {
    const seeing = await openWindow(browser, server.address, { storageState: await office.storageState() });
    const copy = await seeing.newPage();
    await copy.goto(page.url());
    await picture(copy, `reminders-${name}`);
    const faults = await violations(copy);
    if (faults.length > 0) found[name] = faults;
    await seeing.close();
  }

  it('shows in the room how safe the quorum is', async () => {
    await page.goto('/rounds?state=open');
    await page.locator('table a').first().click();
    await page.waitForSelector('[data-page="round-show"]');
    expect(await page.locator('main').innerText()).toContain('法定人数预测');
    await look('room');
  });

  it('leads from the room to the recipients, and sends to the chosen', async () => {
    await page.locator('form[action$="/reminders"] button').first().click();
    await page.waitForSelector('[data-page="round-reminders"]');
    await look('page');
    const boxes = page.locator('[name="seatIds[]"]');
    const count = await boxes.count();
    expect(count).toBeGreaterThan(1);
    for (let n = 0; n < count; n += 1) await boxes.nth(n).uncheck();
    await page.locator('button[name="intent"]').click();
    expect(await page.locator('#seatIds-error').innerText()).toBe('请至少选一个席位。');
    await page.locator('[name="seatIds[]"]').first().check();
    await page.locator('button[name="intent"]').click();
    await page.waitForSelector('[data-page="round-show"]');
    expect(await page.locator('main').innerText()).toContain('已向没有投完的1席寄出催办邮件。');
  });

  it('hands out the calendar entry of an invitation', async () => {
    await page.goto('/dev/mail?q=panelist-03');
    await follow(page.locator('table a', { hasText: '请表决' }).first());
    expect(await page.locator('main').innerText()).toContain('附件');
    await look('mail');
    const href = await page.locator('a[href*="/files/"]').getAttribute('href');
    const file = await office.request.get(href ?? '');
    expect(await file.text()).toContain('BEGIN:VEVENT');
  });

  it('has no fault that axe can find, and nothing overflows', () => {
    expect(found).toEqual({});
  });
});
