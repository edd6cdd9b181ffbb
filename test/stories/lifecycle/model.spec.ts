import fc from 'fast-check';
import { Verifier } from '../../../src/ledger/verifier';
import { onEachDatabase } from '../../support/databases';
import { ModelCity } from '../../support/model/model-city';
import { anyActs, type Act } from '../../support/model/round-acts';
import { newRound } from '../../support/model/model-round';
import { expected } from '../../support/model/round-model';
import { RoundRun } from '../../support/model/round-run';
import { standingOfModel, standingOfRun } from '../../support/model/standing';

const runs = Number(process.env['MODEL_RUNS'] ?? 40);
const seed = Number(process.env['MODEL_SEED'] ?? 20_261_122);
/** Rounds held in one city; then another is founded, because each round makes the next one's reads longer. */
const mostInOneCity = 100;
/** Ten seconds for each run at the most, on a busy machine, and room for finding the smallest example that fails. */
const limit = 60_000 + runs * 10_000;

const panel = [
  { id: '1', kind: 'park', duty: null, hasAlternate: false },
  { id: '2', kind: 'support', duty: 'naturalResources', hasAlternate: true },
  { id: '3', kind: 'support', duty: 'development', hasAlternate: false },
  { id: '4', kind: 'institute', duty: null, hasAlternate: true },
  { id: '5', kind: 'enterprise', duty: null, hasAlternate: false },
];

onEachDatabase(
  `C-11 ${runs} rounds beside their model (MODEL_RUNS), seed ${seed} (MODEL_SEED)`,
  (dialect) => {
    let where: ModelCity;
    let held = 0;
    let restarts = 0;
    beforeAll(async () => {
      where = await ModelCity.found(dialect);
    }, 60_000);
    afterAll(() => where.city.close());

    const came = new Map<string, number>();

    async function isWhole(): Promise<void> {
      const report = await where.city.app.get(Verifier).verify(where.city.app.reader);
      expect(report.problems).toEqual([]);
    }

    async function hold(acts: readonly Act[]): Promise<void> {
      if (held > 0 && held % mostInOneCity === 0) {
        await isWhole();
        restarts += where.restarts;
        await where.city.close();
        where = await ModelCity.found(dialect);
      }
      held += 1;
      const began = Date.parse(where.city.app.clock.now());
      const run = await RoundRun.plan(where);
      const model = newRound(panel, 2);
      try {
        for (const act of acts) {
          const said = expected(model, act);
          expect({ act, came: await run.perform(act) }).toEqual({ act, came: said });
          const { cells, links, posts, ...rest } = standingOfModel(model);
          const isOpened = run.seats.length > 0;
          const seats = isOpened ? { cells, links, posts } : { cells: [], links: [], posts: [] };
          expect({ after: act, ...(await standingOfRun(run, began)) }).toEqual({
            after: act,
            ...rest,
            ...seats,
          });
          came.set(`${act.do} ${said}`, (came.get(`${act.do} ${said}`) ?? 0) + 1);
        }
      } finally {
        await tidyUp(run);
      }
    }

    /** The leads wait for the next run, by what the program itself offers for it. */
    async function tidyUp(run: RoundRun): Promise<void> {
      for (const kind of ['reopen', 'void'] as const) await run.perform({ do: 'takeBack', kind });
      if ((await standingOfRun(run, 0)).state === 'planned') await run.perform({ do: 'cancel' });
      for (const by of [0, 1]) await run.perform({ do: 'void', by });
      where.city.app.clock.set(new Date(Date.parse(where.city.app.clock.now()) + 60_000).toISOString());
    }

    it(
      'are as the model says after every act, and are told what the model says',
      async () => {
        const started = Date.now();
        const property = fc.asyncProperty(anyActs, hold);
        const patience = { interruptAfterTimeLimit: limit - 20_000, markInterruptAsFailure: true };
        await fc.assert(property, { numRuns: runs, seed, ...patience });
        const acts = [...came.values()].reduce((sum, n) => sum + n, 0);
        const seconds = ((Date.now() - started) / 1000).toFixed(1);
        process.stdout.write(
          `[C-11] ${dialect}: ${runs} runs, seed ${seed}, ${acts} acts of ${came.size} outcomes, ${restarts + where.restarts} restarts, ${seconds} s\n`,
        );
        if (process.env['MODEL_SHOW'])
          process.stdout.write(
            `${[...came]
              .sort()
              .map(([what, n]) => `${n} ${what}`)
              .join('\n')}\n`,
          );
      },
      limit,
    );

    it('leave a ledger that is whole, with every paper sealed', async () => {
      await isWhole();
    }, 120_000);
  },
);
