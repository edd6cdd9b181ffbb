import type { Browser, BrowserContext, Page } from 'playwright-core';
import { desk, launchBrowser, openWindow, phone } from '../support/browser';
import { TestServer } from '../support/server';

/** Pages that are looked at for each account; addresses that differ in their ids and queries only count once. */
const most = 70;

/**
 * Words of two neighbours without any gap between them (“No quorum8 items”), as they stand on the screen: what ends one
 * text node and begins the next on the same line.
 */
const runTogether = `(() => {
  const shown = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT, (node) =>
    node.data.trim() !== '' && !node.parentElement.closest('.sr, script, style, option, textarea, svg')
      ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  const box = (node, end) => {
    const range = document.createRange();
    const text = node.data;
    const at = end ? text.length - 1 : 0;
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const found = [];
  let before = null;
  for (let node = shown.nextNode(); node; node = shown.nextNode()) {
    if (before && /[A-Za-z0-9.,;:)]$/.test(before.data) && /^[A-Za-z0-9(]/.test(node.data)) {
      const [a, b] = [box(before, true), box(node, false)];
      const isNext = b.width > 0 && a.width > 0 && Math.abs(a.bottom - b.bottom) < 4 && Math.abs(b.left - a.right) < 0.8;
      if (isNext) found.push(before.data.trim().slice(-20) + '|' + node.data.trim().slice(0, 20));
    }
    before = node;
  }
  return found;
})()`;

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe('the pages in English, on the demo city', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await TestServer.demoCity('demo');
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function signedIn(account: string): Promise<{ window: BrowserContext; page: Page }> {
    const window = await openWindow(browser, server.address, { locale: 'en' });
    const page = await window.newPage();
    await page.goto('/demo');
    await page.locator(`[data-id="${account}"] button`).click();
    await page.waitForURL(`${server.address}/`);
    if ((await page.locator('html').getAttribute('lang')) !== 'en') {
      await Promise.all([
        page.waitForEvent('load'),
        page.evaluate(`document.querySelector('form[action="/locale"]').requestSubmit()`),
      ]);
    }
    return { window, page };
  }

  it('would notice words without a gap, and a page that is too wide', async () => {
    const window = await openWindow(browser, server.address, { viewport: phone });
    const page = await window.newPage();
    await page.setContent('<main><p><b>No quorum</b>8 items</p><p><b>No quorum</b> 8 items</p></main>');
    expect(await page.evaluate(runTogether)).toEqual(['No quorum|8 items']);
    expect(await page.evaluate(overflow)).toBe(0);
    await page.setContent('<main><p style="width: 400px">wide</p></main>');
    expect(Number(await page.evaluate(overflow))).toBeGreaterThan(1);
    await window.close();
  });

  it.each(['secretary-01', 'scout-01', 'host-01', 'supporter-01', 'leader-01', 'inspector-01', 'admin-01'])(
    'keeps within the screen and sets words apart for %s',
    async (account) => {
      const { window, page } = await signedIn(account);
      const faults: Record<string, string[]> = {};
      const seen = new Set<string>();
      const open = ['/'];
      let pages = 0;
      for (let path = open.shift(); path !== undefined && pages < most; path = open.shift()) {
        pages += 1;
        const answer = await page.goto(path);
        if (answer?.headers()['content-type']?.includes('html') !== true) continue;
        const said: string[] = [];
        for (const viewport of [phone, desk]) {
          await page.setViewportSize(viewport);
          const over = Number(await page.evaluate(overflow));
          if (over > 1) said.push(`${viewport.width}px overflows by ${over} px`);
        }
        said.push(...(await page.evaluate<string[]>(runTogether)));
        if (said.length > 0) faults[path] = said;
        const links = await page.evaluate<string[]>(
          `[...document.querySelectorAll('main a[href^="/"], nav a[href^="/"]')].map((a) => a.getAttribute('href').split('#')[0])`,
        );
        for (const link of links) {
          const shape = link
            .replace(/[0-9a-z]{26}/g, '*')
            .replace(/=[^&]*/g, '=')
            .replace(/\d+/g, '#');
          if (seen.has(shape) || /\.(xlsx|csv|docx|zip|ics|json)|export|download|\/files\//.test(link))
            continue;
          seen.add(shape);
          open.push(link);
        }
      }
      await window.close();
      expect(pages).toBeGreaterThan(3);
      expect(faults).toEqual({});
    },
    120_000,
  );
});
