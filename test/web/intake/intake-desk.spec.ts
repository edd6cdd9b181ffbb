import { IntakeBatch, IntakeBatchItem } from '../../../src/intake/intake-batch.entity';
import { IntakeBatchesService } from '../../../src/intake/intake-batches.service';
import { LeadTransfer } from '../../../src/intake/transfer.entity';
import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { LeadAct, LeadReturnReason } from '../../../src/leads/lead-record.entity';
import { Lead } from '../../../src/leads/lead.entity';
import { readXlsx } from 'hucre/xlsx';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';

onEachDatabase('the intake desk', (dialect) => {
  let city: TestCity;
  let office: Visitor;
  const ids: string[] = [];
  let scouts: string[];
  beforeAll(async () => {
    city = await foundCity(dialect);
    const book = city.book().slice(0, 14);
    scouts = book.map(({ scout }) => scout);
    for (const entry of book) {
      ids.push(await city.acts.report(entry));
      city.app.clock.set(new Date(Date.parse(city.app.clock.now()) + 60_000).toISOString());
    }
    office = await city.app.signedIn('secretary-01');
  }, 60_000);
  afterAll(() => city.close());

  const id = (at: number): string => ids[at] ?? '';
  const lead = async (at: number): Promise<Lead> => {
    const found = await city.app.reader.findOne(Lead, sql`where id = ${id(at)}`);
    if (!found) throw new Error(`no lead ${at}`);
    return found;
  };
  const scoutOf = (at: number): Promise<Visitor> => city.app.signedIn(scouts[at] ?? '');

  it('lists what waits in the order of first report, opens the first, and shows every check of it', async () => {
    const { statusCode, body } = await office.get('/intake');
    expect(statusCode).toBe(200);
    const listed = [...body.matchAll(/<tr data-id="([0-9a-z]+)"/g)].map(([, found]) => found);
    expect(listed).toEqual(ids);
    expect(body).toContain(`id="pane" data-id="${id(0)}"`);
    const checks = [...body.matchAll(/data-check="(\w+)"/g)].map(([, code]) => code);
    expect(checks).toEqual([
      'complete',
      'scope',
      'duplicates',
      'creditCode',
      'fairCompetition',
      'hostFit',
      'targets',
      'papers',
      'promise',
    ]);
    for (const key of ['a', 'r', 'd', 'm', 't', 'c', 'w']) expect(body).toContain(`data-key="${key}"`);
  });

  it('asks its database as often for one lead as for many', async () => {
    const count = async (path: string): Promise<number> => {
      await office.get(path);
      const before = city.app.reader.statements;
      await office.get(path);
      return city.app.reader.statements - before;
    };
    const one = await count(`/intake?q=${(await lead(0)).number ?? ''}`);
    expect(await count('/intake')).toBe(one);
    expect(one).toBeLessThan(40);
  });

  it('opens a lead by its address, also one of another page of the queue, and nothing for an unknown one', async () => {
    const other = await office.get(`/intake?selected=${id(3)}&q=${(await lead(0)).number ?? ''}`);
    expect(other.body).toContain(`id="pane" data-id="${id(3)}"`);
    const none = await office.get(`/intake?selected=${'0'.repeat(26)}`);
    expect(none.statusCode).toBe(200);
    expect(none.body).not.toContain('id="pane"');
  });

  it('finds by words, filters by host, and carries the filter through an act to the next lead', async () => {
    const { title } = await lead(2);
    const found = await office.get(`/intake?q=${encodeURIComponent(title.slice(0, 6))}`);
    expect(found.body).toContain(`data-id="${id(2)}"`);
    expect(found.body).not.toContain(`<tr data-id="${id(5)}"`);
    const answer = await office.post(`/intake/${id(0)}/decision`, { verdict: 'accept' });
    expect(answer.headers.location).toBe(`/intake?selected=${id(1)}`);
    expect((await lead(0)).state).toBe('queued');
  });

  it('tells the second of two who decide that it was done', async () => {
    const answer = await office.post(`/intake/${id(0)}/decision`, { verdict: 'accept' });
    expect(answer.statusCode).toBe(409);
  });

  it('returns with reasons of the list, which the scout reads beside the fields they point at', async () => {
    const refused = await office.post(`/intake/${id(1)}/decision`, { verdict: 'return', reason: '' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('请勾选至少一条理由');
    expect(refused.body).toMatch(/id="form-return" open/);
    const unknown = await office.post(`/intake/${id(1)}/decision`, { verdict: 'return', reasons: ['nope'] });
    expect(unknown.statusCode).toBe(422);
    const answer = await office.post(`/intake/${id(1)}/decision`, {
      verdict: 'return',
      reasons: ['landUnclear', 'planMissing'],
      reason: '另请附可研报告批复。',
    });
    expect(answer.statusCode).toBe(303);
    const act = await city.app.reader.findOne(
      LeadAct,
      sql`where lead_id = ${id(1)} order by position desc limit 1`,
    );
    expect(act?.reason).toMatch(/^1\. 用地需求不明确.*\n2\. 缺少商业计划书.*\n3\. 另请附可研报告批复。$/);
    const kept = await city.app.reader.find(
      LeadReturnReason,
      sql`where act_id = ${act?.id ?? ''} order by position`,
    );
    expect(kept.map(({ code, field }) => [code, field])).toEqual([
      ['landUnclear', 'landMu'],
      ['planMissing', 'attachments'],
    ]);
    const scout = await scoutOf(1);
    const form = (await scout.get(`/leads/${id(1)}/edit`)).body;
    expect(form).toMatch(/退回理由：用地需求不明确/);
    const [mail] = (await city.mails('lead.returned')).slice(-1);
    expect(mail?.text).toContain('用地需求不明确');
    expect(mail?.text).toContain('另请附可研报告批复');
  });

  it('turns nobody away without a reason and a way on', async () => {
    const bare = await office.post(`/intake/${id(2)}/decision`, {
      verdict: 'reject',
      reason: '不在受理范围',
    });
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('请写明招商人还能怎么办');
    expect(bare.body).toContain('不在受理范围');
    expect((await lead(2)).state).toBe('submitted');
    const remedy = '可改报县级轮次，由县投资促进局受理。';
    await office.post(`/intake/${id(2)}/decision`, { verdict: 'reject', reason: '不在受理范围', remedy });
    expect((await lead(2)).state).toBe('rejected');
    const [mail] = (await city.mails('lead.rejected')).slice(-1);
    expect(mail?.text).toContain(`还能怎么办：${remedy}`);
  });

  it('leaves the contract of the lead’s own route as it was', async () => {
    const answer = await office.post(`/leads/${id(3)}/intake`, {
      verdict: 'return',
      reason: '请补充环评依据',
    });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`/leads/${id(3)}`);
    expect((await lead(3)).state).toBe('returned');
    const merge = { verdict: 'merge', mergeInto: (await lead(0)).number ?? '' };
    expect((await office.post(`/leads/${id(4)}/intake`, merge)).statusCode).toBe(303);
    expect((await lead(4)).state).toBe('merged');
  });

  describe('a transfer', () => {
    it('to a tier is told to the scout and stands on record; a later one replaces it', async () => {
      const bad = await office.post(`/intake/${id(5)}/transfer`, {
        kind: 'tier',
        tier: 'county',
        reason: '',
      });
      expect(bad.statusCode).toBe(422);
      await office.post(`/intake/${id(5)}/transfer`, {
        kind: 'tier',
        tier: 'county',
        reason: '总投资低于市级门槛',
      });
      await office.post(`/intake/${id(5)}/transfer`, {
        kind: 'tier',
        tier: 'park',
        reason: '由园区自审即可',
      });
      const rows = await city.app.reader.find(
        LeadTransfer,
        sql`where lead_id = ${id(5)} order by proposed_at, id`,
      );
      expect(rows.map(({ tier, state }) => [tier, state]).sort()).toEqual([
        ['county', 'replaced'],
        ['park', 'told'],
      ]);
      expect((await city.mails('transfer.tierTold')).length).toBe(2);
      expect((await office.get(`/intake?selected=${id(5)}`)).body).toContain('转园区自审');
    });

    it('to a host waits for the scout; agreed, the host is the first choice and sees the lead', async () => {
      const page = (await office.get(`/intake?selected=${id(6)}`)).body;
      const host = /<option value="([\w-]+)">/.exec(page.slice(page.indexOf('id="host-host"')))?.[1] ?? '';
      const before = await lead(6);
      const asked = { kind: 'host', host, reason: '产业链更契合' };
      expect((await office.post(`/intake/${id(6)}/transfer`, asked)).statusCode).toBe(303);
      expect((await lead(6)).firstHostId).toBe(before.firstHostId);
      const [row] = await city.app.reader.find(LeadTransfer, sql`where lead_id = ${id(6)}`);
      const path = `/leads/${id(6)}/transfers/${row?.id ?? ''}/answer`;
      const scout = await scoutOf(6);
      expect((await scout.get(`/leads/${id(6)}`)).body).toContain(path);
      expect((await scout.post(path, { answer: 'decline', text: '' })).statusCode).toBe(422);
      const stranger = await city.app.signedIn(scouts.find((one) => one !== scouts[6]) ?? '');
      expect((await stranger.post(path, { answer: 'agree' })).statusCode).toBe(404);
      expect((await scout.post(path, { answer: 'agree' })).statusCode).toBe(303);
      expect((await lead(6)).firstHostId).toBe(row?.toHostId);
      expect((await scout.post(path, { answer: 'decline', text: '改主意了' })).statusCode).toBe(409);
      expect((await city.mails('transfer.hostAgreed')).at(-1)?.to).toBe('secretary-01@yijiang.example');
      const again = await office.post(`/intake/${id(6)}/transfer`, { ...asked, reason: '再提一次' });
      expect(again.statusCode).toBe(422);
      expect(again.body).toContain('这已经是首选园区');
    });
  });

  describe('a batch', () => {
    it('names the leads and what will happen before anything happens', async () => {
      const { body } = await office.get(
        `/intake/batches/new?act=accept&leadIds[]=${id(7)}&leadIds[]=${id(0)}`,
      );
      expect(body).toContain('受理1条线索');
      expect(body).toContain((await lead(7)).title);
      expect(body).toContain('有1条已不在待受理队列');
      expect((await lead(7)).state).toBe('submitted');
    });

    it('decides on each by itself and tells which did not go through and why', async () => {
      const batch = [7, 2, 8].map(id);
      const sent = { act: 'accept', leadIds: batch, idempotencyKey: 'press-1' };
      const answer = await office.post('/intake/batches', sent);
      const path = String(answer.headers.location);
      expect(path).toMatch(/^\/intake\/batches\/[0-9a-z]{26}$/);
      const { body } = await office.get(path);
      expect(body).toContain('办成2条');
      expect(body).toContain('没办成1条');
      expect([(await lead(7)).state, (await lead(2)).state, (await lead(8)).state]).toEqual([
        'queued',
        'rejected',
        'queued',
      ]);
      const twice = await office.post('/intake/batches', sent);
      expect(twice.headers.location).toBe(path);
      expect((await city.mails('lead.accepted')).filter(({ text }) => text.includes('/leads/')).length).toBe(
        3,
      );
      expect((await (await city.app.signedIn('admin-01')).get(path)).statusCode).toBe(403);
    });

    it('goes on where it was stopped, and does nothing twice', async () => {
      const batchId = await city.app.get(IntakeBatchesService).start(await city.acts.viewer('secretary-01'), {
        act: 'return',
        leadIds: [id(9)],
        reasons: ['planMissing'],
        reason: '',
        tier: null,
        key: 'press-2',
      });
      // As a server leaves it that was stopped before the last lead.
      await city.app.work.run((tx) =>
        tx.insert(IntakeBatchItem, {
          batchId,
          position: 2,
          leadId: id(10),
          state: 'waiting',
          because: null,
          details: null,
          at: null,
        }),
      );
      expect((await office.get(`/intake/batches/${batchId}`)).body).toContain('还没办1条');
      await office.post(`/intake/batches/${batchId}/continuation`);
      expect((await lead(10)).state).toBe('returned');
      const acts = await city.app.reader.find(LeadAct, sql`where lead_id = ${id(9)} and move = 'return'`);
      expect(acts).toHaveLength(1);
    });

    it('takes nothing but what it knows', async () => {
      const before = await city.app.rowCounts();
      for (const sent of [
        { act: 'reject', leadIds: [id(11)] },
        { act: 'return', leadIds: [id(11)] },
        { act: 'tier', leadIds: [id(11)], reason: '低于门槛，转县级' },
        { act: 'accept', leadIds: [] },
        { act: 'accept', leadIds: ['0'.repeat(26)] },
      ])
        expect((await office.post('/intake/batches', sent)).statusCode).toBe(422);
      expect(await city.app.rowCounts()).toEqual(before);
    });
  });

  it('goes into a spreadsheet with every check, formulas made harmless', async () => {
    const answer = await office.get('/intake.xlsx');
    expect(answer.statusCode).toBe(200);
    const { sheets } = await readXlsx(answer.rawPayload);
    const [head, ...rows] = sheets[0]?.rows ?? [];
    expect(head).toContain('信用代码');
    const waiting = await city.app.reader.find(Lead, sql`where tab = 'submitted'`);
    expect(rows).toHaveLength(waiting.length);
  });

  it('lets the city word its own reasons, as versions', async () => {
    const page = (await office.get('/admin/settings/return-reasons')).body;
    expect(fieldValue(page, 'basedOn')).toBe('0');
    const rows = {
      0: { code: 'landUnclear', text: '请把用地亩数写清楚。', field: 'landMu' },
      1: { code: '', text: '', field: 'landMu' },
    };
    const path = '/admin/settings/return-reasons';
    const bad = { basedOn: '0', rows: { 0: { code: '', text: '短', field: 'nope' } }, reason: '' };
    expect((await office.post(path, bad)).statusCode).toBe(422);
    expect((await office.post(path, { basedOn: '0', rows: {}, reason: '全部清空' })).statusCode).toBe(422);
    const sent = { basedOn: '0', rows, reason: '统一口径' };
    expect((await office.post(path, sent)).statusCode).toBe(303);
    const late = { ...sent, rows: { 0: { ...rows[0], text: '另一种写法。' } } };
    expect((await office.post(path, late)).statusCode).toBe(409);
    expect((await office.get(`/intake?selected=${id(11)}`)).body).toContain('请把用地亩数写清楚');
  });

  it('leaves everything in order', async () => {
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
    const batches = await city.app.reader.find(IntakeBatch, sql`order by id`);
    expect(batches.map(({ act }) => act).sort()).toEqual(['accept', 'return']);
  });
});
