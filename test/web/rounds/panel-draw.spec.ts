import { createHash } from 'node:crypto';
import { sql } from '../../../src/database/sql';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { Verifier } from '../../../src/ledger/verifier';
import { PanelsQueries } from '../../../src/panels/panels.queries';
import { PanelDraw } from '../../../src/rounds/panel-draw.entity';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

onEachDatabase('a panel drawn for a round', (dialect) => {
  let city: TestCity;
  let office: Visitor;
  let used = 0;
  beforeAll(async () => {
    city = await foundCity(dialect);
    office = await city.app.signedIn('secretary-01');
    await city.app.work.run((tx) =>
      tx.run(sql`insert into person_expertise (person_id, scheme, code)
        select id, 'industry', 'C' || '36' from person where account = 'panelist-08'`),
    );
  });
  afterAll(() => city.close());

  const planned = async (): Promise<string> => {
    const leadIds = await city.queuedLeads(1, used);
    used += 1;
    const secretary = await city.acts.viewer('secretary-01');
    const rubric = await city.app.reader.one<{ id: string }>(
      sql`select rubric_version.id from rubric_version join rubric on rubric.id = rubric_version.rubric_id
          where rubric_version.state = 'published' and rubric.code = 'manufacturing'`,
    );
    const { id } = await city.app.get(RoundsService).plan(secretary, {
      title: '抽取专班的一轮',
      rubricVersionId: rubric?.id ?? '',
      panelId: city.city.panelId,
      deadlineAt: '2026-03-24T10:00:00.000Z',
      leadIds,
    });
    return id;
  };
  const ticked = (body: string): string[] =>
    [...body.matchAll(/value="(\w{26})" aria-label="[^"]*" checked/g)].map((match) => match[1] ?? '');
  const draws = (): Promise<PanelDraw[]> => city.app.reader.find(PanelDraw, sql`order by at, id`);
  const troubles = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const check of city.app.get(ConsistencyChecks).all)
      found.push(...(await check.run(city.app.reader)));
    const { problems } = await city.app.get(Verifier).verify(city.app.reader);
    return [...found, ...problems.map(({ what, subject }) => `${what} ${subject}`)];
  };
  const wish = { park: '2', support: '4', institute: '1', enterprise: '1', by: 'expertise' };
  const asked = `?${new URLSearchParams(wish).toString()}`;

  it('is proposed with reasons, the same each time, and looking at it writes nothing', async () => {
    const id = await planned();
    const before = await city.app.rowCounts();
    const first = await office.get(`/rounds/${id}/panel${asked}`);
    expect(first.statusCode).toBe(200);
    const second = await office.get(`/rounds/${id}/panel${asked}`);
    expect(ticked(first.body)).toHaveLength(8);
    expect(ticked(second.body)).toEqual(ticked(first.body));
    expect(first.body).toContain('必到职责：生态环境');
    expect(first.body).toContain('名额已满，排在其后');
    const hash = await city.app.reader.one<{ hash: string }>(
      sql`select hash from ledger_entry where kind = 'round.planned' and subject_id = ${id}`,
    );
    expect(first.body).toContain(hash?.hash);
    const [someone = ''] = ticked(first.body);
    const lot = createHash('sha256').update(`${hash?.hash} ${someone}`).digest('hex');
    expect(first.body).toContain(lot.slice(0, 8));
    expect(await city.app.rowCounts()).toEqual(before);
    const odd = await office.get(`/rounds/${id}/panel?park=-1&support=100&institute=x`);
    expect(odd.statusCode).toBe(422);
    expect(odd.body).toContain('请填0到20的整数');
  });

  it('becomes the round’s panel and nobody else’s, sealed with all that it was drawn from', async () => {
    const id = await planned();
    const seated = ticked((await office.get(`/rounds/${id}/panel${asked}`)).body);
    const answer = await office.post(`/rounds/${id}/panel`, { ...wish, seated });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/rounds/${id}`]);
    const [draw] = await draws();
    const panel = await city.app.get(PanelsQueries).panel(draw?.panelId ?? '');
    expect(panel?.seats.map(({ holderId }) => holderId).sort()).toEqual([...seated].sort());
    expect(panel?.seats.filter(({ mandatory }) => mandatory === 1)).toHaveLength(4);
    expect(panel?.drawnFor).toMatch(/^Y-2026-/);
    expect((await office.get(`/panels/${panel?.id}`)).body).toContain('只用于该轮');
    expect((await office.get('/rounds/new')).body).not.toContain(panel?.name);
    expect((await office.get(`/rounds/${id}`)).body).toContain(panel?.name);
    await city.app.get(RoundsService).open(await city.acts.viewer('secretary-01'), id);
    expect(await troubles()).toEqual([]);
    expect((await office.post(`/rounds/${id}/panel`, { ...wish, seated })).statusCode).toBe(409);
  });

  it('turns first to those who were drawn less often', async () => {
    const id = await planned();
    const body = (await office.get(`/rounds/${id}/panel${asked.replace('expertise', 'lot')}`)).body;
    const [earlier] = await draws();
    const before = JSON.parse(earlier?.seated ?? '[]') as string[];
    const rows = await city.app.reader.rows<{ id: string }>(
      sql`select person.id from person join unit on unit.id = person.unit_id
          where unit.kind in ('institute', 'enterprise')`,
    );
    const experts = ticked(body).filter((person) => rows.some((row) => row.id === person));
    expect(experts).toHaveLength(2);
    expect(experts.filter((person) => before.includes(person))).toEqual([]);
    expect(body).toContain('1次');
  });

  it('is changed by hand with a reason only, and never to somebody who reported a lead or is not in the pool', async () => {
    const id = await planned();
    const seated = ticked((await office.get(`/rounds/${id}/panel${asked}`)).body);
    const fewer = seated.slice(0, -1);
    const counts = await city.app.rowCounts();
    const bare = await office.post(`/rounds/${id}/panel`, { ...wish, seated: fewer });
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('请写明调整的理由');
    expect(ticked(bare.body).sort()).toEqual([...fewer].sort());
    const reason = '该企业与投资方有供货关系';
    const stranger = city.city.people.get('scout-01') ?? '';
    const foreign = await office.post(`/rounds/${id}/panel`, {
      ...wish,
      seated: [...fewer, stranger],
      reason,
    });
    expect([foreign.statusCode, foreign.body.includes('不在专家库里')]).toEqual([422, true]);
    expect((await office.post(`/rounds/${id}/panel`, { ...wish, seated: [], reason })).statusCode).toBe(422);
    expect(await city.app.rowCounts()).toEqual(counts);
    const done = await office.post(`/rounds/${id}/panel`, { ...wish, seated: fewer, reason });
    expect(done.statusCode).toBe(303);
    const last = (await draws()).find(({ roundId }) => roundId === id);
    expect([last?.reason, last?.proposed === last?.seated]).toEqual([reason, false]);
    expect((await office.get(`/rounds/${id}`)).body).toContain(reason);
    expect(await troubles()).toEqual([]);
    const inspector = await city.app.signedIn('inspector-01');
    expect((await inspector.post(`/rounds/${id}/panel`, { ...wish, seated })).statusCode).toBe(403);
  });

  it('is found out when somebody rewrites the seed, the pool or the result', async () => {
    for (const [column, value] of [
      ['seed', '0'.repeat(64)],
      ['candidates', '[]'],
      ['proposed', '["somebody"]'],
    ] as const) {
      const [row] = await draws();
      const set = (text: string) =>
        city.app.work.run((tx) =>
          tx.run(
            sql`update panel_draw set ${sql.raw(column)} = ${text}, reason = 'x' where id = ${row?.id ?? ''}`,
          ),
        );
      await set(value);
      const found = (await troubles()).join('\n');
      expect(found).toMatch(/panelDraw/);
      expect(found).toMatch(column === 'seed' ? /not the ledger's/ : /another panel comes out/);
      await city.app.work.run((tx) =>
        tx.run(
          sql`update panel_draw set ${sql.raw(column)} = ${row?.[column] ?? ''}, reason = ${row?.reason ?? ''}
              where id = ${row?.id ?? ''}`,
        ),
      );
    }
    expect(await troubles()).toEqual([]);
  });
});
