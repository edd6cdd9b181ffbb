import { ClaimEvidenceService } from '../../../src/claims/claim-evidence.service';
import { ClaimsQueries } from '../../../src/claims/claims.queries';
import { readClaimFilter } from '../../../src/claims/claim-filter';
import { beijingDay, daysBetween } from '../../../src/domain/shared/instant';
import { onEachDatabase } from '../../support/databases';
import { demoCreditCode } from '../../../src/demo/lead-book';
import { openClaimDesk, type ClaimDesk } from './claim-desk';

onEachDatabase('a first report', (dialect) => {
  let desk: ClaimDesk;
  beforeAll(async () => {
    desk = await openClaimDesk(dialect);
  });
  afterAll(() => desk.close());

  const evidence = { kind: 'visit' as const, note: '登门拜访董事长，约定下月考察。' };
  const daysOf = (from: string | null, to: string | null): number =>
    daysBetween(beijingDay(from ?? ''), beijingDay(to ?? ''));

  it('is made by the first submission, by the server’s clock, with a receipt whose code stands in the record', async () => {
    const { leadId } = await desk.submitted('scout-01');
    const claim = await desk.claim(leadId);
    expect(claim).toMatchObject({
      state: 'reported',
      reportedAt: desk.clock.now(),
      unitName: '驻苏南突击队',
    });
    expect(claim.lapsesAt).toBeNull();
    const receipt = await desk.city.app.get(ClaimsQueries).receipt(claim.receiptCode.toUpperCase());
    expect(receipt).toMatchObject({ unchanged: true, claim: { number: (await desk.lead(leadId)).number } });
    expect(await desk.city.app.get(ClaimsQueries).receipt('0000-0000-0000-0000')).toBeNull();
  });

  it('is protected for 90 days from passing intake, and lapses after 60 without a follow-up', async () => {
    const claim = await desk.claim(await desk.accepted('scout-01'));
    expect(claim.state).toBe('protected');
    expect(daysOf(claim.protectedFrom, claim.protectedUntil)).toBe(90);
    expect(daysOf(claim.followedAt, claim.amberAt)).toBe(30);
    expect(daysOf(claim.followedAt, claim.lapsesAt)).toBe(60);
  });

  it('turns amber after 30 silent days: the scout is told once, and again only after a follow-up', async () => {
    const leadId = await desk.accepted('scout-02');
    const { number } = await desk.lead(leadId);
    const told = async () =>
      (await desk.city.mails('claim.lapsesSoon')).filter(({ subject }) => subject.includes(number ?? ''))
        .length;
    await desk.daysLater(30);
    expect(await told()).toBe(0);
    await desk.daysLater(1);
    expect(await told()).toBe(1);
    await desk.daysLater(1);
    expect(await told()).toBe(1);
    expect((await desk.claim(leadId)).warnedAt).not.toBeNull();
    const given = { ...evidence, occurredOn: beijingDay(desk.clock.now()) };
    await desk.city.app.get(ClaimEvidenceService).give(await desk.viewer('scout-02'), leadId, given, null);
    const renewed = await desk.claim(leadId);
    expect(renewed).toMatchObject({ state: 'protected', warnedAt: null });
    expect(daysOf(desk.clock.now(), renewed.protectedUntil)).toBe(90);
    await desk.daysLater(31);
    expect(await told()).toBe(2);
  });

  it('lapses on the 61st silent day, the scout is told, and the next valid report takes over', async () => {
    const code = demoCreditCode('320506', 2001);
    const first = await desk.accepted('scout-01', { uscc: code });
    const early = await desk.submitted('scout-02', { uscc: code });
    expect(early).toMatchObject({
      submitted: false,
      problems: [{ field: 'uscc', because: 'alreadyReported' }],
    });
    await desk.daysLater(60);
    expect((await desk.claim(first)).state).toBe('protected');
    await desk.daysLater(1);
    expect((await desk.claim(first)).state).toBe('lapsed');
    expect((await desk.lead(first)).claimedUscc).toBeNull();
    const mails = await desk.city.mails('claim.lapsed');
    expect(mails.at(-1)?.subject).toContain((await desk.lead(first)).number);
    const again = await desk.submissions.submit(await desk.viewer('scout-02'), early.leadId);
    expect(again.submitted).toBe(true);
    expect((await desk.claim(early.leadId)).state).toBe('reported');
    expect((await desk.claim(first)).state).toBe('lapsed');
  });

  it('does not lapse while a panel has the lead, and counts anew afterwards', async () => {
    const round = await desk.city.openRound(1, 3);
    const [leadId = ''] = round.leadIds;
    const before = await desk.claim(leadId);
    expect(before.state).toBe('protected');
    await desk.daysLater(100);
    expect((await desk.claim(leadId)).state).toBe('protected');
  });

  it('wants the paper of a signed intent, no date to come, and the own lead', async () => {
    const leadId = await desk.accepted('scout-01');
    const service = desk.city.app.get(ClaimEvidenceService);
    const today = beijingDay(desk.clock.now());
    const give = async (account: string, kind: 'visit' | 'signedIntent', occurredOn: string) =>
      service.give(await desk.viewer(account), leadId, { kind, occurredOn, note: evidence.note }, null);
    await expect(give('scout-01', 'signedIntent', today)).rejects.toMatchObject({
      refusal: { because: 'evidenceFileMissing' },
    });
    await expect(give('scout-01', 'visit', '2099-01-01')).rejects.toMatchObject({
      refusal: { because: 'evidenceInFuture' },
    });
    await expect(give('scout-02', 'visit', today)).rejects.toMatchObject({ status: 404 });
    await expect(give('scout-01', 'visit', today)).resolves.toBeUndefined();
  });

  it('ends with a lead that is withdrawn, and leaves the code to others', async () => {
    const code = demoCreditCode('320506', 2002);
    const leadId = await desk.accepted('scout-01', { uscc: code });
    await desk.city.acts.withdraw(leadId, '投资方改变计划');
    expect((await desk.claim(leadId)).state).toBe('ended');
    expect((await desk.submitted('scout-02', { uscc: code })).submitted).toBe(true);
  });

  it('is listed by its light, in a bounded number of statements; a scout sees his own only', async () => {
    const queries = desk.city.app.get(ClaimsQueries);
    const all = readClaimFilter({ sort: 'lapses' });
    const secretary = await desk.viewer('secretary-01');
    const before = desk.reader.statements;
    const office = await queries.list(secretary, all, desk.clock.now());
    expect(desk.reader.statements - before).toBe(2);
    const lights = ['green', 'amber', 'red', 'paused'].map((light) => office.lights.get(light) ?? 0);
    expect(lights.reduce((sum, n) => sum + n, 0)).toBe(office.total);
    expect(lights.every((n) => n > 0) || lights.filter((n) => n > 0).length >= 3).toBe(true);
    const own = await queries.list(await desk.viewer('scout-02'), all, desk.clock.now());
    expect(own.rows.every(({ scoutId, holderId }) => scoutId === holderId)).toBe(true);
    expect(own.total).toBeLessThan(office.total);
    const red = await queries.list(
      await desk.viewer('secretary-01'),
      readClaimFilter({ light: 'red' }),
      desk.clock.now(),
    );
    expect(red.rows.length).toBe(red.total);
    expect(red.rows.every(({ state }) => state === 'lapsed')).toBe(true);
  });

  it('stands in the ledger whole', async () => {
    expect(await desk.problems()).toEqual([]);
  });
});
