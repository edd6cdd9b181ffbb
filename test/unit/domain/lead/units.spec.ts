import fc from 'fast-check';
import { fieldOf } from '../../../../src/domain/lead/fields';
import { conversionOf, readQuantity } from '../../../../src/domain/lead/units';
import { readValue, unreadable, whyUnreadable } from '../../../../src/domain/lead/values';

const read = (code: string, text: string): unknown => {
  const value = readValue(text, fieldOf(code));
  return value === unreadable ? 'unreadable' : value;
};

describe('an amount as people write it', () => {
  it.each([
    ['5.2亿', '52000.00'],
    ['5.2亿元', '52000.00'],
    ['５．２亿元', '52000.00'],
    ['5亿2000万', '52000.00'],
    ['5亿2000万元', '52000.00'],
    ['52000000元', '5200.00'],
    ['52,000,000 元', '5200.00'],
    ['3000万', '3000.00'],
    ['3000万元', '3000.00'],
    ['3 千万', '3000.00'],
    ['1.2百亿', '1200000.00'],
    ['人民币 800 万元', '800.00'],
    ['￥5200000元', '520.00'],
    ['12,000', '12000.00'],
    ['12000', '12000.00'],
    ['100元', '0.01'],
    ['0.01', '0.01'],
    ['-5万元', '-5.00'],
  ])('%s is %s 万元', (text, value) => {
    expect(read('totalInvestmentWan', text)).toBe(value);
  });

  it.each([
    '五亿',
    '约5亿',
    '5-6亿',
    '5.2美元',
    '5亿吨',
    '1,00',
    '5.2亿亿',
    '亿',
    '元',
    '5 亩',
    '99元',
    '0.001',
  ])('%s is asked about, never guessed', (text) => {
    expect(read('totalInvestmentWan', text)).toBe('unreadable');
  });

  it('finer than 0.01 万元 is told with what it comes to', () => {
    const field = fieldOf('totalInvestmentWan');
    expect(whyUnreadable('12345元', field)).toEqual([
      'amountFiner',
      { places: 2, exact: '1.2345', meant: '1.23' },
    ]);
    expect(whyUnreadable('1.234', field)).toEqual(['tooManyDecimals', { places: 2 }]);
    expect(whyUnreadable('一些', field)).toEqual(['notNumber', {}]);
  });
});

describe('an area as people write it', () => {
  it.each([
    ['landMu', '95', '95'],
    ['landMu', '95亩', '95'],
    ['landMu', '3万平方米', '45'],
    ['landMu', '30,000㎡', '45'],
    ['landMu', '30000m²', '45'],
    ['landMu', '2公顷', '30'],
    ['landMu', '0.2平方公里', '300'],
    ['landMu', '1000平米', '1.5'],
    ['leaseAreaSqm', '1.2万平方米', '12000'],
    ['leaseAreaSqm', '12000㎡', '12000'],
    ['leaseAreaSqm', '3亩', '2000'],
    ['leaseAreaSqm', '1亩', '666.6667'],
  ])('%s: %s is %s', (code, text, value) => {
    expect(read(code, text)).toBe(value);
  });

  it('is not taken from a unit of another kind', () => {
    expect(read('landMu', '95元')).toBe('unreadable');
    expect(read('leaseAreaSqm', '95吨')).toBe('unreadable');
  });
});

describe('other quantities', () => {
  it.each([
    ['electricityWanKwh', '500万度', '500'],
    ['electricityWanKwh', '5000000度', '500'],
    ['electricityWanKwh', '500万kWh', '500'],
    ['electricityWanKwh', '500 万千瓦时', '500'],
    ['electricityWanKwh', '5000千瓦时', '0.5'],
    ['electricityWanKwh', '500', '500'],
    ['energyTce', '1.2万吨标准煤', '12000'],
    ['energyTce', '980吨', '980'],
    ['gasWanM3', '20000立方米', '2'],
    ['waterTpd', '120吨/天', '120'],
    ['waterTpd', '120m³/d', '120'],
    ['visitorsWanPerYear', '80万人次/年', '80'],
    ['originalAmount', '3500万', '35000000'],
  ])('%s: %s is %s', (code, text, value) => {
    expect(read(code, text)).toBe(value);
  });
});

describe('any text at all', () => {
  it('is read without throwing, and what is read reads the same again', () => {
    const pieces = fc.constantFrom(
      '5',
      '.',
      ',',
      '亿',
      '万',
      '元',
      '平方米',
      '亩',
      '-',
      ' ',
      '千',
      '２',
      'm2',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 12 }),
        fc.constantFrom('totalInvestmentWan', 'landMu'),
        (parts, code) => {
          const field = fieldOf(code);
          const found = readQuantity(parts.join(''), field);
          if (found?.value == null) return;
          expect(readQuantity(found.value, field)?.value).toBe(found.value);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a bare number is no conversion, one with a unit is', () => {
    expect(conversionOf('52000', fieldOf('totalInvestmentWan'))).toBeNull();
    expect(conversionOf(' 5.2亿 ', fieldOf('totalInvestmentWan'))).toEqual({
      typed: '5.2亿',
      value: '52000.00',
    });
    expect(conversionOf('5.2亿', fieldOf('title'))).toBeNull();
  });
});
