import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { AnnouncementsService } from '../../../src/results/announcements.service';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { TwoPersonActs } from '../../../src/rounds/two-person-acts.service';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

const told = (because: string, status = 409): object => ({ status, refusal: { because } });

onEachDatabase('C-09 reopening and voiding a round', (dialect) => {
  let city: TestCity;
  beforeEach(async () => {
    city = await foundCity(dialect);
  });
  afterEach(() => city.close());

  const acts = (): TwoPersonActs => city.app.get(TwoPersonActs);
  const one = async <T>(statement: ReturnType<typeof sql>): Promise<T | null> =>
    city.app.reader.one<T>(statement);
  const count = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await one<{ n: number | string }>(statement))?.n);
  const later = (days: number): string =>
    new Date(Date.parse(city.app.clock.now()) + days * 86_400_000).toISOString();
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await one<{ state: string }>(sql`select state from round where id = ${id}`))?.state;

  async function counted(): Promise<OpenRound> {
    const round = await city.openRound(2);
    await city.allVote(round, ['strong', 'good']);
    await city.app.get(RoundClosuresService).close(await city.acts.viewer('secretary-01'), round.id);
    return round;
  }

  it('takes two people and a reason, tells every reviewer, keeps the earlier result and the ballots', async () => {
    const round = await counted();
    const [first, second] = [await city.acts.viewer('secretary-01'), await city.acts.viewer('leader-01')];
    const before = await city.app.reader.rows<Record<string, unknown>>(
      sql`select id, item_id, computed, score, record, position from outcome where round_id = ${round.id} order by id`,
    );
    const deadlineAt = later(3);
    const ask = (viewer: typeof first, reason: string, requestId = ''): Promise<string> =>
      acts().act(viewer, round.id, { kind: 'reopen', reason, deadlineAt, requestId });
    await expect(ask(first, ' ')).rejects.toMatchObject(told('reasonMissing', 422));
    expect(await ask(first, '一席的链接误发')).toBe('asked');
    await expect(ask(first, '一席的链接误发')).rejects.toMatchObject(told('secondPersonNeeded'));
    expect(await stateOf(round.id)).toBe('closed');
    const mailsBefore = (await city.mails('round.reopened')).length;
    expect(await ask(second, '同意')).toBe('carriedOut');

    expect(await stateOf(round.id)).toBe('open');
    expect(await count(sql`select count(*) as n from outcome where round_id = ${round.id}`)).toBe(0);
    const kept = await city.app.reader.rows(
      sql`select id, item_id, computed, score, record, position from earlier_outcome where round_id = ${round.id} order by id`,
    );
    expect(kept).toEqual(before);
    const mails = (await city.mails('round.reopened')).slice(mailsBefore);
    expect(mails).toHaveLength(10);
    expect(mails.every(({ text }) => text.includes('一席的链接误发') && /\/v\/[\w-]{43}/.test(text))).toBe(
      true,
    );
    expect(await count(sql`select count(*) as n from current_ballot where round_id = ${round.id}`)).toBe(20);
    const live = await count(
      sql`select count(*) as n from mailed_link where round_id = ${round.id} and revoked_at is null`,
    );
    expect(live).toBe(10);
    await city.panelist('panelist-01');
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });

  it('is counted anew after a reopening, and both results stay on record', async () => {
    const round = await counted();
    const [first, second] = [await city.acts.viewer('secretary-01'), await city.acts.viewer('secretary-02')];
    const given = { kind: 'reopen', reason: '名单有误', deadlineAt: later(2) } as const;
    await acts().act(first, round.id, given);
    await acts().act(second, round.id, given);
    const items = round.leadIds.map((leadId) => ({ leadId, fortune: 'weak' as const }));
    for (let seat = 0; seat < 10; seat += 1) await city.acts.vote(round.id, seat, items, city.chance);
    await city.app.get(RoundClosuresService).close(first, round.id);
    const outcomes = await city.app.reader.rows<{ computed: string }>(
      sql`select computed from outcome where round_id = ${round.id} order by position`,
    );
    const earlier = await city.app.reader.rows<{ computed: string }>(
      sql`select computed from earlier_outcome where round_id = ${round.id} order by position`,
    );
    expect(outcomes.map(({ computed }) => computed)).toEqual(['reject', 'reject']);
    expect(earlier.map(({ computed }) => computed)).not.toEqual(['reject', 'reject']);
    await city.app.get(AnnouncementsService).announce(first, round.id);
    await expect(acts().act(first, round.id, given)).rejects.toMatchObject(told('alreadyAnnounced'));
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });

  it('is voided by two people: leads wait again, links die, everybody is told, the result is kept', async () => {
    const round = await city.openRound(2);
    const path = await city.votingPath('panelist-01');
    await city.allVote(round, ['strong', 'good']);
    await city.app.get(RoundClosuresService).close(await city.acts.viewer('secretary-01'), round.id);
    const [first, second] = [await city.acts.viewer('leader-01'), await city.acts.viewer('secretary-01')];
    const given = { kind: 'void', reason: '名册与批文不符', deadlineAt: null } as const;
    expect(await acts().act(first, round.id, given)).toBe('asked');
    expect(await acts().act(second, round.id, { ...given, reason: '' })).toBe('carriedOut');
    expect(await stateOf(round.id)).toBe('voided');
    expect(
      await count(sql`select count(*) as n from lead where id in ${sql.list(round.leadIds)} and state = 'queued'
      and round_id is null`),
    ).toBe(2);
    expect(await count(sql`select count(*) as n from earlier_outcome where round_id = ${round.id}`)).toBe(2);
    expect(await city.mails('round.voided')).toHaveLength(10);
    const link = await city.app.visitor().get(path);
    expect(link.body).not.toContain('method="post" action="/v/');
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });

  it('holds the announcement up until the request is answered, and can be withdrawn', async () => {
    const round = await counted();
    const [first, second] = [await city.acts.viewer('secretary-01'), await city.acts.viewer('secretary-02')];
    const announce = (): Promise<void> => city.app.get(AnnouncementsService).announce(first, round.id);
    await acts().act(first, round.id, { kind: 'reopen', reason: '再看一次', deadlineAt: null });
    await expect(announce()).rejects.toMatchObject(told('requestUnanswered'));
    const voiding = acts().act(second, round.id, { kind: 'void', reason: '作废', deadlineAt: null });
    await expect(voiding).rejects.toMatchObject(told('requestUnanswered'));
    const differing = acts().act(second, round.id, { kind: 'reopen', reason: '', deadlineAt: later(9) });
    await expect(differing).rejects.toMatchObject(told('requestDiffers'));
    const stale = { kind: 'reopen', reason: '', deadlineAt: null, requestId: 'another' } as const;
    await expect(acts().act(second, round.id, stale)).rejects.toMatchObject(told('requestChanged'));
    await acts().withdraw(second, round.id, 'reopen');
    await expect(acts().withdraw(second, round.id, 'reopen')).rejects.toMatchObject(told('nothingAsked'));
    await announce();
    expect(await stateOf(round.id)).toBe('announced');
  });

  it('asks those who may be the second, and never names a project in a reason that is mailed', async () => {
    const round = await counted();
    const first = await city.acts.viewer('secretary-01');
    const lead = await one<{ title: string }>(
      sql`select title from lead where id = ${round.leadIds[0] ?? ''}`,
    );
    const reason = `${lead?.title}的材料有误`;
    const naming = acts().act(first, round.id, { kind: 'void', reason, deadlineAt: null });
    await expect(naming).rejects.toMatchObject(told('reasonNamesLead', 422));
    await acts().act(first, round.id, { kind: 'void', reason: '材料有误', deadlineAt: null });
    const asked = (await city.mails('round.secondPerson')).map(({ to }) => to).sort();
    expect(asked).not.toContain('secretary-01@yijiang.example');
    expect(asked).toEqual(
      expect.arrayContaining(['leader-01@yijiang.example', 'secretary-02@yijiang.example']),
    );
  });

  it('control: a database that is asked past the service still refuses one person alone', async () => {
    const round = await counted();
    const first = await city.acts.viewer('secretary-01');
    await acts().act(first, round.id, { kind: 'void', reason: '材料有误', deadlineAt: null });
    const alone = city.app.work.run((tx) =>
      tx.run(
        sql`update round_request set state = 'carriedOut', answered_by_id = asked_by_id,
              answered_by_label = asked_by_label, answered_at = asked_at where round_id = ${round.id}`,
      ),
    );
    await expect(alone).rejects.toThrow();
  });
});
