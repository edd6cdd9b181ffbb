import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { FIELDS, fieldOfControl } from '../../src/domain/lead/fields';
import { sql } from '../../src/database/sql';
import { Lead } from '../../src/leads/lead.entity';
import { sampleOf } from '../integration/leads/lead-desk';
import { launchBrowser, openWindow, phone, picture, violations } from '../support/browser';
import { foundCity, type TestCity } from '../support/city';

/**
 * How long a person would need, from what was done: a tap with finding its place, a character of digits or letters, a
 * Han character by pinyin, a page to look at, a photograph to take. In seconds; ours, for want of better.
 */
const seconds = { tap: 1.2, character: 0.25, han: 0.5, page: 1.5, photo: 6 };
const limit = 180;

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

/** Somebody with a phone in one hand: counts what she does. */
class Hand {
  taps = 0;
  letters = 0;
  han = 0;
  pages = 0;
  photos = 0;
  private readonly began = performance.now();

  constructor(readonly page: Page) {}

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.arrive();
  }

  async tap(target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    await target.tap();
    this.taps += 1;
  }

  async go(target: Locator): Promise<void> {
    const answered = this.page.waitForEvent('domcontentloaded');
    await this.tap(target);
    await answered;
    await this.arrive();
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.tap(target);
    await target.fill(text);
    const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
    this.han += han;
    this.letters += [...text].length - han;
  }

  async choose(target: Locator, value: string): Promise<void> {
    await target.selectOption(value);
    // One tap opens the list, one takes the line.
    this.taps += 2;
  }

  async photograph(target: Locator): Promise<void> {
    await target.setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: png });
    this.photos += 1;
    this.taps += 1;
  }

  /** @returns what a person would need, in seconds */
  report(what: string): number {
    const machine = (performance.now() - this.began) / 1000;
    const human =
      this.taps * seconds.tap +
      this.letters * seconds.character +
      this.han * seconds.han +
      this.pages * seconds.page +
      this.photos * seconds.photo;
    process.stdout.write(
      `[first lead] ${what}: ${this.taps} taps, ${this.letters} letters and digits, ${this.han} Han characters, ` +
        `${this.pages} pages, ${this.photos} photographs; ${machine.toFixed(1)} s of machine time, ` +
        `about ${human.toFixed(0)} s for a person (${seconds.tap} s a tap, ${seconds.character} s a character, ` +
        `${seconds.han} s a Han character, ${seconds.page} s a page, ${seconds.photo} s a photograph)\n`,
    );
    return human;
  }

  private async arrive(): Promise<void> {
    await this.page.waitForLoadState();
    this.pages += 1;
    const overflow = await this.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(Number(overflow)).toBeLessThanOrEqual(1);
  }
}

describe('a scout who has never seen the product', () => {
  let city: TestCity;
  let browser: Browser;
  let address: string;
  const windows: BrowserContext[] = [];
  beforeAll(async () => {
    city = await foundCity('sqlite');
    city.app.clock.set(sampleOf('S01').at);
    await city.app.app.listen(0, '127.0.0.1');
    address = (await city.app.app.getUrl()).replace('[::1]', '127.0.0.1');
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    for (const window of windows) await window.close();
    await browser?.close();
    await city?.close();
  });

  const enter = async (account: string, more: { script?: boolean; wide?: boolean } = {}): Promise<Page> => {
    const window = await openWindow(browser, address, {
      ...(more.wide ? {} : { viewport: phone, hasTouch: true, isMobile: true }),
      javaScriptEnabled: more.script ?? true,
    });
    windows.push(window);
    const value = (await city.app.signedIn(account)).cookie('session') ?? '';
    await window.addCookies([{ name: 'session', value, url: address }]);
    return window.newPage();
  };
  const leadOf = (investor: string): Promise<Lead | null> =>
    city.app.reader.findOne(Lead, sql`where investor_name = ${investor}`);

  it('keeps a first lead from a phone of 360 px in under three minutes, a wrong unit caught as it is typed', async () => {
    const page = await enter('scout-01');
    const hand = new Hand(page);
    await hand.open('/');
    await hand.tap(page.locator('.menu-link'));
    await hand.go(page.locator('.menu a[href="/leads/quick"]'));
    await hand.write(page.locator('[name=investorName]'), '澜岫热控系统有限公司');
    await hand.choose(page.locator('[name=sourceChannel]'), 'event');
    await hand.write(page.locator('[name=totalInvestmentWan]'), '52000000');
    const slip = page.locator('.slip');
    expect(await slip.innerText()).toContain('是不是按元填了？按元计为5,200万元');
    await picture(page, 'first-lead-quick');
    await hand.tap(slip.locator('button'));
    expect(await page.locator('[name=totalInvestmentWan]').inputValue()).toBe('5200');
    expect(await slip.isHidden()).toBe(true);
    await hand.write(page.locator('[name=summary]'), '想建热管理模块产线，已看过两块地，要二十亩');
    await hand.photograph(page.locator('[name=photo]'));
    await hand.go(page.locator('main .btn-primary'));
    expect(await page.locator('main').innerText()).toContain('已存为草稿');
    expect(await page.locator('main').innerText()).toContain('card.png');
    expect(await leadOf('澜岫热控系统有限公司')).toMatchObject({ totalInvestment: 520_000 });
    expect(hand.report('quick draft')).toBeLessThan(limit);
  }, 60_000);

  it('loses nothing without script, and reads the unit she wrote', async () => {
    const page = await enter('scout-01', { script: false });
    const hand = new Hand(page);
    await hand.open('/leads/quick');
    await hand.write(page.locator('[name=investorName]'), '银峡数据');
    await hand.write(page.locator('[name=totalInvestmentWan]'), '5.2亿');
    await hand.go(page.locator('main .btn-primary'));
    expect(await page.locator('main').innerText()).toContain('“5.2亿”记为52,000万元（5.2亿元）');
    expect(await leadOf('银峡数据')).toMatchObject({ totalInvestment: 5_200_000 });
  }, 30_000);

  it('hands in a whole lead from the phone: industry by initials, figures weighed as they are typed', async () => {
    const page = await enter('scout-01');
    const hand = new Hand(page);
    await hand.open('/leads/new');
    const { body } = sampleOf('S01');
    const text = (value: unknown): string => String(value);
    const fill = async (control: string, value: unknown): Promise<void> => {
      const field = fieldOfControl(control);
      if (value === null || value === undefined || value === '' || field === null) return;
      if (control === 'industryCode') return pick();
      const box = page.locator(`[name="${control}"]:not([type=hidden])`).first();
      if (!(await box.isVisible()))
        await hand.tap(page.locator('details:not([open]) summary', { hasText: foldOf(control) }));
      const kind = await box.evaluate((node) => (node as unknown as { type: string }).type);
      if (kind === 'select-one') await hand.choose(box, text(value));
      else if (kind === 'radio') await hand.tap(page.locator(`[name="${control}"][value="${text(value)}"]`));
      else if (kind === 'checkbox') {
        if (value === true) await hand.tap(box);
      } else if (control === 'totalInvestmentWan') await hand.write(box, '5.2亿');
      else await hand.write(box, text(value));
    };
    const pick = async (): Promise<void> => {
      const box = page.locator('[name=industryCode]');
      await hand.write(box, 'qclbj');
      await page.locator('#industryCode-list li').first().waitFor();
      expect(await box.getAttribute('aria-expanded')).toBe('true');
      await picture(page, 'first-lead-picker');
      await hand.tap(page.locator('#industryCode-list li').first());
      expect(await box.inputValue()).toBe('C3670');
      expect(await page.locator('#industryCode-note').innerText()).toContain('汽车零部件及配件制造');
    };
    for (const { code, kind, parts } of FIELDS) {
      const value = body[code];
      if (value === undefined || value === null) continue;
      if (kind === 'group' && parts)
        for (const part of parts)
          await fill(`${code}[${part.code}]`, (value as Record<string, unknown>)[part.code]);
      else if (kind === 'list' && parts)
        for (const [i, entry] of (value as Record<string, unknown>[]).entries())
          for (const part of parts) await fill(`${code}[${i}][${part.code}]`, entry[part.code]);
      else if (kind === 'multi')
        for (const one of value as string[])
          await hand.tap(page.locator(`[name="${code}[]"][value="${one}"]`));
      else if (kind === 'list')
        for (const [i, one] of (value as string[]).entries())
          await hand.choose(page.locator(`[name="${code}[]"]`).nth(i), one);
      else await fill(code, value);
    }
    expect(await page.locator('[data-reckon=fixedAssetWan]').innerText()).toContain('400万元/亩');
    const yi = page.locator('[name=totalInvestmentWan] + .unit-after .also');
    expect(await yi.innerText()).toBe('52,000万元（5.2亿元）');
    await hand.go(page.locator('main .btn-primary[value=submit]').last());
    expect(await page.locator('main .flash').innerText()).toContain('L-2026-');
    expect(await leadOf(text(body['investorName']))).toMatchObject({
      state: 'submitted',
      totalInvestment: 5_200_000,
      tier: 'city',
    });
    hand.report('whole lead');
  }, 120_000);

  it('picks a code by keyboard alone, and pastes a credit code as it comes', async () => {
    const page = await enter('scout-01', { wide: true });
    await page.goto('/leads/new');
    const box = page.locator('[name=registeredRegion]');
    await box.focus();
    await page.keyboard.type('wzq');
    await page.locator('#registeredRegion-list li').first().waitFor();
    const shown = await page.locator('#registeredRegion-list li b').allInnerTexts();
    for (let n = 0; n <= shown.indexOf('320506'); n += 1) await page.keyboard.press('ArrowDown');
    const active = (await box.getAttribute('aria-activedescendant')) ?? '';
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('320506');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await page.fill('[name=uscc]', '９１３２０５０６ ｍａｙｘ００017y');
    await page.locator('[name=uscc]').blur();
    expect(await page.locator('[name=uscc]').inputValue()).toBe('91320506MAYX00017Y');
  }, 60_000);

  it('finds nothing on the way that axe would object to', async () => {
    const scout = await enter('scout-01', { wide: true });
    for (const path of ['/leads/quick', '/leads/new', '/leads/industries?q=qclbj', '/leads/regions?q=wzq']) {
      await scout.goto(path);
      expect([path, await violations(scout)]).toEqual([path, []]);
    }
    const secretary = await enter('secretary-01', { wide: true });
    await secretary.goto('/admin/settings/scope-rules');
    expect(await violations(secretary)).toEqual([]);
    await picture(secretary, 'first-lead-scope-rules');
  }, 120_000);
});

/** The summary behind which a control is folded away. */
function foldOf(control: string): string {
  if (control.startsWith('creditCheck')) return '信用核查';
  if (control.startsWith('honour')) return '荣誉的年份和证书';
  if (control.startsWith('foreign')) return '境外及港澳台企业';
  if (control.startsWith('coScouts')) return '协作招商人';
  return control.startsWith('referrer') ? '引荐人' : '外币投资';
}
