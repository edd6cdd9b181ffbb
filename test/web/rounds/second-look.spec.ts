import { sql } from '../../../src/database/sql';
import type { Carried } from '../../../src/domain/tally/carried';
import type { TallyRecord } from '../../../src/domain/tally/tally-record';
import { Verifier } from '../../../src/ledger/verifier';
import { DeferralsService } from '../../../src/results/deferrals.service';
import { itemOf } from '../../integration/results/examples';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

const bare = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');

interface Item {
  id: string;
  asked: string | null;
  carried: string | null;
  carriesFromId: string | null;
}

/** One city: a round that departments and the rest saw differently, its lead deferred, called up, and looked at again. */
onEachDatabase('a second look at disputed criteria', (dialect) => {
  let city: TestCity;
  let first: OpenRound;
  let secretary: Visitor;
  let leadId: string;
  let second = '';
  beforeAll(async () => {
    city = await foundCity(dialect);
    first = await city.openRound(2);
    await city.allVote(first, ['disputed', 'doubtful']);
    await city.acts.close('secretary-01', first.id);
    await city.acts.ruleOnDoubts('leader-01', first.id, ['defer']);
    leadId = first.leadIds[0] ?? '';
    secretary = await city.app.signedIn('secretary-01');
  });
  afterAll(() => city.close());

  const problems = async (): Promise<readonly unknown[]> =>
    (await city.app.get(Verifier).verify(city.app.reader)).problems;
  const recordOf = async (roundId: string): Promise<TallyRecord> => {
    const row = await city.app.reader.one<{ record: string }>(
      sql`select record from outcome where round_id = ${roundId} and lead_id = ${leadId}`,
    );
    return JSON.parse(row?.record ?? '{}') as TallyRecord;
  };
  const itemRow = (roundId: string): Promise<Item | null> =>
    city.app.reader.one<Item>(
      sql`select id, asked, carried, carries_from_id as "carriesFromId" from round_item
          where round_id = ${roundId} and lead_id = ${leadId}`,
    );
  const plan = async (change: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
    const round = await city.app.reader.one<{ rubric: string; panel: string; number: string }>(
      sql`select rubric_version_id as rubric, panel_id as panel, number from round where id = ${first.id}`,
    );
    return {
      title: '分歧项再评',
      rubricVersionId: round?.rubric,
      panelId: round?.panel,
      deadlineAt: '2026-03-25T18:00',
      leadIds: [leadId],
      secondLook: [leadId],
      asked: { [leadId]: ['taxPerMu', 'investIntensity'] },
      ...change,
    };
  };
  const rounds = async (): Promise<number> =>
    Number((await city.app.reader.one<{ n: number | string }>(sql`select count(*) as n from round`))?.n);

  describe('at planning', () => {
    it('is offered only once a round has announced what it made of the lead', async () => {
      expect((await secretary.get('/rounds/new')).body).not.toContain('secondLook[]');
      await city.acts.announce('secretary-01', first.id);
      const viewer = await city.acts.viewer('secretary-01');
      await city.app.get(DeferralsService).callUp(viewer, leadId, '规划已经明确');
      const page = (await secretary.get('/rounds/new')).body;
      expect(page).toContain(`name="secondLook[]" value="${leadId}"`);
      const ticked = [...page.matchAll(/name="asked\[\w+\]\[\]" value="(\w+)"( checked)?/g)];
      expect(ticked.length).toBe((await recordOf(first.id)).criteria.length);
      const proposed = ticked.filter(([, , checked]) => checked).map(([, code]) => code);
      expect(proposed.length).toBeGreaterThan(0);
      expect(proposed.length).toBeLessThan(ticked.length);
    });

    it.each([
      ['without a criterion', { asked: {} }, '没有勾选要再评的评分项'],
      ['with a criterion that is none', { asked: 'leadId' }, '没有勾选要再评的评分项'],
      ['with a code the rubric has not', { asked: { code: ['luck'] } }, '不在评分表里'],
    ])('is refused %s, with what was typed', async (_, change, said) => {
      const before = await rounds();
      const asked = change.asked as unknown;
      const codes = typeof asked === 'object' && asked !== null ? Object.values(asked) : [];
      const sent = await plan(codes.length > 0 ? { asked: { [leadId]: codes[0] as string[] } } : change);
      const answer = await secretary.post('/rounds', sent);
      expect([answer.statusCode, await rounds()]).toEqual([422, before]);
      expect(answer.body).toContain(said);
      expect(answer.body).toContain('分歧项再评');
      expect(answer.body).toContain(`name="secondLook[]" value="${leadId}" checked`);
    });

    it('is refused for a lead that was never judged, and under another version of the rubric', async () => {
      const [fresh = ''] = await city.queuedLeads(1, 4);
      const never = await plan({ leadIds: [fresh], secondLook: [fresh], asked: { [fresh]: ['taxPerMu'] } });
      const refused = await secretary.post('/rounds', never);
      expect([refused.statusCode, refused.body.includes('没有可以沿用的评审结果')]).toEqual([422, true]);
      const technology = await city.app.reader.one<{ id: string }>(
        sql`select rubric_version.id from rubric_version join rubric on rubric.id = rubric_version.rubric_id
            where rubric.code <> 'manufacturing' and rubric_version.state = 'published'`,
      );
      const other = await secretary.post('/rounds', await plan({ rubricVersionId: technology?.id }));
      expect([other.statusCode, other.body.includes('另一版评分表')]).toEqual([422, true]);
    });

    it('is no second look where every criterion is ticked', async () => {
      const all = (await recordOf(first.id)).criteria.map(({ code }) => code);
      const answer = await secretary.post('/rounds', await plan({ asked: { [leadId]: all } }));
      const id = String(answer.headers.location).split('/').at(-1) ?? '';
      expect(await itemRow(id)).toMatchObject({ asked: null, carriesFromId: null, carried: null });
      expect(
        (await secretary.post(`/rounds/${id}/cancellation`, { reason: '改为只评分歧项' })).statusCode,
      ).toBe(303);
    });

    it('is kept with the criteria in the order of the rubric, and shown on the agenda', async () => {
      const answer = await secretary.post('/rounds', await plan());
      expect(answer.statusCode).toBe(303);
      second = String(answer.headers.location).split('/').at(-1) ?? '';
      const item = await itemRow(second);
      expect(item).toMatchObject({ asked: '["investIntensity","taxPerMu"]', carried: null });
      expect(bare((await secretary.get(`/rounds/${second}`)).body)).toContain('只再评：');
      expect(await problems()).toEqual([]);
    });
  });

  describe('once open', () => {
    it('has fixed and sealed what it carries over', async () => {
      expect((await secretary.post(`/rounds/${second}/opening`)).statusCode).toBe(303);
      const carried = JSON.parse((await itemRow(second))?.carried ?? '{}') as Carried;
      const record = await recordOf(first.id);
      expect(Object.keys(carried).sort()).toEqual(
        record.criteria
          .map(({ code }) => code)
          .filter((code) => !['investIntensity', 'taxPerMu'].includes(code))
          .sort(),
      );
      const number = await city.app.reader.one<{ number: string }>(
        sql`select number from round where id = ${first.id}`,
      );
      for (const { code, counts } of record.criteria)
        if (carried[code] !== undefined)
          expect(carried[code]).toMatchObject({ counts, from: number?.number });
      expect(await problems()).toEqual([]);
    });

    it('shows a seat only what is asked, and the rest as means without a mark', async () => {
      const itemId = await itemOf(city, second, leadId);
      const park = await city.panelist('panelist-01');
      const none = { interest: 'none' };
      await park.post(`/ballot/items/${itemId}/declaration`, none);
      const page = (await park.get(`/ballot/items/${itemId}`)).body;
      expect([...page.matchAll(/data-criterion="(\w+)"/g)].map(([, code]) => code)).toEqual([
        'investIntensity',
        'taxPerMu',
      ]);
      expect(bare(page)).toContain('本项只再评部分评分项');
      expect(bare(page)).toContain('上一轮的结果和再评项的得分不显示');
      expect(bare(page)).toMatch(/均分\d\.\d\d\d+个评分，权重\d+，Y-2026-01/);
      const institute = await city.panelist('panelist-07');
      await institute.post(`/ballot/items/${itemId}/declaration`, none);
      const other = bare((await institute.get(`/ballot/items/${itemId}`)).body);
      expect(other).toContain('本轮再评的评分项不由您的席位评分。请只表决。');
    });

    it('takes no score on what is not asked, and counts nothing of it', async () => {
      const itemId = await itemOf(city, second, leadId);
      const park = await city.panelist('panelist-01');
      const ballot = { intent: 'cast', vote: 'agree', comment: '', note: '' };
      const both = { investIntensity: '4', taxPerMu: '4' };
      const more = await park.post(`/ballot/items/${itemId}`, {
        ...{ ...ballot, idempotencyKey: 'a' },
        scores: { ...both, employment: '5' },
      });
      expect([more.statusCode, more.body.includes('沿用上一轮的评分')]).toEqual([422, true]);
      const few = await park.post(`/ballot/items/${itemId}`, {
        ...{ ...ballot, idempotencyKey: 'b' },
        scores: { investIntensity: '4' },
      });
      expect(few.statusCode).toBe(422);
      for (let seat = 1; seat <= 10; seat += 1) {
        const visitor = await city.panelist(`panelist-${String(seat).padStart(2, '0')}`);
        const asked = seat <= 6 ? both : {};
        const sent = { ...ballot, idempotencyKey: `c${seat}`, scores: asked };
        expect((await visitor.post(`/ballot/items/${itemId}`, sent)).statusCode).toBe(303);
      }
    });

    it('is counted exactly, with the round that gave each mark', async () => {
      await city.acts.close('secretary-01', second);
      const [before, after] = [await recordOf(first.id), await recordOf(second)];
      for (const { code, mean, counts, carriedFrom } of after.criteria) {
        const isAsked = ['investIntensity', 'taxPerMu'].includes(code);
        const then = before.criteria.find((criterion) => criterion.code === code);
        expect([code, carriedFrom]).toEqual([code, isAsked ? undefined : 'Y-2026-01']);
        expect([mean, counts]).toEqual(isAsked ? ['4/1', [0, 0, 0, 0, 6, 0]] : [then?.mean, then?.counts]);
      }
      expect(after.quorum).toMatchObject({ cast: 10, eligible: 10 });
      expect(after.votes).toEqual({ agree: 10, supplement: 0, against: 0, abstain: 0 });
      expect(await problems()).toEqual([]);
    });

    it('explains on the results and in the minutes what was carried over', async () => {
      await city.acts.announce('secretary-01', second);
      for (const path of ['results', 'minutes']) {
        const page = bare((await secretary.get(`/rounds/${second}/${path}`)).body);
        expect(page).toContain('未再评，沿用Y-2026-01的评分计入');
        expect(page).toMatch(/去一高一低，沿用Y-2026-01/);
      }
      expect((await secretary.get('/insight')).statusCode).toBe(200);
      expect(
        bare((await secretary.get(`/leads/${leadId}`)).body).match(/轮预审/g)?.length,
      ).toBeGreaterThanOrEqual(2);
    });

    it('is noticed when what was carried over is changed, by seal and by recomputing', async () => {
      const item = await itemRow(second);
      const carried = JSON.parse(item?.carried ?? '{}') as Record<string, { counts: number[] }>;
      const technology = carried['technology'];
      if (technology === undefined) throw new Error('technology was not carried over');
      technology.counts = [...technology.counts].reverse();
      await city.app.work.run((tx) =>
        tx.run(sql`update round_item set carried = ${JSON.stringify(carried)} where id = ${item?.id ?? ''}`),
      );
      const found = JSON.stringify(await problems());
      expect(found).toContain('each second look carries over the marks that the earlier round counted');
      expect(found).toContain('every stored outcome equals a recomputed one');
      expect(found).toContain(item?.id);
    });
  });
});
