import { Reader } from '../../../src/database/reader';
import { sql } from '../../../src/database/sql';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { roundsWorld, RoundsWorld } from '../../integration/rounds/rounds-world';

const plan = (n: number, most = ''): Record<string, unknown> => ({
  mode: 'assigned',
  perKind: { park: `${n}`, support: `${n}`, institute: `${n}`, enterprise: `${n}` },
  most,
});

/** The ticks of a page as its form would send them. */
function ticks(body: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const boxes = /name="seats\[(\w+)\]\[\]" value="(\w+)"( aria-label="[^"]*")?( checked)?>/g;
  for (const [, item = '', seat = '', isBox, isTicked] of body.matchAll(boxes))
    if (isBox === undefined || isTicked !== undefined) (found[item] ??= []).push(seat);
  return found;
}

onEachDatabase('the page on which a round is shared out', (dialect) => {
  let world: RoundsWorld;
  let visitor: Visitor;
  let inspector: Visitor;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
    visitor = await world.signedIn(world.secretary);
    inspector = await world.signedIn(await world.person('巡察员', ['inspector']));
  });
  afterAll(() => world.close());

  const pairs = (id: string): Promise<number> =>
    world.count(sql`select count(*) as n from assigned_seat where assignment_id = ${id}`);

  it('proposes, counts again what was ticked, and applies it as one act', async () => {
    const { id } = await world.planned(4);
    const address = `/rounds/${id}/assignment`;
    expect((await visitor.get(address)).body).toContain('全员评：每个席位评全部议题');
    expect((await visitor.post(`${address}/plan`, plan(1))).statusCode).toBe(303);
    const proposed = (await visitor.get(address)).body;
    expect(proposed).toContain('共16份评审，7席参与，每席2至4项。');
    expect((await visitor.get(`/rounds/${id}`)).body).toContain('请先应用分配再开轮');
    const seats = ticks(proposed);
    expect(Object.values(seats).flat()).toHaveLength(16);

    const [first = ''] = Object.keys(seats);
    const park = /data-id="(\w+)"><th scope="row">单位(1|2)<[^]*?<\/tr>/g;
    const parks = [...proposed.matchAll(park)].map(([, seat = '']) => seat);
    const more = { ...seats, [first]: [...new Set([...(seats[first] ?? []), ...parks])] };
    const before = await pairs(id);
    const checked = await visitor.post(address, { seats: more, intent: 'check' });
    expect([checked.statusCode, await pairs(id)]).toEqual([200, before]);
    expect(checked.body).toContain('共17份评审，7席参与');
    expect(checked.body).toContain('尚未应用');

    expect((await visitor.post(address, { seats: more, intent: 'apply' })).statusCode).toBe(303);
    expect(await pairs(id)).toBe(17);
    const room = (await visitor.get(`/rounds/${id}`)).body;
    expect(room).toContain('应用分配，共17份评审');
    expect((await visitor.post(`/rounds/${id}/opening`)).statusCode).toBe(303);
    const opened = (await visitor.get(`/rounds/${id}`)).body;
    expect(opened).toContain('<i class="none">');
    expect(opened).toContain('未分配');
    expect((await visitor.get(address)).statusCode).toBe(409);
    expect(await world.problems()).toEqual([]);
  });

  it('says which kind is short by how many and for which items', async () => {
    const { id } = await world.planned(4);
    await visitor.post(`/rounds/${id}/assignment/plan`, plan(3));
    const { body } = await visitor.get(`/rounds/${id}/assignment`);
    expect(body).toContain('园区缺4份评审：每项要3席，但第1项只有2席可评');
    await visitor.post(`/rounds/${id}/assignment/plan`, plan(1, '1'));
    expect((await visitor.get(`/rounds/${id}/assignment`)).body).toContain(
      '园区缺2份评审：每席最多1项时轮不过来，涉及第3、4项。上限提到2项即可分满。',
    );
  });

  it('keeps the ticks and says why when they cannot be applied', async () => {
    const { id } = await world.planned(2);
    const address = `/rounds/${id}/assignment`;
    await visitor.post(`${address}/plan`, plan(1));
    const seats = ticks((await visitor.get(address)).body);
    const [first = ''] = Object.keys(seats);
    const institutes = await world.reader.rows<{ id: string }>(
      sql`select id from seat where kind = 'institute'`,
    );
    const without = (seats[first] ?? []).filter((seat) => !institutes.some((one) => one.id === seat));
    const answer = await visitor.post(address, { seats: { ...seats, [first]: without }, intent: 'apply' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('第1项的院所席只有0席，规则至少要1席才能作出结论。');
    expect(ticks(answer.body)[first]).toEqual(without);
    expect(await pairs(id)).toBe(0);
  });

  it.each([
    ['nothing', {}],
    ['texts for maps', { seats: 'x', perKind: 'y', mode: ['assigned'] }],
    ['strange ids', { seats: { '../x': ['a'], constructor: ['b'], [`${'0'.repeat(26)}`]: { a: 'b' } } }],
  ])('answers %s without keeping anything', async (_, fields) => {
    const { id } = await world.planned(1);
    await visitor.post(`/rounds/${id}/assignment/plan`, plan(1));
    expect((await visitor.post(`/rounds/${id}/assignment`, fields)).statusCode).toBe(422);
    expect(await pairs(id)).toBe(0);
  });

  it('shows the numbers again that are none, and stores nothing', async () => {
    const { id } = await world.planned(1);
    const typed = {
      mode: 'assigned',
      perKind: { park: '两席', support: '0', institute: '1', enterprise: '100' },
    };
    const answer = await visitor.post(`/rounds/${id}/assignment/plan`, typed);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="两席"');
    expect(answer.body.match(/请填1至99之间的整数。/g)?.length).toBeGreaterThanOrEqual(3);
    const rows = await world.get(Reader).rows(sql`select id from assignment where id = ${id}`);
    expect(rows).toEqual([]);
  });

  it('is read by the inspector and changed by the secretariat alone', async () => {
    const { id } = await world.planned(1);
    await visitor.post(`/rounds/${id}/assignment/plan`, plan(1));
    const looked = await inspector.get(`/rounds/${id}/assignment`);
    expect(looked.statusCode).toBe(200);
    expect(looked.body).not.toContain('应用这份分配');
    expect((await inspector.post(`/rounds/${id}/assignment`, { intent: 'apply' })).statusCode).toBe(403);
    expect((await visitor.get(`/rounds/nothing/assignment`)).statusCode).toBe(404);
  });
});
