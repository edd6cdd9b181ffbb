import { Ids } from '../../../src/clock/ids';
import { sql } from '../../../src/database/sql';
import { R1 } from '../../../src/domain/rubric/rule-set-r1';
import { canonical } from '../../../src/domain/shared/canonical';
import { Verifier } from '../../../src/ledger/verifier';
import { RoundsQueries } from '../../../src/rounds/rounds.queries';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

onEachDatabase('C-07 what a round is decided by', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(1);
  });
  afterAll(() => city.close());

  it.each([
    ['a seat of the roll', "update round_seat set kind = 'park' where kind = 'institute'", 'roundSeat'],
    ['the revision of a lead', "update lead_revision set content = '{}'", 'leadRevision'],
    ['an item', 'update round_item set position = 7', 'roundItem'],
    ['the rules', "update rule_set_version set code = 'R9'", 'ruleSetVersion'],
  ])('control: %s that was changed behind the program is named by verify', async (_what, change, type) => {
    const { app } = city;
    const names = async (): Promise<string[]> => {
      const { problems } = await app.get(Verifier).verify(app.reader);
      return problems
        .filter(({ what }) => what === 'changed')
        .map(({ subject }) => subject?.split(' ')[0] ?? '');
    };
    expect(await names()).toEqual([]);
    const undo = new Error('only to look');
    await app.work
      .run(async (tx) => {
        await tx.run(sql.raw(change));
        const { problems } = await app.get(Verifier).verify(tx);
        expect(problems.map(({ subject }) => subject?.split(' ')[0])).toContain(type);
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
      });
    expect(await names()).toEqual([]);
  });

  it('stands still from its opening on: lead, roll and rules', async () => {
    const { app } = city;
    const roll = await app.get(RoundsQueries).roll(app.reader, round.id);
    const lead = await app.reader.one<{ account: string }>(
      sql`select person.account from lead join person on person.id = lead.scout_id
          where lead.id = ${round.leadIds[0] ?? ''}`,
    );
    const scout = await app.signedIn(lead?.account ?? '');
    const edited = await scout.post(`/leads/${round.leadIds[0]}`, { title: '改过的名称' });
    expect(edited.statusCode).toBe(409);
    const again = app.get(RoundsService).open(await city.acts.viewer('secretary-01'), round.id);
    await expect(again).rejects.toMatchObject({ status: 409, refusal: { because: 'roundAlreadyOpen' } });
    await app.work.run(async (tx) => {
      await tx.run(sql`update seat set holder_id = null where id = ${roll[0]?.seatId ?? ''}`);
      const strict = canonical({ ...R1, score: { ...R1.score, passMark: 100, floor: 99 } });
      await tx.run(
        sql`insert into rule_set_version (id, code, version, content, digest, published_at, published_by_label)
            select ${app.get(Ids).next()}, code, 2, ${strict}, digest, '2027-01-01T00:00:00.000Z', published_by_label
            from rule_set_version where version = 1`,
      );
    });
    expect(await app.get(RoundsQueries).roll(app.reader, round.id)).toEqual(roll);
    await city.allVote(round, ['strong']);
    await city.acts.close('secretary-01', round.id);
    const outcome = await app.reader.one<{ computed: string }>(
      sql`select computed from outcome where round_id = ${round.id}`,
    );
    expect(outcome?.computed).toBe('admit');
  });
});
