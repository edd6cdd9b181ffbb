import fc from 'fast-check';
import { canonical, type CanonicalValue } from '../../../../src/domain/shared/canonical';

describe('the canonical text of a value', () => {
  it('sorts keys and wastes no space', () => {
    expect(canonical({ b: [1, 'x', null], a: { d: true, c: '预审' } })).toBe(
      '{"a":{"c":"预审","d":true},"b":[1,"x",null]}',
    );
  });

  it('does not depend on the order in which a record was filled', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(canonical(turned)).toBe(canonical(record));
      }),
    );
  });

  it('can be read back as JSON', () => {
    const value = fc
      .jsonValue({ noUnicodeString: false })
      .filter((v) => !JSON.stringify(v).match(/\d[.e]|-0|e[+-]/));
    fc.assert(
      fc.property(value, (v) => {
        let text: string;
        try {
          text = canonical(v as CanonicalValue);
        } catch {
          return;
        }
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(v)));
      }),
    );
  });

  it('refuses what two databases could write differently, and names the place', () => {
    const bad = (value: unknown) => () => canonical(value as CanonicalValue);
    expect(bad({ score: 81.55 })).toThrow('not a whole number at $.score');
    expect(bad({ list: [1, undefined] })).toThrow('cannot be sealed at $.list[1]');
    for (const value of [
      Number.NaN,
      Infinity,
      2 ** 53,
      undefined,
      () => 1,
      1n,
      new Date(0),
      new Map(),
      Symbol('s'),
    ])
      expect(bad(value)).toThrow(TypeError);
  });
});
