import { BallotsService } from '../../../src/ballots/ballots.service';
import { RecusalsService } from '../../../src/ballots/recusals.service';
import { VetoSettlementsService } from '../../../src/ballots/veto-settlements.service';
import { VetoesService } from '../../../src/ballots/vetoes.service';
import { sql } from '../../../src/database/sql';
import { typedForm } from '../../../src/ballots/ballot.form';
import { PeopleService } from '../../../src/people/people.service';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { ballotOf, BallotCity, type CityItem, type CitySeat } from './ballot-city';

const own = ['nothing', 'draft', 'cast', 'revised', 'recused', 'ownVeto'] as const;
const others = ['raised', 'confirmed', 'dismissed', 'withdrawn', 'twoRaised'] as const;
type Own = (typeof own)[number];
type Others = (typeof others)[number];

/**
 * Thirty states: each way a seat may stand on an item, with each way another seat's veto on it may stand. In all of
 * them the seat's pages are, letter by letter, those it had before there was any veto.
 */
onEachDatabase('before a round is counted, a veto', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, own.length);
  }, 90_000);
  afterAll(() => app.close());

  const unit = (name: string): CitySeat => {
    const seat = city.seats.find(({ unitName }) => unitName.includes(name));
    if (!seat) throw new Error(`no seat of ${name}`);
    return seat;
  };
  const veto = { ground: 'V02', basis: '《土地管理法》第三十五条', text: '涉及永久基本农田', key: null };

  async function take(how: Own, seat: CitySeat, { id: itemId }: CityItem): Promise<void> {
    const typed = typedForm(ballotOf(seat.kind));
    const paper = { itemId, typed, key: null, device: 'test' };
    const ballots = app.get(BallotsService);
    if (how === 'draft') await ballots.saveDraft(seat, itemId, typed);
    if (how === 'cast' || how === 'revised') await ballots.cast(seat, paper);
    if (how === 'revised') await ballots.cast(seat, { ...paper, key: 'again' });
    if (how === 'ownVeto') await app.get(VetoesService).raise(seat, { ...veto, ground: 'V06', itemId });
    const recusal = { itemId, reason: '有亲属在企业任职', key: null, device: 'test' };
    if (how === 'recused') await app.get(RecusalsService).recuse(seat, recusal);
  }

  /** Another seat raises a veto on the item and it becomes what is asked for. */
  async function disturb(how: Others, { id: itemId }: CityItem): Promise<string[]> {
    const [land, ecology] = [unit('自然资源'), unit('生态环境')];
    const raised = [await app.get(VetoesService).raise(land, { ...veto, itemId })];
    if (how === 'twoRaised')
      raised.push(await app.get(VetoesService).raise(unit('应急'), { ...veto, ground: 'V04', itemId }));
    const ids = raised.map(({ id }) => id ?? '');
    const settlements = app.get(VetoSettlementsService);
    const settler = [{ as: 'seat' as const, ...ecology }];
    const [id = ''] = ids;
    if (how === 'confirmed')
      await settlements.settle(settler, id, { move: 'confirm', reason: '属实', hasNoInterest: true });
    if (how === 'dismissed')
      await settlements.settle(settler, id, { move: 'dismiss', reason: '不属实', hasNoInterest: true });
    if (how === 'withdrawn') await settlements.withdraw([{ as: 'seat', ...land }], id, '');
    return ids;
  }

  const undo = (ids: readonly string[]) =>
    app.work.run((tx) => tx.run(sql`delete from veto where id in ${sql.list(ids)}`));

  /** Every page of the seat that has to do with an item, without what differs from one reading to the next. */
  async function pagesOf(visitor: Visitor, item: CityItem, seen: readonly string[]): Promise<string[]> {
    const ofItem = ['', '/recusal', '/vetoes'].map((more) => `/ballot/items/${item.id}${more}`);
    const paths = ['/ballot', ...ofItem, ...seen.map((id) => `/vetoes/${id}`), `/vetoes/${'0'.repeat(26)}`];
    const pages: string[] = [];
    for (const path of paths) {
      const { statusCode, body } = await visitor.get(path);
      pages.push(
        `${statusCode} ${body
          .replace(/(name="(?:_csrf|idempotencyKey)" value=")[^"]*/g, '$1')
          .replace(/(name="path" value=")[^"]*/g, '$1')
          .replace(/req-[\w-]+|[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
          .replaceAll(path, '')}`,
      );
    }
    return pages;
  }

  it('is not on the pages of an inspector or a scout, and the leading group sees only its own', async () => {
    const ids = await disturb('raised', city.item(1));
    for (const account of ['scout-01', 'leader-01']) {
      const visitor = await app.signedIn(account);
      expect((await visitor.get(`/vetoes/${ids[0]}`)).statusCode).toBe(account === 'leader-01' ? 404 : 403);
      expect((await visitor.get('/')).body).not.toContain('V02');
    }
    const people = app.get(PeopleService);
    const [unitOfOffice] = await app.reader.rows<{ id: string }>(sql`select id from unit limit 1`);
    await people.addPerson(
      { personId: null, label: 'test' },
      {
        account: 'inspector-01',
        name: '纪检某',
        post: '',
        email: 'inspector-01@city.example',
        mobile: null,
        unitId: unitOfOffice?.id ?? '',
        roles: ['inspector'],
      },
    );
    const inspector = await app.signedIn('inspector-01');
    for (const path of ['/', '/ledger', `/ledger?kind=veto.raised`, `/rounds/${city.roundId}`]) {
      const { body } = await inspector.get(path);
      expect([path, ids.some((id) => body.includes(id)), body.includes('一票否决')]).toEqual([
        path,
        false,
        false,
      ]);
    }
    expect((await inspector.get('/ledger')).body).toContain('计票前不公开的记录');
    const secretary = await app.signedIn('secretary-01');
    expect((await secretary.get('/ledger')).body).toContain('提出一票否决');
    expect((await secretary.get(`/rounds/${city.roundId}`)).body).toContain(`/vetoes/${ids[0]}`);
    await undo(ids);
  });

  it.each(['institute', 'support'] as const)(
    'changes no letter of any page of another %s seat',
    async (kind) => {
      // Of the support seats the one that neither raises nor settles any of these vetoes.
      const seat = kind === 'support' ? unit('发展和改革') : city.seat(kind);
      const visitor = await city.enter(seat);
      for (const [at, how] of own.entries()) await take(how, seat, city.item(at + 1));
      const nowhere = '1'.repeat(26);
      let states = 0;
      for (const at of own.keys()) {
        const item = city.item(at + 1);
        const before = await pagesOf(visitor, item, [nowhere, nowhere]);
        for (const how of others) {
          const ids = await disturb(how, item);
          const after = await pagesOf(visitor, item, [ids[0] ?? nowhere, ids[1] ?? nowhere]);
          expect(after).toEqual(before);
          await undo(ids);
          states += 1;
        }
      }
      expect(states).toBe(30);
      // The control: the seat that is asked does see it, so a difference would have been found.
      const ids = await disturb('raised', city.item(1));
      const asked = await city.enter(unit('生态环境'));
      expect((await asked.get('/ballot')).body).toContain(`/vetoes/${ids[0]}`);
      await undo(ids);
    },
  );
});
