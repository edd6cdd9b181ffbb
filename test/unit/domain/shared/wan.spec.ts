import fc from 'fast-check';
import {
  fromHundredths,
  hundredths,
  MAX_WAN,
  parseWan,
  showWan,
  wanText,
  type Wan,
} from '../../../../src/domain/shared/wan';

const read = (text: string): string | null => {
  const amount = parseWan(text);
  return amount === null ? null : wanText(amount);
};

describe('an amount in 万元', () => {
  it('is read as people type it', () => {
    expect(read('52000')).toBe('52000.00');
    expect(read(' 52,000.5 ')).toBe('52000.50');
    expect(read('５２，０００．０１')).toBe('52000.01');
    expect(read('0')).toBe('0.00');
    expect(read('007')).toBe('7.00');
  });

  it('is not guessed at', () => {
    for (const text of [
      '',
      '五万',
      '1,5',
      '5,20,00',
      '1.234',
      '-3',
      '1e3',
      '.5',
      '5.',
      '1 000',
      '9'.repeat(16),
    ])
      expect(read(text)).toBeNull();
  });

  it('fits the integer column, and nothing larger is accepted', () => {
    expect(read('21474836.47')).toBe('21474836.47');
    expect(read('21474836.48')).toBeNull();
    expect(hundredths(MAX_WAN)).toBe(2 ** 31 - 1);
    expect(() => fromHundredths(1.5)).toThrow(RangeError);
  });

  it('comes back the same from its text and its column', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (value) => {
        const amount = fromHundredths(value);
        expect(hundredths(amount)).toBe(value);
        expect(parseWan(wanText(amount))).toBe(amount);
      }),
    );
  });

  it('is led by 亿元 from ten thousand on, with the other unit beside it', () => {
    expect(showWan(parseWan('52000') as Wan)).toEqual({
      big: '5.2',
      bigUnit: 'yi',
      small: '52,000',
      smallUnit: 'wan',
    });
    expect(showWan(parseWan('10000') as Wan)).toEqual({
      big: '1',
      bigUnit: 'yi',
      small: '10,000',
      smallUnit: 'wan',
    });
    expect(showWan(parseWan('9600') as Wan)).toEqual({
      big: '9,600',
      bigUnit: 'wan',
      small: '0.96',
      smallUnit: 'yi',
    });
    expect(showWan(parseWan('40.5') as Wan)).toEqual({
      big: '40.5',
      bigUnit: 'wan',
      small: '0.0041',
      smallUnit: 'yi',
    });
    expect(showWan(parseWan('12345678.90') as Wan).big).toBe('1,234.57');
    expect(showWan(parseWan('100') as Wan).big).toBe('100');
  });
});
