import type { Browser, Page } from 'playwright-core';
import { follow, launchBrowser, openWindow, picture, violations } from '../support/browser';
import { TestServer } from '../support/server';

describe('panels and seats in a browser, on the demo city', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await TestServer.demoCity('demo');
    browser = await launchBrowser();
    page = await (await openWindow(browser, server.address)).newPage();
    await page.goto('/demo');
    await page.locator('[data-id="secretary-01"] button').click();
    await page.waitForURL(`${server.address}/`);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function look(name: string): Promise<void> {
    await picture(page, name);
    const faults = await violations(page);
    if (faults.length > 0) found[name] = faults;
  }

  it('hands a seat over from the room of a round, and back', async () => {
    await page.goto('/rounds?state=open');
    await page.locator('tr[data-id] a').first().click();
    await follow(page.locator('a[href$="/handover"]').first());
    await look('handover');
    await page.fill('[name="reason"]', '本周赴省里开会，由B岗代行');
    await page.locator('form[action$="/handover"] button').click();
    await page.waitForURL(/\/rounds\/\w{26}$/);
    expect(await page.locator('main').textContent()).toContain('现由B岗');
    await look('room-handed-over');
    await follow(page.locator('a[href$="/handover"]').first());
    expect(await page.locator('main').textContent()).toContain('交回A岗');
    await look('handover-back');
  });

  it('changes the name of a panel', async () => {
    await page.goto('/panels');
    await page.locator('tr[data-id] a').first().click();
    await page.fill('#identity [name="name"]', '宜江市招商预审专班一组');
    await follow(page.locator('#identity button'));
    await page.waitForURL(/\/panels\/\w{26}$/);
    expect(await page.locator('h1').textContent()).toContain('一组');
    await look('panel');
  });

  it('draws a panel for a planned round', async () => {
    await page.goto('/rounds/new');
    await page.fill('[name="title"]', '由抽取的专班评议');
    await page.selectOption('[name="rubricVersionId"]', { index: 1 });
    await page.locator('[name="leadIds[]"]').first().check();
    await page.locator('form[action="/rounds"] button.btn-primary, button[form]').last().click();
    await page.waitForURL(/\/rounds\/\w{26}$/);
    await follow(page.locator('a[href$="/panel"]').first());
    await look('draw');
    await page.locator('.act button, button.btn-primary').last().click();
    await page.waitForURL(/\/rounds\/\w{26}$/);
    expect(await page.locator('main').textContent()).toContain('抽取专班');
    await look('room-drawn');
  });

  it('finds nothing wrong on any of these pages', () => {
    expect(found).toEqual({});
  });
});
