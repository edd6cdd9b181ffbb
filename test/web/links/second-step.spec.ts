import { sql } from '../../../src/database/sql';
import { secondStepRules } from '../../../src/domain/link/limits';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { Verifier } from '../../../src/ledger/verifier';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { BallotCity, viewerOf, type CitySeat } from '../ballots/ballot-city';

onEachDatabase('a panel that asks for a code by mail', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let seat: CitySeat;
  let panelId: string;
  beforeEach(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 1);
    seat = city.seat('park');
    const panel = await app.reader.one<{ id: string }>(sql`select id from panel`);
    panelId = panel?.id ?? '';
    await ask('mail');
  }, 60_000);
  afterEach(() => app.close());

  const ask = async (secondStep: string) =>
    (await app.signedIn('secretary-01')).post(`/panels/${panelId}/second-step`, { secondStep });

  async function codes(): Promise<string[]> {
    const mails = await city.mails(seat.email, 'ballot.secondStep');
    return mails.map(({ text }) => /验证码：(\d{3} \d{3})/.exec(text)?.[1] ?? '');
  }

  /** Presses the button, a moment after whatever came before, so that mails are in order. */
  async function press(visitor: Visitor, path = `/v/${seat.token}`): Promise<string> {
    app.clock.advance(1000);
    const pressed = await visitor.post(path);
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, '/v/confirmation']);
    return (await codes()).at(-1) ?? '';
  }
  const confirm = (visitor: Visitor, code: string) => visitor.post('/v/confirmation', { code });
  const other = (code: string): string => (code === '000 000' ? '111111' : '000000');

  it('mails it when the button is pressed, and lets nobody in before it is typed', async () => {
    const visitor = app.visitor();
    const code = await press(visitor);
    expect(code).toMatch(/^\d{3} \d{3}$/);
    expect(visitor.cookie('ballot')).toBeUndefined();
    expect((await visitor.get('/ballot')).statusCode).toBe(401);
    const page = await visitor.get('/v/confirmation');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('p***@city.example');
    expect(page.body).not.toContain(seat.email);
    const [mail] = await city.mails(seat.email, 'ballot.secondStep');
    expect(mail?.subject).not.toMatch(/\d{6}|\d{3} \d{3}/);

    const entered = await confirm(visitor, code);
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/ballot']);
    expect((await visitor.get('/ballot')).statusCode).toBe(200);
    const [entry] = await app.reader.find(LedgerEntry, sql`where kind = 'ballotLink.opened'`);
    expect(JSON.parse(entry?.facts ?? '')).toMatchObject({ by: 'link', secondStep: 'mail' });
    expect((await confirm(visitor, code)).statusCode).toBe(410);
  });

  it('takes it in the browser that asked for it only', async () => {
    const code = await press(app.visitor());
    const stranger = app.visitor();
    expect((await confirm(stranger, code)).statusCode).toBe(410);
    await press(stranger);
    expect((await confirm(stranger, code)).statusCode).toBe(422);
    expect(await city.count('session')).toBe(1);
  });

  it('voids it after five wrong tries, the right one too, and sends another', async () => {
    const visitor = app.visitor();
    const code = await press(visitor);
    for (let left = 4; left >= 1; left -= 1) {
      const wrong = await confirm(visitor, other(code));
      expect(wrong.statusCode).toBe(422);
      expect(wrong.body).toContain(`还可以输${left}次`);
    }
    expect((await confirm(visitor, other(code))).body).toContain('已输错5次');
    expect((await confirm(visitor, code)).body).toContain('已输错5次');
    expect(visitor.cookie('ballot')).toBeUndefined();
    app.clock.advance(1000);
    expect((await visitor.post('/v/confirmation/codes')).statusCode).toBe(303);
    expect((await confirm(visitor, (await codes()).at(-1) ?? '')).headers.location).toBe('/ballot');
  });

  it('counts tries that come at once', async () => {
    const visitor = app.visitor();
    const code = await press(visitor);
    await visitor.csrfToken();
    const bodies = await Promise.all(
      Array.from({ length: 20 }, () => confirm(visitor, other(code)).then(({ body }) => body)),
    );
    expect(bodies.filter((body) => body.includes('还可以输'))).toHaveLength(4);
    expect((await confirm(visitor, code)).statusCode).not.toBe(303);
  });

  it('takes it for ten minutes, to the millisecond', async () => {
    const visitor = app.visitor();
    const code = await press(visitor);
    app.clock.advance(secondStepRules.lives);
    const late = await confirm(visitor, code);
    expect(late.body).toContain('已过10分钟有效期');
    expect(visitor.cookie('ballot')).toBeUndefined();
    const again = app.visitor();
    const fresh = await press(again);
    app.clock.advance(secondStepRules.lives - 1);
    expect((await confirm(again, fresh.replace(' ', ''))).headers.location).toBe('/ballot');
  });

  it('mails five in a quarter of an hour and no more', async () => {
    for (let n = 0; n < 5; n += 1) await press(app.visitor());
    const sixth = await app.visitor().post(`/v/${seat.token}`);
    expect(sixth.statusCode).toBe(429);
    expect(sixth.body).toContain('15分钟内已寄出5个验证码');
    expect(await codes()).toHaveLength(5);
    app.clock.advance(secondStepRules.window);
    await press(app.visitor());
  });

  it('asks for it after the short code, too', async () => {
    const [mail] = await city.mails(seat.email, 'round.invitation');
    const short = /短码 ([0-9A-Z-]{9})/.exec(mail?.text ?? '')?.[1] ?? '';
    const visitor = app.visitor();
    app.clock.advance(1000);
    const typed = await visitor.post('/v', { whom: seat.email, code: short });
    expect(typed.headers.location).toBe('/v/confirmation');
    await confirm(visitor, (await codes()).at(-1) ?? '');
    const [entry] = await app.reader.find(LedgerEntry, sql`where kind = 'ballotLink.opened'`);
    expect(JSON.parse(entry?.facts ?? '')).toMatchObject({ by: 'code', secondStep: 'mail' });
  });

  it('lets nobody in by a code whose link has died meanwhile', async () => {
    const visitor = app.visitor();
    const code = await press(visitor);
    await app
      .get(RoundsService)
      .reissueLink(await viewerOf(app, 'secretary-01'), city.roundId, seat.roundSeatId);
    expect((await confirm(visitor, code)).statusCode).toBe(410);
    expect((await visitor.post('/v/confirmation/codes')).statusCode).toBe(410);
    expect(visitor.cookie('ballot')).toBeUndefined();
  });

  it('keeps neither the code nor what the browser holds', async () => {
    const visitor = app.visitor();
    const code = await press(visitor);
    const rows = JSON.stringify(await app.reader.rows(sql`select * from link_step`));
    expect(rows).not.toContain(code.replace(' ', ''));
    expect(rows).not.toContain(String(visitor.cookie('ballot-step')));
  });

  it('is set by the secretariat, sealed, and told on the page of the panel', async () => {
    const secretary = await app.signedIn('secretary-01');
    expect((await secretary.get(`/panels/${panelId}`)).body).toContain('链接加邮件验证码');
    const wrong = await ask('sms');
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('请选择按下链接后怎样进入');
    expect((await (await app.signedIn('leader-01')).post(`/panels/${panelId}/second-step`)).statusCode).toBe(
      403,
    );
    expect((await app.get(Verifier).verify(app.reader)).problems).toEqual([]);
    await ask('none');
    expect((await app.get(Verifier).verify(app.reader)).problems).toEqual([]);
    expect((await app.visitor().post(`/v/${seat.token}`)).headers.location).toBe('/ballot');
    const kinds = await app.reader.rows(
      sql`select kind from ledger_entry where kind = 'panel.secondStepSet'`,
    );
    expect(kinds).toHaveLength(2);
  });
});
