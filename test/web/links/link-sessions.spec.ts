import { sql } from '../../../src/database/sql';
import { policies, type Allowed } from '../../../src/domain/access/policies';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { SessionsService } from '../../../src/people/sessions.service';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { startApp, type TestApp } from '../../support/app';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { declaredRoutes } from '../../support/routes';
import type { Visitor } from '../../support/visitor';
import { ballotOf, BallotCity, viewerOf, type CitySeat } from '../ballots/ballot-city';

onEachDatabase('a session opened by a voting link', (dialect) => {
  describe('L-10', () => {
    let city: TestCity;
    let visitor: Visitor;
    beforeAll(async () => {
      city = await foundCity(dialect);
      await city.openRound(2);
      visitor = await city.panelist('panelist-01');
    }, 60_000);
    afterAll(() => city.close());

    // A page for seats and signed-in people alike lets a seat in, and shows it nothing that is not its own.
    const ours = (allowed: Allowed): boolean =>
      allowed === 'anyone' ||
      allowed === 'ballot' ||
      (Array.isArray(allowed) && (allowed as readonly string[]).includes('ballot'));
    const itemsOf = async (who: Visitor): Promise<string[]> => {
      const links = (await who.get('/ballot')).body.matchAll(/\/ballot\/items\/([0-9a-z]{26})["/]/g);
      return [...new Set([...links].map(([, id]) => id ?? ''))];
    };

    it('is turned away from every route of the people who sign in', async () => {
      const routes = declaredRoutes(city.app.app).filter(({ policy }) => !ours(policies[policy]));
      expect(routes.length).toBeGreaterThan(50);
      for (const { method, url, policy } of routes) {
        const path = url.replace(/:\w+/g, '0'.repeat(26));
        const answer = method === 'GET' ? await visitor.get(path) : await visitor.post(path, { reason: 'x' });
        const door = policies[policy] === 'demo' ? 404 : method === 'GET' ? 303 : 401;
        expect([`${method} ${url}`, answer.statusCode]).toEqual([`${method} ${url}`, door]);
        if (door === 303) expect(String(answer.headers.location)).toMatch(/^\/sign-in\?next=/);
      }
    });

    it('A-09: sees nothing of another round, which is there for its own links (control)', async () => {
      const mine = await itemsOf(visitor);
      city.app.clock.advance(1000);
      await city.openRound(2, 2);
      const theirs = await itemsOf(await city.panelist('panelist-01'));
      expect([mine.length, theirs.length]).toEqual([2, 2]);
      expect(await itemsOf(visitor)).toEqual(mine);
      for (const id of theirs) {
        const [foreign, absent] = [
          await visitor.get(`/ballot/items/${id}`),
          await visitor.get(`/ballot/items/${'0'.repeat(26)}`),
        ];
        const same = (body: string) =>
          body
            .replaceAll(id, '')
            .replace(/0{26}/g, '')
            .replace(/value="[^"]*"/g, '')
            .replace(/请求编号 [\w-]+/g, '');
        expect([foreign.statusCode, same(foreign.body)]).toEqual([404, same(absent.body)]);
        const vote = await visitor.post(`/ballot/items/${id}`, ballotOf('park'));
        expect(vote.statusCode).toBe(404);
      }
    });
  });

  describe('beside other sessions and requests', () => {
    let app: TestApp;
    let city: BallotCity;
    let seat: CitySeat;
    beforeAll(async () => {
      app = await startApp(dialect);
      city = await BallotCity.open(app, 1);
      seat = city.seat('park');
    }, 60_000);
    afterAll(() => app.close());

    it('L-11: gives nothing to the secretariat’s session in the same browser, nor takes from it', async () => {
      const both = await app.signedIn('secretary-01');
      const own = both.cookie('session');
      expect((await both.get('/ballot')).statusCode).toBe(401);
      expect((await both.post(`/v/${seat.token}`)).statusCode).toBe(303);
      expect(both.cookie('session')).toBe(own);
      expect((await both.get(`/rounds/${city.roundId}`)).statusCode).toBe(200);
      expect((await both.post(`/ballot/items/${city.item(1).id}`, ballotOf('park'))).statusCode).toBe(303);
      const entries = await app.reader.find(
        LedgerEntry,
        sql`where kind in ('ballotLink.opened', 'ballot.cast') order by seq`,
      );
      expect(entries.map(({ actorId }) => actorId)).toEqual([seat.personId, seat.personId]);
      expect(entries.every(({ actorLabel }) => actorLabel.includes(seat.unitName))).toBe(true);

      const row = await app.reader.one<{ id: string }>(sql`select id from session where kind = 'person'`);
      await app.get(SessionsService).end(row?.id ?? '');
      expect((await both.get('/ballot')).statusCode).toBe(200);
      expect((await both.get(`/rounds/${city.roundId}`)).statusCode).toBe(303);
    });

    describe('L-12: whatever a request says of its host', () => {
      const evil = {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        forwarded: 'host=evil.example',
      };

      it('mails carry the configured address', async () => {
        await app.visitor().post('/sign-in/links', { email: 'secretary-01@city.example' }, evil);
        const secretary = await app.signedIn('secretary-01');
        const round = `/rounds/${city.roundId}`;
        const institute = city.seat('institute');
        for (const path of [`${round}/reminders`, `${round}/seats/${institute.roundSeatId}/links`])
          expect((await secretary.post(path, {}, evil)).statusCode).toBe(303);
        const panelist = await city.enter(seat);
        await panelist.post(`/v/${seat.token}`, {}, evil);
        await panelist.post(
          `/ballot/items/${city.item(1).id}`,
          ballotOf('park', { idempotencyKey: 'b' }),
          evil,
        );
        const mails = (
          await Promise.all(
            ['round.invitation', 'round.reminder', 'ballot.receipt', 'ballot.secondDevice'].flatMap((kind) =>
              city.seats.map(({ email }) => city.mails(email, kind)),
            ),
          )
        ).flat();
        expect(mails.length).toBeGreaterThan(20);
        const addresses = mails.flatMap(
          ({ text, html }) => `${text}${html}`.match(/https?:\/\/[^/\s"]+/g) ?? [],
        );
        expect(new Set(addresses)).toEqual(new Set(['http://127.0.0.1:3000']));
        expect(JSON.stringify(mails)).not.toContain('evil.example');
      });

      it('and follow BASE_URL where that is another one (control)', async () => {
        const elsewhere = await startApp(dialect, { BASE_URL: 'http://yushen.example.gov.cn' });
        const there = await BallotCity.open(elsewhere, 1);
        const [mail] = await there.mails(there.seat('park').email, 'round.invitation');
        expect(mail?.text).toContain('http://yushen.example.gov.cn/v/');
        await elsewhere.close();
      }, 60_000);
    });

    it('L-16: has an address of at most 200 characters that mail programs may wrap, encode and add to', async () => {
      const [mail] = (await city.mails(city.seat('support').email, 'round.invitation')).slice(0, 1);
      const token = /\/v\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
      expect(`https://${'x'.repeat(100)}/v/${token}`.length).toBeLessThanOrEqual(200);
      const encoded = [...token].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('');
      const ways = [
        `${token}?x=1`,
        `${token}?utm_source=mail&y=1`,
        encoded,
        encodeURIComponent(encoded),
        `${token.slice(0, 20)}%0D%0A${token.slice(20)}`,
        `${token.slice(0, 20)}=%0D%0A${token.slice(20)}`,
        `${token}%E3%80%82`,
        `${token}/`,
        `%20${token}%20`,
      ];
      for (const way of ways) {
        const answer = await app.visitor().get(`/v/${way}`);
        expect([way, answer.statusCode]).toEqual([way, 200]);
        expect(answer.body).toContain(`action="/v/${token}"`);
        expect([way, (await app.visitor().post(`/v/${way}`)).headers.location]).toEqual([way, '/ballot']);
      }
      expect((await app.visitor().get(`/v/${token.slice(1)}`)).statusCode).toBe(404);
    });

    it('cannot be opened again after its round was called off', async () => {
      const secretary = await viewerOf(app, 'secretary-01');
      await app.get(RoundsService).cancel(secretary, city.roundId, { reason: '材料有误' });
      expect((await app.visitor().post(`/v/${seat.token}`)).statusCode).toBe(410);
    });
  });
});
