import { Readable } from 'node:stream';
import { ClaimsQueries } from '../../../src/claims/claims.queries';
import { DisputesQueries } from '../../../src/claims/disputes.queries';
import { DisputesService, type RulingGiven } from '../../../src/claims/disputes.service';
import { demoCreditCode } from '../../../src/demo/lead-book';
import { msOf, toInstant } from '../../../src/domain/shared/instant';
import { BackersQueries } from '../../../src/claims/backers.queries';
import { onEachDatabase } from '../../support/databases';
import { openClaimDesk, pdf, type ClaimDesk } from './claim-desk';

onEachDatabase('a dispute about a first report', (dialect) => {
  let desk: ClaimDesk;
  let serial = 2100;
  beforeAll(async () => {
    desk = await openClaimDesk(dialect);
  });
  afterAll(() => desk.close());

  const disputes = () => desk.city.app.get(DisputesService);
  const queries = () => desk.city.app.get(DisputesQueries);
  const ruling = (outcome: RulingGiven['outcome'], changes: Partial<RulingGiven> = {}): RulingGiven => ({
    outcome,
    weight: 'investorStatement',
    holderShare: '',
    challengerShare: '',
    reason: '投资方书面说明由提出方首先接洽。',
    ...changes,
  });

  /** A first report of scout-01, and a lead of scout-02 that is turned away. */
  async function blocked(changes: Record<string, unknown> = {}) {
    const code = demoCreditCode('320506', (serial += 1));
    const holder = await desk.accepted('scout-01', { uscc: code, ...changes });
    const { leadId: challenger } = await desk.submitted('scout-02', { uscc: code });
    return { code, holder, challenger };
  }

  async function filed(changes: Record<string, unknown> = {}) {
    const both = await blocked(changes);
    const viewer = await desk.viewer('scout-02');
    const paper = await disputes().receive(
      viewer,
      { leadId: both.challenger },
      Readable.from(pdf),
      '投资方说明.pdf',
    );
    const given = {
      statement: '我方二月已与投资方签订洽谈备忘。',
      kind: 'investorStatement' as const,
      papers: [paper],
    };
    return { ...both, id: await disputes().file(viewer, both.challenger, given) };
  }

  const answer = async (id: string): Promise<void> =>
    disputes().answer(await desk.viewer('scout-01'), id, {
      statement: '我方三月初登门，形成会谈纪要。',
      kind: 'datedTalk',
      papers: [],
    });
  const propose = async (id: string, given: RulingGiven): Promise<void> =>
    disputes().propose(await desk.viewer('secretary-01'), id, given);

  it('is open to who was turned away, for five workdays, with at least one paper', async () => {
    const { challenger } = await blocked();
    const viewer = await desk.viewer('scout-02');
    const given = { statement: '我方更早接洽投资方。', kind: 'other' as const, papers: [] };
    const block = await desk.city.app.get(ClaimsQueries).blockOf(challenger);
    // Tuesday, 17 March: the fifth workday after it is the Tuesday of the next week.
    expect(block).toMatchObject({ unitName: '驻苏南突击队', disputeBy: '2026-03-24T15:59:59.999Z' });
    await expect(disputes().file(viewer, challenger, given)).rejects.toMatchObject({
      refusal: { because: 'disputeEvidenceMissing' },
    });
    const start = desk.clock.now();
    desk.clock.set(toInstant(msOf(block?.disputeBy ?? '') + 1));
    await expect(disputes().file(viewer, challenger, given)).rejects.toMatchObject({
      refusal: { because: 'disputeTooLate' },
    });
    desk.clock.set(start);
    await expect(disputes().file(await desk.viewer('scout-03'), challenger, given)).rejects.toMatchObject({
      status: 404,
    });
  });

  it('hears the holder before anything is proposed, unless his time has gone by', async () => {
    const { id } = await filed();
    await expect(propose(id, ruling('holder'))).rejects.toMatchObject({
      refusal: { because: 'holderMayStillAnswer' },
    });
    await answer(id);
    await expect(propose(id, ruling('holder'))).resolves.toBeUndefined();
    await expect(answer(id)).rejects.toMatchObject({ refusal: { because: 'disputeNotNow' } });
    const silent = await filed();
    const start = desk.clock.now();
    desk.clock.set(toInstant(msOf((await queries().byId(silent.id))?.answerBy ?? '') + 1));
    await expect(propose(silent.id, ruling('holder'))).resolves.toBeUndefined();
    desk.clock.set(start);
  });

  it('shows each side its own until the ruling, then both the ruling with its reasons', async () => {
    const { id } = await filed();
    await answer(id);
    await propose(id, ruling('split', { holderShare: '60', challengerShare: '40', weight: 'splitCredit' }));
    const seen = async (account: string) => {
      const { acts, papers } = await queries().page(await desk.viewer(account), id);
      return { moves: acts.map(({ move }) => move).sort(), papers: papers.length };
    };
    expect(await seen('scout-02')).toEqual({ moves: ['file'], papers: 1 });
    expect(await seen('scout-01')).toEqual({ moves: ['answer', 'file'], papers: 0 });
    expect(await seen('secretary-01')).toEqual({ moves: ['answer', 'file', 'propose'], papers: 1 });
    await expect(queries().page(await desk.viewer('scout-03'), id)).rejects.toMatchObject({ status: 404 });
    await disputes().rule(
      await desk.viewer('secretary-01'),
      id,
      ruling('split', { holderShare: '60', challengerShare: '40' }),
    );
    const all = ['answer', 'file', 'propose', 'rule'];
    expect(await seen('scout-02')).toEqual({ moves: all, papers: 1 });
    expect(await seen('scout-01')).toEqual({ moves: all, papers: 0 });
    const to = (await desk.city.mails('claim.disputeRuled')).slice(-2).map((mail) => mail.to);
    expect(to.sort()).toEqual(['scout-01@yijiang.example', 'scout-02@yijiang.example']);
  });

  it('divides the credit so that the shares make up the whole, exactly', async () => {
    const { id, holder } = await filed();
    await answer(id);
    const uneven = ruling('split', { holderShare: '66.67', challengerShare: '33.34' });
    await expect(propose(id, uneven)).rejects.toMatchObject({
      refusal: { because: 'sharesNotWhole', details: { sum: '100.01' } },
    });
    const thirds = ruling('split', { holderShare: '66.67', challengerShare: '33.33' });
    await propose(id, thirds);
    await disputes().rule(await desk.viewer('secretary-01'), id, thirds);
    const credits = await desk.city.app.get(BackersQueries).credits(holder);
    expect(credits.map(({ share }) => share.toString())).toEqual(['6667/10000', '3333/10000']);
    expect((await desk.claim(holder)).state).toBe('protected');
  });

  it('may move the first report: the challenger hands in, and nobody comes between', async () => {
    const { id, holder, challenger, code } = await filed();
    await answer(id);
    await propose(id, ruling('challenger'));
    await disputes().rule(await desk.viewer('secretary-01'), id, ruling('challenger'));
    expect((await desk.claim(holder)).state).toBe('overruled');
    const third = await desk.submitted('scout-03', { uscc: code });
    expect(third.submitted).toBe(false);
    const won = await desk.submissions.submit(await desk.viewer('scout-02'), challenger);
    expect(won.submitted).toBe(true);
    expect((await desk.claim(challenger)).state).toBe('reported');
    expect((await desk.lead(holder)).claimedUscc).toBeNull();
    expect((await desk.lead(challenger)).claimedUscc).toBe(code);
    expect((await desk.submissions.submit(await desk.viewer('scout-03'), third.leadId)).submitted).toBe(
      false,
    );
  });

  it('goes to the leading group from 10 亿 on, and stays with the secretariat a fen below', async () => {
    const rule = async (account: string, id: string): Promise<void> =>
      disputes().rule(await desk.viewer(account), id, ruling('holder'));
    const below = await filed({ totalInvestmentWan: '99999.99' });
    await answer(below.id);
    await propose(below.id, ruling('holder'));
    await expect(rule('leader-01', below.id)).rejects.toMatchObject({ status: 403 });
    await expect(rule('secretary-01', below.id)).resolves.toBeUndefined();
    const large = await filed({ totalInvestmentWan: '100000' });
    await answer(large.id);
    await propose(large.id, ruling('holder'));
    await expect(rule('secretary-01', large.id)).rejects.toMatchObject({
      refusal: { because: 'disputeForLeadingGroup' },
    });
    await expect(rule('leader-01', large.id)).resolves.toBeUndefined();
    expect((await desk.city.mails('claim.disputeProposed')).at(-1)?.to).toMatch(/^leader-/);
  });

  it('stands in the ledger whole', async () => {
    expect(await desk.problems()).toEqual([]);
  });
});
