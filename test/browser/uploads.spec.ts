import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openWindow, picture, scratchFolder, violations } from '../support/browser';
import { TestServer } from '../support/server';
import { pdf } from '../integration/files/zip';

const big = (mark: string): Buffer => Buffer.concat([pdf, Buffer.from(mark), Buffer.alloc(600_000, 'x')]);
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>document.documentElement.setAttribute("data-ran","yes")</script></svg>',
);

describe('attachments in a browser, on the demo city', () => {
  let data: string;
  let server: TestServer;
  let browser: Browser;
  let window: BrowserContext;
  let page: Page;
  let lead: string;

  beforeAll(async () => {
    data = await scratchFolder('uploads');
    server = await TestServer.start({
      MODE: 'demo',
      DATABASE_URL: `sqlite:${join(data, 'yushen.db')}`,
      DATA_DIR: data,
      SECRET_KEY: 'a secret for the browser tests, long enough',
      MAIL_URL: 'mailbox:',
      LOG_LEVEL: 'error',
    });
    browser = await launchBrowser();
    window = await openWindow(browser, server.address);
    page = await window.newPage();
    await page.goto('/demo');
    await page.locator('[data-id="scout-01"] button').click();
    await page.waitForURL(`${server.address}/`);
    await page.goto('/leads/new');
    await page.fill('[name="title"]', '附件上传试验线索');
    await page.fill('[name="investorName"]', '试验精密制造有限公司');
    await page.locator('button[value="draft"]').first().click();
    await page.waitForURL(/\/leads\/[0-9a-z]{26}/);
    lead = /\/leads\/([0-9a-z]{26})/.exec(page.url())?.[1] ?? '';
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const choose = (...files: { name: string; buffer: Buffer }[]): Promise<void> =>
    page.setInputFiles(
      '#papers input[type=file]',
      files.map((file) => ({ ...file, mimeType: 'application/pdf' })),
    );
  const slowly = async (bytesPerSecond: number): Promise<void> => {
    const devtools = await window.newCDPSession(page);
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: bytesPerSecond,
    });
  };

  it('go up several at a time, and one sees how far they are', async () => {
    await page.goto(`/leads/${lead}`);
    await slowly(400_000);
    await choose({ name: '商业计划书.pdf', buffer: big('a') }, { name: '首次接触.pdf', buffer: big('b') });
    await page.locator('#papers form[data-upload] button.btn').first().click();
    const said = new Set<string>();
    for (let looks = 0; looks < 400 && !(await page.locator('#papers .files').count()); looks += 1) {
      const text = await page
        .locator('.upload [role=status]')
        .textContent({ timeout: 500 })
        .catch(() => null);
      if (text) said.add(text);
      if (said.size === 3) await picture(page, 'uploads-under-way');
    }
    await page.waitForSelector('#papers .files');
    expect([...said].filter((text) => /^正在上传第[12]个，共2个：\d+%$/.test(text)).length).toBeGreaterThan(
      3,
    );
    const list = await page.locator('#papers .files').innerText();
    expect([list.includes('商业计划书.pdf'), list.includes('首次接触.pdf')]).toEqual([true, true]);
    await picture(page, 'uploads-done');
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('say in words what is wrong with one, and stay on the page', async () => {
    await slowly(-1);
    await choose({ name: '图.svg', buffer: svg });
    await page.locator('#papers form[data-upload] button.btn').first().click();
    await page.waitForSelector('.upload .error');
    expect(await page.locator('.upload .error').innerText()).toContain('图.svg · 只收PDF');
    await picture(page, 'uploads-refused');
  });

  it('can be stopped, and then nothing of them is stored', async () => {
    await page.goto(`/leads/${lead}`);
    await slowly(50_000);
    await choose({ name: '停下.pdf', buffer: big('c') });
    await page.locator('#papers form[data-upload] button.btn').first().click();
    await page.locator('.upload button').click();
    await page.waitForSelector('.upload .error');
    expect(await page.locator('.upload .error').innerText()).toContain('没有传成');
    await slowly(-1);
    await page.goto(`/leads/${lead}`);
    expect(await page.locator('#papers').innerText()).not.toContain('停下.pdf');
  });

  it('go up without script by the plain form', async () => {
    const plain = await openWindow(browser, server.address, {
      javaScriptEnabled: false,
      storageState: await window.storageState(),
    });
    const tab = await plain.newPage();
    await tab.goto(`/leads/${lead}`);
    const files = ['无脚本一.pdf', '无脚本二.pdf'].map((name) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.concat([pdf, Buffer.from(name)]),
    }));
    await tab.setInputFiles('#papers input[type=file]', files);
    await tab.locator('#papers form[enctype] button').click();
    await tab.waitForSelector('.flash, [role=status]');
    const list = await tab.locator('#papers').innerText();
    expect([list.includes('无脚本一.pdf'), list.includes('无脚本二.pdf')]).toEqual([true, true]);
    await plain.close();
  });

  it('U-03: run no script even if an SVG had got in; shown inline the same one does', async () => {
    const sha256 = createHash('sha256').update(svg).digest('hex');
    mkdirSync(join(data, 'files', sha256.slice(0, 2)), { recursive: true });
    writeFileSync(join(data, 'files', sha256.slice(0, 2), sha256), svg);
    const database = new Database(join(data, 'yushen.db'));
    const id = `01zzzzzzzzzzzzzzzzzzzzzzzz`;
    database
      .prepare(
        `insert into stored_file (id, sha256, name, media_type, size, subject_type, subject_id, uploaded_by, uploaded_at)
         values (?, ?, 'x.svg', 'image/svg+xml', ?, 'lead', ?, null, '2026-01-01T00:00:00.000Z')`,
      )
      .run(id, sha256, svg.length, lead);
    database.close();
    const tab = await window.newPage();
    const download = tab.waitForEvent('download');
    await tab.goto(`/files/${id}`).catch(() => undefined);
    expect((await download).suggestedFilename()).toBe('x.svg');
    expect(await tab.evaluate('document.documentElement.getAttribute("data-ran")')).toBeNull();
    // The control: the same bytes without our headers.
    const careless = createServer((_, answer) => {
      answer.setHeader('content-type', 'image/svg+xml');
      answer.end(svg);
    }).listen(0, '127.0.0.1');
    await once(careless, 'listening');
    await tab.goto(`http://127.0.0.1:${(careless.address() as { port: number }).port}/`);
    expect(await tab.evaluate('document.documentElement.getAttribute("data-ran")')).toBe('yes');
    careless.close();
  });
});
