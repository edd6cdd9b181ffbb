import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openWindow, picture, violations } from '../support/browser';
import { TestServer } from '../support/server';

describe('what follows a closing in a browser, on the demo city', () => {
  let server: TestServer;
  let browser: Browser;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await TestServer.demoCity('after');
    browser = await launchBrowser();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Each person has a window of their own. */
  async function as(account: string): Promise<Page> {
    const window = await openWindow(browser, server.address);
    const page = await window.newPage();
    await page.goto('/demo');
    await page.locator(`[data-id="${account}"] button`).click();
    await page.waitForURL(`${server.address}/`);
    return page;
  }

  async function look(page: Page, name: string): Promise<void> {
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    await picture(page, name);
    const faults = await violations(page);
    if (faults.length > 0) found[name] = faults;
  }

  it('shows the list, the pages behind it, and what stands beside a result', async () => {
    const office = await as('secretary-01');
    await office.goto('/follow-ups');
    await look(office, 'follow-ups');
    const condition = office.locator('#conditions a').first();
    await condition.click();
    await office.waitForURL(/\/conditions\//);
    await look(office, 'condition');
    await office.goto('/follow-ups');
    await office.locator('#deferrals .btn').first().click();
    await office.waitForURL(/call-up/);
    await look(office, 'call-up');
    await office.locator('form.mt button').click();
    await office.locator('[role="alert"]').waitFor();
    await office.goto('/leads?state=queued');
    const again = office.locator('tbody a.cell-title', { hasText: /再生铝|商用车/ }).first();
    await again.click();
    await office.locator('#judged').waitFor();
    await look(office, 'lead-judged-before');
    await office.locator('#material a', { hasText: '比较' }).click();
    await office.waitForURL(/against=1/);
    await look(office, 'revision-against');
    await office.goto('/rounds');
    const rounds = await office
      .locator('tbody a.cell-title, tbody th a, tbody td a')
      .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href));
    await office.goto(`${(rounds.at(-1) ?? '').split('#')[0]}/results`);
    await look(office, 'results-followed');
  });

  it('lets the leading group decide otherwise only with a document, and says so beside the form', async () => {
    const leader = await as('leader-01');
    await leader.goto('/follow-ups');
    await leader.locator('#deferrals a').first().click();
    await leader.locator('#judged').waitFor();
    await look(leader, 'lead-judged-twice');
    await leader.locator('#judged a[href*="/consultations/"]').first().click();
    await leader.waitForURL(/consultations/);
    await look(leader, 'consultation-concluded');
    await leader.goBack();
    await leader.locator('#judged a[href*="/results"]').first().click();
    await leader.waitForURL(/results/);
    await leader.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    await leader.locator('a[href$="/override"]').first().click();
    await leader.waitForURL(/override/);
    await look(leader, 'override');
    await leader.locator('#override button').click();
    await leader.locator('[role="alert"]').waitFor();
    await look(leader, 'override-refused');
    await leader.locator('[name="result"][value="consult"]').check();
    await leader.locator('[name="documentNumber"]').fill('市领〔2026〕21号');
    await leader.locator('[name="reason"]').fill('请有关部门再作一次会商');
    const content = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    await leader
      .locator('[name="file"]')
      .setInputFiles({ name: '决定.pdf', mimeType: 'application/pdf', buffer: content });
    await leader.locator('#override button').click();
    await leader.waitForURL(/results$/);
    const office = await as('secretary-01');
    await office.goto('/follow-ups');
    await office.locator('#consultations a').first().click();
    await office.waitForURL(/consultations/);
    await look(office, 'consultation-called');
    const meeting = office.url();
    const chair = await as('leader-01');
    await chair.goto(meeting);
    await look(chair, 'consultation-chair');
  });

  it('shows a project its conditions', async () => {
    const office = await as('secretary-01');
    await office.goto('/cage?sort=-entered');
    const projects = await office
      .locator('tbody a.cell-title')
      .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href));
    let shown = false;
    for (const project of projects) {
      await office.goto(project);
      shown = (await office.locator('#conditions').count()) > 0;
      if (shown) break;
    }
    expect(shown).toBe(true);
    await look(office, 'project-with-condition');
  });

  it('finds nothing that axe objects to, and nothing that overflows', () => {
    expect(found).toEqual({});
  });
});
