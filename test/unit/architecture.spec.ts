import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const root = resolve(__dirname, '../..');
const source = join(root, 'src');

/** Under every feature: they know no feature. Each may import the ones named. */
const infrastructure: Record<string, string[]> = {
  domain: [],
  words: ['domain'],
  reference: [],
  config: [],
  clock: ['config', 'domain'],
  database: ['config', 'clock', 'domain'],
  calendar: ['config', 'clock', 'database', 'domain'],
  jobs: ['config', 'clock', 'database', 'domain'],
  http: ['config', 'clock', 'domain', 'words'],
};

/** Features from the lowest to the highest; those on one line do not know each other. */
const ranks = [
  ['ledger'],
  ['access-log'],
  ['links', 'mail', 'files'],
  ['people'],
  ['settings'],
  ['proofs'],
  ['promises'],
  ['pledge'],
  ['chains'],
  ['hosts'],
  ['rubrics'],
  ['lookups', 'scope'],
  ['leads'],
  ['claims'],
  ['postings'],
  ['campaigns'],
  ['clones', 'papers'],
  ['fair-competition'],
  ['privacy'],
  ['questions'],
  ['intake'],
  ['answers'],
  ['elements'],
  ['exchange'],
  ['panels'],
  ['chairs'],
  ['rounds'],
  ['ballots'],
  ['paper-ballots'],
  ['results'],
  ['cage'],
  ['chain-maps'],
  ['late'],
  ['disclosures'],
  ['boards'],
  ['desk'],
  ['api'],
  ['ops'],
  ['demo'],
  ['cli'],
];

/** The five at the bottom speak to every feature by their own nouns; of the others only these may be imported. */
const openToAll = ['ledger', 'access-log', 'links', 'mail', 'files'];
/** Besides, every page of a setting is the same controller, of which each feature makes its own. */
const open = /\.(service|queries|entity)$|^settings\/setting\.controller$/;

interface Import {
  from: string;
  to: string;
  text: string;
}

const files = filesOf(source);
const imports = files.flatMap(importsOf);

describe('the architecture', () => {
  it('has a place for every folder', () => {
    const known = [...Object.keys(infrastructure), ...ranks.flat()];
    const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('lets the domain know only itself', () => {
    const strange = imports.filter(({ from, to, text }) => {
      if (layerOf(from) !== 'domain') return false;
      if (text === 'temporal-polyfill') return !from.startsWith('domain/shared/');
      return !to.startsWith('domain/');
    });
    expect(strange).toEqual([]);
  });

  it('keeps the clock and chance out of everything but src/clock', () => {
    const readers = files.filter((file) => {
      const code = readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return /Date\.now\(|new Date\(\)|Math\.random\(|randomBytes\(|randomUUID\(/.test(code);
    });
    // A request id is told to no rule and kept in no row.
    expect(readers.filter((file) => !file.startsWith('clock/') && file !== 'app.setup.ts')).toEqual([]);
  });

  it('lets infrastructure know no feature, and only the infrastructure named', () => {
    const strange = local().filter(({ from, to }) => {
      const allowed = infrastructure[layerOf(from)];
      return allowed !== undefined && layerOf(from) !== layerOf(to) && !allowed.includes(layerOf(to));
    });
    expect(strange).toEqual([]);
  });

  it('lets features import downhill only', () => {
    const strange = local().filter(({ from, to }) => {
      const [mine, theirs] = [rankOf(from), rankOf(to)];
      return mine >= 0 && theirs >= 0 && layerOf(from) !== layerOf(to) && theirs >= mine;
    });
    expect(strange).toEqual([]);
  });

  it('lets a feature see only the services, queries and entities of another', () => {
    const strange = local().filter(({ from, to }) => {
      const crossing = rankOf(from) >= 0 && rankOf(to) >= 0 && layerOf(from) !== layerOf(to);
      if (!crossing || openToAll.includes(layerOf(to)) || /^(demo|cli|ops)$/.test(layerOf(from)))
        return false;
      if (from.endsWith('.module')) return !/\.module$/.test(to) && !open.test(to);
      return !open.test(to);
    });
    expect(strange).toEqual([]);
  });

  it('keeps the database out of controllers, and everything that acts out of views', () => {
    const strange = imports.filter(({ from, to, text }) => {
      if (from.endsWith('.controller'))
        return text === 'typeorm' || /\.entity$/.test(to) || to === 'database/unit-of-work';
      if (from.endsWith('.views'))
        return text === 'typeorm' || /^(database|clock)\//.test(to) || /\.service$/.test(to);
      return false;
    });
    expect(strange).toEqual([]);
  });

  it('has no barrel, no forwardRef and no drawer for odds and ends', () => {
    const names = files.filter((file) => /(^|\/)(index|utils?|helpers|common|core|misc)(\.ts|\/)/.test(file));
    // The few formatting helpers of the templates are called what Handlebars calls them.
    expect(names.filter((file) => file !== 'http/views/helpers.ts')).toEqual([]);
    expect(files.filter((file) => readFileSync(join(source, file), 'utf8').includes('forwardRef'))).toEqual(
      [],
    );
  });

  it('keeps files small enough to read at a glance', () => {
    const long = files
      .filter((file) => !/^(words|reference)\/|migrations\//.test(file))
      .map((file) => ({ file, lines: readFileSync(join(source, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });
});

function local(): Import[] {
  return imports.filter(({ text }) => text.startsWith('.'));
}

function layerOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function rankOf(file: string): number {
  return ranks.findIndex((rank) => rank.includes(layerOf(file)));
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(path);
    return /\.ts$/.test(entry.name) ? [relative(source, path).split(sep).join('/')] : [];
  });
}

function importsOf(file: string): Import[] {
  const code = readFileSync(join(source, file), 'utf8');
  return [...code.matchAll(/(?:^|\n)(?:import|export)\s[^;]*?from\s+'([^']+)'/g)].map(([, text = '']) => ({
    from: file.replace(/\.ts$/, ''),
    to: text.startsWith('.')
      ? relative(source, resolve(source, dirname(file), text))
          .split(sep)
          .join('/')
      : text,
    text,
  }));
}
