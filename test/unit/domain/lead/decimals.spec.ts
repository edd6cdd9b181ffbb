import fc from 'fast-check';
import {
  convertedWan,
  exactly,
  grouped,
  ratio,
  readDecimal,
  readMoney,
  yiOf,
} from '../../../../src/domain/lead/decimals';

describe('an amount as people type it', () => {
  it.each([
    ['52000', '52000.00'],
    ['52,000.00', '52000.00'],
    ['５２，０００．５', '52000.50'],
    [' 52 000 ', '52000.00'],
    ['0052000.0', '52000.00'],
    ['+3', '3.00'],
    ['-5000', '-5000.00'],
    ['−5', '-5.00'],
    ['-0', '0.00'],
    ['5.', '5.00'],
    ['10,000,000', '10000000.00'],
  ])('%s is %s', (typed, amount) => {
    expect(readMoney(typed)).toBe(amount);
  });

  it.each([
    '',
    'abc',
    '5.2亿',
    '1,5',
    '52,00',
    '1e5',
    '0x10',
    '1.2.3',
    '5.123',
    '--5',
    'NaN',
    'Infinity',
    '٣',
  ])('%s is not read as one, nothing is guessed or rounded', (typed) => {
    expect(readMoney(typed)).toBeNull();
  });

  it('comes back as it went in, whatever the separators', () => {
    const amount = fc.tuple(fc.nat({ max: 999_999_999 }), fc.nat({ max: 99 }));
    fc.assert(
      fc.property(amount, ([whole, hundredths]) => {
        const canonical = `${whole}.${String(hundredths).padStart(2, '0')}`;
        const wide = canonical.replace(/[\d.]/g, (symbol) =>
          String.fromCharCode(symbol.charCodeAt(0) + 0xfee0),
        );
        expect(readMoney(canonical)).toBe(canonical);
        expect(readMoney(grouped(canonical))).toBe(canonical);
        expect(readMoney(wide)).toBe(canonical);
      }),
    );
  });

  it('never throws, and what is read is canonical', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        const read = readDecimal(text, 4);
        return read === null || readDecimal(read, 4) === read;
      }),
    );
  });
});

describe('exact arithmetic', () => {
  it('divides half-up and never by nothing', () => {
    expect(ratio('2900', '95', 2)).toBe('30.53');
    expect(ratio('1', '8', 2)).toBe('0.13');
    expect(ratio('1', '0', 2)).toBeNull();
    expect(ratio(null, '5', 2)).toBeNull();
  });

  it('converts foreign money: 35,000,000 × 7.1 / 10,000 = 24,850 万元', () => {
    expect(convertedWan('35000000', '7.1')).toBe('24850.00');
    expect(convertedWan('1', '50')).toBe('0.01');
    expect(convertedWan('1', '49.99')).toBe('0.00');
    expect(convertedWan('1000000000000', '0.0475')).toBe('4750000.00');
  });

  it('says 万元 in 亿元', () => {
    expect(yiOf('52000.00')).toBe('5.2');
    expect(yiOf('10000000')).toBe('1,000');
    expect(grouped('-1234567.50')).toBe('-1,234,567.5');
    expect(exactly('-0.5').toDecimal(1)).toBe('-0.5');
  });
});
