import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { PanelsQueries } from '../../../src/panels/panels.queries';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

onEachDatabase('the name and the chair of a panel', (dialect) => {
  let city: TestCity;
  let office: Visitor;
  let path: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    office = await city.app.signedIn('secretary-01');
    path = `/panels/${city.city.panelId}`;
    const { panelId } = city.city;
    await city.app.work.run((tx) =>
      tx.run(sql`update person set roles = 'leadingGroup' where account = 'host-01'`),
    );
    expect(panelId).not.toBe('');
  });
  afterAll(() => city.close());

  const person = (account: string): string => city.city.people.get(account) ?? '';
  const panel = () => city.app.get(PanelsQueries).panel(city.city.panelId);
  const problems = async (): Promise<unknown> =>
    (await city.app.get(Verifier).verify(city.app.reader)).problems;

  it('change with a seal, and papers of rounds counted before go on naming those of their time', async () => {
    const before = await panel();
    const round = await city.openRound(1);
    await city.allVote(round, ['good']);
    await city.app.get(RoundClosuresService).close(await city.acts.viewer('secretary-01'), round.id);
    city.app.clock.advance(1000);
    const answer = await office.post(path, { name: '新一届预审专班', chairId: person('host-01') });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, path]);
    const after = await panel();
    expect(after).toMatchObject({ name: '新一届预审专班', chairId: person('host-01') });
    expect(after?.terms).toMatchObject([{ name: before?.name, chairName: before?.chairName }]);
    const { body } = await office.get(`/rounds/${round.id}/minutes`);
    expect(body).toContain(before?.name);
    expect(body).toContain(before?.chairName);
    expect(body).not.toContain('新一届预审专班');
    expect((await office.get(path)).body).toContain(`：${before?.name}，组长${before?.chairName}`);
    const kinds = await city.app.reader.rows<{ kind: string }>(
      sql`select kind from ledger_entry where kind in ('panel.renamed', 'panel.termEnded') order by seq`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['panel.termEnded', 'panel.renamed']);
    expect(await problems()).toEqual([]);
  });

  it('are not changed to what a new panel could not have, and what was typed is kept', async () => {
    // Whoever signs in for the first time gives the pledge of confidentiality, which is recorded.
    const inspector = await city.app.signedIn('inspector-01');
    const before = [await city.app.rowCounts(), await panel()];
    const wrong: [Record<string, string>, string][] = [
      [{ name: '', chairId: person('host-01') }, '专班名称为1到60个字'],
      [{ name: '长'.repeat(61), chairId: person('host-01') }, '专班名称为1到60个字'],
      [{ name: '新名称', chairId: person('panelist-01') }, ''],
      [{ name: '新名称', chairId: 'nobody' }, '没有找到组长'],
    ];
    for (const [fields, says] of wrong) {
      const { statusCode, body } = await office.post(path, fields);
      expect(statusCode).toBe(422);
      expect(body).toContain(says);
      expect(body).toContain(`value="${fields['name'] ?? ''}"`);
    }
    expect((await office.post(`/panels/${'0'.repeat(26)}`, { name: '一', chairId: '二' })).statusCode).toBe(
      404,
    );
    const same = await office.post(path, { name: '新一届预审专班', chairId: person('host-01') });
    expect(same.statusCode).toBe(303);
    expect((await inspector.post(path, { name: '一', chairId: '二' })).statusCode).toBe(403);
    const counts = { ...(await city.app.rowCounts()), session: 0 };
    expect([counts, await panel()]).toEqual([{ ...(before[0] as object), session: 0 }, before[1]]);
  });
});
