import { demoCreditCode } from '../../../src/demo/lead-book';
import { onEachDatabase } from '../../support/databases';
import { openClaimDesk, pdf, type ClaimDesk } from '../../integration/claims/claim-desk';

const paper = { field: 'file', name: '意向书.pdf', type: 'application/pdf', content: pdf };

onEachDatabase('the pages of first reports', (dialect) => {
  let desk: ClaimDesk;
  let holder: string;
  let challenger: string;
  const code = demoCreditCode('320506', 2900);

  beforeAll(async () => {
    desk = await openClaimDesk(dialect);
    holder = await desk.accepted('scout-01', { uscc: code, investorName: '秘而不宣精密有限公司' });
    challenger = await desk.draft('scout-02', desk.form({ uscc: code }));
  });
  afterAll(() => desk.close());

  it('show on the lead its light with the reason in a sentence, and a receipt that can be checked by anyone', async () => {
    const scout = await desk.city.app.signedIn('scout-01');
    const lead = await scout.get(`/leads/${holder}`);
    expect(lead.body).toContain('data-light="green"');
    expect(lead.body).toContain('2026年3月17日（星期二）有跟进，保护至2026年6月15日（星期一）；若不再跟进');
    const receipt = await scout.get(`/leads/${holder}/claim/receipt`);
    const found = /claim-receipts\/([0-9a-z-]{19})/.exec(receipt.body)?.[1] ?? '';
    const checked = await desk.city.app.visitor().get(`/claim-receipts/${found}`);
    expect(checked.statusCode).toBe(200);
    expect(checked.body).toContain('记录与回执一致');
    expect(checked.body).not.toContain('秘而不宣');
    expect((await desk.city.app.visitor().get('/claim-receipts/aaaa-bbbb-cccc-dddd')).statusCode).toBe(404);
  });

  it('renew it with a paper, and say beside the field what is missing', async () => {
    const scout = await desk.city.app.signedIn('scout-01');
    const fields = { kind: 'signedIntent', occurredOn: '2026-03-17', note: '双方签订投资意向书。' };
    const without = await scout.upload(`/leads/${holder}/claim/evidence`, fields, []);
    expect(without.statusCode).toBe(422);
    expect(without.body).toContain('签订意向须附意向书。');
    expect(without.body).toContain('双方签订投资意向书。');
    const given = await scout.upload(`/leads/${holder}/claim/evidence`, fields, [paper]);
    expect(given.statusCode).toBe(303);
    const page = await scout.get(`/leads/${holder}/claim`);
    const file = /\/files\/([0-9a-z]{26})/.exec(page.body)?.[1] ?? '';
    expect((await scout.get(`/files/${file}`)).statusCode).toBe(200);
    const host = await desk.city.app.signedIn('host-01');
    expect((await host.get(`/files/${file}`)).statusCode).toBe(404);
  });

  it('tell who came second unit and day, never more, and offer the dispute', async () => {
    const scout = await desk.city.app.signedIn('scout-02');
    const answer = await scout.post(`/leads/${challenger}/submission`, {});
    expect(answer.statusCode).toBe(422);
    for (const text of [answer.body, (await scout.get(`/leads/${challenger}/dispute`)).body]) {
      expect(text).toContain('驻苏南突击队');
      expect(text).toContain('2026年3月17日');
      for (const secret of ['秘而不宣', (await desk.lead(holder)).number ?? 'L-', holder, '1549'])
        expect(text.replaceAll(/value="[^"]*"/g, '')).not.toContain(secret);
    }
    expect(answer.body).toContain(`href="/leads/${challenger}/dispute"`);
    expect((await scout.get(`/leads/${holder}/claim`)).statusCode).toBe(404);
  });

  it('carry a dispute from its filing to the ruling', async () => {
    const [one, two, office] = await Promise.all(
      ['scout-01', 'scout-02', 'secretary-01'].map((account) => desk.city.app.signedIn(account)),
    );
    if (!one || !two || !office) throw new Error('nobody is signed in');
    const statement = { statement: '我方二月已与投资方签订备忘录。', kind: 'investorStatement' };
    expect((await two.upload(`/leads/${challenger}/dispute`, statement, [])).statusCode).toBe(422);
    const filed = await two.upload(`/leads/${challenger}/dispute`, statement, [paper]);
    expect(filed.statusCode).toBe(303);
    const at = String(filed.headers.location);
    expect((await one.get(at)).body).toContain('我方二月已与投资方签订备忘录。');
    // What can be done now as a form, what comes later as a sentence, and nothing that cannot be sent.
    const forms = async (): Promise<string[]> =>
      [...(await office.get(at)).body.matchAll(/action="\/disputes\/[^/"]+\/(\w+)"/g)].map(
        ([, act]) => act ?? '',
      );
    const early = (await office.get(at)).body;
    expect(await forms()).toEqual([]);
    expect(early).toContain('裁定：有了处理意见才能裁定。');
    const said = { statement: '我方三月初登门，有会谈纪要为证。', kind: 'datedTalk' };
    expect((await one.upload(`${at}/answer`, said, [paper])).statusCode).toBe(303);
    expect((await two.get(at)).body).not.toContain('我方三月初登门');
    expect(await forms()).toEqual(['proposal']);
    const ruling = {
      outcome: 'split',
      weight: 'splitCredit',
      holderShare: '70',
      challengerShare: '20',
      reason: '双方都有贡献。',
    };
    const wrong = await office.post(`${at}/proposal`, ruling);
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('两项合计须为100%，现在是90.00%。');
    const right = { ...ruling, challengerShare: '30' };
    expect((await office.post(`${at}/proposal`, right)).statusCode).toBe(303);
    expect(await forms()).toEqual(['proposal', 'ruling']);
    expect((await office.post(`${at}/ruling`, right)).statusCode).toBe(303);
    for (const visitor of [one, two]) {
      const { body } = await visitor.get(at);
      expect(body).toContain('裁定：双方分享成果（原首报方70.00%，提出方30.00%）。');
      expect(body).toContain('双方都有贡献。');
    }
  });

  it('list first reports with filter, sort and workbook; an inspector reads, a host does not', async () => {
    const office = await desk.city.app.signedIn('secretary-01');
    const list = await office.get('/claims?light=green&sort=lapses');
    expect(list.body).toContain('data-page="claim-list"');
    expect(list.body).toContain('aria-sort="ascending"');
    const sheet = await office.get('/claims.xlsx?light=green');
    expect(sheet.headers['content-type']).toContain('spreadsheetml');
    expect((await (await desk.city.app.signedIn('inspector-01')).get('/claims')).statusCode).toBe(200);
    expect((await (await desk.city.app.signedIn('host-01')).get('/claims')).statusCode).not.toBe(200);
  });

  it('change the terms with a reason; the lapse comes after the warning', async () => {
    const admin = await desk.city.app.signedIn('admin-01');
    const terms = {
      basedOn: '0',
      protectionDays: '90',
      admittedDays: '180',
      amberAfterDays: '45',
      lapseAfterDays: '45',
      disputeWorkdays: '5',
      leadingGroupFromWan: '100000',
      reason: '按领导小组会议要求调整',
    };
    const wrong = await admin.post('/admin/settings/claim-rules', terms);
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('失效天数须大于预警天数。');
    const right = await admin.post('/admin/settings/claim-rules', { ...terms, lapseAfterDays: '75' });
    expect(right.statusCode).toBe(303);
    const next = await desk.claim(await desk.accepted('scout-03'));
    expect(next.lapsesAt?.slice(0, 10)).toBe('2026-05-31');
    expect((await admin.get('/admin/settings')).body).toContain('首报保护规则');
  });
});
