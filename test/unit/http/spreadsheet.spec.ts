import { readXlsx } from 'hucre/xlsx';
import { harmless, plainText, spreadsheet } from '../../../src/http/spreadsheet';

const dangerous = [
  '=1+1',
  '+86 10',
  '-5',
  '@sum(a1)',
  '\tx',
  '\rx',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '"=1+1',
  "'=1+1",
  ' =1',
  '“=1',
  "'quoted'",
];

describe('a spreadsheet', () => {
  it.each(dangerous)('never begins a cell with a formula, and gives the text back: %j', (text) => {
    expect(harmless(text).startsWith("'")).toBe(true);
    expect(plainText(harmless(text))).toBe(text);
  });

  it.each(['线索', 'a=b', '3-5号', '', '5 + 5', 'L-2026-00017'])('leaves ordinary text alone: %j', (text) => {
    expect(harmless(text)).toBe(text);
    expect(plainText(harmless(text))).toBe(text);
  });

  it('keeps numbers numbers, nothing nothing, and text as it was', async () => {
    const bytes = await spreadsheet([
      {
        name: 'Y-2026-01 [结果]:很长很长很长很长很长很长很长很长很长很长很长',
        columns: [
          { title: '名次', width: 8 },
          { title: '得分', width: 10, format: '0.00' },
          { title: '项目', width: 30 },
        ],
        rows: [
          [1, 81.55, '𠮷林<项目>&"引号"'],
          [2, null, '=HYPERLINK("http://evil.example")'],
        ],
      },
    ]);
    const [sheet] = (await readXlsx(bytes)).sheets;
    expect(sheet?.name.length).toBeLessThanOrEqual(31);
    expect(sheet?.rows).toEqual([
      ['名次', '得分', '项目'],
      [1, 81.55, '𠮷林<项目>&"引号"'],
      [2, null, '\'=HYPERLINK("http://evil.example")'],
    ]);
  });
});
