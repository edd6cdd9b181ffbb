import { sql } from '../../src/database/sql';
import { criteriaFor } from '../../src/domain/rubric/rubric-content';
import { manufacturing } from '../../src/domain/rubric/manufacturing';
import { RoundsService } from '../../src/rounds/rounds.service';
import { onEachDatabase } from '../support/databases';
import type { Visitor } from '../support/visitor';
import { HostileCity } from './bad-input/hostile-city';
import { contents, faultsOf } from './bad-input/judge';

onEachDatabase('a ballot that is not what it should be', (dialect) => {
  let hostile: HostileCity;
  let voter: Visitor;
  let before: Record<string, string>;
  beforeAll(async () => {
    hostile = await HostileCity.found(dialect);
    voter = await hostile.as('ballot');
    await voter.csrfToken();
  });
  afterAll(() => hostile.close());
  beforeEach(async () => {
    before = await contents(hostile.city.app);
  });

  const scores = Object.fromEntries(criteriaFor(manufacturing, 'park').map(({ code }) => [code, '4']));
  const ballot = { scores, vote: 'agree', comment: '', note: '', intent: 'cast', idempotencyKey: 'k' };
  const refused = async (
    visitor: Visitor,
    path: string,
    fields: object,
    statuses: number[],
  ): Promise<void> => {
    const answer = await visitor.post(path, { ...fields });
    expect([JSON.stringify(fields).slice(0, 80), answer.statusCode, faultsOf(answer)]).toEqual([
      JSON.stringify(fields).slice(0, 80),
      statuses.find((status) => status === answer.statusCode) ?? statuses,
      [],
    ]);
    expect(await contents(hostile.city.app)).toEqual(before);
  };

  it('is refused for scores that are none, votes that are none, and criteria that are not the seat’s to judge', async () => {
    const path = `/ballot/items/${hostile.things.item}`;
    const [first = ''] = Object.keys(scores);
    const foreign = criteriaFor(manufacturing, 'institute').find(({ code }) => !(code in scores))?.code ?? '';
    expect(foreign).not.toBe('');
    for (const score of ['6', '-1', '2.5', '1e0', 'NaN', '', '05', '9'.repeat(30), 'x'])
      await refused(voter, path, { ...ballot, scores: { ...scores, [first]: score } }, [422]);
    for (const vote of ['', 'yes', 'AGREE', '__proto__', ' '])
      await refused(voter, path, { ...ballot, vote }, [422]);
    await refused(voter, path, { ...ballot, vote: ['agree', 'against'] }, [422]);
    await refused(voter, path, { ...ballot, vote: { agree: '1' } }, [422]);
    await refused(voter, path, { ...ballot, scores: 'all' }, [422]);
    await refused(voter, path, { ...ballot, scores: ['4', '4'] }, [422]);
    await refused(voter, path, { ...ballot, scores: { ...scores, [foreign]: '5' } }, [422]);
    await refused(voter, path, { ...ballot, scores: { ...scores, madeUp: '5' } }, [422]);
  });

  it('is refused on items of another round, of no round, and by whoever only signed in', async () => {
    const items = [
      hostile.things.foreignItem,
      hostile.things.open.leadIds[0] ?? '',
      '0'.repeat(26),
      '__proto__',
      '%00',
    ];
    for (const item of items) {
      await refused(voter, `/ballot/items/${item}`, ballot, [404]);
      await refused(voter, `/ballot/items/${item}`, { ...ballot, intent: 'draft' }, [404]);
      await refused(
        voter,
        `/ballot/items/${item}/recusal`,
        { reason: '亲属关系', idempotencyKey: 'r' },
        [404],
      );
      expect([item, (await voter.get(`/ballot/items/${item}`)).statusCode]).toEqual([item, 404]);
    }
    const secretary = await hostile.as('secretary-01');
    before = await contents(hostile.city.app);
    await refused(secretary, `/ballot/items/${hostile.things.item}`, ballot, [401]);
  });

  it('is not opened by a link of another kind, a changed one, or one that somebody made up', async () => {
    const { token } = hostile.things;
    const visitor = hostile.city.app.visitor();
    await visitor.csrfToken();
    before = await contents(hostile.city.app);
    const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    for (const path of [
      `/v/${changed}`,
      `/v/${token}x`,
      `/v/${token.slice(1)}`,
      '/v/',
      '/v/%00',
      `/v/${'a'.repeat(2000)}`,
      `/v/${hostile.things.item}`,
    ])
      await refused(visitor, path, {}, [404]);
    await refused(visitor, `/sign-in/links/${token}`, {}, [404, 410]);
    expect((await visitor.get('/ballot')).statusCode).toBe(401);
  });

  it('is refused after its link was replaced, its deadline passed or its round was called off, with what was typed kept', async () => {
    const secretary = await hostile.city.acts.viewer('secretary-01');
    const rounds = hostile.city.app.get(RoundsService);
    const ends: [string, (id: string) => Promise<unknown>, number[]][] = [
      ['replaced', async (id) => rounds.reissueLink(secretary, id, await seatOf(id)), [401]],
      ['called off', (id) => rounds.cancel(secretary, id, { reason: '材料有误' }), [401, 409, 410]],
      ['over', async () => hostile.city.app.clock.advance(6 * 86_400_000), [401, 409, 410]],
    ];
    for (const [what, end, statuses] of ends) {
      const round = await hostile.opened();
      const path = await hostile.city.votingPath('panelist-01');
      const late = await hostile.city.panelist('panelist-01');
      const item = await hostile.itemOf(round.id);
      await late.csrfToken();
      await end(round.id);
      before = await contents(hostile.city.app);
      await refused(late, `/ballot/items/${item}`, { ...ballot, comment: '这段话不能丢' }, statuses);
      const again = await late.post(`/ballot/items/${item}`, { ...ballot, comment: '这段话不能丢' });
      expect([what, again.body.includes('这段话不能丢')]).toEqual([what, true]);
      await refused(hostile.city.app.visitor(), path, {}, [410]);
      expect([what, (await hostile.city.app.visitor().get(path)).statusCode]).toEqual([what, 410]);
    }
  });

  const seatOf = (roundId: string): Promise<string> =>
    hostile.id(sql`select id from round_seat where round_id = ${roundId} order by position`);
});
