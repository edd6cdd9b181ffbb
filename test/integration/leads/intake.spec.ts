import { sql } from '../../../src/database/sql';
import { LeadAct, LeadRevision } from '../../../src/leads/lead-record.entity';
import { LeadAnswersService } from '../../../src/leads/lead-answers.service';
import { LeadPageQueries } from '../../../src/leads/lead-page.queries';
import { LeadsQueries } from '../../../src/leads/leads.queries';
import { LeadsService } from '../../../src/leads/leads.service';
import { onEachDatabase } from '../../support/databases';
import { LeadDesk, openLeadDesk, sampleOf } from './lead-desk';

const system = { personId: null, label: '系统' };

onEachDatabase('intake', (dialect) => {
  let desk: LeadDesk;
  let id: string;
  beforeEach(async () => {
    desk = await openLeadDesk(dialect);
    id = (await desk.submitSample('S01')).leadId;
  });
  afterEach(() => desk.close());

  it('accepts into the queue, once: of ten secretaries at the same instant one wins, the others are told', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => desk.decide(id, 'accept')));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ status: 409, refusal: { because: 'leadNotNow' } });
    }
    expect((await desk.lead(id)).state).toBe('queued');
    expect(await desk.reader.find(LeadAct, sql`where lead_id = ${id}`)).toHaveLength(2);
    expect(await desk.city.mails('lead.accepted')).toHaveLength(1);
  });

  it('returns with reasons; the scout completes and resubmits under the same number', async () => {
    const number = (await desk.lead(id)).number;
    await expect(desk.decide(id, 'return', '  ')).rejects.toMatchObject({ status: 422 });
    await desk.decide(id, 'return', '缺环评依据，请补充污染物种类');
    const [mail] = await desk.city.mails('lead.returned');
    expect(mail?.text).toContain('缺什么、怎么补：缺环评依据，请补充污染物种类');
    expect(mail?.text).toContain(`/leads/${id}/edit`);
    const viewer = await desk.viewer('scout-01');
    desk.clock.advance(3_600_000);
    await desk.drafts.save(viewer, id, { ...sampleOf('S01').body, jobs: 450, pollutants: '废水、焊接烟尘' });
    const again = await desk.submissions.submit(viewer, id, '2');
    expect(again).toMatchObject({ submitted: true, number });
    const lead = await desk.lead(id);
    expect(lead).toMatchObject({ state: 'submitted', revision: 2, submittedAt: sampleOf('S01').at });
    const data = await desk.city.app.get(LeadPageQueries).revision(viewer, id, 2);
    expect(data.changes.map(({ field }) => field)).toEqual(['jobs', 'pollutants']);
    expect(await desk.reader.find(LeadRevision, sql`where lead_id = ${id}`)).toHaveLength(2);
  });

  it('merges into a live lead and frees the code; an unknown number is refused with what to do', async () => {
    const near = await desk.submitSample('S03');
    const into = (await desk.lead(id)).number ?? '';
    const unknown = desk.decide(near.leadId, 'merge', '', 'L-2026-99999');
    await expect(unknown).rejects.toMatchObject({ status: 422, refusal: { because: 'mergeTargetUnknown' } });
    await expect(desk.decide(near.leadId, 'merge', '', '')).rejects.toMatchObject({
      refusal: { because: 'mergeTargetMissing' },
    });
    await desk.decide(near.leadId, 'merge', '', into.toLowerCase());
    expect(await desk.lead(near.leadId)).toMatchObject({ state: 'merged', claimedUscc: null });
    expect((await desk.city.mails('lead.merged'))[0]?.text).toContain(into);
  });

  it('turns down with its reason', async () => {
    await desk.decide(id, 'reject', '不属于招商引资受理范围');
    expect((await desk.lead(id)).state).toBe('rejected');
    expect((await desk.city.mails('lead.rejected'))[0]?.text).toContain('不属于招商引资受理范围');
  });

  it('lets the scout withdraw, after which another may report the same code', async () => {
    const leads = desk.city.app.get(LeadsService);
    const other = await desk.viewer('scout-02');
    await expect(leads.withdraw(other, id, '不是我的')).rejects.toMatchObject({ status: 404 });
    await leads.withdraw(await desk.viewer('scout-01'), id, '企业取消投资');
    expect((await desk.lead(id)).state).toBe('withdrawn');
    expect((await desk.submitSample('S02')).submitted).toBe(true);
  });

  it('keeps what hosts and departments say, only before the vote, only of those concerned', async () => {
    const answers = desk.city.app.get(LeadAnswersService);
    const host = await desk.viewer('host-01');
    const yes = { verdict: 'accept' as const, reasonCode: null, text: '' };
    await expect(answers.stateAsHost(host, id, yes)).rejects.toMatchObject({ status: 404 });
    await desk.decide(id, 'accept');
    await answers.stateAsHost(host, id, {
      verdict: 'conditional',
      reasonCode: 'noLand',
      text: '需等二期净地',
    });
    desk.clock.advance(1_000);
    await answers.stateAsHost(host, id, yes);
    await expect(answers.stateAsHost(await desk.viewer('host-05'), id, yes)).rejects.toMatchObject({
      status: 404,
    });
    const land = {
      element: 'land',
      verdict: 'yes',
      quantity: '95',
      unit: '亩',
      availableOn: '2026-08-01',
      text: '',
    } as const;
    await answers.answerElement(await desk.viewer('supporter-01'), id, land);
    const dossier = await desk.city.app.get(LeadsQueries).dossier(desk.reader, id);
    expect(dossier.statements.map(({ hostName, verdict }) => [hostName, verdict])).toEqual([
      ['经济技术开发区', 'accept'],
      ['高新技术产业开发区', null],
    ]);
    expect(dossier.elementAnswers).toMatchObject([{ element: 'land', quantity: '95' }]);
    expect(await desk.count('host_statement')).toBe(2);
  });

  it('enters and leaves rounds, and is decided upon, for the features that run them', async () => {
    const leads = desk.city.app.get(LeadsService);
    const queries = desk.city.app.get(LeadsQueries);
    const other = (await desk.submitSample('S04')).leadId;
    await desk.decide(id, 'accept');
    const round = { roundId: '0'.repeat(26), roundNumber: 'Y-2026-01' };
    const work = desk.city.app.work;
    const entering = work.run((tx) => leads.enterRound(tx, [id, other], round, system));
    await expect(entering).rejects.toMatchObject({ status: 409, refusal: { because: 'leadNotQueued' } });
    expect((await queries.queued()).map((card) => card.id)).toEqual([id]);
    const entered = await work.run((tx) => leads.enterRound(tx, [id], round, system));
    const revisions = await queries.revisions(desk.reader, [...entered.values()]);
    expect([...revisions.values()]).toMatchObject([
      { leadId: id, number: 1, content: { title: sampleOf('S01').body['title'] } },
    ]);
    expect(await desk.lead(id)).toMatchObject({ state: 'inReview', roundId: round.roundId });
    const answers = desk.city.app.get(LeadAnswersService);
    const late = answers.stateAsHost(await desk.viewer('host-01'), id, {
      verdict: 'accept',
      reasonCode: null,
      text: '',
    });
    await expect(late).rejects.toMatchObject({ status: 409, refusal: { because: 'hostAnswerTooLate' } });
    await work.run((tx) => leads.leaveRound(tx, [id], system, '本项作废'));
    expect(await desk.lead(id)).toMatchObject({ state: 'queued', roundId: null });
    await work.run((tx) => leads.enterRound(tx, [id], round, system));
    await work.run((tx) => leads.decide(tx, id, 'admit', system, '入笼'));
    expect((await desk.lead(id)).state).toBe('admitted');
    const cards = await queries.cards(desk.reader, [id, other]);
    expect(cards.get(id)).toMatchObject({
      totalInvestment: 5_200_000,
      state: 'admitted',
    });
  });
});
