import { mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { Browser, BrowserContext, BrowserContextOptions, chromium, Locator, Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };

/** Chromium as people have it; `npm test` finds or installs it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: flags, headless: true });
}

/** A window of its own, with its own cookies. axe is injected past the CSP, which pages themselves may not. */
export async function openWindow(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const window = await browser.newContext({
    baseURL,
    viewport: desk,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    bypassCSP: true,
    ...options,
  });
  window.setDefaultTimeout(10_000);
  return window;
}

/**
 * Presses a link or a button that brings another page, and waits until that one is there. A bare press returns
 * while the old page is still shown; what is read next may then be of either, or of none.
 */
export async function follow(place: Locator): Promise<void> {
  await Promise.all([place.page().waitForEvent('load'), place.click()]);
}

/** The same, saying yes where the page asks first; it asks within the press itself. */
export async function followConfirmed(button: Locator): Promise<void> {
  const page = button.page();
  const loaded = page.waitForEvent('load');
  await button.click();
  const yes = page.locator('.veil .btn-danger, .veil .btn-primary').first();
  if ((await yes.count()) > 0) await yes.click();
  await loaded;
}

/** What axe finds on the page at both widths: rule, count, first place. Empty is what we want. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  const size = page.viewportSize();
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport);
    await page.evaluate(axe);
    const result = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
    );
    found.push(
      ...result.violations.map(
        ({ id, nodes }) => `${viewport.width}px ${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 160)}`,
      ),
    );
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (Number(overflow) > 1) found.push(`${viewport.width}px overflows sideways by ${String(overflow)} px`);
  }
  if (size) await page.setViewportSize(size);
  return found;
}

/** Pictures of the page at both widths, where SCREENSHOTS names a folder for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const size = page.viewportSize();
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(folder, `${name}-${viewport.width}.png`), fullPage: true });
  }
  if (size) await page.setViewportSize(size);
}

/** Fills a form by the names of its controls, nested names flattened (`contact[name]`). Lists fill in order. */
export async function fillForm(
  page: Page,
  body: Readonly<Record<string, unknown>>,
  prefix = '',
): Promise<void> {
  for (const [key, value] of Object.entries(body)) {
    const name = prefix === '' ? key : `${prefix}[${key}]`;
    if (value === null || value === undefined || value === '') continue;
    if (Array.isArray(value)) await fillList(page, name, value);
    else if (typeof value === 'object') await fillForm(page, value as Record<string, unknown>, name);
    else await fillControl(page, name, `${value as string}`);
  }
}

async function fillList(page: Page, name: string, values: unknown[]): Promise<void> {
  for (const [at, value] of values.entries()) {
    if (typeof value === 'object' && value !== null)
      await fillForm(page, value as Record<string, unknown>, `${name}[${at}]`);
    else {
      const control = page.locator(`[name="${name}[]"]`);
      const kind = await kindOf(control.first());
      if (kind === 'checkbox') await page.locator(`[name="${name}[]"][value="${String(value)}"]`).check();
      else if (kind === 'select-one') await control.nth(at).selectOption(String(value));
      else await control.nth(at).fill(String(value));
    }
  }
}

async function fillControl(page: Page, name: string, value: string): Promise<void> {
  const control = page.locator(`[name="${name}"]:not([type="hidden"])`).first();
  const kind = await kindOf(control);
  if (kind === 'radio') await pressRadio(page, page.locator(`[name="${name}"][value="${value}"]`));
  else if (kind === 'checkbox') await control.check();
  else if (kind === 'select-one') await control.selectOption(value);
  else await control.fill(value);
}

/** People press the label: the circle itself may be hidden behind a large target. */
async function pressRadio(page: Page, radio: Locator): Promise<void> {
  const id = await radio.getAttribute('id');
  const label = page.locator(`label[for="${id}"]`).first();
  if ((await label.count()) > 0) await label.click();
  else await radio.check();
}

/** `text`, `radio`, `checkbox`, `select-one`, … as the browser sees the control. */
function kindOf(control: Locator): Promise<string> {
  return control.evaluate((node) => (node as unknown as { type: string }).type);
}

export async function scratchFolder(name: string): Promise<string> {
  return mkdtemp(join(process.env['TEST_FOLDER'] ?? '', `${name}-`));
}
