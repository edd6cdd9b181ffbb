import type { Browser, Page } from 'playwright-core';
import { follow, followConfirmed, launchBrowser, openWindow, picture, violations } from '../support/browser';
import { TestServer } from '../support/server';

describe('sharing a round out in a browser, on the demo city', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await TestServer.demoCity('demo');
    browser = await launchBrowser();
    page = await (await openWindow(browser, server.address)).newPage();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function as(account: string): Promise<void> {
    await page.context().clearCookies();
    await page.goto('/demo');
    await page.locator(`[data-id="${account}"] button`).click();
    await page.waitForURL(`${server.address}/`);
  }

  async function look(name: string): Promise<void> {
    await picture(page, name);
    const faults = await violations(page);
    if (faults.length > 0) found[name] = faults;
  }

  it('plans it so, adjusts the proposal, applies it and opens with it', async () => {
    await as('secretary-01');
    await page.goto('/rounds/new?track=manufacturing');
    await page.locator('[name="title"]').fill('分配评试行');
    await page.locator('label', { hasText: '分配评：' }).first().click();
    for (const box of await page.locator('[name="leadIds[]"]:not([disabled])').all()) await box.check();
    await look('round-new-shared');
    await page.locator('form[action="/rounds"] button.btn-primary').first().click();
    await page.waitForURL(/\/assignment$/);
    await look('assignment-short');
    await page.locator('[name="perKind[support]"]').fill('4');
    for (const kind of ['park', 'institute', 'enterprise'])
      await page.locator(`[name="perKind[${kind}]"]`).fill('1');
    await page.locator('form#assignment-plan button').click();
    await page.waitForURL(/\/assignment$/);
    await look('assignment-proposed');
    const free = page.locator('.matrix input[type="checkbox"]:not(:checked)').first();
    await free.check();
    await follow(page.locator('button[form="assignment-apply"][value="check"]'));
    await look('assignment-checked');
    await page.locator('button[form="assignment-apply"][value="apply"]').click();
    await page.locator('.veil .btn-danger').click();
    await page.waitForURL(/\/rounds\/[0-9a-z]{26}$/);
    await look('room-assigned');
    await followConfirmed(page.locator('form[action$="/opening"] button').first());
    await page.locator('.cells .none').first().waitFor({ state: 'attached' });
    await look('room-open-shared');
  });

  it('records what a person knows', async () => {
    await as('admin-01');
    await page.goto('/admin/people');
    await follow(page.locator('tr', { hasText: '卓清源' }).locator('a').first());
    await look('person-with-expertise');
    await follow(page.locator('a[href$="/expertise"]'));
    await look('expertise');
    await page.locator('[name="industries"]').fill('c36 C99999');
    await page.locator('form.mt button.btn-primary').click();
    await page.locator('.error').first().waitFor();
    await look('expertise-wrong');
    await page.locator('[name="industries"]').fill('c36，C3912');
    await page.locator('form.mt button.btn-primary').click();
    await page.waitForURL(/\/admin\/people\/[0-9a-z]{26}$/);
    expect(await page.content()).toContain('C3912');
  });

  it('has no fault that axe finds, and nothing that runs over the side', () => {
    expect(found).toEqual({});
  });
});
