import { AnswersJob } from '../../../src/answers/answers.job';
import { AnswerRemindersService } from '../../../src/answers/answer-reminders.service';
import { sql } from '../../../src/database/sql';
import { HostOffer } from '../../../src/leads/host-offer.entity';
import { LeadsService } from '../../../src/leads/leads.service';
import { Verifier } from '../../../src/ledger/verifier';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

const decline = {
  verdict: 'decline',
  reasonCode: 'noLand',
  text: '今年没有连片工业用地。',
  remedy: '改为租用标准厂房可以承接。',
};
const free = { priceLow: '', priceHigh: '', availableFrom: '2026-01-01', state: 'free' };

onEachDatabase('a lead that its host declines', (dialect) => {
  let city: TestCity;
  const browsers = new Map<string, Visitor>();
  const as = async (account: string): Promise<Visitor> => {
    const known = browsers.get(account) ?? (await city.app.signedIn(account));
    browsers.set(account, known);
    return known;
  };
  const hostId = (code: string): string => city.city.hosts.get(code) ?? '';
  const profileOf = async (account: string, code: string, body: Record<string, unknown>) =>
    (await as(account)).post(`/hosts/${hostId(code)}/profile`, { basedOn: '0', ...body });
  const state = async (account: string, lead: string, body: Record<string, unknown>) =>
    (await as(account)).post(`/leads/${lead}/host-statements`, body);
  const offers = (lead: string): Promise<HostOffer[]> =>
    city.app.reader.find(HostOffer, sql`where lead_id = ${lead} order by position`);
  const land = (mu: string) => [{ ...free, name: '一号', mu, use: 'industrial' }];

  let adjustable: string;
  let fixed: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    const book = city.book().filter(({ body }) => Number(body['landMu']) > 0 && !body['hazardousProcess']);
    const report = async (at: number, answer: 'true' | 'false'): Promise<string> => {
      const { scout, body } = book[at] ?? { scout: '', body: {} };
      const lead = await city.acts.report({
        scout,
        body: {
          ...body,
          landMu: '50',
          landUse: 'industrial',
          intendedHosts: ['park-ed'],
          adjustable: answer,
        },
      });
      await city.acts.decideIntake('secretary-01', lead, 'accept');
      return lead;
    };
    adjustable = await report(0, 'true');
    fixed = await report(1, 'false');
    await profileOf('host-02', 'park-ht', { parcels: land('50') });
    await profileOf('host-06', 'cty-bei', { parcels: land('49.99') });
    await profileOf('host-04', 'park-port', { parcels: land('80') });
  });
  afterAll(() => city.close());

  it('asks for conditions with their days, and for a way out, and keeps what was typed', async () => {
    const bare = { verdict: 'conditional', reasonCode: 'noLand', text: '有条件承接。' };
    const rows = [{ text: '土地指标落实', dueOn: '2026-02-30' }];
    const wrong = await state('host-01', adjustable, { ...bare, conditions: rows });
    expect([wrong.statusCode, wrong.body.includes('请至少写一项条件')]).toEqual([422, true]);
    expect(wrong.body).toContain('value="土地指标落实"');
    const noWay = await state('host-01', adjustable, { ...decline, remedy: '' });
    expect([noWay.statusCode, noWay.body.includes('请写明怎样改就可以承接')]).toEqual([422, true]);
    expect(await offers(adjustable)).toEqual([]);
  });

  it('goes to the next host by fit, which is told by mail and has its own term; the share is on record', async () => {
    expect((await state('host-01', adjustable, decline)).statusCode).toBe(303);
    const [offer, ...more] = await offers(adjustable);
    expect(more).toEqual([]);
    expect(offer).toMatchObject({ cause: 'declined', originShare: 50, shareYears: 5, byId: null });
    expect([hostId('park-ht'), hostId('park-port')]).toContain(offer?.hostId);
    const [mail] = await city.mails('lead.offered');
    expect(mail?.text).toContain('分享50%的业绩，5年');
    const page = (await (await as('secretary-01')).get(`/leads/${adjustable}`)).body;
    expect(page).toContain('如何可以承接：改为租用标准厂房可以承接。');
    expect(page).toContain('首报单位保留首报保护，并分享50%的业绩，5年。');
  });

  it('is offered to one host after another, never twice and never where there is not land enough', async () => {
    const [first] = await offers(adjustable);
    const isHt = first?.hostId === hostId('park-ht');
    expect((await state(isHt ? 'host-02' : 'host-04', adjustable, decline)).statusCode).toBe(303);
    expect((await offers(adjustable)).map((one) => one.hostId).sort()).toEqual(
      [hostId('park-ht'), hostId('park-port')].sort(),
    );
    const again = await (
      await as('secretary-01')
    ).post(`/leads/${adjustable}/offers`, {
      hostId: hostId('park-ed'),
      reason: '再问一次经开区',
    });
    expect([again.statusCode, again.body.includes('已经问过了')]).toEqual([422, true]);
  });

  it('cannot enter a round without a written word once every host has declined', async () => {
    const last = (await offers(adjustable)).at(-1)?.hostId === hostId('park-ht') ? 'host-02' : 'host-04';
    // Whoever has stated no profile could still be asked: three hosts are left, and none of them is blocked by rule.
    let guard = 0;
    let asked = last;
    while (guard < 6) {
      guard += 1;
      expect((await state(asked, adjustable, decline)).statusCode).toBe(303);
      const standing = await offers(adjustable);
      const next = standing.at(-1)?.hostId ?? '';
      const account = [...city.city.hosts].find(([, id]) => id === next)?.[0] ?? '';
      const speaker = { 'park-ht': 'host-02', 'park-chem': 'host-03', 'park-port': 'host-04' }[account];
      const other = { 'park-cult': 'host-05', 'cty-bei': 'host-06' }[account];
      if (asked === (speaker ?? other)) break;
      asked = speaker ?? other ?? '';
    }
    expect((await offers(adjustable)).some((one) => one.hostId === hostId('cty-bei'))).toBe(false);
    expect((await city.mails('lead.declinedByAll')).length).toBeGreaterThan(0);
    const secretary = await city.acts.viewer('secretary-01');
    const enter = (): Promise<unknown> =>
      city.app.work.run((tx) =>
        city.app
          .get(LeadsService)
          .enterRound(
            tx,
            [adjustable],
            { roundId: '0'.repeat(26), roundNumber: 'Y-0' },
            {
              personId: secretary.personId,
              label: 'x',
            },
          )
          .then(() => Promise.reject(new Error('entered'))),
      );
    await expect(enter()).rejects.toMatchObject({ refusal: { because: 'hostsAllDeclined' } });
    const secretaryPage = await as('secretary-01');
    expect((await secretaryPage.get(`/leads/${adjustable}`)).body).toContain('各园区都不承接');
    const short = await secretaryPage.post(`/leads/${adjustable}/declined-words`, { text: '好' });
    expect(short.statusCode).toBe(422);
    const word = { text: '投资方愿意等待用地，由秘书处协调经开区。' };
    expect((await secretaryPage.post(`/leads/${adjustable}/declined-words`, word)).statusCode).toBe(303);
    await expect(enter()).rejects.toThrow('entered');
  });

  it('that may not be moved is offered only by hand, with the consent of the investor', async () => {
    expect((await state('host-01', fixed, decline)).statusCode).toBe(303);
    expect(await offers(fixed)).toEqual([]);
    const secretary = await as('secretary-01');
    const given = { hostId: hostId('park-ht'), reason: '高新区有地' };
    const bare = await secretary.post(`/leads/${fixed}/offers`, given);
    expect([bare.statusCode, bare.body.includes('请写明投资方同意情况')]).toEqual([422, true]);
    const path = `/leads/${fixed}/offers`;
    expect((await secretary.post(path, { ...given, consent: '3月16日电话同意' })).statusCode).toBe(303);
    expect(await offers(fixed)).toMatchObject([{ cause: 'chosen', consent: '3月16日电话同意' }]);
    expect((await (await as('scout-01')).post(path, given)).statusCode).toBe(403);
    const accept = { verdict: 'conditional', reasonCode: 'noLand', text: '有条件承接。' };
    const conditions = [{ text: '土地指标落实', dueOn: '2026-09-01' }];
    expect((await state('host-02', fixed, { ...accept, conditions })).statusCode).toBe(303);
    const page = (await secretary.get(`/leads/${fixed}`)).body;
    expect(page).toContain('条件1：土地指标落实（2026年9月1日前落实）');
  });

  it('draws on whoever would take it, and on nobody once it is withdrawn', async () => {
    const secretary = await as('secretary-01');
    const ledgerOf = async (code: string): Promise<string> =>
      (await secretary.get(`/hosts/${hostId(code)}/elements`)).body;
    expect(await ledgerOf('park-ht')).toContain(`/leads/${fixed}`);
    expect(await ledgerOf('park-ed')).not.toContain(`/leads/${fixed}`);
    expect((await (await as('host-01')).get(`/hosts/${hostId('park-ht')}/elements`)).statusCode).toBe(404);
    expect((await (await as('scout-01')).get(`/hosts/${hostId('park-ht')}/elements`)).statusCode).toBe(403);
    await city.acts.withdraw(fixed, '投资方改变计划');
    expect(await ledgerOf('park-ht')).not.toContain(`/leads/${fixed}`);
  });

  it('is listed for who has to answer, and each is reminded once of each term', async () => {
    const [lead = ''] = await city.queuedLeads(1, 4);
    const list = async (account: string): Promise<string> => (await (await as(account)).get('/answers')).body;
    expect(await list('supporter-01')).toContain(`/leads/${lead}`);
    const reminders = city.app.get(AnswerRemindersService);
    expect(await reminders.remind()).toBe(0);
    city.app.clock.set('2026-12-01T02:00:00.000Z');
    const sent = await reminders.remind();
    expect(sent).toBeGreaterThan(0);
    expect((await city.mails('answers.reminder')).at(0)?.text).toContain('逾期');
    expect(await reminders.remind()).toBe(0);
    expect(await city.app.get(AnswersJob).run()).toBe(0);
    browsers.clear();
    expect(await list('secretary-01')).toContain('逾期');
  });

  it('leaves a ledger in which everything is as it was sealed', async () => {
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });
});
