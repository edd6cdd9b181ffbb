import { Ledger } from '../../../src/ledger/ledger';
import { shownFacts } from '../../../src/ledger/ledger.views';
import { wordsFor } from '../../../src/words/words';
import { as, InfrastructureApp, startInfrastructure } from './infrastructure-app';
import { onEachDatabase } from '../../support/databases';
import { secretary } from './chain';

onEachDatabase('the pages of the ledger', (dialect) => {
  let app: InfrastructureApp;
  beforeAll(async () => {
    app = await startInfrastructure(dialect);
    const ledger = app.get(Ledger);
    await app.work.run(async (tx) => {
      for (let n = 1; n <= 120; n += 1) {
        const subject = { type: 'lead', id: `l${n}` };
        await ledger.append(tx, { kind: 'test.noted', actor: secretary, subject, facts: { note: `记${n}` } });
      }
      const act = { kind: 'ballot.cast', actor: secretary, facts: { version: 2, vote: 'against' } };
      await ledger.seal(tx, 'testBallot', 'b1', { vote: 'against' }, act);
      await ledger.fixHead(tx, 'round.closed Y-2026-01');
    });
  });
  afterAll(() => app.close());

  it('show entries newest first, fifty at a time, filtered by kind', async () => {
    const { body, statusCode } = await app.visitor().get('/ledger?kind=test.noted&page=2', as('inspector'));
    expect(statusCode).toBe(200);
    const notes = [...body.matchAll(/记(\d+)/g)].map(([, n]) => Number(n));
    expect(notes).toEqual(Array.from({ length: 50 }, (_, index) => 70 - index));
    expect((await app.visitor().get('/ledger', as('inspector'))).body).toContain('data-page="ledger-index"');
  });

  it('never show what a ballot says', async () => {
    const { body } = await app.visitor().get('/ledger?kind=ballot.cast', as('inspector'));
    expect(body).toContain('version：2');
    expect(body).toContain('表决内容不在此显示');
    expect(body).not.toContain('against');
  });

  it('show the heads', async () => {
    const { body } = await app.visitor().get('/ledger/heads', as('secretariat'));
    expect(body).toContain('round.closed Y-2026-01');
  });

  it('are for inspectors and the secretariat', async () => {
    for (const role of ['scout', 'host', 'admin'] as const) {
      expect((await app.visitor().get('/ledger', as(role))).statusCode).toBe(403);
    }
  });

  it.each(['page=0', 'page=-1', 'page=1e9', 'page=9999999', 'size=7', 'kind=nothing', 'kind[]=x'])(
    'answer odd addresses calmly: %s',
    async (odd) => {
      const { statusCode } = await app.visitor().get(`/ledger?${odd}`, as('inspector'));
      expect(statusCode).toBe(200);
    },
  );

  it('do not exist at an address with a NUL character, which one of the databases cannot even ask for', async () => {
    expect((await app.visitor().get('/ledger?kind=%00', as('inspector'))).statusCode).toBe(404);
  });

  it('make the same number of queries for one entry and for fifty', async () => {
    const count = async (path: string): Promise<number> => {
      const before = app.reader.statements;
      await app.visitor().get(path, as('inspector'));
      return app.reader.statements - before;
    };
    expect(await count('/ledger?kind=ballot.cast')).toBe(await count('/ledger?kind=test.noted'));
  });
});

describe('facts of an entry', () => {
  it('leave out digests, and of ballots, votes and vetoes all but whose and which version', () => {
    const facts = '{"digest":"d","scores":"5","seat":"s","version":3,"vote":"agree"}';
    const words = wordsFor('en');
    expect(shownFacts({ kind: 'round.closed', facts }, words)).toBe(
      'scores: 5; seat: s; version: 3; vote: agree',
    );
    for (const kind of ['ballot.cast', 'ballotVersion.replaced', 'veto.raised', 'vote.withdrawn']) {
      const shown = shownFacts({ kind, facts }, words);
      expect(shown).toBe('seat: s; version: 3; The ballot itself is not shown here');
    }
  });
});
