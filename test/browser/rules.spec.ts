import type { Browser, BrowserContext, Page } from 'playwright-core';
import { follow, launchBrowser, openWindow, picture, violations } from '../support/browser';
import { TestServer } from '../support/server';

describe('decision rules in a browser, on the demo city', () => {
  let server: TestServer;
  let browser: Browser;
  let office: BrowserContext;
  let page: Page;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await TestServer.demoCity('rules');
    browser = await launchBrowser();
    office = await openWindow(browser, server.address);
    page = await office.newPage();
    await page.goto('/demo');
    await follow(page.locator('[data-id="secretary-01"] button'));
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Pictures where they are wanted, axe always. */
  async function look(name: string): Promise<void> {
    await picture(page, name);
    const faults = await violations(page);
    if (faults.length > 0) found[name] = faults;
  }

  it('are read, drafted, corrected, compared and published', async () => {
    await page.goto('/rules');
    await look('rules-index');
    await follow(page.locator('main tr[data-id] a').first());
    await look('rules-show');
    await follow(page.locator('form[action$="/drafts"] button'));
    await page.locator('[name="floor"]').fill('80');
    await page.locator('[name="byClock"][value="yes"]').check();
    await follow(page.locator('button[value="publish"]'));
    expect(await page.locator('.notice-error').innerText()).toContain('发布前还须改正1处');
    await look('rules-draft');
    await page.locator('[name="floor"]').fill('65');
    await follow(page.locator('button[value="publish"]'));
    expect(page.url()).toContain('/publication');
    await look('rules-publication');
    await follow(page.locator('form.dialog button'));
    expect(await page.locator('h1').innerText()).toContain('R1第2版');
    await follow(page.locator('main form[action$="/comparison"] button'));
    await look('rules-comparison');
  }, 60_000);

  it('are tried out on typed ballots and on a closed item', async () => {
    await page.goto('/rules/simulator');
    await look('simulator-empty');
    await follow(page.locator('button[value="fill"]'));
    await page.locator('[name="votes[park-1]"]').selectOption('against');
    await page.locator('[name="scores[park-1][taxPerMu]"]').fill('9');
    await follow(page.locator('.form-end button[value="run"]'));
    await look('simulator-wrong');
    await page.locator('[name="scores[park-1][taxPerMu]"]').fill('1');
    await follow(page.locator('.form-end button[value="run"]'));
    expect(await page.locator('#outcome').innerText()).toContain('入笼');
    await look('simulator-typed');
    await follow(page.locator('form[method="get"] button'));
    expect(await page.locator('#outcome .tried-one').count()).toBe(2);
    await look('simulator-item');
  }, 60_000);

  it('are open to everybody’s eyes and hands', () => {
    expect(found).toEqual({});
  });
});
