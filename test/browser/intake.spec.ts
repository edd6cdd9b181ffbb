import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openWindow, phone, picture, violations } from '../support/browser';
import { TestServer } from '../support/server';

describe('the intake desk in a browser, on the demo city', () => {
  let server: TestServer;
  let browser: Browser;
  let office: BrowserContext;
  let page: Page;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await TestServer.demoCity('intake');
    browser = await launchBrowser();
    office = await openWindow(browser, server.address);
    page = await office.newPage();
    await signIn(page);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function signIn(on: Page): Promise<void> {
    await on.goto('/demo');
    await on.locator('[data-id="secretary-01"] button').click();
    await on.waitForURL(`${server.address}/`);
  }

  async function look(on: Page, name: string): Promise<void> {
    await picture(on, `intake-${name}`);
    const faults = await violations(on);
    if (faults.length > 0) found[name] = faults;
  }

  const opened = (): Promise<string | null> => page.locator('#pane').getAttribute('data-id');

  it('is one press away from the secretariat’s desk', async () => {
    await page.getByRole('link', { name: '受理台' }).click();
    await page.waitForSelector('[data-page="intake"]');
    expect(await page.locator('.keys').innerText()).toContain('退回补正');
    await look(page, 'desk');
  });

  it('is worked by keyboard alone: move, open, accept, go on with the next', async () => {
    const listed = await page.locator('tr[data-id]').all();
    const rows = await Promise.all(listed.map((row) => row.getAttribute('data-id')));
    expect(rows.length).toBeGreaterThan(3);
    expect(await opened()).toBe(rows[0]);
    await page.keyboard.press('j');
    await Promise.all([page.waitForURL(/selected=/), page.keyboard.press('Enter')]);
    expect(await opened()).toBe(rows[1]);
    await Promise.all([page.waitForResponse(/decision/), page.keyboard.press('a')]);
    await page.waitForSelector('.notice-ok');
    expect(await opened()).toBe(rows[2]);
    expect(await page.locator(`tr[data-id="${rows[1]}"]`).count()).toBe(0);
  });

  it('returns by keyboard with a reason of the list', async () => {
    const lead = await opened();
    await page.keyboard.press('r');
    expect(await page.evaluate('document.activeElement.name')).toBe('reasons[]');
    await page.keyboard.press('Space');
    await look(page, 'return');
    await page.locator('#form-return button').focus();
    await Promise.all([page.waitForResponse(/decision/), page.keyboard.press('Enter')]);
    await page.waitForSelector('.notice-ok');
    expect(await opened()).not.toBe(lead);
  });

  it('says what is missing in the form that was sent', async () => {
    await page.keyboard.press('d');
    await page.keyboard.type('不在受理范围');
    await page.locator('#form-reject button').focus();
    await Promise.all([page.waitForResponse(/decision/), page.keyboard.press('Enter')]);
    expect(await page.locator('#reject-remedy-error').innerText()).toContain('还能怎么办');
    expect(await page.locator('#reject-reason').inputValue()).toBe('不在受理范围');
  });

  it('goes to the search with a slash', async () => {
    await page.goto('/intake');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('f-q');
  });

  it('does all of it on a phone without script', async () => {
    const window = await openWindow(browser, server.address, { viewport: phone, javaScriptEnabled: false });
    const small = await window.newPage();
    await signIn(small);
    await small.goto('/intake');
    const second = small.locator('tr[data-id] a.cell-title').nth(1);
    await second.click();
    await small.locator('#form-tier summary').click();
    await small.locator('#tier-reason').fill('总投资低于市级门槛');
    await small.locator('#form-tier button').click();
    expect(await small.locator('.notice-ok').innerText()).toContain('已转层级');
    for (const box of (await small.locator('.pick input[name="leadIds[]"]').all()).slice(0, 2))
      await box.check();
    await small.locator('#pick button[value="accept"]').click();
    await small.waitForSelector('[data-page="intake-batch-new"]');
    expect(await small.locator('h1').innerText()).toBe('受理2条线索');
    const seeing = await openWindow(browser, server.address, { storageState: await window.storageState() });
    const copy = await seeing.newPage();
    await copy.goto(small.url());
    await look(copy, 'batch');
    await small.locator('form[action="/intake/batches"] button').click();
    await small.waitForSelector('[data-page="intake-batch"]');
    expect(await small.locator('main').innerText()).toContain('办成2条');
    await copy.goto(small.url());
    await look(copy, 'result');
    for (const path of ['/questions', '/admin/settings/return-reasons']) {
      await copy.goto(path);
      await look(copy, path.replaceAll('/', '-'));
    }
    await seeing.close();
    await window.close();
  });

  it('has no fault that axe can find, and nothing overflows', () => {
    expect(found).toEqual({});
  });
});
