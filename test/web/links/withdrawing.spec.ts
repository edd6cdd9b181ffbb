import { sql } from '../../../src/database/sql';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { Verifier } from '../../../src/ledger/verifier';
import { MailWorker } from '../../../src/mail/mail.worker';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { ballotOf, BallotCity } from '../ballots/ballot-city';

onEachDatabase('a voting link taken out of use', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  beforeEach(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 1);
    app.clock.advance(1);
  }, 60_000);
  afterEach(() => app.close());

  const states = (email: string) =>
    app.reader.rows<{ state: string }>(
      sql`select state from outbox_mail where to_address = ${email} and kind = 'round.invitation' order by id`,
    );

  it('is dead at once with its sessions, and no other is sent', async () => {
    await app.get(MailWorker).deliverDue();
    const seat = city.seat('park');
    const panelist = await city.enter(seat);
    const cast = await panelist.post(`/ballot/items/${city.item(1).id}`, ballotOf('park'));
    expect(cast.statusCode).toBe(303);
    const secretary = await app.signedIn('secretary-01');
    const mails = await city.count('outbox_mail');
    const path = `/rounds/${city.roundId}/seats/${seat.roundSeatId}/links/revocation`;
    const done = await secretary.post(path);
    expect([done.statusCode, done.headers.location]).toEqual([303, `/rounds/${city.roundId}`]);
    expect(await city.count('outbox_mail')).toBe(mails);

    const dead = await app.visitor().get(`/v/${seat.token}`);
    expect(dead.statusCode).toBe(410);
    expect(dead.body).toContain('secretary-01@city.example');
    expect(dead.body).not.toContain('最近一封邮件');
    expect((await panelist.get('/ballot')).statusCode).toBe(401);
    expect(await city.count('ballot_version')).toBe(1);
    const room = await secretary.get(`/rounds/${city.roundId}`);
    expect(room.body).toContain('data-state="withdrawn"');
    expect(room.body).toContain('停用经济技术开发区的链接');
    const [entry] = await app.reader.find(
      LedgerEntry,
      sql`where kind = 'round.linkWithdrawn' order by seq desc`,
    );
    expect(entry?.subjectId).toBe(city.roundId);
    expect((await app.get(Verifier).verify(app.reader)).problems).toEqual([]);

    const again = await secretary.post(path);
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('没有在用的链接');
  });

  it('is not brought back by a reminder', async () => {
    const seat = city.seat('park');
    const secretary = await app.signedIn('secretary-01');
    await secretary.post(`/rounds/${city.roundId}/seats/${seat.roundSeatId}/links/revocation`);
    const told = await secretary.post(`/rounds/${city.roundId}/reminders`);
    expect(told.statusCode).toBe(303);
    expect(await city.mails(seat.email, 'round.reminder')).toEqual([]);
    expect(await city.mails(city.seat('institute').email, 'round.reminder')).toHaveLength(1);
  });

  it('can be followed by a new link, which works', async () => {
    const seat = city.seat('institute');
    const secretary = await app.signedIn('secretary-01');
    const base = `/rounds/${city.roundId}/seats/${seat.roundSeatId}/links`;
    await secretary.post(`${base}/revocation`);
    await secretary.post(base);
    const [mail] = (await city.mails(seat.email, 'round.invitation')).slice(-1);
    const token = /\/v\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    expect((await app.visitor().get(`/v/${token}`)).statusCode).toBe(200);
    expect((await app.visitor().get(`/v/${seat.token}`)).statusCode).toBe(410);
    expect((await secretary.get(`/rounds/${city.roundId}`)).body).not.toContain('data-state="withdrawn"');
  });

  it.each(['/revocation', ''])('takes back its mail while that waits (…/links%s)', async (act) => {
    const seat = city.seat('support');
    const secretary = await app.signedIn('secretary-01');
    await secretary.post(`/rounds/${city.roundId}/seats/${seat.roundSeatId}/links${act}`);
    const wanted = act === '' ? ['dropped', 'queued'] : ['dropped'];
    expect((await states(seat.email)).map(({ state }) => state)).toEqual(wanted);
    expect((await states(city.seat('park').email)).map(({ state }) => state)).toEqual(['queued']);
  });

  it('leaves a mail that has been sent as it is', async () => {
    await app.get(MailWorker).deliverDue();
    const seat = city.seat('support');
    await (
      await app.signedIn('secretary-01')
    ).post(`/rounds/${city.roundId}/seats/${seat.roundSeatId}/links`);
    expect((await states(seat.email)).map(({ state }) => state)).toEqual(['sent', 'queued']);
  });

  it.each(['scout-01', 'leader-01'])('is nothing for %s, nor for a seat of nowhere', async (account) => {
    const seat = city.seat('park');
    const path = `/rounds/${city.roundId}/seats/${seat.roundSeatId}/links/revocation`;
    expect((await (await app.signedIn(account)).post(path)).statusCode).toBe(403);
    const nowhere = path.replace(seat.roundSeatId, '0'.repeat(26));
    expect((await (await app.signedIn('secretary-01')).post(nowhere)).statusCode).toBe(404);
    expect((await app.visitor().get(`/v/${seat.token}`)).statusCode).toBe(200);
  });
});
