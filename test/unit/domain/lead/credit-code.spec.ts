import fc from 'fast-check';
import {
  checkCreditCode,
  finalCheckSymbol,
  normaliseCreditCode,
  organisationCheckSymbol,
  regionOfCreditCode,
} from '../../../../src/domain/lead/credit-code';
import { isKnownRegion, isProvincePrefix } from '../../../../src/reference/regions';
import { sampleLeads } from './sample-city';

const regions = { isKnownRegion, isProvincePrefix };
const check = (text: string) => checkCreditCode(text, regions);
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const GOOD = '91320506MAYX0101XA';

/** Any valid code of a known region, made from its parts. */
const validCode = fc
  .tuple(
    fc.constantFrom('91', '12', '53', '11', '93'),
    fc.constantFrom('320506', '110108', '440306', '659010', '710000', '100000'),
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 8, maxLength: 8 }),
  )
  .map(([kind, region, symbols]) => {
    const organisation = symbols.join('');
    const first17 = `${kind}${region}${organisation}${organisationCheckSymbol(organisation) ?? ''}`;
    return `${first17}${finalCheckSymbol(first17) ?? ''}`;
  });

describe('a unified social credit code', () => {
  it.each(sampleLeads.flatMap(({ uscc }) => (typeof uscc === 'string' ? [uscc] : [])))(
    'of the samples is valid: %s',
    (code) => {
      expect(check(code)).toMatchObject({ fault: null, legacyCandidate: false, regionKnown: true });
    },
  );

  it('is read from a paste with full-width symbols, inner spaces, lower case and zero-width symbols', () => {
    expect(normaliseCreditCode('９１３２０５０６ＭＡＹＸ０１０１ＸＡ')).toBe(GOOD);
    expect(normaliseCreditCode(' 91320506 mayx\t0101\u3000x\u200ba\n')).toBe(GOOD);
  });

  it('must have 18 symbols, and says how many there are', () => {
    expect(check('91320506MAYX0101X')).toMatchObject({ fault: 'usccLength', details: { length: 17 } });
    expect(check(`${GOOD}0`)).toMatchObject({ fault: 'usccLength', details: { length: 19 } });
    expect(check('9132050😀MAYX0101XA')).toMatchObject({ fault: 'usccAlphabet', details: { position: 8 } });
  });

  it.each(['I', 'O', 'S', 'V', 'Z'])('never contains %s, and says where it stands', (letter) => {
    expect(check(`91320506M${letter}YX0101XA`)).toMatchObject({
      fault: 'usccAlphabet',
      details: { symbols: letter, position: 10 },
    });
  });

  it('is blocked by an unknown province and by letters among the region digits', () => {
    expect(check('91990506MAYX0101XA')).toMatchObject({ fault: 'usccProvince', details: { prefix: '99' } });
    expect(check('9132A506MAYX0101XA').fault).toBe('usccRegionDigits');
  });

  it('is only noted when the province is known and the six digits are not: they may be abolished', () => {
    const first17 = '91320599MAYX0101X';
    const finding = check(first17 + (finalCheckSymbol(first17) ?? ''));
    expect(finding).toMatchObject({ fault: null, regionKnown: false });
  });

  it('of a body registered by the State itself carries 100000 in place of a region', () => {
    const first17 = '91100000MAYX0101X';
    expect(check(first17 + (finalCheckSymbol(first17) ?? ''))).toMatchObject({
      fault: null,
      regionKnown: true,
    });
    expect(regionOfCreditCode(first17)).toBeNull();
    expect(regionOfCreditCode(GOOD)).toBe('320506');
  });

  it('is blocked when the organisation code fails its own check, also if the last symbol fits', () => {
    const first17 = '91320506MAYX01010';
    expect(check(first17 + (finalCheckSymbol(first17) ?? '')).fault).toBe('usccOrganisation');
  });

  it('with a right organisation code and a wrong last symbol may be an old one, and the right symbol is named', () => {
    expect(check('91320506MAYX0101XB')).toMatchObject({
      fault: 'usccFinal',
      legacyCandidate: true,
      details: { expected: 'A', typed: 'B' },
    });
  });

  it('uses two value maps: counting the organisation code along the code alphabet would refuse a right one', () => {
    const alongTheWrongMap = (first8: string): string => {
      const weights = [3, 7, 9, 10, 5, 8, 4, 2];
      const sum = weights.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(first8[i] ?? ''), 0);
      const value = 11 - (sum % 11);
      return value === 10 ? 'X' : value === 11 ? '0' : String(value);
    };
    expect(organisationCheckSymbol('MAYX0101')).toBe('X');
    expect(alongTheWrongMap('MAYX0101')).not.toBe('X');
  });

  it('may end in 0', () => {
    fc.assert(
      fc.property(validCode, (code) => check(code).fault === null),
      { numRuns: 500 },
    );
    expect(fc.sample(validCode, 500).some((code) => code.endsWith('0'))).toBe(true);
  });

  it('shows any one symbol copied wrong', () => {
    fc.assert(
      fc.property(validCode, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, symbol) => {
        fc.pre(code[at] !== symbol);
        return check(code.slice(0, at) + symbol + code.slice(at + 1)).fault !== null;
      }),
      { numRuns: 2000 },
    );
  });

  it('is checked without throwing whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => check(text) !== null));
  });
});
