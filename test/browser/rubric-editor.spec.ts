import type { Browser, BrowserContext, Page } from 'playwright-core';
import { follow, launchBrowser, openWindow, picture, violations } from '../support/browser';
import { TestServer } from '../support/server';

describe('the rubric editor in a browser, on the demo city', () => {
  let server: TestServer;
  let browser: Browser;
  let office: BrowserContext;
  let page: Page;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await TestServer.demoCity('rubric-editor');
    browser = await launchBrowser();
    office = await openWindow(browser, server.address);
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
    await picture(page, `rubric-${name}`);
    const faults = await violations(page);
    if (faults.length > 0) found[name] = faults;
  }

  it('shows a draft of manufacturing beside its published version', async () => {
    await page.goto('/rubrics');
    await look('index');
    await follow(page.locator('table a', { hasText: '制造业项目' }).first());
    expect(await page.locator('#draft').innerText()).toContain('第2版');
    await look('show');
    await follow(page.locator('#draft a', { hasText: '继续编辑' }));
    await look('draft');
  });

  it('adds up the weights while they are typed, and keeps them though they do not sum', async () => {
    const weight = page.locator('[name="weights[c1]"]');
    await weight.fill('20');
    expect(await page.locator('[data-sum-total]').innerText()).toBe('105');
    await follow(page.locator('.form-end [name="intent"][value="save"]'));
    expect(await page.locator('#check').innerText()).toContain('权重合计为105');
    await look('draft-faults');
    await weight.fill('15');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.locator('#check').innerText()).toContain('可以发布');
  });

  it('opens a criterion that scores itself, and moves one without script', async () => {
    await follow(page.locator('tr[data-id="c3"] a').first());
    expect(await page.locator('main').innerText()).toContain('400及以上5分');
    await look('criterion');
    await page.locator('[name="anchor3En"]').fill('');
    await follow(page.locator('.form-end [name="intent"][value="next"]'));
    expect(await page.locator('[name="nameZh"]').inputValue()).toBe('亩均效益');
    await page.goBack();
    await page.reload();
    await look('criterion-faults');
    await page.locator('[name="anchor3En"]').fill('2.5 to 3 million yuan per mu');
    await follow(page.locator('.form-end [name="intent"][value="save"]'));
    await page.goto(page.url().replace(/criteria\/c3$/, 'grounds/g2'));
    await look('ground');
  });

  it('previews the ballot, compares the versions and publishes', async () => {
    await page.goto(page.url().replace(/grounds\/g2$/, 'preview?kind=support'));
    expect(await page.locator('[data-criterion="energyCarbon"]').innerText()).toContain('单位产值能耗');
    await look('preview');
    await page.goto(page.url().replace(/versions\/2\/preview.*$/, 'comparison?left=1&right=2'));
    await look('comparison');
    await page.goto(page.url().replace(/comparison.*$/, 'versions/2/publication'));
    await look('publication');
    await follow(page.locator('.dialog .btn-primary'));
    expect(await page.locator('main').innerText()).toContain('已固定，不再改动');
    await look('published');
    await page.goto(`${page.url()}/retirement`);
    await look('retirement');
  });

  it('has no fault that axe finds and nothing that overflows', () => {
    expect(found).toEqual({});
  });
});
