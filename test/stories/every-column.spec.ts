import { VetoesService } from '../../src/ballots/vetoes.service';
import { sql, type Dialect } from '../../src/database/sql';
import type { Source } from '../../src/database/source';
import type { BallotViewer } from '../../src/domain/access/viewer';
import { Verifier } from '../../src/ledger/verifier';
import { actorOf } from '../../src/ledger/actor';
import { PanelIdentityService } from '../../src/panels/panel-identity.service';
import { RoundClosuresService } from '../../src/results/round-closures.service';
import { PanelDrawsQueries } from '../../src/rounds/panel-draws.queries';
import { PanelDrawsService } from '../../src/rounds/panel-draws.service';
import { Round } from '../../src/rounds/round.entity';
import { RoundsService } from '../../src/rounds/rounds.service';
import { SeatHandoversService } from '../../src/rounds/seat-handovers.service';
import { TwoPersonActs } from '../../src/rounds/two-person-acts.service';
import { foundCity, type OpenRound, type TestCity } from '../support/city';
import { onEachDatabase } from '../support/databases';

/** Tables whose rows bind somebody: what was decided, by whom, on what, under which rules. */
const binding = [
  'ballot_version',
  'current_ballot',
  'turnout',
  'round',
  'round_act',
  'round_item',
  'round_seat',
  'round_request',
  'earlier_outcome',
  'outcome',
  'letter',
  'lead_revision',
  'lead_contact',
  'pledge_acceptance',
  'lead_act',
  'rubric_version',
  'rule_set_version',
  'panel',
  'seat',
  'seat_handover',
  'panel_term',
  'panel_draw',
  'veto',
  'project',
];

/** What changes no decision and is therefore left unsealed, with the reason. */
const unsealed: Readonly<Record<string, string>> = {
  'lead_revision.idempotency_key': 'tells a repeated press from a new one',
  'project.search_text': 'the words that a search finds it by',
  'turnout.at': 'when the mark was made; the ballot itself has its sealed time',
};

interface Column {
  name: string;
  isNumber: boolean;
}

onEachDatabase(
  'T-01 and T-04: 100 % of the columns of what binds, the current votes and the results among them',
  (dialect) => {
    let city: TestCity;
    beforeAll(async () => {
      city = await foundCity(dialect);
      const round = await city.openRound(2);
      await city.acts.recuse(round.id, 8, round.leadIds[0] ?? '', '与投资方有业务往来');
      await veto(city, round);
      await city.app.signedIn('secretary-01');
      await panelAndSeats(city, round);
      await city.allVoteBut(round, 8, ['strong', 'weak']);
      const [first, second] = [
        await city.acts.viewer('secretary-01'),
        await city.acts.viewer('secretary-02'),
      ];
      await city.app.get(RoundClosuresService).close(first, round.id);
      const again = { kind: 'reopen', reason: '名册有误', deadlineAt: round.deadlineAt } as const;
      await city.app.get(TwoPersonActs).act(first, round.id, again);
      await city.app.get(TwoPersonActs).act(second, round.id, again);
      await city.app.get(RoundClosuresService).close(first, round.id);
      await city.acts.announce('secretary-01', round.id);
    }, 60_000);
    afterAll(() => city.close());

    const problems = async (source: Source) => (await city.app.get(Verifier).verify(source)).problems;

    it('has a row of each kind', async () => {
      const rows = await city.app.rowCounts();
      expect(binding.filter((table) => rows[table] === 0)).toEqual([]);
    });

    it('finds nothing to begin with', async () => {
      expect(await problems(city.app.reader)).toEqual([]);
    });

    it.each(binding)(
      '%s: each column that somebody changes is named, or the database refuses the change',
      async (table) => {
        const silent: string[] = [];
        const columns = await columnsOf(city.app.reader, table, dialect);
        expect(columns.length).toBeGreaterThan(2);
        for (const column of columns) {
          const found = await afterChange(table, column);
          if (found === 'silent' && !(`${table}.${column.name}` in unsealed))
            silent.push(`${table}.${column.name}`);
        }
        expect(silent).toEqual([]);
      },
      120_000,
    );

    it('control: a column that no seal covers can be changed, and nothing is said', async () => {
      expect(await afterChange('person', { name: 'post', isNumber: false })).toBe('silent');
    });

    /** Changes the column of one row in the ways that come to mind, until the database takes one. */
    async function afterChange(
      table: string,
      { name, isNumber }: Column,
    ): Promise<'named' | 'silent' | 'refused'> {
      const column = sql.raw(name);
      const row = sql`${column} = (select min(${column}) from ${sql.raw(table)})`;
      const values = isNumber
        ? [sql`${column} + 1000`, sql`1 - ${column}`, sql`null`]
        : [
            sql`${column} || '1'`,
            sql`replace(${column}, '2026-03', '2026-04')`,
            sql`(select max(${column}) from ${sql.raw(table)})`,
            sql`null`,
            sql`'2026-03-18T01:00:00.000Z'`,
          ];
      for (const value of values) {
        for (const which of [row, sql`${column} is null`]) {
          const found = await tried(table, sql`${column} = ${value}`, which);
          if (found !== 'refused') return found;
        }
      }
      return 'refused';
    }

    async function tried(table: string, change: ReturnType<typeof sql>, which: ReturnType<typeof sql>) {
      const undo = new Error('undo');
      let found: 'named' | 'silent' | 'refused' = 'refused';
      const trial = city.app.work.run(async (tx) => {
        const key = dialect === 'sqlite' ? sql`rowid` : sql`ctid`;
        const name = sql.raw(table);
        const before = await tx.rows(sql`select * from ${name}`);
        await tx.run(
          sql`update ${name} set ${change} where ${key} in (select ${key} from ${name} where ${which} limit 1)`,
        );
        const after = await tx.rows(sql`select * from ${name}`);
        const sorted = (rows: unknown[]): string =>
          rows
            .map((one) => JSON.stringify(one))
            .sort()
            .join();
        if (sorted(before) !== sorted(after)) found = (await problems(tx)).length > 0 ? 'named' : 'silent';
        throw undo;
      });
      await trial.catch(() => undefined);
      return found;
    }
  },
);

async function veto({ app }: TestCity, { id, leadIds }: OpenRound): Promise<void> {
  const seat = await app.reader.one<BallotViewer>(
    sql`select mailed_link.id as "linkId", round_seat.round_id as "roundId", round_seat.id as "roundSeatId",
          round_seat.holder_id as "personId" from round_seat
          join mailed_link on mailed_link.round_seat_id = round_seat.id
        where round_seat.round_id = ${id} and round_seat.position = 1`,
  );
  const item = await app.reader.one<{ id: string }>(
    sql`select id from round_item where round_id = ${id} and lead_id = ${leadIds[1] ?? ''}`,
  );
  if (!seat || !item) throw new Error('the round has no seats or items');
  const said = { ground: 'V06', basis: '信用记录', text: '查询结果另附', key: null };
  await app.get(VetoesService).raise(seat, { ...said, itemId: item.id });
}

/** A seat that is handed over, a panel that is renamed, and one that is drawn for a round. */
async function panelAndSeats(world: TestCity, { id }: OpenRound): Promise<void> {
  const { app, acts, city } = world;
  const secretary = await acts.viewer('secretary-01');
  const seat = await app.reader.one<{ id: string }>(
    sql`select id from round_seat where round_id = ${id} and alternate_id is not null order by position`,
  );
  const reason = '出差一周';
  await app.get(SeatHandoversService).handOver(secretary, id, seat?.id ?? '', { to: 'b', reason });
  const chairId = city.people.get('leader-01') ?? '';
  await app.get(PanelIdentityService).change(actorOf(secretary), city.panelId, { name: '预审一组', chairId });
  const rubric = await app.reader.one<{ id: string }>(
    sql`select rubric_version_id as id from round where id = ${id}`,
  );
  const planned = await app.get(RoundsService).plan(secretary, {
    title: '抽取专班的一轮',
    rubricVersionId: rubric?.id ?? '',
    panelId: city.panelId,
    deadlineAt: '2026-03-30T10:00:00.000Z',
    leadIds: await world.queuedLeads(1, 2),
  });
  const perKind = { park: 1, support: 4, institute: 1, enterprise: 1 };
  const round = await app.reader.findOne(Round, sql`where id = ${planned.id}`);
  if (!round) throw new Error('the planned round is missing');
  const wish = { perKind, byExpertise: true };
  const { draw } = await app.get(PanelDrawsQueries).material(app.reader, round, wish);
  const [first, ...others] = draw.drawn.map(({ personId }) => personId);
  const seated = others.filter((one) => one !== first);
  await app.get(PanelDrawsService).apply(secretary, planned.id, { ...wish, seated, reason: '本人请假' });
  // Only what is open is sealed item by item.
  await app.get(RoundsService).open(secretary, planned.id);
}

async function columnsOf(source: Source, table: string, dialect: Dialect): Promise<Column[]> {
  const rows = await source.rows<{ name: string; type: string }>(
    dialect === 'sqlite'
      ? sql`select name, type from pragma_table_info(${table})`
      : sql`select column_name as name, data_type as type from information_schema.columns where table_name = ${table}`,
  );
  return rows.map(({ name, type }) => ({ name, isNumber: /int/i.test(type) }));
}
