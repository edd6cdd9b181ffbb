import { sql } from '../../../src/database/sql';
import { Links } from '../../../src/links/links.service';
import { onEachDatabase } from '../../support/databases';
import { deadline, roundsWorld, RoundsWorld, startOfTests, type MailSent } from './rounds-world';

const tokenOf = ({ text }: MailSent): string => /\/v\/([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? '';
const told = (because: string, status = 409): object => ({ status, refusal: { because } });

onEachDatabase('an open round', (dialect) => {
  let world: RoundsWorld;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
  });
  beforeEach(() => world.clock.set(startOfTests));
  afterAll(() => world.close());

  const linkState = async (token: string): Promise<string> => {
    const checked = await world.get(Links).check(world.reader, token, 'ballot');
    return checked.ok ? 'good' : (checked.refusal ?? '');
  };

  it('reminds the seats that have not finished and no other, and says how many', async () => {
    const { id, roll } = await world.opened(2);
    await world.castAll(id, roll.slice(0, 5));
    expect(await world.reminders.remind(world.secretary, id)).toEqual({ seats: 3, finished: 0 });
    const reminders = (await world.mails(id)).filter(({ kind }) => kind === 'round.reminder');
    expect(reminders).toHaveLength(3);
    const [first] = await world.mails(id);
    expect([
      await linkState(tokenOf(first as MailSent)),
      await linkState(tokenOf(reminders[0] as MailSent)),
    ]).toEqual(['good', 'good']);
    await world.castAll(id, roll.slice(5));
    await expect(world.reminders.remind(world.secretary, id)).rejects.toMatchObject(told('nobodyToRemind'));
  });

  it('reminds nobody once the deadline has passed', async () => {
    const { id } = await world.opened(1);
    world.clock.set(deadline);
    await expect(world.reminders.remind(world.secretary, id)).rejects.toMatchObject(told('deadlinePassed'));
  });

  it('gives a seat a new link; the old one is dead at once, the others are not', async () => {
    const { id, roll } = await world.opened(1);
    const before = await world.mails(id);
    const [seat] = roll;
    await world.rounds.reissueLink(world.secretary, id, seat?.id ?? '');
    const mails = await world.mails(id);
    const fresh = mails.find(
      ({ state, text }) => state !== 'dropped' && !before.some((mail) => mail.text === text),
    ) as MailSent;
    const old = before.find(({ to }) => to === fresh.to) as MailSent;
    const other = before.find(({ to }) => to !== fresh.to) as MailSent;
    expect([
      await linkState(tokenOf(old)),
      await linkState(tokenOf(fresh)),
      await linkState(tokenOf(other)),
    ]).toEqual(['revoked', 'good', 'good']);
    const stranger = await world.opened(1);
    const foreign = world.rounds.reissueLink(world.secretary, stranger.id, seat?.id ?? '');
    await expect(foreign).rejects.toMatchObject(told('notFound', 404));
  });

  it('may be extended once, by three workdays, while quorum is short; links live on', async () => {
    const { id, roll } = await world.opened(1);
    await world.castAll(id, roll.slice(0, 3));
    const friday = '2026-03-27T10:00:00.000Z';
    const reason = '院所出差';
    const extend = (deadlineAt: string | null, why = reason): Promise<void> =>
      world.rounds.extend(world.secretary, id, { deadlineAt, reason: why });
    await expect(extend(null)).rejects.toMatchObject(told('deadlineUnreadable', 422));
    await expect(extend(deadline)).rejects.toMatchObject(told('deadlineNotLater', 422));
    await expect(extend(friday, ' ')).rejects.toMatchObject(told('reasonMissing', 422));
    // Thursday and three workdays: Friday, Monday, Tuesday the 31st.
    await expect(extend('2026-03-31T16:00:00.000Z')).rejects.toMatchObject({
      status: 422,
      refusal: { because: 'extensionTooLong', details: { workdays: 3, latest: '2026-03-31' } },
    });
    world.clock.set('2026-03-26T11:00:00.000Z');
    await expect(world.work.run((tx) => world.rounds.lockForVote(tx, id))).rejects.toMatchObject(
      told('deadlinePassed', 410),
    );
    await extend('2026-03-31T15:59:00.000Z');
    const round = await world.queries.round(world.reader, id);
    expect(round).toMatchObject({
      state: 'open',
      deadlineAt: '2026-03-31T15:59:00.000Z',
      firstDeadlineAt: deadline,
    });
    const mails = await world.mails(id);
    expect(mails.filter(({ kind }) => kind === 'round.extended')).toHaveLength(5);
    expect(await linkState(tokenOf(mails[0] as MailSent))).toBe('good');
    await world.work.run((tx) => world.rounds.lockForVote(tx, id));
    await expect(extend('2026-04-01T10:00:00.000Z')).rejects.toMatchObject({
      refusal: { because: 'alreadyExtended', details: { used: 1, most: 1 } },
    });
  });

  it('is not extended when every item has its quorum', async () => {
    const { id, roll } = await world.opened(1);
    await world.castAll(id, roll.slice(0, 7));
    const extension = world.rounds.extend(world.secretary, id, {
      deadlineAt: '2026-03-27T10:00:00.000Z',
      reason: '再等等',
    });
    await expect(extension).rejects.toMatchObject(told('quorumAlreadyMet'));
  });

  it('can be called off: leads wait again, links die, mails that have not left are taken back, seats are told', async () => {
    const { id, leadIds } = await world.opened(2);
    const [first] = await world.mails(id);
    await expect(world.rounds.cancel(world.secretary, id, { reason: ' ' })).rejects.toMatchObject(
      told('reasonMissing', 422),
    );
    await world.rounds.cancel(world.secretary, id, { reason: '专班换届' });
    const mails = await world.mails(id);
    expect(mails.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      ...Array<string>(8).fill('round.cancelled queued'),
      ...Array<string>(8).fill('round.invitation dropped'),
    ]);
    expect(await linkState(tokenOf(first as MailSent))).toBe('revoked');
    const waiting = await world.count(
      sql`select count(*) as n from lead where id in ${sql.list(leadIds)} and state = 'queued' and round_id is null`,
    );
    expect(waiting).toBe(2);
    await expect(world.reminders.remind(world.secretary, id)).rejects.toMatchObject(told('roundCancelled'));
    await expect(world.work.run((tx) => world.rounds.lockForVote(tx, id))).rejects.toMatchObject(
      told('roundCancelled', 410),
    );
    expect(await world.problems()).toEqual([]);
  });

  it('closes before the deadline only when all have cast, and says how many ballots are awaited', async () => {
    const { id, roll } = await world.opened(2);
    await world.castAll(id, roll.slice(0, 7));
    const close = (): Promise<unknown> => world.work.run((tx) => world.rounds.close(tx, world.secretary, id));
    await expect(close()).rejects.toMatchObject({
      refusal: { because: 'ballotsAwaited', details: { awaited: 2 } },
    });
    await world.castAll(id, roll.slice(7));
    await close();
    await expect(close()).rejects.toMatchObject(told('alreadyClosed'));
    await expect(world.work.run((tx) => world.rounds.lockForVote(tx, id))).rejects.toMatchObject(
      told('alreadyClosed', 410),
    );
    const announce = (unruled: string[]): Promise<unknown> =>
      world.work.run((tx) => world.rounds.announce(tx, world.secretary, id, unruled));
    await expect(announce(['L-2026-00001'])).rejects.toMatchObject(told('itemsUnruled'));
    await announce([]);
    await expect(announce([])).rejects.toMatchObject(told('alreadyAnnounced'));
    expect((await world.queries.acts(world.reader, id)).map(({ move }) => move)).toEqual([
      'plan',
      'open',
      'close',
      'announce',
    ]);
    expect(await world.problems()).toEqual([]);
  });

  it('notes who has cast and who is recused; a recused seat casts no more', async () => {
    const { id, roll } = await world.opened(1);
    const [item] = await world.queries.items(world.reader, id);
    const [seat] = roll;
    const at = world.clock.now();
    await world.work.run((tx) => world.rounds.noteCast(tx, seat?.id ?? '', item?.id ?? '', at));
    await world.work.run((tx) => world.rounds.noteRecusal(tx, seat?.id ?? '', item?.id ?? '', at));
    const again = world.work.run((tx) => world.rounds.noteCast(tx, seat?.id ?? '', item?.id ?? '', at));
    await expect(again).rejects.toMatchObject(told('seatNotVoting'));
    const noted = (await world.queries.turnout(world.reader, id)).find(
      ({ roundSeatId }) => roundSeatId === seat?.id,
    );
    expect(noted).toMatchObject({ state: 'recused', at });
  });

  it('is found out by verify when its row, an item, a seat or an act was changed behind its back', async () => {
    const { id, roll } = await world.opened(1);
    const [seat] = roll;
    const [item] = await world.queries.items(world.reader, id);
    const tamper = (statement: ReturnType<typeof sql>): Promise<number> =>
      world.work.run((tx) => tx.run(statement));
    const cases = [
      [
        sql`update round set deadline_at = '2027-01-01T00:00:00.000Z' where id = ${id}`,
        sql`update round set deadline_at = ${deadline} where id = ${id}`,
        `changed round ${id}`,
      ],
      [
        sql`update round_act set by_label = '别人' where round_id = ${id} and position = 2`,
        sql`update round_act set by_label = '宋知行（专班秘书处）' where round_id = ${id} and position = 2`,
        `changed round ${id}`,
      ],
      [
        sql`update round_item set position = 9 where id = ${item?.id ?? ''}`,
        sql`update round_item set position = 1 where id = ${item?.id ?? ''}`,
        `changed roundItem ${item?.id}`,
      ],
      [
        sql`update round_seat set holder_name = '别人' where id = ${seat?.id ?? ''}`,
        sql`update round_seat set holder_name = ${seat?.holderName ?? ''} where id = ${seat?.id ?? ''}`,
        `changed roundSeat ${seat?.id}`,
      ],
    ] as const;
    for (const [change, undo, expected] of cases) {
      await tamper(change);
      expect(await world.problems()).toEqual([expected]);
      await tamper(undo);
      expect(await world.problems()).toEqual([]);
    }
  });
});
