import { sql } from '../../../src/database/sql';
import { R1 } from '../../../src/domain/rubric/rule-set-r1';
import { canonical } from '../../../src/domain/shared/canonical';
import { Jobs } from '../../../src/jobs/jobs';
import { Round } from '../../../src/rounds/round.entity';
import { RoundConcerns } from '../../../src/rounds/round-concerns.service';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

onEachDatabase('a round at its deadline', (dialect) => {
  let city: TestCity;
  beforeEach(async () => {
    city = await foundCity(dialect);
  });
  afterEach(() => city.close());

  const stateOf = async ({ id }: OpenRound): Promise<string | undefined> =>
    (await city.app.reader.findOne(Round, sql`where id = ${id}`))?.state;

  /** The rules as they stand, but the clock counts. */
  const letTheClockCount = (): Promise<unknown> =>
    city.app.work.run((tx) =>
      tx.run(sql`update rule_set_version set content = ${canonical({ ...R1, closing: { byClock: true } })}`),
    );

  async function atDeadline(round: OpenRound): Promise<void> {
    city.app.clock.set(round.deadlineAt);
    for (const job of ['lockRounds', 'countRounds']) await city.app.get(Jobs).runNow(job);
  }

  it('waits for the secretariat to count it, as R1 says', async () => {
    const round = await city.openRound(1);
    await city.allVote(round, ['strong']);
    await atDeadline(round);
    expect(await stateOf(round)).toBe('locked');
    await city.acts.close('secretary-01', round.id);
    expect(await stateOf(round)).toBe('closed');
  });

  it('is counted by the clock where its rules say so, and the record says that nobody pressed', async () => {
    await letTheClockCount();
    const round = await city.openRound(1);
    await city.allVote(round, ['strong']);
    await atDeadline(round);
    expect(await stateOf(round)).toBe('closed');
    const act = await city.app.reader.one<{ byId: string | null; byLabel: string }>(
      sql`select by_id as "byId", by_label as "byLabel" from round_act where round_id = ${round.id} and move = 'close'`,
    );
    expect(act).toEqual({ byId: null, byLabel: '系统（到时自动）' });
  });

  it('is not counted by the clock while a quorum is short or a veto waits', async () => {
    await letTheClockCount();
    const short = await city.openRound(1);
    await atDeadline(short);
    expect(await stateOf(short)).toBe('locked');
    const vetoed = await city.openRound(1, 1);
    await city.allVote(vetoed, ['strong']);
    const open = new Map([['some item', 1]]);
    city.app
      .get(RoundConcerns)
      .registerVetoes((_source, roundId) =>
        Promise.resolve(roundId === vetoed.id ? open : new Map<string, number>()),
      );
    await atDeadline(vetoed);
    expect(await stateOf(vetoed)).toBe('locked');
    open.clear();
    await city.app.get(Jobs).runNow('countRounds');
    expect(await stateOf(vetoed)).toBe('closed');
  });

  it('is extended once although the clock has locked it, and takes votes again', async () => {
    const round = await city.openRound(1);
    await atDeadline(round);
    const secretary = await city.app.signedIn('secretary-01');
    const answer = await secretary.post(`/rounds/${round.id}/extension`, {
      deadlineAt: '2026-03-24T18:00',
      reason: '多数席位出差',
    });
    expect([answer.statusCode, await stateOf(round)]).toEqual([303, 'open']);
    await city.allVote(round, ['strong']);
    await city.acts.close('secretary-01', round.id);
  });

  it('tells the secretariat once when the last seat has voted, and not again for a revision', async () => {
    const round = await city.openRound(2);
    const items = round.leadIds.map((leadId) => ({ leadId, fortune: 'strong' as const }));
    for (let seat = 0; seat < 9; seat += 1) await city.acts.vote(round.id, seat, items, city.chance);
    expect(await city.mails('round.allVoted')).toEqual([]);
    await city.acts.vote(round.id, 9, items, city.chance);
    const told = async (): Promise<string[]> =>
      (await city.mails('round.allVoted')).map(({ to }) => to).sort();
    const secretaries = ['01', '02', '03'].map((n) => `secretary-${n}@yijiang.example`);
    expect(await told()).toEqual(secretaries);
    await city.acts.vote(round.id, 3, items, city.chance);
    expect(await told()).toEqual(secretaries);
  });

  it('tells it also where the two last votes go side by side', async () => {
    const round = await city.openRound(1);
    const items = round.leadIds.map((leadId) => ({ leadId, fortune: 'strong' as const }));
    for (let seat = 0; seat < 6; seat += 1) await city.acts.vote(round.id, seat, items, city.chance);
    await Promise.all([6, 7, 8, 9].map((seat) => city.acts.vote(round.id, seat, items, city.chance)));
    expect(await city.mails('round.allVoted')).toHaveLength(3);
  });
});
