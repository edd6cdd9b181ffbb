import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { companyNames } from '../../../../src/domain/claim/company-name';
import { matchNames } from '../../../../src/domain/claim/name-match';
import { countyWords, regionWords } from '../../../../src/reference/regions';
import { inSimplified } from '../../../../src/reference/simplified';

interface Pair {
  kind: string;
  same: boolean;
  one: string;
  other: string;
}

const facts = { regionWords: regionWords(), countyWords: countyWords(), simplified: inSimplified };
const groundOf = (one: string, other: string): string | null =>
  matchNames(companyNames(one, facts), companyNames(other, facts))?.ground ?? null;

function pairsOf(file: string): Pair[] {
  const lines = readFileSync(join(__dirname, '../../../support/data', file), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', label = '', one = '', other = ''] = line.split('|');
      return { kind, same: label === 'same', one, other };
    });
}

/** How many of the matches are right, and how many of the firms that are one are found. */
function measured(pairs: readonly Pair[]) {
  const found = pairs.map((pair) => ({ ...pair, found: groundOf(pair.one, pair.other) !== null }));
  const right = found.filter((pair) => pair.found && pair.same).length;
  return {
    precision: right / found.filter((pair) => pair.found).length,
    recall: right / pairs.filter(({ same }) => same).length,
    wrong: found.filter((pair) => pair.found !== pair.same),
  };
}

const seen = pairsOf('company-pairs-1.txt');
const unseen = pairsOf('company-pairs-2.txt');

describe('the labelled pairs of names', () => {
  it('are at least 300, of seven kinds, none twice', () => {
    expect(seen.length + unseen.length).toBeGreaterThanOrEqual(300);
    expect(new Set([...seen, ...unseen].map(({ kind }) => kind)).size).toBe(7);
    const texts = [...seen, ...unseen].map(({ one, other }) => `${one}|${other}`);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each([
    ['the half that the matching was tuned with', seen],
    ['the half that was written afterwards', unseen],
    ['all', [...seen, ...unseen]],
  ])(
    '%s: at least 0.95 of the matches are right, and 0.90 of the firms that are one are found',
    (name, pairs) => {
      const { precision, recall, wrong } = measured(pairs);
      const lines = wrong.map(
        (pair) => `  ${pair.found ? 'matched' : 'missed'} ${pair.kind}: ${pair.one} | ${pair.other}`,
      );
      process.stdout.write(
        `${name}: ${pairs.length} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${lines.join('\n')}\n`,
      );
      expect(precision).toBeGreaterThanOrEqual(0.95);
      expect(recall).toBeGreaterThanOrEqual(0.9);
    },
  );

  it('could fail: taking any two names of one brand for one firm is below the mark', () => {
    const pairs = [...seen, ...unseen];
    const byBrand = pairs.filter(({ one, other }) => {
      const [a, b] = [companyNames(one, facts), companyNames(other, facts)];
      return a.some(({ brand }) => b.some((name) => name.brand === brand));
    });
    expect(byBrand.filter(({ same }) => same).length / byBrand.length).toBeLessThan(0.95);
  });
});
