import { sql } from '../../../src/database/sql';
import { LeadAnswersService } from '../../../src/leads/lead-answers.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue } from '../../support/visitor';

onEachDatabase('the page of a lead', (dialect) => {
  let city: TestCity;
  let queued: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    [queued = ''] = await city.queuedLeads(1);
  });
  afterAll(() => city.close());

  const buttons = (body: string, kind: string): number =>
    (body.match(new RegExp(`class="btn btn-primary[^"]*"[^>]*>\\s*${kind}<`, 'g')) ?? []).length;

  it('leads a quick draft back into the form first, and to handing in only once nothing is missing', async () => {
    const scout = await city.app.signedIn('scout-01');
    const quick = { from: 'quick', title: '', investorName: '澜岫热控系统', sourceChannel: 'event' };
    const made = await scout.post('/leads', { ...quick, creationKey: 'quick-1' });
    const draft = await scout.get(String(made.headers.location));
    expect([buttons(draft.body, '继续填写'), buttons(draft.body, '提交')]).toEqual([1, 0]);
    expect(draft.body).toMatch(/还缺\d+项，填完才能提交并取得首报时间/);
    expect(draft.body).toContain('/submission"');
    const [entry] = city.book().slice(3);
    const whole = await scout.get(
      `/leads/${await city.acts.draft({ scout: 'scout-01', body: entry?.body ?? {} })}`,
    );
    expect([buttons(whole.body, '继续填写'), buttons(whole.body, '提交')]).toEqual([0, 1]);
  });

  it('shows its scout what is to do before the lead, and everybody else the lead before what is to do', async () => {
    const order = async (account: string): Promise<boolean> => {
      const { body } = await (await city.app.signedIn(account)).get(`/leads/${queued}`);
      const [lead, side] = [body.indexOf('建设内容'), body.indexOf('>下一步</h2>')];
      if (lead < 0 || side < 0) throw new Error(`nothing shown to ${account}`);
      return lead < side;
    };
    const scout = await city.app.reader.one<{ account: string }>(
      sql`select account from person join lead on lead.scout_id = person.id where lead.id = ${queued}`,
    );
    expect(await order(scout?.account ?? '')).toBe(false);
    expect(await order('secretary-01')).toBe(true);
    expect(await order('supporter-01')).toBe(true);
    expect((await (await city.app.signedIn('secretary-01')).get(`/leads/${queued}`)).body).toContain(
      'href="#todo"',
    );
  });

  it('has an answer ready for the first element that waits, with quantity and unit, and typed ones stay', async () => {
    const supporter = await city.app.signedIn('supporter-01');
    const path = `/leads/${queued}`;
    const chosen = (body: string): string =>
      /<option value="(\w+)" selected/.exec(body.slice(body.indexOf('id="element-answers-element"')))?.[1] ??
      '';
    const first = (await supporter.get(path)).body;
    const land = String(city.book()[0]?.body['landMu']);
    expect([chosen(first), fieldValue(first, 'quantity'), fieldValue(first, 'unit')]).toEqual([
      'land',
      land,
      '亩',
    ]);
    const wrong = await supporter.post(`${path}/element-answers`, {
      element: 'water',
      verdict: 'yes',
      quantity: '多少',
      unit: '吨/日',
      availableOn: '2026-09-01',
      text: '',
    });
    expect(wrong.statusCode).toBe(422);
    expect([chosen(wrong.body), fieldValue(wrong.body, 'quantity')]).toEqual(['water', '多少']);
    const answer = { quantity: land, unit: '亩', availableOn: '2026-09-01', text: '净地。' } as const;
    await city.app.get(LeadAnswersService).answerElement(await city.acts.viewer('supporter-01'), queued, {
      ...answer,
      element: 'land',
      verdict: 'yes',
    });
    expect(chosen((await supporter.get(path)).body)).not.toBe('land');
  });
});
