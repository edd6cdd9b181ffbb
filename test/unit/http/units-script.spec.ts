import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { fieldOf } from '../../../src/domain/lead/fields';
import { readQuantity } from '../../../src/domain/lead/units';

interface Page {
  quantity(text: string, unit: string): { n: number; given: boolean };
}

/** The script of every page, in a page that holds nothing. */
function page(): Page {
  const window: Record<string, unknown> = {};
  const context = createContext({
    window,
    document: { documentElement: { lang: 'zh-CN' } },
    each: () => undefined,
    word: () => '',
  });
  runInContext(readFileSync(join(__dirname, '../../../views/assets/js/units.js'), 'utf8'), context);
  return window as unknown as Page;
}

const texts = [
  ...[
    '5.2亿',
    '5.2亿元',
    '５．２亿元',
    '5亿2000万',
    '5亿2000万元',
    '52000000元',
    '52,000,000 元',
    '3000万',
    '3 千万',
  ],
  ...[
    '人民币 800 万元',
    '￥5200000元',
    '12,000',
    '12000',
    '0.01',
    '五亿',
    '约5亿',
    '5-6亿',
    '5亿吨',
    '1,00',
    '亿',
    '元',
    '',
  ],
  ...[
    '95亩',
    '3万平方米',
    '30,000㎡',
    '30000m²',
    '2公顷',
    '0.2平方公里',
    '1000平米',
    '1.2万平方米',
    '3亩',
    '95元',
    '2 ha',
  ],
  ...[
    '500万度',
    '5000000度',
    '500万kWh',
    '500 万千瓦时',
    '5000千瓦时',
    '1.2万吨标准煤',
    '980吨',
    '2万立方米',
    '120吨/天',
  ],
  ...['120m³/d', '80万人次/年', '60%', '3.5 MWh', '100万亿', '9'.repeat(41)],
];

describe('what is shown as one types', () => {
  it.each([
    'totalInvestmentWan',
    'landMu',
    'leaseAreaSqm',
    'energyTce',
    'electricityWanKwh',
    'gasWanM3',
    'waterTpd',
    'visitorsWanPerYear',
  ])('is what the server will read: %s', (code) => {
    const field = fieldOf(code);
    const script = page();
    for (const text of texts) {
      const read = readQuantity(text, field);
      const { n, given } = script.quantity(text, field.unit ?? '');
      const exact = read === null ? NaN : Number(read.amount.toDecimal(8));
      if (Number.isNaN(exact)) expect([text, n]).toEqual([text, NaN]);
      else {
        expect([text, given]).toEqual([text, read?.withUnit]);
        expect(Math.abs(n - exact)).toBeLessThanOrEqual(Math.abs(exact) * 1e-9 + 1e-9);
      }
    }
  });
});
