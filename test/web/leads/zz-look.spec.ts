import { launchBrowser, openWindow, picture, violations } from '../../support/browser';
import { openLeadDesk, samples, sampleOf } from '../../integration/leads/lead-desk';
import { LeadAnswersService } from '../../../src/leads/lead-answers.service';

jest.setTimeout(180_000);
it('looks', async () => {
  const desk = await openLeadDesk('sqlite');
  const ids = new Map<string, string>();
  for (const { id } of samples) ids.set(id, (await desk.submitSample(id)).leadId);
  const id = (n: string) => ids.get(n) ?? '';
  await desk.decide(id('S01'), 'accept');
  await desk.decide(id('S04'), 'accept');
  await desk.decide(id('S06'), 'return', '缺首次接触佐证；请上传登门照片或往来函件，并补写污染物种类。');
  await desk.decide(id('S18'), 'reject', '危险工艺不在化工园区');
  const answers = desk.city.app.get(LeadAnswersService);
  await answers.stateAsHost(await desk.viewer('host-01'), id('S01'), {
    verdict: 'conditional',
    reasonCode: 'noLand',
    text: '需等二期净地',
  });
  await answers.answerElement(await desk.viewer('supporter-01'), id('S01'), {
    element: 'land',
    verdict: 'yes',
    quantity: '95',
    unit: '亩',
    availableOn: '2026-08-01',
    text: '',
  });
  desk.clock.set('2026-03-17T01:00:00.000Z');
  await desk.city.app.app.listen(0, '127.0.0.1');
  const url = await desk.city.app.app.getUrl();
  const browser = await launchBrowser();
  const look = async (account: string, path: string, name: string) => {
    const context = await openWindow(browser, url);
    const visitor = await desk.city.app.signedIn(account);
    await context.addCookies([{ name: 'session', value: visitor.cookie('session') ?? '', url }]);
    const page = await context.newPage();
    const answer = await page.goto(path);
    await picture(page, name);
    console.log(name, answer?.status(), (await page.content()).length, await violations(page));
    await context.close();
  };
  await look('secretary-01', '/leads', 'list');
  await look('scout-01', '/leads', 'own');
  await look('secretary-01', '/leads?q=热泵&host=park-ht', 'empty');
  await look('secretary-01', `/leads/${id('S03')}`, 'intake');
  await look('scout-01', `/leads/${id('S01')}`, 'show-scout');
  await look('host-01', `/leads/${id('S01')}`, 'show-host');
  await look('supporter-01', `/leads/${id('S01')}`, 'show-supporter');
  await look('scout-05', `/leads/${id('S06')}/edit`, 'edit');
  await look('scout-04', `/leads/${id('S02')}/edit`, 'edit-s02');
  await look('scout-01', `/leads/new`, 'new');
  await look('scout-01', `/leads/industries?q=汽车`, 'industries');
  void sampleOf;
  await browser.close();
  await desk.close();
});
