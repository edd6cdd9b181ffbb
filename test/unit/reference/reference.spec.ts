import { countries, countryName, isCountry } from '../../../src/reference/countries';
import { currencies, currencyName, isCurrency } from '../../../src/reference/currencies';
import {
  INDUSTRY_EDITION,
  industryClass,
  industryClasses,
  isIndustryClass,
  searchIndustryClasses,
} from '../../../src/reference/industries';
import {
  isKnownRegion,
  isProvincePrefix,
  regionName,
  regionWords,
  searchRegions,
} from '../../../src/reference/regions';
import sample from '../../support/data/sample-leads.json';

describe('the industry classification', () => {
  it('is the edition of 2017 with all 1,380 classes', () => {
    expect(INDUSTRY_EDITION).toBe('GB/T 4754-2017');
    expect(industryClasses()).toHaveLength(1380);
    expect(industryClass('C3630')?.name).toBe('改装汽车制造');
    expect(industryClass('C3073')?.name).toBe('特种陶瓷制品制造');
  });

  it('knows every code of the samples', () => {
    expect(
      sample.leads.map(({ industryCode }) => industryCode).filter((code) => !isIndustryClass(code)),
    ).toEqual([]);
  });

  it.each(['C9999', 'C', 'C36', 'C367', '3670', 'c3670', '', 'constructor'])(
    'takes %s for no class',
    (code) => {
      expect(isIndustryClass(code)).toBe(false);
      expect(industryClass(code)).toBeNull();
    },
  );

  it('says what stands above a class', () => {
    expect(industryClass('A0111')?.within).toEqual(['农、林、牧、渔业', '农业', '谷物种植']);
    expect(industryClass('C3670')).toEqual({
      code: 'C3670',
      name: '汽车零部件及配件制造',
      within: ['制造业', '汽车制造业'],
    });
  });

  it('finds classes by the beginning of the code, with or without letter, then by name', () => {
    expect(searchIndustryClasses('C367').map(({ code }) => code)).toEqual(['C3670']);
    expect(searchIndustryClasses('３６７').map(({ code }) => code)).toEqual(['C3670']);
    expect(searchIndustryClasses('陶瓷').map(({ code }) => code)).toContain('C3073');
    expect(searchIndustryClasses('C', 5)).toHaveLength(5);
    expect(searchIndustryClasses('  ')).toEqual([]);
  });
});

describe('the regions', () => {
  it('name a code with what it lies in', () => {
    expect(regionName('320506')).toBe('江苏省苏州市吴中区');
    expect(regionName('110108')).toBe('北京市海淀区');
    expect(regionName('710000')).toBe('台湾省');
    expect(regionName('320599')).toBeNull();
    expect(isKnownRegion('320506')).toBe(true);
  });

  it('know 34 province prefixes', () => {
    const prefixes = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0')).filter(
      isProvincePrefix,
    );
    expect(prefixes).toHaveLength(34);
    expect(['99', '00', '3', '320', 'A1', ''].filter(isProvincePrefix)).toEqual([]);
  });

  it('are found by code and by name', () => {
    expect(searchRegions('3205')[0]?.code).toBe('320500');
    expect(searchRegions('吴中')[0]?.code).toBe('320506');
    expect(searchRegions('苏州市吴')[0]?.code).toBe('320506');
    expect(searchRegions('')).toEqual([]);
  });

  it('give the words a company name may begin with, longest first, no counties', () => {
    const words = regionWords();
    expect(words).toEqual(
      expect.arrayContaining(['江西省', '江西', '深圳市', '深圳', '广西壮族自治区', '广西', '香港']),
    );
    expect(words).not.toContain('吴中区');
    expect(words.every((word, i) => i === 0 || word.length <= (words[i - 1]?.length ?? 0))).toBe(true);
  });
});

describe('countries and currencies', () => {
  it('are the 249 of ISO 3166, named in both languages as official usage has it', () => {
    expect(new Set(countries()).size).toBe(249);
    expect(countryName('SG', 'zh-CN')).toBe('新加坡');
    expect(countryName('HK', 'zh-CN')).toBe('中国香港');
    expect(countryName('TW', 'zh-CN')).toBe('中国台湾');
    expect(countryName('MO', 'en')).toBe('Macao, China');
    expect(
      countries().filter((code) => countryName(code, 'zh-CN') === code || countryName(code, 'en') === code),
    ).toEqual([]);
    expect(['ZZ', 'EU', 'cn', ''].filter(isCountry)).toEqual([]);
  });

  it('are money in use, the usual ones first', () => {
    expect(currencies().slice(0, 2)).toEqual(['CNY', 'USD']);
    expect(isCurrency('SGD')).toBe(true);
    expect(['XDR', 'XXX', 'BTC', 'usd', ''].filter(isCurrency)).toEqual([]);
    expect(currencyName('USD', 'zh-CN')).toBe('美元');
    expect(currencyName('BTC', 'en')).toBe('BTC');
  });
});

describe('a picker', () => {
  const industry = (text: string): (string | undefined)[] =>
    searchIndustryClasses(text, 8).map(({ code }) => code);
  const region = (text: string): (string | undefined)[] => searchRegions(text, 8).map(({ code }) => code);

  it('finds an industry by name, initials, whole pinyin and code', () => {
    for (const text of [
      '汽车零部件',
      'qclbj',
      'QCLBJ',
      'qichelingbujian',
      'qi che ling bu jian',
      'C3670',
      'c3670',
      '3670',
      '３６７０',
    ])
      expect(industry(text)).toContain('C3670');
    expect(industry('C3670')[0]).toBe('C3670');
  });

  it('finds a region by name, initials, whole pinyin, code and the name with what is above it', () => {
    for (const text of ['吴中区', 'wzq', 'wuzhongqu', '320506', '苏州市吴中'])
      expect(region(text)).toContain('320506');
  });

  it('reads characters with several readings by the word they stand in', () => {
    // 重庆 is Chongqing, not Zhongqing; 长沙 Changsha, not Zhangsha.
    expect(region('cqs')[0]).toBe('500000');
    expect(region('changsha')).toContain('430100');
  });

  it('prefers a code over pinyin where both fit, and finds nothing for what is none of them', () => {
    expect(searchIndustryClasses('C', 5).every(({ code }) => code.startsWith('C'))).toBe(true);
    for (const text of ['', '  ', '<script>', 'zzzzzzzz', '%', "'"]) expect(industry(text)).toEqual([]);
  });

  it('answers within 50 ms once the spellings are known', () => {
    searchRegions('wzq');
    const { user } = process.cpuUsage();
    for (let n = 0; n < 20; n += 1) searchRegions('wzq');
    expect((process.cpuUsage().user - user) / 1000 / 20).toBeLessThan(50);
  });
});
