import fc from 'fast-check';
import { emptyContent, readContent } from '../../../../src/domain/lead/content';
import { formValues, typedValues } from '../../../../src/domain/lead/form-values';
import { FIELDS, fieldOf, fieldOfControl } from '../../../../src/domain/lead/fields';
import { canonical, type CanonicalValue } from '../../../../src/domain/shared/canonical';
import { checkDraft, checkSubmission } from '../../../../src/domain/lead/rules';
import { parse } from 'qs';
import { cityFacts, codes, sampleLead, sampleLeads } from './sample-city';

const sealed = (content: unknown): string => canonical(content as CanonicalValue);

describe('a form body', () => {
  it('becomes a record with money in 万元, canonical numbers, codes upper-cased and names in NFKC', () => {
    const { content, problems } = readContent({
      title: '　新能源  汽车\n热管理 ',
      investorName: '澜岫（宁波）有限公司',
      uscc: '91320506 mayx00017y',
      industryCode: 'ｃ3670',
      totalInvestmentWan: '52,000.00',
      fixedAssetWan: '３８０００万元',
      pue: '1.220',
      jobs: '420',
      plannedStart: '2026年9月',
      firstContactAt: '2026/3/2',
      adjustable: '否',
      contact: { mobile: '+86 154-0000 0001', noticeGiven: 'on' },
    });
    expect(problems).toEqual([]);
    expect(content).toMatchObject({
      title: '新能源 汽车 热管理',
      investorName: '澜岫(宁波)有限公司',
      uscc: '91320506MAYX00017Y',
      industryCode: 'C3670',
      totalInvestmentWan: '52000.00',
      fixedAssetWan: '38000.00',
      pue: '1.22',
      jobs: 420,
      plannedStart: '2026-09',
      firstContactAt: '2026-03-02',
      adjustable: false,
      existingFirm: false,
      currency: 'CNY',
      sensitivity: 'normal',
    });
    expect(content.contact).toMatchObject({ mobile: '15400000001', noticeGiven: true, name: null });
  });

  it('keeps the name as it stood on the licence beside its normal form, and prose as it was written', () => {
    const { content } = readContent({
      investorName: '澜岫（宁波）有限公司',
      summary: '一期，含总装；二期。',
    });
    expect(content.asTyped).toEqual({ investorName: '澜岫（宁波）有限公司' });
    expect(content.summary).toBe('一期，含总装；二期。');
  });

  it('loses nothing that cannot be read: a draft keeps it as typed and says why', () => {
    const { content, problems } = readContent({
      title: '热管理模块',
      investorName: '澜岫热控',
      totalInvestmentWan: '5.2亿多',
      fixedAssetWan: '大概三万',
      landMu: '95.123456',
      plannedStart: '明年',
      firstContactAt: '2026-02-30',
      track: 'mining',
      fullYear: '28',
      jobs: '四百',
    });
    expect(problems).toEqual([]);
    expect(content).toMatchObject({ totalInvestmentWan: null, track: null, firstContactAt: null });
    expect(formValues(content)).toMatchObject({
      totalInvestmentWan: '5.2亿多',
      plannedStart: '明年',
      jobs: '四百',
    });
    expect(checkDraft(content).errors).toEqual([]);
    expect(codes(checkDraft(content).warnings).sort()).toEqual([
      'firstContactAt: notDay',
      'fixedAssetWan: notNumber',
      'fullYear: notYear',
      'jobs: notCount',
      'landMu: tooManyDecimals',
      'plannedStart: notMonth',
      'totalInvestmentWan: notNumber',
      'track: notInList',
    ]);
  });

  it('refuses what no field can hold: controls symbols, a megabyte, shapes that are none of ours', () => {
    const { content, problems } = readContent({
      title: '热管理\u0000模块',
      summary: 'x'.repeat(1_000_000),
      investorName: ['甲', '乙'],
      uscc: { a: 1 },
      contact: 'x',
      intendedHosts: ['a', 'b', 'c', 'd'],
      coScouts: ['x'],
      groupParent: '\ud800',
      honours: ['highTech', 'nobel'],
    });
    expect(codes(problems).sort()).toEqual([
      'coScouts[0]: wrongShape',
      'contact: wrongShape',
      'groupParent: controlSymbols',
      'honours: notInList',
      'intendedHosts: tooMany',
      'investorName: wrongShape',
      'summary: tooLong',
      'title: controlSymbols',
      'uscc: wrongShape',
    ]);
    expect(content.intendedHosts).toEqual(['a', 'b', 'c']);
    expect(content.honours).toEqual(['highTech']);
  });

  it('ignores unknown and inherited keys', () => {
    const body = JSON.parse(
      '{"__proto__":{"title":"假的项目"},"constructor":"x","scout":"scout-09"}',
    ) as object;
    const inherited = Object.create({ title: '假的项目' }) as object;
    expect(readContent({ ...body }).content).toEqual(emptyContent());
    expect(readContent(inherited as Record<string, unknown>).content.title).toBeNull();
  });

  it('reads lists as forms send them: one text, many, by index, with rows nobody filled in', () => {
    expect(readContent({ intendedHosts: 'park-ed' }).content.intendedHosts).toEqual(['park-ed']);
    expect(readContent({ intendedHosts: ['park-ed', '', 'park-ht'] }).content.intendedHosts).toEqual([
      'park-ed',
      'park-ht',
    ]);
    const { content } = readContent(
      parse(
        'incentiveRequests[0][type]=&incentiveRequests[0][text]=&incentiveRequests[7][type]=other&incentiveRequests[7][text]=x',
      ),
    );
    expect(content.incentiveRequests).toEqual([{ type: 'other', text: 'x', amountWan: null }]);
    const many = { '100': { account: 'scout-02', share: '30' } };
    expect(readContent({ coScouts: many }).content.coScouts).toEqual([{ account: 'scout-02', share: '30' }]);
  });

  it('fills a blank total with the exact conversion of foreign money, and leaves a stated one alone', () => {
    const money = { currency: 'usd', originalAmount: '35,000,000', fxRate: '7.10', fxDate: '2026-03-02' };
    expect(readContent(money).content.totalInvestmentWan).toBe('24850.00');
    expect(readContent({ ...money, totalInvestmentWan: '24,000' }).content.totalInvestmentWan).toBe(
      '24000.00',
    );
  });

  it.each(sampleLeads.map((lead) => [lead.id, lead] as const))(
    'of sample %s goes in without a problem',
    (_id, lead) => {
      const { content, problems } = readContent(lead);
      expect(problems).toEqual([]);
      expect(content.asTyped).toEqual({});
      expect(content.title).toBe(lead['title']);
    },
  );

  it('shown in the form and sent again is the same record', () => {
    for (const lead of sampleLeads) {
      const { content } = readContent(lead);
      expect(readContent(sentAgain(formValues(content))).content).toEqual(content);
    }
  });
});

/** What a browser sends for these control values. */
function sentAgain(values: Readonly<Record<string, string | readonly string[]>>): Record<string, unknown> {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : value.map((entry) => [`${name}[]`, entry]),
  );
  return parse(new URLSearchParams(pairs as [string, string][]).toString(), { arrayLimit: 20 });
}

describe('any body at all', () => {
  const noise = fc.oneof(fc.string({ unit: 'binary' }), fc.anything({ maxDepth: 3 }), fc.jsonValue());
  const body = fc.dictionary(
    fc.constantFrom(...FIELDS.map(({ code }) => code), '__proto__', 'toString'),
    noise,
  );

  it('is read without throwing into something that can be sealed, and read again the same', () => {
    fc.assert(
      fc.property(body, (raw) => {
        const { content } = readContent(raw);
        expect(sealed(content)).toBe(sealed(JSON.parse(JSON.stringify(content))));
        checkDraft(content);
        checkSubmission(content, cityFacts());
        formValues(content);
        typedValues(raw);
      }),
      { numRuns: 500 },
    );
  });

  it('shown again and sent again reads the same', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('12.5', '-3', '2026-09', '是', '\u1fd2'),
    );
    const scalars = FIELDS.filter(
      ({ parts, kind }) => parts === undefined && kind !== 'list' && kind !== 'multi',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...scalars.map(({ code }) => code)), text), (raw) => {
        const { content, problems } = readContent(raw);
        fc.pre(problems.length === 0);
        const again = readContent(sentAgain(formValues(content))).content;
        expect({ ...again, asTyped: {} }).toEqual({ ...content, asTyped: {} });
      }),
      { numRuns: 500 },
    );
  });
});

describe('what was typed', () => {
  it('comes back to the refused form whole, only control symbols taken out', () => {
    const long = '长'.repeat(50_000);
    const typed = typedValues({
      title: 'a\u0000b',
      summary: long,
      contact: { mobile: '12345678901' },
      jobs: ['7', '8'],
    });
    expect(typed).toMatchObject({ title: 'ab', summary: long, 'contact[mobile]': '12345678901', jobs: '7' });
    expect(typed['intendedHosts']).toEqual([]);
  });
});

describe('the field table', () => {
  it('names each field once and finds the field behind a control', () => {
    expect(new Set(FIELDS.map(({ code }) => code)).size).toBe(FIELDS.length);
    expect(fieldOfControl('contact[mobile]')?.format).toBe('phone');
    expect(fieldOfControl('coScouts[3][share]')?.unit).toBe('percent');
    expect(fieldOfControl('title')).toBe(fieldOf('title'));
    expect(fieldOfControl('nothing[here]')).toBeNull();
    expect(() => fieldOf('nothing')).toThrow('no lead field');
  });

  it('has a place in the record for every field and no field the record lacks', () => {
    const { asTyped, ...record } = emptyContent();
    expect(asTyped).toEqual({});
    expect(Object.keys(record).sort()).toEqual(FIELDS.map(({ code }) => code).sort());
    expect(Object.keys(record)).toEqual(
      expect.arrayContaining(Object.keys(sampleLead('S01')).filter((key) => key in record)),
    );
  });
});
