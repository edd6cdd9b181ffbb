import { BackersQueries } from '../../../src/claims/backers.queries';
import { BackersService } from '../../../src/claims/backers.service';
import { MatchesQueries } from '../../../src/claims/matches.queries';
import { MatchesService } from '../../../src/claims/matches.service';
import { RegistersService } from '../../../src/claims/registers.service';
import { demoCreditCode } from '../../../src/demo/lead-book';
import { actorOf } from '../../../src/ledger/actor';
import { onEachDatabase } from '../../support/databases';
import { openClaimDesk, type ClaimDesk } from './claim-desk';

onEachDatabase('behind a lead', (dialect) => {
  let desk: ClaimDesk;
  beforeAll(async () => {
    desk = await openClaimDesk(dialect);
  });
  afterAll(() => desk.close());

  const backers = () => desk.city.app.get(BackersQueries);
  const credits = async (leadId: string): Promise<string[]> =>
    (await backers().credits(leadId)).map(({ share }) => share.toString());

  it('a co-scout’s share counts once it is confirmed, and is asked for again when it changes', async () => {
    const coScouts = [{ account: 'scout-02', share: '33.33' }];
    const { leadId } = await desk.submitted('scout-01', { coScouts });
    expect((await desk.city.mails('claim.coScoutAsked')).at(-1)?.to).toBe('scout-02@yijiang.example');
    expect(await credits(leadId)).toEqual(['1/1']);
    const service = desk.city.app.get(BackersService);
    await expect(service.answer(await desk.viewer('scout-03'), leadId, 'confirm')).rejects.toMatchObject({
      status: 404,
    });
    await service.answer(await desk.viewer('scout-02'), leadId, 'confirm');
    expect(await credits(leadId)).toEqual(['6667/10000', '3333/10000']);
    await expect(service.answer(await desk.viewer('scout-02'), leadId, 'decline')).rejects.toMatchObject({
      refusal: { because: 'coScoutAnswered' },
    });
    await desk.decide(leadId, 'return', '请补充协作分工');
    const body = {
      ...desk.form(),
      uscc: (await desk.lead(leadId)).uscc,
      coScouts: [{ account: 'scout-02', share: '40' }],
    };
    await desk.submissions.saveAndSubmit(await desk.viewer('scout-01'), leadId, body, {});
    expect(await credits(leadId)).toEqual(['1/1']);
  });

  it('a referrer is locked at intake, linked to the ambassador in term, and said to be unrewarded where that is so', async () => {
    const registers = desk.city.app.get(RegistersService);
    const office = actorOf(await desk.viewer('secretary-01'));
    const ambassador = {
      post: '商会会长',
      region: '长三角',
      interest: '',
      termFrom: '2026-01-01',
      termUntil: '2027-12-31',
    };
    await registers.appoint(office, { ...ambassador, name: '颜示例' });
    await expect(
      registers.appoint(office, { ...ambassador, name: '颜示例', termUntil: '2025-12-31' }),
    ).rejects.toMatchObject({ refusal: { because: 'termBackwards' } });
    const referrer = { name: '颜示例', kind: 'person', contact: '15400009999', conflict: false };
    const leadId = await desk.accepted('scout-01', { referrer });
    expect(await backers().referral(leadId)).toMatchObject({
      name: '颜示例',
      region: '长三角',
      unrewarded: null,
    });
    const clerk = { ...referrer, name: '施示例', kind: 'civilServant' };
    const other = await desk.accepted('scout-01', { referrer: clerk });
    expect(await backers().referral(other)).toMatchObject({ unrewarded: 'civilServant', region: null });
    await desk.decide(other, 'return', '请更正用地面积');
    const changed = {
      ...desk.form(),
      uscc: (await desk.lead(other)).uscc,
      referrer: { ...clerk, kind: 'person' },
    };
    const result = await desk.submissions.saveAndSubmit(await desk.viewer('scout-01'), other, changed, {});
    expect(result).toMatchObject({
      submitted: false,
      problems: [{ field: 'referrer[name]', because: 'referrerLocked' }],
    });
    const kept = { ...changed, referrer: clerk };
    expect(
      await desk.submissions.saveAndSubmit(await desk.viewer('scout-01'), other, kept, {}),
    ).toMatchObject({
      submitted: true,
    });
  });

  it('a likely duplicate waits for a ruling; as one project, the first report is the earlier lead’s', async () => {
    const queries = desk.city.app.get(MatchesQueries);
    const first = await desk.accepted('scout-01', {
      investorName: '砺辰伺服技术有限公司',
      title: '伺服一期',
    });
    const before = await queries.count();
    const second = await desk.accepted('scout-02', {
      investorName: '礪辰伺服技術（深圳）有限公司',
      title: '伺服二期',
    });
    expect(await queries.count()).toBe(before + 1);
    const [match] = (await queries.waiting()).filter(({ lead }) => lead.id === second);
    expect(match).toMatchObject({ other: { id: first }, grade: 'b', grounds: ['sameName'], ruling: null });
    const rule = async (account: string): Promise<void> =>
      desk.city.app
        .get(MatchesService)
        .rule(await desk.viewer(account), second, first, 'same', '同一集团在深圳设立的项目公司。');
    await rule('secretary-01');
    await expect(rule('secretary-02')).rejects.toMatchObject({ refusal: { because: 'matchRuled' } });
    expect(await queries.count()).toBe(before);
    expect((await desk.claim(second)).state).toBe('yielded');
    expect((await desk.claim(first)).state).toBe('protected');
    expect((await desk.lead(second)).claimedUscc).toBeNull();
  });

  it('a posting that ends: every lead in hand moves in one act, and first reports keep the name', async () => {
    const mine = await desk.accepted('scout-05', { uscc: demoCreditCode('320506', 2300) });
    const draft = await desk.draft('scout-05', desk.form());
    const [from, to] = [await desk.viewer('scout-05'), await desk.viewer('scout-06')];
    const registers = desk.city.app.get(RegistersService);
    const office = await desk.viewer('secretary-01');
    const given = { from: from.personId, to: to.personId, reason: '驻外任期届满' };
    await expect(registers.handOver(office, { ...given, listed: 5 })).rejects.toMatchObject({
      refusal: { because: 'handOverChanged' },
    });
    await expect(
      registers.handOver(office, { ...given, to: from.personId, listed: null }),
    ).rejects.toMatchObject({
      refusal: { because: 'handOverSame' },
    });
    const host = await desk.viewer('host-01');
    await expect(
      registers.handOver(office, { ...given, to: host.personId, listed: null }),
    ).rejects.toMatchObject({
      refusal: { because: 'handOverNoScout' },
    });
    expect(await registers.handOver(office, { ...given, listed: 2 })).toBe(2);
    expect((await desk.lead(mine)).scoutId).toBe(to.personId);
    expect((await desk.lead(draft)).scoutId).toBe(to.personId);
    expect(await desk.claim(mine)).toMatchObject({ scoutId: from.personId, scoutName: from.name });
    expect((await desk.city.mails('claim.leadsGiven')).at(-1)?.to).toBe('scout-05@yijiang.example');
    expect((await desk.city.mails('claim.leadsTaken')).at(-1)?.to).toBe('scout-06@yijiang.example');
    await expect(registers.handOver(office, { ...given, listed: null })).rejects.toMatchObject({
      refusal: { because: 'handOverNothing' },
    });
  });

  it('an out-stationed team covers a region and is counted by what it brought', async () => {
    const registers = desk.city.app.get(RegistersService);
    const [team] = (await backers().outposts()).filter(({ name }) => name === '驻苏南突击队');
    if (!team) throw new Error('no such team');
    const office = actorOf(await desk.viewer('secretary-01'));
    await registers.cover(office, team.unitId, '苏州、无锡');
    await desk.daysLater(1);
    await registers.cover(office, team.unitId, '苏州、无锡、常州');
    const [after] = (await backers().outposts()).filter(({ unitId }) => unitId === team.unitId);
    expect(after?.region).toBe('苏州、无锡、常州');
    expect(after?.accepted).toBeGreaterThan(0);
    await expect(registers.cover(office, '0'.repeat(26), '江西')).rejects.toMatchObject({ status: 404 });
  });

  it('stands in the ledger whole', async () => {
    expect(await desk.problems()).toEqual([]);
  });
});
