import { csvRows, UnreadableCsv } from '../../../../src/domain/exchange/csv';
import { readRowChoice } from '../../../../src/domain/exchange/row-choice';
import { dayOfSerial, plainNumber } from '../../../../src/domain/exchange/serial-days';
import {
  columnIndex,
  columnLetters,
  LEAD_SHEET_COLUMNS,
} from '../../../../src/domain/exchange/sheet-columns';
import { decodeText } from '../../../../src/domain/exchange/text-encoding';
import { FIELDS } from '../../../../src/domain/lead/fields';

const cellsOf = (text: string): string[][] => [...csvRows(text)].map(({ cells }) => [...cells]);

describe('text with separators', () => {
  it('ends its lines as it likes, quotes what it must, and has whatever separator its head has', () => {
    expect(cellsOf('a,b\r\n1,2\n3,4\r5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(cellsOf('a;b\n"x;""y""\nz";2')).toEqual([
      ['a', 'b'],
      ['x;"y"\nz', '2'],
    ]);
    expect(cellsOf('a\tb\n1\t')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(cellsOf('')).toEqual([]);
  });

  it('is refused where a quotation mark is left open or a cell has no end', () => {
    expect(() => cellsOf('a,"b')).toThrow(UnreadableCsv);
    expect(() => cellsOf('x'.repeat(40_000))).toThrow(UnreadableCsv);
  });
});

describe('the encoding of a text', () => {
  it('is told by its bytes, and nothing is read that is not certain', () => {
    expect(decodeText(Buffer.from('项目'))).toMatchObject({ encoding: 'utf-8', text: '项目' });
    expect(decodeText(Buffer.from([0xcf, 0xee, 0xc4, 0xbf]))).toMatchObject({
      encoding: 'gb18030',
      text: '项目',
    });
    expect(decodeText(Buffer.from('title,a\n1,2\n', 'utf16le'))).toMatchObject({ encoding: 'utf-16le' });
    // Shift-JIS and Big5 of the same words, a cut UTF-16 and bytes of a picture.
    expect(decodeText(Buffer.from('83748340834383 8b96bc'.replace(' ', ''), 'hex'))).toHaveProperty(
      'unreadable',
    );
    expect(decodeText(Buffer.from('b14daed7a657bad9a740', 'hex'))).toHaveProperty('unreadable');
    expect(decodeText(Buffer.from([0xff, 0xfe, 0x41]))).toHaveProperty('unreadable');
    expect(decodeText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]))).toEqual({
      unreadable: 'binary',
    });
  });
});

describe('what workbooks store', () => {
  it('numbers are written as people write them', () => {
    expect(plainNumber('5.2000000000000002E2')).toBe('520');
    expect(plainNumber('0.30000000000000004')).toBe('0.3');
    expect(plainNumber('1E-7')).toBe('0.0000001');
    expect(plainNumber('abc')).toBeNull();
    expect(plainNumber('1e400')).toBeNull();
  });

  it('serials are days of our time on either side of the leap day that never was', () => {
    expect(dayOfSerial(25_569, 1900)).toBe('1970-01-01');
    expect(dayOfSerial(25_568, 1900)).toBeNull();
    expect(dayOfSerial(109_574, 1900)).toBe('2199-12-31');
    expect(dayOfSerial(109_575, 1900)).toBeNull();
    expect(dayOfSerial(46_356.99, 1900)).toBe('2026-11-30');
    expect(dayOfSerial(44_894, 1904)).toBe('2026-11-30');
  });

  it('columns are named by letters, forth and back', () => {
    for (const index of [0, 25, 26, 701, 702, 16_383])
      expect(columnIndex(`${columnLetters(index)}7`)).toBe(index);
    expect(columnIndex('XFE1')).toBe(-1);
    expect(columnIndex('7')).toBe(-1);
  });

  it('a sheet has a column for every field of the form', () => {
    const covered = new Set(LEAD_SHEET_COLUMNS.map(({ whole }) => whole.code));
    expect(FIELDS.map(({ code }) => code).filter((code) => !covered.has(code))).toEqual([]);
  });
});

describe('row numbers as people type them', () => {
  it.each<[string, [number, number][] | null]>([
    [
      '3-20, 25',
      [
        [3, 20],
        [25, 25],
      ],
    ],
    [
      '３－５、7；9 11',
      [
        [3, 5],
        [7, 7],
        [9, 9],
        [11, 11],
      ],
    ],
    ['2至4', [[2, 4]]],
    ['', []],
    ['5-3', null],
    ['一到五', null],
    ['12345678', null],
    [Array(201).fill('1').join(','), null],
  ])('%s', (text, expected) => {
    expect(readRowChoice(text)?.map(({ from, to }) => [from, to]) ?? null).toEqual(expected);
  });
});
