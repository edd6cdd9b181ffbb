import { sql } from '../../../src/database/sql';
import { msOf, toInstant } from '../../../src/domain/shared/instant';
import { Jobs } from '../../../src/jobs/jobs';
import { LeadDraftsService } from '../../../src/leads/lead-drafts.service';
import { Verifier } from '../../../src/ledger/verifier';
import { itemOf } from '../../integration/results/examples';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

const day = 86_400_000;
const bare = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');
const scan = {
  field: 'file',
  name: '决定.pdf',
  type: 'application/pdf',
  content: Buffer.from('%PDF-1.4\n%%EOF\n'),
};

/** What follows a closing, on one city after another: each `describe` goes on from where the one before ended. */
onEachDatabase('what follows a closing', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  let secretary: Visitor;
  let chair: Visitor;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(5);
    await city.allVote(round, ['strong', 'doubtful', 'weak', 'doubtful', 'doubtful']);
    await city.acts.close('secretary-01', round.id);
    await signIn();
  });
  afterAll(() => city.close());

  async function signIn(): Promise<void> {
    secretary = await city.app.signedIn('secretary-01');
    chair = await city.app.signedIn('leader-01');
  }
  const lead = (at: number): string => round.leadIds[at] ?? '';
  const item = (at: number): Promise<string> => itemOf(city, round.id, lead(at));
  const stateOf = async (leadId: string): Promise<string | undefined> =>
    (await city.app.reader.one<{ state: string }>(sql`select state from lead where id = ${leadId}`))?.state;
  const one = <Row>(statement: ReturnType<typeof sql>): Promise<Row | null> =>
    city.app.reader.one<Row>(statement);
  const problems = async (): Promise<readonly unknown[]> =>
    (await city.app.get(Verifier).verify(city.app.reader)).problems;

  describe('an override before the announcement', () => {
    it('is the leading group’s alone, and shows what was computed above the form', async () => {
      const path = `/rounds/${round.id}/items/${await item(2)}/override`;
      expect([403, 404]).toContain((await secretary.get(path)).statusCode);
      const page = await chair.get(path);
      expect(page.statusCode).toBe(200);
      expect(bare(page.body)).toContain('按规则算出不予通过');
    });

    it('is refused without document number, reason or document, and keeps what was typed', async () => {
      const path = `/rounds/${round.id}/items/${await item(2)}/override`;
      const typed = { result: 'admit', documentNumber: '', reason: '重大项目，经研究同意', materials: '' };
      const bareForm = await chair.upload(path, typed, []);
      expect(bareForm.statusCode).toBe(422);
      expect(bareForm.body).toContain('重大项目，经研究同意');
      expect(bareForm.body).toContain('请填写文号');
      const without = await chair.upload(path, { ...typed, documentNumber: '市领〔2026〕12号' }, []);
      expect(without.statusCode).toBe(422);
      expect(without.body).toContain('没有文件不能另行决定');
      const same = await chair.upload(
        path,
        { ...typed, result: 'reject', documentNumber: '市领〔2026〕12号' },
        [scan],
      );
      expect(same.statusCode).toBe(422);
      expect(await one(sql`select id from override_act`)).toBeNull();
      expect(await one(sql`select id from stored_file where subject_type = 'override'`)).toBeNull();
    });

    it('stands beside the computed outcome, which does not change', async () => {
      const path = `/rounds/${round.id}/items/${await item(2)}/override`;
      const fields = {
        result: 'admit',
        documentNumber: '市领〔2026〕12号',
        reason: '重大项目，经研究同意',
        materials: '',
      };
      const done = await chair.upload(path, fields, [scan]);
      expect([done.statusCode, done.headers.location]).toEqual([303, `/rounds/${round.id}/results`]);
      const row = await one<{ computed: string; overridden: string; decided: string | null }>(
        sql`select computed, overridden, decided from outcome where item_id = ${await item(2)}`,
      );
      expect(row).toEqual({ computed: 'reject', overridden: 'admit', decided: null });
      const page = bare((await secretary.get(`/rounds/${round.id}/results`)).body);
      expect(page).toContain('按市领〔2026〕12号决定：入笼。按表决算出：不予通过。');
      const file = await one<{ id: string }>(sql`select id from stored_file where subject_type = 'override'`);
      expect((await secretary.get(`/files/${file?.id}`)).statusCode).toBe(200);
      expect((await (await city.app.signedIn('scout-01')).get(`/files/${file?.id}`)).statusCode).toBe(404);
      expect(await problems()).toEqual([]);
    });
  });

  describe('conditions', () => {
    it('are set by the chair on what will be admitted, with owner and day', async () => {
      const path = `/rounds/${round.id}/items/${await item(0)}/conditions`;
      const owner = await one<{ id: string }>(sql`select id from person where account = 'supporter-01'`);
      const late = await chair.post(path, { wanted: '取得能评批复', owner: owner?.id, dueOn: '2026-03-17' });
      expect(late.statusCode).toBe(422);
      expect(late.body).toContain('取得能评批复');
      expect((await chair.post(path, { wanted: '', owner: '', dueOn: '' })).statusCode).toBe(422);
      for (const wanted of ['取得能评批复', '落实过渡厂房', '多余的一项'])
        expect((await chair.post(path, { wanted, owner: owner?.id, dueOn: '2026-05-31' })).statusCode).toBe(
          303,
        );
      const extra = await one<{ id: string }>(
        sql`select id from admission_condition where wanted = '多余的一项'`,
      );
      expect((await chair.post(`${path}/${extra?.id}/removal`)).statusCode).toBe(303);
      const weak = `/rounds/${round.id}/items/${await item(1)}/conditions`;
      const refused = await chair.post(weak, {
        wanted: '取得能评批复',
        owner: owner?.id,
        dueOn: '2026-05-31',
      });
      expect(refused.statusCode).toBe(409);
    });
  });

  describe('the announcement', () => {
    it('takes rulings with a list of material, and begins what each decision leads to', async () => {
      const rule = async (at: number, fields: Record<string, string>): Promise<number> =>
        (await chair.post(`/rounds/${round.id}/items/${await item(at)}/ruling`, fields)).statusCode;
      const materials = '1. 近两年审计报告\n2. 能耗测算';
      expect(await rule(1, { ruling: 'resubmit', reason: '材料不足以判断', materials })).toBe(303);
      expect(await rule(3, { ruling: 'defer', reason: '待上级规划明确' })).toBe(303);
      expect(await rule(4, { ruling: 'consult', reason: '用地和能耗意见不一' })).toBe(303);
      expect(await rule(2, { ruling: 'consult', reason: '已另行决定' })).toBe(422);
      expect((await secretary.post(`/rounds/${round.id}/announcement`)).statusCode).toBe(303);
      expect(await Promise.all([0, 1, 2, 3, 4].map((at) => stateOf(lead(at))))).toEqual([
        'admitted',
        'resubmit',
        'admitted',
        'deferred',
        'consulting',
      ]);
      expect(await problems()).toEqual([]);
    });

    it('says in the letters what is asked for, on what an admission depends, and by which document', async () => {
      const letter = async (at: number): Promise<string> =>
        (await one<{ content: string }>(sql`select content from letter where lead_id = ${lead(at)}`))
          ?.content ?? '';
      expect(await letter(1)).toContain('请补充：（1）近两年审计报告；（2）能耗测算。');
      expect(await letter(0)).toMatch(
        /本次入笼附有条件：（1）取得能评批复（[^）]+负责，2026年5月31日前）；（2）落实过渡厂房/,
      );
      expect(await letter(0)).not.toContain('多余的一项');
      expect(await letter(2)).toContain(
        '按领导小组决定（市领〔2026〕12号）办理；按表决计算的结果为“不予通过”',
      );
    });

    it('stands in the minutes too, beside what was computed', async () => {
      const minutes = bare((await secretary.get(`/rounds/${round.id}/minutes`)).body);
      expect(minutes).toContain('按市领〔2026〕12号决定：入笼。按表决算出：不予通过。');
      expect(minutes).toContain('本次入笼附有条件：（1）取得能评批复');
    });

    it('lists it all for the secretariat, the leading group and the inspector', async () => {
      for (const account of ['secretary-01', 'leader-01', 'inspector-01']) {
        const page = await (await city.app.signedIn(account)).get('/follow-ups');
        expect(page.statusCode).toBe(200);
        for (const said of ['取得能评批复', '重新提起']) {
          if (said === '重新提起' && account !== 'secretary-01') continue;
          expect(bare(page.body)).toContain(said);
        }
      }
      expect((await (await city.app.signedIn('scout-01')).get('/follow-ups')).statusCode).toBe(403);
    });

    it('stands on the secretariat’s desk, by what is due first, with the way to all of it', async () => {
      const desk = (await (await city.app.signedIn('secretary-01')).get('/')).body;
      for (const said of ['入笼条件', '暂缓', 'href="/follow-ups"', 'href="/conditions/'])
        expect(desk).toContain(said);
      // A condition of some days' time before a deferral of a year.
      expect(desk.indexOf(' · 入笼条件')).toBeLessThan(desk.indexOf(' · 暂缓'));
      expect((await (await city.app.signedIn('scout-01')).get('/')).body).not.toContain('>后续办理<');
    });
  });

  describe('a resubmission', () => {
    it('reaches the scout with its list, and what the scout answers is kept', async () => {
      const account = await one<{ account: string }>(
        sql`select account from person join lead on lead.scout_id = person.id where lead.id = ${lead(1)}`,
      );
      const scout = await city.app.signedIn(account?.account ?? '');
      const page = await scout.get(`/leads/${lead(1)}/resubmission`);
      expect(page.statusCode).toBe(200);
      expect(bare(page.body)).toContain('1.近两年审计报告');
      const asked = await city.app.reader.rows<{ id: string }>(
        sql`select item.id from resubmission_item item join resubmission on resubmission.id = item.resubmission_id
            where resubmission.lead_id = ${lead(1)} order by position`,
      );
      const answers = { [asked[0]?.id ?? '']: '见附件“审计报告2025”', [asked[1]?.id ?? '']: '' };
      const kept = await scout.post(`/leads/${lead(1)}/resubmission`, { answers });
      expect(kept.statusCode).toBe(303);
      const long = await scout.post(`/leads/${lead(1)}/resubmission`, {
        answers: { [asked[1]?.id ?? '']: '长'.repeat(501) },
      });
      expect([long.statusCode, long.body.includes('长'.repeat(501))]).toEqual([422, true]);
      expect(long.body).toContain('aria-invalid="true"');
      // What answers nothing that was asked for has no place on the page to be put right at.
      const stray = await scout.post(`/leads/${lead(1)}/resubmission`, { answers: { a: '长'.repeat(501) } });
      expect(stray.statusCode).toBe(303);
      const other = await city.app.signedIn('secretary-01');
      expect([403, 404]).toContain((await other.get(`/leads/${lead(1)}/resubmission`)).statusCode);
      const now = await one<{ content: string }>(sql`select content from lead where id = ${lead(1)}`);
      const body = { ...(JSON.parse(now?.content ?? '{}') as Record<string, unknown>), jobs: 777 };
      const viewer = await city.acts.viewer(account?.account ?? '');
      expect((await city.app.get(LeadDraftsService).save(viewer, lead(1), body)).saved).toBe(true);
      const handed = await scout.post(`/leads/${lead(1)}/submission`, { idempotencyKey: '2' });
      expect(handed.statusCode).toBe(303);
      expect(await stateOf(lead(1))).toBe('submitted');
      expect(
        await one(sql`select state from resubmission where lead_id = ${lead(1)} and state = 'answered'`),
      ).not.toBeNull();
    });

    it('shows whoever judges again what changed and what had been asked, and nothing of the earlier outcome', async () => {
      await city.acts.decideIntake('secretary-01', lead(1), 'accept');
      const second = await city.acts.openRound('secretary-01', {
        title: '复审',
        deadlineAt: toInstant(msOf(city.app.clock.now()) + 5 * day),
        panelId: city.city.panelId,
        leadIds: [lead(1)],
      });
      const itemId = await itemOf(city, second, lead(1));
      const panelist = await city.panelist('panelist-01');
      await panelist.post(`/ballot/items/${itemId}/declaration`, { interest: 'none' });
      const page = bare((await panelist.get(`/ballot/items/${itemId}`)).body);
      expect(page).toContain('再次评审');
      expect(page).toContain('1.近两年审计报告见附件“审计报告2025”');
      expect(page).toContain('777');
      const first = await one<{ score: string }>(sql`select score from outcome where lead_id = ${lead(1)}`);
      expect(first).not.toBeNull();
      expect(page).not.toContain('补正');
      await city.allVote({ id: second, leadIds: [lead(1)], deadlineAt: '' }, ['strong']);
      await city.acts.close('secretary-01', second);
      await city.acts.announce('secretary-01', second);
      const results = bare((await secretary.get(`/rounds/${second}/results`)).body);
      expect(results).toContain('轮：补正，得分');
      const shown = bare((await secretary.get(`/leads/${lead(1)}`)).body);
      expect(shown.match(/轮预审/g)?.length).toBeGreaterThanOrEqual(2);
      expect(await problems()).toEqual([]);
    });
  });

  describe('a consultation', () => {
    let path: string;
    it('is called by the secretariat; those invited are told and alone may look', async () => {
      const row = await one<{ id: string }>(sql`select id from consultation where lead_id = ${lead(4)}`);
      path = `/consultations/${row?.id}`;
      const people = await city.app.reader.rows<{ id: string }>(
        sql`select id from person where account in ('supporter-01', 'host-01') order by account`,
      );
      expect((await (await city.app.signedIn('host-01')).get(path)).statusCode).toBe(404);
      const past = await secretary.post(`${path}/meeting`, {
        meetsAt: '2026-03-01T09:00',
        place: '三楼会议室',
        topic: '用地与能耗',
        personIds: people.map(({ id }) => id),
      });
      expect([past.statusCode, past.body.includes('三楼会议室')]).toEqual([422, true]);
      const called = await secretary.post(`${path}/meeting`, {
        meetsAt: '2026-03-20T09:00',
        place: '三楼会议室',
        topic: '用地与能耗',
        personIds: people.map(({ id }) => id),
      });
      expect(called.statusCode).toBe(303);
      expect(await city.mails('consultation.called')).toHaveLength(2);
      expect((await (await city.app.signedIn('host-01')).get(path)).statusCode).toBe(200);
      expect((await (await city.app.signedIn('scout-01')).get(path)).statusCode).toBe(404);
    });

    it('is concluded by the leading group after the meeting, once half were heard', async () => {
      const fields = { result: 'admit', reason: '各方一致，用地已落实', materials: '' };
      const early = await chair.post(`${path}/conclusion`, fields);
      expect([early.statusCode, early.body.includes('会商还没有召开')]).toEqual([422, true]);
      city.app.clock.advance(4 * day);
      await signIn();
      const unheard = await chair.post(`${path}/conclusion`, fields);
      expect([unheard.statusCode, bare(unheard.body).includes('须至少1人有意见')]).toEqual([422, true]);
      const host = await city.app.signedIn('host-01');
      const empty = await host.post(`${path}/opinions`, { stance: 'agree', opinion: '' });
      expect(empty.statusCode).toBe(422);
      const said = await host.post(`${path}/opinions`, { stance: 'agree', opinion: '园区有地，同意承接。' });
      expect(said.statusCode).toBe(303);
      const changed = await host.post(`${path}/opinions`, { stance: 'amend', opinion: '分两期供地，同意。' });
      expect(changed.statusCode).toBe(303);
      const outcome = await chair.post(`${path}/conclusion`, { ...fields, result: 'consult' });
      expect(outcome.statusCode).toBe(422);
      expect((await chair.post(`${path}/conclusion`, fields)).statusCode).toBe(303);
      expect((await chair.post(`${path}/conclusion`, fields)).statusCode).toBe(409);
    });

    it('decides on the lead with a letter of its own, and leaves the announced outcome as it was', async () => {
      expect(await stateOf(lead(4))).toBe('admitted');
      const outcome = await one(
        sql`select decided, cage_no as "cageNo" from outcome where lead_id = ${lead(4)}`,
      );
      expect(outcome).toEqual({ decided: 'consult', cageNo: null });
      const letters = await city.app.reader.rows<{ content: string }>(
        sql`select content from letter where lead_id = ${lead(4)} order by serial`,
      );
      expect(letters).toHaveLength(2);
      expect(letters[1]?.content).toContain('原结论为“会商”，经会商：准予入笼，编号C-2026-');
      expect(await one(sql`select id from project where lead_id = ${lead(4)}`)).not.toBeNull();
      expect(bare((await secretary.get(path)).body)).toContain('第2次意见');
      expect(await problems()).toEqual([]);
    });
  });

  describe('a deferral', () => {
    it('is overridden after the announcement with a decision and a letter of its own', async () => {
      const fields = {
        result: 'consult',
        documentNumber: '市领〔2026〕15号',
        reason: '提前研究',
        materials: '',
      };
      const done = await chair.upload(`/rounds/${round.id}/items/${await item(3)}/override`, fields, [scan]);
      expect(done.statusCode).toBe(303);
      expect(await stateOf(lead(3))).toBe('consulting');
      const back = { ...fields, result: 'defer', documentNumber: '市领〔2026〕16号' };
      const again = await chair.upload(`/rounds/${round.id}/items/${await item(3)}/override`, back, [scan]);
      expect(again.statusCode).toBe(303);
      const states = await city.app.reader.rows<{ state: string }>(
        sql`select state from deferral where lead_id = ${lead(3)} order by deferred_at`,
      );
      expect(states.map(({ state }) => state)).toEqual(['superseded', 'running']);
      expect(await problems()).toEqual([]);
    });

    it('is called up again with a reason, and stands in the queue', async () => {
      const path = `/leads/${lead(3)}/call-up`;
      expect((await secretary.post(path, { reason: '' })).statusCode).toBe(422);
      expect((await secretary.post(path, { reason: '上级规划已经明确' })).statusCode).toBe(303);
      expect(await stateOf(lead(3))).toBe('queued');
      expect((await secretary.post(path, { reason: '上级规划已经明确' })).statusCode).toBe(404);
      expect(await city.mails('deferral.calledUp')).toHaveLength(1);
    });

    it('lapses after twelve months by itself, not a day earlier', async () => {
      const other = await city.openRound(1, 5);
      await city.allVote(other, ['doubtful']);
      await city.acts.close('secretary-01', other.id);
      await city.acts.ruleOnDoubts('leader-01', other.id, ['defer']);
      await city.acts.announce('secretary-01', other.id);
      const leadId = other.leadIds[0] ?? '';
      const row = await one<{ lapsesAt: string }>(
        sql`select lapses_at as "lapsesAt" from deferral where lead_id = ${leadId}`,
      );
      expect(row?.lapsesAt.slice(0, 10)).toBe('2027-03-21');
      const ahead = msOf(row?.lapsesAt ?? '') - msOf(city.app.clock.now());
      city.app.clock.advance(ahead);
      await city.app.get(Jobs).runNow('lapseDeferrals');
      expect(await stateOf(leadId)).toBe('deferred');
      city.app.clock.advance(1);
      await city.app.get(Jobs).runNow('lapseDeferrals');
      await city.app.get(Jobs).runNow('lapseDeferrals');
      expect(await stateOf(leadId)).toBe('rejected');
      expect(await city.mails('deferral.lapsed')).toHaveLength(1);
      expect(await problems()).toEqual([]);
    });
  });
});
