import { BallotBox } from '../../../src/ballots/ballot-box';
import { ballotIn, typedForm, type TypedForm } from '../../../src/ballots/ballot.form';
import { BallotsQueries } from '../../../src/ballots/ballots.queries';
import { BallotsService } from '../../../src/ballots/ballots.service';
import { sql } from '../../../src/database/sql';
import { Tx } from '../../../src/database/transaction';
import { Refused } from '../../../src/domain/shared/refusal';
import { Verifier } from '../../../src/ledger/verifier';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { startApp, startOfTests, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { roundTripsOf } from '../../support/round-trips';
import { ballotOf, BallotCity, deadline, viewerOf, type CitySeat } from '../../web/ballots/ballot-city';

onEachDatabase('the ballot box', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  beforeEach(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 2);
  }, 60_000);
  afterEach(() => app.close());

  const form = (seat: CitySeat, change: Record<string, unknown> = {}): TypedForm =>
    typedForm(ballotOf(seat.kind, change));
  const cast = (seat: CitySeat, key: string, change: Record<string, unknown> = {}, position = 1) =>
    app.get(BallotsService).cast(seat, {
      itemId: city.item(position).id,
      typed: form(seat, change),
      key,
      device: 'android/wechat',
    });

  it('takes the same press, sent 20 times at once, as one version with 20 equal answers', async () => {
    const seat = city.seat('park');
    const results = await Promise.all(Array.from({ length: 20 }, () => cast(seat, 'one press')));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]?.taken).toMatchObject({ version: 1, isCurrent: true });
    expect(await city.count('ballot_version')).toBe(1);
    expect(await city.mails(seat.email, 'ballot.receipt')).toHaveLength(1);
    const entries = await app.reader.rows(sql`select seq from ledger_entry where kind = 'ballot.cast'`);
    expect(entries).toHaveLength(1);
  });

  it('C-06 takes two tabs with different choices as two versions, both in the ledger, the last one current', async () => {
    const seat = city.seat('enterprise');
    const votes = ['agree', 'supplement', 'against', 'abstain'];
    const results = await Promise.all(
      votes.map((vote) => cast(seat, 'same page', { vote, comment: '请补充近两年的审计报告' })),
    );
    expect(results.map(({ taken }) => taken?.version).sort()).toEqual([1, 2, 3, 4]);
    const rows = await app.reader.rows<{ vote: string; version: number }>(
      sql`select ballot_version.vote, ballot_version.version from ledger_entry
            join ballot_version on ballot_version.id = ledger_entry.subject_id
          where ledger_entry.kind = 'ballot.cast' order by ledger_entry.seq`,
    );
    expect(rows.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    const { ballots } = await app.get(BallotsQueries).forTally(app.reader, city.roundId);
    expect(ballots.map(({ vote, version }) => ({ vote, version }))).toEqual([rows.at(-1)]);
  });

  it('needs eleven statements at the most for a ballot that had a draft, ten for one that had none, one more to wait its turn', async () => {
    const turn = dialect === 'postgres' ? 1 : 0;
    const seat = city.seat('park');
    await app.get(BallotsService).saveDraft(seat, city.item(2).id, form(seat));
    const spies = (['run', 'rows', 'post'] as const).map((method) => jest.spyOn(Tx.prototype, method));
    const statements = () => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    await cast(seat, 'without');
    expect(statements()).toBe(10 + turn);
    await cast(seat, 'with', {}, 2);
    expect(statements()).toBe(10 + 11 + 2 * turn);
    spies.forEach((spy) => spy.mockRestore());
  });

  if (dialect === 'postgres')
    it('waits for the database three times, and once while other units wait for its ledger entry', async () => {
      const seat = city.seat('park');
      const sent = {
        itemId: city.item(1).id,
        kind: 'cast',
        content: ballotIn(form(seat)),
        device: '',
      } as const;
      const put = () => app.get(BallotBox).put(seat, { ...sent, key: 'a press' });
      const trips = await roundTripsOf(put);
      expect(trips.map((trip) => trip.length)).toEqual([4, 7, 2]);
      const [first, second, last] = trips.map((trip) => trip.join('\n'));
      expect(first).toMatch(/^BEGIN/);
      expect(second).toMatch(/ from ledger_tip .* for update\n.* from turnout .*$/);
      expect(last).toMatch(/^insert into ledger_entry[^]*\nCOMMIT$/);
      // The control: a unit that waits for each of two statements before it sends the next.
      const slow = await roundTripsOf(() =>
        app.work.run(async (tx) => {
          await tx.rows(sql`select 1`);
          await tx.rows(sql`select 2`);
        }),
      );
      expect(slow).toEqual([['BEGIN', 'select 1'], ['select 2'], ['COMMIT']]);
    });

  it('counts every ballot that was answered as recorded around the closing, and none that was refused', async () => {
    const secretary = await viewerOf(app, 'secretary-01');
    app.clock.set(new Date(Date.parse(deadline) - 1).toISOString());
    const paper = async (n: number) => {
      try {
        const seat = city.seats[n % 10] as CitySeat;
        return (await cast(seat, `press ${n}`, { comment: `第${n}次` }, 1 + (n % 2))).taken ?? null;
      } catch (error) {
        if (error instanceof Refused) return null;
        throw error;
      }
    };
    const half = (from: number) => Array.from({ length: 25 }, (_, n) => paper(from + n));
    const answers = half(0);
    await Promise.race(answers);
    const closing = app.work.run((tx) => {
      app.clock.set(deadline);
      return app.get(RoundsService).close(tx, secretary, city.roundId);
    });
    const all = await Promise.all([...answers, ...half(25)]);
    const taken = all.filter((answer) => answer !== null);
    await closing;
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThan(50);
    const stored = await app.reader.rows<{ code: string }>(
      sql`select receipt_code as code from ballot_version`,
    );
    expect(stored.map(({ code }) => code).sort()).toEqual(taken.map(({ receiptCode }) => receiptCode).sort());
    const late = sql`select seq from ledger_entry where kind = 'ballot.cast' and at >= ${deadline}`;
    expect(await app.reader.rows(late)).toEqual([]);
    const { ballots } = await app.get(BallotsQueries).forTally(app.reader, city.roundId);
    const counted = new Set(ballots.map(({ id }) => id));
    expect(counted.size).toBe(new Set(ballots.map(({ itemId, roundSeatId }) => itemId + roundSeatId)).size);
    await expect(cast(city.seat('park'), 'too late')).rejects.toMatchObject({ status: 410 });
  });

  it('takes nothing through a link that was replaced a moment ago', async () => {
    const seat = city.seat('institute');
    await app
      .get(RoundsService)
      .reissueLink(await viewerOf(app, 'secretary-01'), city.roundId, seat.roundSeatId);
    await expect(cast(seat, 'old link')).rejects.toMatchObject({ status: 410 });
    expect(await city.count('ballot_version')).toBe(0);
  });

  it('takes nothing from a seat of another round, and nothing for an item of another round', async () => {
    const seat = city.seat('park');
    const strange = { ...seat, roundSeatId: '0'.repeat(26) };
    await expect(cast(strange, 'strange')).rejects.toMatchObject({ status: 404 });
    const sent = { itemId: '0'.repeat(26), typed: form(seat), key: 'k', device: '' };
    await expect(app.get(BallotsService).cast(seat, sent)).rejects.toMatchObject({ status: 404 });
    await expect(app.get(BallotsService).saveDraft(seat, '\0', form(seat))).rejects.toMatchObject({
      status: 404,
    });
  });

  it('is read for the tally in two statements, whatever the number of ballots', async () => {
    for (const seat of city.seats) await cast(seat, 'k');
    const before = app.reader.statements;
    const { ballots } = await app.get(BallotsQueries).forTally(app.reader, city.roundId);
    expect([ballots.length, app.reader.statements - before]).toEqual([10, 2]);
  });

  it('leaves nothing behind that the verifier would not find', async () => {
    await cast(city.seat('institute'), 'k');
    /** What verify says of a change behind the program's back; the change itself is taken back. */
    const found = async (statement: string): Promise<string[]> => {
      let said: string[] = [];
      const undone = app.work.run(async (tx) => {
        await tx.run(sql.raw(statement));
        said = (await app.get(Verifier).verify(tx)).problems.map(({ words }) => words);
        throw new Error('taken back');
      });
      await expect(undone).rejects.toThrow('taken back');
      return said;
    };
    expect((await app.get(Verifier).verify(app.reader)).problems).toEqual([]);
    const changes = [
      [`update ballot_version set vote = 'against'`, 'ballotVersion'],
      [`update ballot_version set scores = '{"technology":5}'`, 'ballotVersion'],
      [`update ballot_version set na = '["technology"]'`, 'ballotVersion'],
      [`update ballot_version set reasons = '{"technology":"x"}'`, 'ballotVersion'],
      [`update ballot_version set comment = 'x'`, 'ballotVersion'],
      [`update ballot_version set note = 'x'`, 'ballotVersion'],
      [`update ballot_version set cast_at = '${startOfTests.replace('01:00', '01:01')}'`, 'ballotVersion'],
      [
        `update ballot_version set cast_by = (select id from person where account = 'secretary-01')`,
        'ballotVersion',
      ],
      [`update ballot_version set receipt_code = '0000-0000-0000-0000'`, 'ballotVersion'],
      [`delete from current_ballot`, 'currentBallot'],
      [`update current_ballot set round_seat_id = '${city.seat('park').roundSeatId}'`, 'currentBallot'],
      [`update turnout set state = 'waiting', at = null where state = 'cast'`, 'turnout'],
    ] as const;
    for (const [statement, named] of changes)
      expect([statement, await found(statement)]).toEqual([
        statement,
        expect.arrayContaining([expect.stringContaining(named)]),
      ]);
  });
});
