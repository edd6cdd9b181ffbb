import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ComputedScore } from '../../src/domain/rubric/computed-score';
import { RoundClosuresService } from '../../src/results/round-closures.service';
import { startApp, type TestApp } from '../support/app';
import { follow, launchBrowser, openWindow, phone, picture, violations } from '../support/browser';
import { BallotCity, deadline, viewerOf, type CitySeat } from '../web/ballots/ballot-city';

const intensity: ComputedScore = {
  input: 'investIntensity',
  better: 'more',
  shape: 'steps',
  steps: [
    { from: '150', score: 1 },
    { from: '200', score: 2 },
    { from: '250', score: 3 },
    { from: '300', score: 4 },
    { from: '400', score: 5 },
  ],
};

describe('a veto and a computed criterion in a browser, on a phone without script', () => {
  let app: TestApp;
  let city: BallotCity;
  let browser: Browser;
  let address: string;
  const found: Record<string, string[]> = {};
  beforeAll(async () => {
    app = await startApp('sqlite');
    city = await BallotCity.open(app, 2, undefined, (content) => ({
      ...content,
      criteria: content.criteria.map((one) =>
        one.code === 'investIntensity' ? { ...one, computed: intensity } : one,
      ),
    }));
    const server = app.app.getHttpServer() as { address(): AddressInfo };
    await app.app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${server.address().port}`;
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  const unit = (name: string): CitySeat => {
    const seat = city.seats.find(({ unitName }) => unitName.includes(name));
    if (!seat) throw new Error(`no seat of ${name}`);
    return seat;
  };

  async function enter(name: string): Promise<Page> {
    const window = await openWindow(browser, address, { viewport: phone, javaScriptEnabled: false });
    const page = await window.newPage();
    await page.goto(`/v/${unit(name).token}`);
    await follow(page.getByRole('button', { name: '进入表决' }));
    return page;
  }

  /** The same page with script, for axe and the pictures. */
  async function look(page: Page, name: string): Promise<void> {
    const window: BrowserContext = await openWindow(browser, address, {
      storageState: await page.context().storageState(),
    });
    const again = await window.newPage();
    await again.goto(page.url());
    await picture(again, name);
    const faults = await violations(again);
    if (faults.length > 0) found[name] = faults;
    await window.close();
  }

  it('is raised, seen by whom it waits for, and confirmed', async () => {
    const raiser = await enter('自然资源');
    await raiser.goto(`/ballot/items/${city.item(1).id}`);
    await follow(raiser.locator('button[name="interest"][value="none"]'));
    await look(raiser, 'ballot-computed');
    await raiser.getByText('数据有误，更正').click();
    await raiser.locator('[name="inputs[investIntensity]"]').fill('380');
    await follow(raiser.getByRole('button', { name: '先存草稿，不投票' }).last());
    await look(raiser, 'ballot-corrected');
    await follow(raiser.getByRole('link', { name: '提出一票否决' }));
    await look(raiser, 'veto-raise');
    await raiser.getByText('V02 占用生态保护红线').click();
    await raiser.locator('[name=basis]').fill('《中华人民共和国土地管理法》第三十五条');
    await raiser.locator('[name=text]').fill('选址地块东侧三亩位于永久基本农田。');
    await follow(raiser.getByRole('button', { name: '提出否决' }));
    await expect(raiser.locator('.notice', { hasText: '否决已提出' }).count()).resolves.toBe(1);
    const settler = await enter('生态环境');
    await look(settler, 'ballot-list-veto');
    await follow(settler.getByRole('link', { name: 'V02' }));
    await look(settler, 'veto-seat');
    await settler.locator('#confirm-form [name="interest[]"]').check();
    await settler.locator('#confirm-reason').fill('已套合三区三线图核实，确在永久基本农田内。');
    await follow(settler.getByRole('button', { name: '确认，本项不予通过' }));
    await look(settler, 'veto-settled');
  }, 120_000);

  it('shows on the secretariat’s desk pages, and with the results', async () => {
    const cookies = (await app.signedIn('secretary-01')).cookie('session') ?? '';
    const window = await openWindow(browser, address);
    await window.addCookies([{ name: 'session', value: cookies, url: address }]);
    const page = await window.newPage();
    const raiser = await enter('应急');
    await raiser.goto(`/ballot/items/${city.item(2).id}/vetoes`);
    await raiser.getByText('V06').click();
    await raiser.locator('[name=basis]').fill('信用中国公示');
    await raiser.locator('[name=text]').fill('投资方列为失信被执行人。');
    await follow(raiser.getByRole('button', { name: '提出否决' }));
    for (const [name, path] of [
      ['room-vetoes', `/rounds/${city.roundId}`],
      ['veto-list', '/vetoes'],
    ] as const) {
      await page.goto(path);
      await look(page, name);
    }
    await follow(page.getByRole('link', { name: 'V06' }));
    await look(page, 'veto-office');
    app.clock.set(deadline);
    await app.get(RoundClosuresService).close(await viewerOf(app, 'secretary-01'), city.roundId);
  }, 120_000);

  it('has no fault that axe can see at 360 and 1440 px', () => {
    expect(found).toEqual({});
  });
});
