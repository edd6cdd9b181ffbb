import type { Browser, BrowserContext, Page } from 'playwright-core';
import { leadBook } from '../../src/demo/lead-book';
import {
  fillForm,
  follow,
  followConfirmed,
  launchBrowser,
  openWindow,
  phone,
  picture,
  violations,
} from '../support/browser';
import { holderOf, scoresOfSeat } from '../support/seats';
import { TestServer } from '../support/server';

const title = '车用毫米波雷达模组生产线';

describe('the main job in a browser, on the demo city', () => {
  let server: TestServer;
  let browser: Browser;
  let office: BrowserContext;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await TestServer.demoCity('demo');
    browser = await launchBrowser();
    office = await openWindow(browser, server.address);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function as(account: string): Promise<Page> {
    const page = await office.newPage();
    await page.goto('/demo');
    await page.locator(`[data-id="${account}"] button`).click();
    await page.waitForURL(`${server.address}/`);
    return page;
  }

  /** Looks at a page: pictures where they are wanted, axe always. */
  async function look(page: Page, name: string): Promise<void> {
    await picture(page, name);
    const faults = await violations(page);
    if (faults.length > 0) found[name] = faults;
  }

  function press(page: Page, selector: string): Promise<void> {
    return followConfirmed(page.locator(selector).first());
  }

  let leadPath = '';
  let roundPath = '';

  it('lets a scout report a lead', async () => {
    const page = await as('scout-01');
    await look(page, 'desk-scout');
    await page.goto('/leads/new');
    await look(page, 'lead-new');
    const now = new Date();
    const day = new Date(now.getTime() - 3 * 86_400_000).toISOString().slice(0, 10);
    const [entry] = leadBook({ year: now.getFullYear(), month: now.getMonth() + 1, day });
    const body = {
      ...entry?.body,
      title,
      investorName: '毫芒雷达科技有限公司',
      uscc: '91320506MAYX0101XA',
      contact: {
        name: '路示例',
        title: '副总经理',
        mobile: '15400009901',
        email: 'radar@lead.example',
        noticeGiven: 'true',
      },
      incentiveRequests: [],
    };
    await fillForm(page, { ...body, fixedAssetWan: '60000' });
    expect(await page.locator('body').innerText()).toContain('5.2亿元');
    await page.locator('button[name="intent"][value="submit"]').first().click();
    await page.waitForSelector('[role="alert"]');
    await look(page, 'lead-refused');
    expect(await page.locator('[name="title"]').inputValue()).toBe(title);
    await fillForm(page, { fixedAssetWan: '38000' });
    await page.locator('button[name="intent"][value="submit"]').first().click();
    await page.waitForURL(/\/leads\/[0-9a-z]{26}$/);
    leadPath = new URL(page.url()).pathname;
    await look(page, 'lead-submitted');
    expect(await page.locator('main').innerText()).toMatch(/L-\d{4}-\d{5}/);
    await page.close();
  });

  it('lets the secretariat accept it and put it into a round', async () => {
    const page = await as('secretary-01');
    await look(page, 'desk-secretariat');
    await page.goto('/leads');
    await look(page, 'leads-index');
    await page.goto(leadPath);
    await look(page, 'lead-intake');
    await page
      .locator(`form[action="${leadPath}/intake"] [value="accept"]`)
      .first()
      .check({ force: true })
      .catch(() => undefined);
    await follow(page.locator(`form[action="${leadPath}/intake"] button`).first());
    await page.goto('/rounds');
    await look(page, 'rounds-index');
    await page.goto('/rounds/new');
    await look(page, 'round-new');
    await page.locator('[name="title"]').fill('浏览器走通的一轮');
    const deadline = new Date(Date.now() + 3 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16);
    await page.locator('[name="deadlineAt"]').fill(deadline);
    await page
      .locator('[name="rubricVersionId"]')
      .selectOption({ index: 1 })
      .catch(() => undefined);
    const row = page.locator('tr', { hasText: title });
    await row.locator('[name="leadIds[]"]').check();
    await page.locator('form[action="/rounds"] button.btn-primary').first().click();
    await page.waitForURL(/\/rounds\/[0-9a-z]{26}$/);
    roundPath = new URL(page.url()).pathname;
    await look(page, 'round-planned');
    await press(page, `form[action="${roundPath}/opening"] button`);
    await page.waitForLoadState();
    await page.goto(roundPath);
    await look(page, 'round-open');
    expect(await page.locator('main').innerText()).toContain('0/10');
    await page.close();
  });

  it('lets ten panelists vote through their mailed links, on a phone without script', async () => {
    for (let seat = 0; seat < 10; seat += 1) {
      const window = await openWindow(browser, server.address, {
        viewport: phone,
        javaScriptEnabled: seat > 1,
      });
      const page = await window.newPage();
      const mails = await office.newPage();
      await mails.goto(`/dev/mail?q=${holderOf(seat)}@yijiang.example`);
      if (seat === 2) await look(mails, 'mailbox');
      await follow(mails.locator('[data-id] a').first());
      if (seat === 2) await look(mails, 'mailbox-mail');
      const link = /\/v\/[\w-]{43}/.exec(await mails.locator('main').innerText())?.[0] ?? '';
      await mails.close();
      await page.goto(link);
      if (seat === 2) await look(page, 'voting-link');
      await page.locator('main form button').first().click();
      await page.waitForURL(/\/ballot$/);
      if (seat === 2) await look(page, 'ballot-list');
      await follow(page.locator('a[href^="/ballot/items/"]').first());
      if (seat === 2) await look(page, 'ballot-declaration');
      await page.locator('button[name="interest"][value="none"]').click();
      await page.waitForSelector('[data-page="ballot-item"] .figures');
      if (seat === 2) await look(page, 'ballot-item');
      await fillForm(page, {
        scores: scoresOfSeat(seat, 4),
        vote: 'agree',
        comment: '同意，请尽快落实用地。',
      });
      await follow(page.locator('button[name="intent"][value="cast"]').first());
      expect(await page.locator('body').innerText()).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/i);
      if (seat === 2) await look(page, 'ballot-cast');
      await window.close();
    }
  }, 240_000);

  it('lets the secretariat close, look at the results and announce', async () => {
    const page = await as('secretary-01');
    await page.goto(roundPath);
    await look(page, 'round-voted');
    await page.goto(`${roundPath}/closure`);
    await look(page, 'round-closure');
    await press(page, `form[action="${roundPath}/closure"] button`);
    await page.waitForLoadState();
    await page.goto(`${roundPath}/results`);
    await look(page, 'results');
    expect(await page.locator('main').innerText()).toContain('80.00');
    await page.goto(`${roundPath}/announcement`);
    await look(page, 'announcement');
    await press(page, 'button[form="announcement-form"]');
    await page.waitForLoadState();
    await page.goto('/cage');
    await look(page, 'cage-index');
    await page.locator('a', { hasText: title }).first().click();
    await page.waitForURL(/\/cage\/[0-9a-z]{26}$/);
    await look(page, 'cage-project');
    expect(await page.locator('main').innerText()).toContain('五个一');
    await page.close();
  });

  it('answers the scout by letter', async () => {
    const page = await as('scout-01');
    await page.goto(leadPath);
    await look(page, 'lead-admitted');
    await follow(page.locator(`a[href="${leadPath}/letter"]`).first());
    await look(page, 'letter');
    expect(await page.locator('main').innerText()).toMatch(/C-\d{4}-\d{4}/);
    await page.close();
  });

  it('shows every other page too, in both languages', async () => {
    const pages: [account: string, path: string][] = [
      ['secretary-01', '/rubrics'],
      ['secretary-01', '/panels'],
      ['secretary-01', '/ledger'],
      ['secretary-01', '/ledger/heads'],
      ['secretary-01', '/admin/mail'],
      ['admin-01', '/admin/people'],
      ['admin-01', '/admin/units'],
      ['admin-01', '/admin/settings'],
      ['admin-01', '/account'],
      ['host-01', '/'],
      ['supporter-01', '/'],
      ['leader-01', '/'],
      ['inspector-01', '/'],
      ['admin-01', '/'],
      ['secretary-01', '/no-such-page'],
    ];
    for (const [account, path] of pages) {
      const page = await as(account);
      await page.goto(path);
      await look(page, `${account}${path.replaceAll('/', '-')}`);
      await page.close();
    }
    const page = await as('secretary-01');
    await follow(page.locator('form[action="/locale"] button').first());
    for (const path of ['/', '/leads', '/rounds', roundPath, `${roundPath}/results`, '/cage', leadPath]) {
      await page.goto(path);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await look(page, `en${path.replaceAll('/', '-')}`);
    }
    await page.close();
  }, 240_000);

  it('found no accessibility violation and no sideways scrolling on any page it visited', () => {
    expect(found).toEqual({});
  });
});
