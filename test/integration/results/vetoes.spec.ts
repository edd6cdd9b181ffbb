import { VetoSettlementsService } from '../../../src/ballots/veto-settlements.service';
import { VetoesService } from '../../../src/ballots/vetoes.service';
import { sql } from '../../../src/database/sql';
import type { BallotViewer } from '../../../src/domain/access/viewer';
import { Verifier } from '../../../src/ledger/verifier';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

const veto = { ground: 'V02', basis: '《土地管理法》第三十五条', text: '涉及永久基本农田', key: null };

onEachDatabase('a round with vetoes', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  let items: string[];
  let seats: Map<string, BallotViewer>;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(5);
    await city.allVote(round, ['strong']);
    const rows = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${round.id} order by position`,
    );
    items = rows.map(({ id }) => id);
    const roll = await city.app.reader.rows<BallotViewer & { function: string | null }>(
      sql`select round_seat.id as "roundSeatId", round_seat.round_id as "roundId", round_seat.function as "function",
            round_seat.holder_id as "personId", min(mailed_link.id) as "linkId"
          from round_seat join mailed_link on mailed_link.round_seat_id = round_seat.id
          where round_seat.round_id = ${round.id} and round_seat.function is not null
          group by round_seat.id, round_seat.round_id, round_seat.function, round_seat.holder_id`,
    );
    seats = new Map(roll.map(({ function: duty, ...seat }) => [duty ?? '', seat]));
  }, 60_000);
  afterAll(() => city.close());

  const seat = (duty: string): BallotViewer => {
    const found = seats.get(duty);
    if (!found) throw new Error(`no seat speaks for ${duty}`);
    return found;
  };
  const raise = async (at: number): Promise<string> => {
    const { id } = await city.app
      .get(VetoesService)
      .raise(seat('naturalResources'), { ...veto, itemId: items[at] ?? '' });
    return id ?? '';
  };
  const settlements = () => city.app.get(VetoSettlementsService);
  const ecology = () => [{ as: 'seat' as const, ...seat('ecology') }];

  it('tells before closing what each veto will do, and settles one still after the deadline', async () => {
    const ids = [await raise(0), await raise(1), await raise(2), await raise(3)];
    await settlements().settle(ecology(), ids[1] ?? '', {
      move: 'dismiss',
      reason: '图斑已调出',
      hasNoInterest: true,
    });
    await settlements().withdraw([{ as: 'seat', ...seat('naturalResources') }], ids[2] ?? '', '看错地块');
    city.app.clock.set(round.deadlineAt);
    await expect(
      settlements().withdraw([{ as: 'seat', ...seat('naturalResources') }], ids[3] ?? '', ''),
    ).rejects.toMatchObject({ refusal: { because: 'vetoTooLate' } });
    await settlements().settle(ecology(), ids[0] ?? '', {
      move: 'confirm',
      reason: '已套图核实',
      hasNoInterest: true,
    });
    const secretary = await city.app.signedIn('secretary-01');
    const { body } = await secretary.get(`/rounds/${round.id}/closure`);
    for (const said of ['有已确认的否决', '有否决尚未确认']) expect(body).toContain(said);
  });

  it('rejects what a confirmed veto is on, and leaves to the chair what nobody settled', async () => {
    await city.app.get(RoundClosuresService).close(await city.acts.viewer('secretary-01'), round.id);
    const outcomes = await city.app.reader.rows<{ computed: string; reason: string | null }>(
      sql`select outcome.computed, outcome.reason from outcome join round_item item on item.id = outcome.item_id
          where outcome.round_id = ${round.id} order by item.position`,
    );
    expect(outcomes).toEqual([
      { computed: 'reject', reason: 'veto' },
      { computed: 'admit', reason: null },
      { computed: 'admit', reason: null },
      { computed: 'borderline', reason: 'vetoUnresolved' },
      { computed: 'admit', reason: null },
    ]);
  });

  it('shows ground, basis and what became of each with the results', async () => {
    for (const account of ['secretary-01', 'leader-01']) {
      const { body } = await (await city.app.signedIn(account)).get(`/rounds/${round.id}/results`);
      for (const said of ['V02 占用生态保护红线', '已套图核实', '图斑已调出', '看错地块', '计票时仍未确认'])
        expect(body).toContain(said);
    }
  });

  it('changes no veto once it is counted, and the record holds', async () => {
    const [open] = await city.app.reader.rows<{ id: string }>(
      sql`select id from veto where state = 'raised'`,
    );
    await expect(
      settlements().settle(ecology(), open?.id ?? '', { move: 'confirm', reason: '', hasNoInterest: true }),
    ).rejects.toMatchObject({ refusal: { because: 'vetoRoundOver' } });
    const verifier = city.app.get(Verifier);
    expect((await verifier.verify(city.app.reader)).problems).toEqual([]);
    await city.app.work.run((tx) =>
      tx.run(sql`update veto set state = 'withdrawn', settled_at = ${city.app.clock.now()}, settled_by = raised_by,
        settled_label = '', settled_reason = '' where id = ${open?.id ?? ''}`),
    );
    const { problems } = await verifier.verify(city.app.reader);
    expect(problems.map(({ what }) => what).sort()).toEqual(['changed', 'check']);
  });
});
