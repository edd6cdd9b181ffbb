import { leadKey, plainKey, segmentKeys, type FirmState } from '../../../../src/domain/chain/chain';
import {
  pastedTable,
  readFirmRows,
  tableText,
  type FirmRowFacts,
} from '../../../../src/domain/chain/firm-rows';
import { strongestMarks, targetReason, type TargetMark } from '../../../../src/domain/chain/target-mark';
import { demoCreditCode } from '../../../../src/demo/lead-book';
import { normalisedName } from '../../../../src/domain/lead/duplicates';

const code = demoCreditCode('440300', 7);
const facts: FirmRowFacts = {
  heads: {
    name: ['企业名称', 'Firm'],
    uscc: ['统一社会信用代码'],
    region: ['所在地区'],
    segment: ['环节'],
    note: ['备注'],
    state: ['进展'],
  },
  states: new Map<string, FirmState>([
    ['待对接', 'planned'],
    ['洽谈中', 'talking'],
  ]),
  segments: new Set(['正极材料']),
  regions: { isKnownRegion: () => true, isProvincePrefix: () => true },
  keyOf: (name) => normalisedName(name, ['深圳']),
};
const read = (text: string) => readFirmRows(pastedTable(text), facts);
const problems = (text: string): string[] =>
  read(text).flatMap(({ problems: found }) => found.map(({ column, because }) => `${column} ${because}`));

describe('rows of target firms', () => {
  it('are read in the order of the template when there is no head', () => {
    const [firm] = read(`深圳某某材料有限公司\t${code}\t广东深圳\t正极材料\t老客户介绍\t洽谈中`);
    expect(firm).toEqual({
      line: 1,
      problems: [],
      row: {
        name: '深圳某某材料有限公司',
        uscc: code,
        region: '广东深圳',
        segment: '正极材料',
        note: '老客户介绍',
        state: 'talking',
      },
    });
  });

  it('are read by their head, in any order, with columns that nobody asked for left out', () => {
    const [firm, ...more] = read('环节\t序号\t企业名称*\n正极材料\t1\t某某材料公司');
    expect(more).toEqual([]);
    expect([firm?.line, firm?.row.name, firm?.row.segment, firm?.row.state]).toEqual([
      2,
      '某某材料公司',
      '正极材料',
      'planned',
    ]);
  });

  it('take a code with full-width symbols, blanks and hyphens', () => {
    const wide = code.replace(/./gu, (symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0));
    expect(read(`甲材料公司\t${wide}`)[0]?.row.uscc).toBe(code);
    expect(read(`甲材料公司\t${code.slice(0, 8)} -${code.slice(8)}`)[0]?.row.uscc).toBe(code);
  });

  it.each([
    ['甲', 'name name'],
    ['有\t', 'name name'],
    [`甲材料公司\t${code.slice(0, 17)}`, 'uscc uscc'],
    ['甲材料公司\t\t\t负极材料', 'segment segment'],
    ['甲材料公司\t\t\t\t\t谈着', 'state state'],
    [`甲材料公司\t\t${'长'.repeat(61)}`, 'region long'],
    [`甲材料公司\t\t\t\t${'长'.repeat(501)}`, 'note long'],
    [`${'长'.repeat(101)}`, 'name long'],
  ])('say what is wrong: %s', (text, said) => {
    expect(problems(text)).toEqual([said]);
  });

  it.each([[`甲材料公司\t\t${'长'.repeat(60)}\t\t${'长'.repeat(500)}`], [`${'长'.repeat(100)}`], ['甲乙']])(
    'take what is just within bounds: %s',
    (text) => {
      expect(problems(text)).toEqual([]);
    },
  );

  it('tell a firm that is twice in the file, also under another form of its name', () => {
    expect(problems('深圳甲材料有限公司\n甲材料公司\n乙材料公司')).toEqual(['name twice']);
    expect(problems(`甲材料公司\t${code}\n乙材料公司\t${code}`)).toEqual(['name twice']);
  });

  it('come back the same from the text that carries them to the act', () => {
    const rows = read(`甲材料公司\t${code}\t广东\t正极材料\t说,明，更多\t洽谈中`).map(({ row }) => row);
    const words = { state: (state: FirmState) => (state === 'talking' ? '洽谈中' : '待对接') };
    expect(read(tableText(rows, words)).map(({ row }) => row)).toEqual(rows);
  });

  it('are cut at commas where nothing was copied from a spreadsheet', () => {
    expect(pastedTable('甲,乙，丙\r\n丁\t戊,己')).toEqual([
      ['甲', '乙', '丙'],
      ['丁', '戊,己'],
    ]);
  });
});

describe('the words of a segment', () => {
  it('are its name and its other words, as keys without marks, none of a single symbol', () => {
    expect(segmentKeys({ name: '正极 材料', words: 'LFP、磷酸铁锂，锂；正极材料' })).toEqual([
      '正极材料',
      'lfp',
      '磷酸铁锂',
    ]);
  });

  it('hold nothing that a pattern would read as a wildcard', () => {
    expect(plainKey('100%_材料\\')).toBe('100材料');
  });

  it('are looked for in title and outline, apart, so that no word is made of both', () => {
    expect(leadKey({ title: '年产磷酸', summary: '铁锂' })).toBe('年产磷酸 铁锂');
    expect(leadKey({ title: null, summary: null })).toBe(' ');
  });
});

describe('the reason of a mark', () => {
  const firm: TargetMark = { ground: 'code', firm: '某某材料', chain: '新能源' };

  it('names the firm only to those who may know the investor', () => {
    expect(targetReason(firm, true)).toEqual({
      key: 'chains.mark.code',
      args: { firm: '某某材料', chain: '新能源' },
    });
    expect(targetReason(firm, false)).toEqual({ key: 'chains.mark.veiled', args: { chain: '新能源' } });
  });

  it('is told once for a firm found by code and by name', () => {
    const gap: TargetMark = { ground: 'gap', segment: '正极材料', chain: '新能源', wanted: '产能' };
    expect(strongestMarks([gap, { ...firm, ground: 'name' }, firm])).toEqual([firm, gap]);
  });
});
