import { sql } from '../../../src/database/sql';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { Verifier } from '../../../src/ledger/verifier';
import { PanelsQueries, SeatRead } from '../../../src/panels/panels.queries';
import { RoundsQueries } from '../../../src/rounds/rounds.queries';
import { foundCity, TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, Visitor } from '../../support/visitor';

onEachDatabase('setting up a panel', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  beforeAll(async () => {
    city = await foundCity(dialect);
    secretary = await city.app.signedIn('secretary-01');
  });
  afterAll(() => city.close());

  const unit = (code: string): string => city.city.units.get(code) ?? '';
  const person = (account: string): string => city.city.people.get(account) ?? '';
  const row = (kind = '', unitCode = '', account = '', more: Record<string, string> = {}) => ({
    kind,
    unitId: unit(unitCode),
    function: '',
    holderId: person(account),
    alternateId: '',
    ...more,
  });
  const plan = (name: string, seats: object[] = []) => ({
    name,
    chairId: person('leader-01'),
    // As the page names its controls: seats[0][kind], seats[1][kind].
    seats: Object.fromEntries(Array.from({ length: 16 }, (_, at) => [at, seats[at] ?? row()])),
  });
  const made = async (location: unknown): Promise<readonly SeatRead[]> =>
    (await city.app.get(PanelsQueries).panel(String(location).split('/').at(-1) ?? ''))?.seats ?? [];
  const problems = async (): Promise<unknown> =>
    (await city.app.get(Verifier).verify(city.app.reader)).problems;

  it('offers sixteen rows, people and units to choose from', async () => {
    const { statusCode, body } = await secretary.get('/panels/new');
    expect(statusCode).toBe(200);
    expect(body).toContain('data-page="panel-new"');
    expect(body.match(/name="seats\[\d+\]\[kind\]"/g)).toHaveLength(16);
    expect(body).toContain('温景川');
    expect(body).toContain('黎仲衡');
    expect(body).not.toContain('景怀远');
  });

  it('makes seats of the rows that were filled, in their order, and seals the panel', async () => {
    const seats = [
      row('park', 'park-ht', 'panelist-02'),
      row(),
      row('support', 'ecology', 'panelist-04', { function: 'ecology', alternateId: person('panelist-11') }),
      row('enterprise', 'hengling'),
    ];
    const answer = await secretary.post('/panels', plan('专家二组', seats));
    expect(answer.statusCode).toBe(303);
    expect(await made(answer.headers.location)).toMatchObject([
      { position: 1, kind: 'park', holderName: '杜若衡', mandatory: 0 },
      { position: 2, kind: 'support', function: 'ecology', mandatory: 1, alternateName: '苗青石' },
      { position: 3, kind: 'enterprise', holderId: null },
    ]);
    expect((await secretary.get(String(answer.headers.location))).body).toContain('专家二组');
    expect(await problems()).toEqual([]);
  });

  it('says beside each control what is wrong, keeps everything typed, and stores nothing', async () => {
    const park = row('park', 'park-ht', 'panelist-02');
    const wrong: [object, string, string][] = [
      [plan('', [park]), 'name', '请填写'],
      [plan('宜江市招商项目预审专班', [park]), 'name', '已有名为'],
      [{ ...plan('三组', [park]), chairId: '' }, 'chairId', '请选择组长'],
      [{ ...plan('三组', [park]), chairId: person('leader-02') }, 'chairId', '不是领导小组成员'],
      [{ ...plan('三组', [park]), chairId: '0'.repeat(26) }, 'chairId', '没有找到组长'],
      [plan('三组'), 'seats-0-kind', '至少要有一个席位'],
      [plan('三组', [park, row('', 'ecology')]), 'seats-1-kind', '请选择席位类别'],
      [plan('三组', [park, row('support')]), 'seats-1-unitId', '请选择单位'],
      [
        plan('三组', [park, { ...row('park'), unitId: '0'.repeat(26) }]),
        'seats-1-unitId',
        '没有找到这个单位',
      ],
      [plan('三组', [row(), park, { ...park }]), 'seats-2-holderId', '已持有另一个席位'],
      [plan('三组', [row('park', 'park-ht', 'scout-01')]), 'seats-0-holderId', '不是专班成员'],
      [
        plan('三组', [{ ...park, alternateId: park.holderId }]),
        'seats-0-alternateId',
        '不能兼任自己席位的B岗',
      ],
      [plan('三组', [{ ...park, function: 'ecology' }]), 'seats-0-function', '只有要素席位有职责'],
    ];
    const before = await city.app.rowCounts();
    for (const [fields, control, said] of wrong) {
      const answer = await secretary.post('/panels', { ...fields });
      expect([control, said, answer.statusCode]).toEqual([control, said, 422]);
      expect(answer.body).toContain(said);
      expect(answer.body).toContain(`href="#${control}"`);
      expect(answer.body).toMatch(new RegExp(`id="${control}"[^>]*aria-invalid="true"`));
      expect(fieldValue(answer.body, 'name')).toBe((fields as { name: string }).name);
      const chosen = Object.values((fields as { seats: Record<string, { unitId: string }> }).seats).filter(
        ({ unitId }) => unitId === park.unitId,
      );
      const kept = answer.body.match(new RegExp(`<option value="${park.unitId}" selected`, 'g')) ?? [];
      expect(kept).toHaveLength(chosen.length);
    }
    expect(await city.app.rowCounts()).toEqual(before);
  });

  it('gives a seat to others, adds one and retires one; an open round keeps its roll', async () => {
    const round = await city.openRound(1);
    const roll = await city.app.get(RoundsQueries).roll(city.app.reader, round.id);
    const path = `/panels/${city.city.panelId}`;
    const seats = await made(path);
    const [first, second] = [seats[0]?.id ?? '', seats[1]?.id ?? ''];

    expect((await secretary.get(path)).body).toContain(`${path}/seats/${first}`);
    expect((await secretary.get(`${path}/seats/${first}`)).body).toMatch(/selected>温景川/);
    const handOver = { holderId: person('panelist-12'), alternateId: person('panelist-01') };
    expect((await secretary.post(`${path}/seats/${first}`, handOver)).statusCode).toBe(303);
    expect((await secretary.post(`${path}/seats/${second}/retirement`)).statusCode).toBe(303);
    const another = row('institute', 'university', 'panelist-02');
    expect((await secretary.post(`${path}/seats`, another)).statusCode).toBe(303);

    const now = await made(path);
    expect(now[0]).toMatchObject({ holderName: '聂远山', alternateName: '温景川' });
    expect(now[1]?.retiredAt).toBe(city.app.clock.now());
    expect(now[10]).toMatchObject({ position: 11, kind: 'institute', holderName: '杜若衡' });
    expect(await city.app.get(RoundsQueries).roll(city.app.reader, round.id)).toEqual(roll);
    const acts = await city.app.reader.find(
      LedgerEntry,
      sql`where subject_id = ${city.city.panelId} order by seq`,
    );
    expect(acts.map(({ kind }) => kind)).toEqual([
      'panel.created',
      'panel.seatChanged',
      'panel.seatRetired',
      'panel.seatAdded',
    ]);
    expect(acts.every(({ facts }) => facts.includes('digest'))).toBe(true);
    expect(await problems()).toEqual([]);
    await city.app.work.run((tx) => tx.run(sql`update seat set holder_id = null where id = ${first}`));
    expect(JSON.stringify(await problems())).toContain(city.city.panelId);
    await city.app.work.run((tx) =>
      tx.run(sql`update seat set holder_id = ${handOver.holderId} where id = ${first}`),
    );
  });

  it('refuses what would break the panel, with the form as it was typed', async () => {
    const path = `/panels/${city.city.panelId}`;
    const seats = await made(path);
    const [first, retired] = [seats[0]?.id ?? '', seats[1]?.id ?? ''];
    const before = await city.app.rowCounts();
    const twice = await secretary.post(`${path}/seats/${first}`, { holderId: person('panelist-05') });
    expect([twice.statusCode, twice.body.includes('已持有另一个席位')]).toEqual([422, true]);
    expect(twice.body).toMatch(/selected>尹嘉树/);
    const stranger = await secretary.post(`${path}/seats/${first}`, { holderId: 'nobody' });
    expect([stranger.statusCode, stranger.body.includes('没有找到此人')]).toEqual([422, true]);
    const half = await secretary.post(`${path}/seats`, { kind: 'park' });
    expect([half.statusCode, half.body.includes('请选择单位')]).toEqual([422, true]);
    expect((await secretary.post(`${path}/seats/${retired}`, {})).statusCode).toBe(404);
    expect((await secretary.post(`${path}/seats/${retired}/retirement`)).statusCode).toBe(404);
    expect((await secretary.post(`/panels/${'0'.repeat(26)}/seats`, {})).statusCode).toBe(404);
    expect(await city.app.rowCounts()).toEqual(before);
  });

  it('does not retire the last seat, and says why beside the button', async () => {
    const location = (await secretary.post('/panels', plan('一席专班', [row('park', 'park-ed')]))).headers
      .location;
    const [only] = await made(location);
    const page = await secretary.get(`${String(location)}/seats/${only?.id}`);
    expect(page.body).toMatch(/aria-disabled="true"/);
    expect((await secretary.post(`${String(location)}/seats/${only?.id}/retirement`)).statusCode).toBe(422);
  });

  it('is for the secretariat and administrators; the inspector only reads', async () => {
    const path = `/panels/${city.city.panelId}`;
    const inspector = await city.app.signedIn('inspector-01');
    const page = await inspector.get(path);
    expect([page.statusCode, page.body.includes('/seats')]).toEqual([200, false]);
    expect((await inspector.get('/panels/new')).statusCode).toBe(403);
    expect((await inspector.post('/panels', plan('暗组'))).statusCode).toBe(403);
    expect((await (await city.app.signedIn('admin-01')).get('/panels/new')).statusCode).toBe(200);
  });

  it('lets two change one panel at the same moment, and both count', async () => {
    const location = (
      await secretary.post('/panels', plan('并发组', [row('park', 'park-ed'), row('park', 'park-ht')]))
    ).headers.location;
    const seats = await made(location);
    const answers = await Promise.all(
      seats.map(({ id }, at) =>
        secretary.post(`${String(location)}/seats/${id}`, { holderId: person(`panelist-0${at + 1}`) }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect((await made(location)).map(({ holderName }) => holderName)).toEqual(['温景川', '杜若衡']);
    expect(await problems()).toEqual([]);
  });
});
