import { onEachDatabase } from '../support/databases';
import { declaredRoutes } from '../support/routes';
import { HostileCity } from './bad-input/hostile-city';
import { noId, queries } from './bad-input/inputs';
import { contents, faultsOf } from './bad-input/judge';

const lookers = ['secretary-01', 'scout-01', 'inspector-01', 'admin-01', 'ballot', 'anonymous'] as const;
/** SWEEP=full asks for every address by everybody, with every query. */
const whole = process.env['SWEEP'] === 'full';

onEachDatabase('whoever asks for whatever page', (dialect) => {
  let hostile: HostileCity;
  let requests = 0;
  const tally: Record<string, Record<string, number>> = {};

  beforeAll(async () => {
    hostile = await HostileCity.found(dialect);
  });
  afterAll(async () => {
    if (process.env['SHOW_TALLY']) process.stderr.write(`${requests}\n${JSON.stringify(tally, null, 1)}\n`);
    await hostile.close();
  });

  it('is shown something sensible for any address, and reading changes nothing', async () => {
    const faults: string[] = [];
    const { things } = hostile;
    const routes = declaredRoutes(hostile.city.app.app).filter(({ method }) => method === 'GET');
    const values: Record<string, string[]> = {
      ':slot': ['leader', 'zz', '__proto__', 'constructor'],
      ':number': ['1', '0', '-1', '99999', 'x'],
      ':v': ['1', '0', '1e9', 'x'],
      ':name': ['app.css', '..%2f..%2fpackage.json', '__proto__'],
      ':code': [things.receipt, 'x', '____'],
      ':token': ['x'],
      '*': [things.token, 'x', `${things.token}/x`],
    };
    const rounds = [things.open.id, things.closed.id, things.announced.id];
    const all = [
      ...rounds,
      ...[noId, 'x', '%00', '%E4%B8', 'a'.repeat(250)],
      ...Object.values(things).filter((thing): thing is string => typeof thing === 'string'),
    ];
    for (const who of lookers) await hostile.as(who);
    const before = await contents(hostile.city.app);
    for (const { url } of routes) {
      const addresses = expand(url, values, all, whole ? 90 : 24);
      for (const [at, who] of lookers.entries()) {
        const visitor = await hostile.as(who);
        // Each address is asked for by two of the six; the first by all.
        const own = addresses.filter((_, n) => whole || n === 0 || n % 3 === at % 3);
        const ask = async (address: string, query: string): Promise<number> => {
          requests += 1;
          const answer = await visitor.get(query === '' ? address : `${address}?${query}`);
          const { statusCode } = answer;
          (tally[`GET ${url}`] ??= {})[statusCode] = (tally[`GET ${url}`]?.[statusCode] ?? 0) + 1;
          const found = faultsOf(answer, query);
          faults.push(...found.map((fault) => `${who} GET ${address}?${query.slice(0, 40)}: ${fault}`));
          return statusCode;
        };
        for (const [n, address] of own.entries()) {
          const shown = (await ask(address, '')) === 200;
          if (n > 0 && !address.includes(things.open.id)) continue;
          // A page that is shown reads more of its address than one that is refused.
          const every = whole ? 1 : shown ? 3 : 12;
          const some = queries.filter((_, query) => query % every === at % every);
          for (const query of some) await ask(address, query);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(await contents(hostile.city.app)).toEqual(before);
  }, 300_000);
});

/** A route's address with each of its parts filled in: ids in the first place, the others with what fits. */
function expand(url: string, values: Record<string, string[]>, ids: string[], most: number): string[] {
  let found = [''];
  for (const part of url.split('/').slice(1)) {
    const fill = /^[:*]/.test(part) ? (values[part] ?? ids) : [part];
    found = found.flatMap((start) => fill.map((one) => `${start}/${one}`)).slice(0, most);
  }
  return found;
}
