import { checkDraft } from '../../../../src/domain/lead/rules';
import { readContent } from '../../../../src/domain/lead/content';
import { aLead, codes, submitted } from './sample-city';

type Over = Record<string, unknown>;
type Line = readonly [rule: string, inside: Over, outside: Over, code: string];

const contact = (over: Over): Over => ({ contact: { ...aLead().contact, noticeGiven: 'on', ...over } });
const foreign = {
  currency: 'USD',
  originalAmount: '35000000',
  fxRate: '7.1',
  fxDate: '2026-03-02',
  fixedAssetWan: '17400',
  equipmentWan: '10000',
};
const hosts = (...intendedHosts: string[]): Over => ({ intendedHosts });
const papers = { businessPlan: true, firstContactEvidence: false };
const land = (fixedAssetWan: string, landMu: string): Over => ({
  totalInvestmentWan: '52000',
  equipmentWan: '0',
  fixedAssetWan,
  landMu,
});
const tax = (annualTaxWan: string): Over => ({ annualTaxWan, annualOutputWan: '1000000' });

/** Every line of lead-form rules 3.1–3.4: the last value that passes and the first that does not, and what is said. */
const errors: readonly Line[] = [
  ['3.1 title, at least 4', { title: '四字项目' }, { title: '三字项' }, 'title: textTooShort'],
  ['3.1 title, at most 60', { title: '长'.repeat(60) }, { title: '长'.repeat(61) }, 'title: textTooLong'],
  ['3.1 title, two letters', { title: '甲乙12' }, { title: '甲1234' }, 'title: tooFewLetters'],
  [
    '3.1 summary, at least 20',
    { summary: '长'.repeat(20) },
    { summary: '长'.repeat(19) },
    'summary: textTooShort',
  ],
  [
    '3.1 summary, at most 2000',
    { summary: '长'.repeat(2000) },
    { summary: '长'.repeat(2001) },
    'summary: textTooLong',
  ],
  [
    '3.1 summary, no mark of secrets',
    { summary: `${'长'.repeat(20)}商业秘密` },
    { summary: `${'长'.repeat(20)}秘密★` },
    'summary: classifiedMark',
  ],
  ['3.1 track', { track: 'tech' }, { track: 'mining' }, 'track: notInList'],
  [
    '3.2 investor, at least 2',
    { investorName: '甲乙' },
    { investorName: '甲' },
    'investorName: textTooShort',
  ],
  [
    '3.2 investor, at most 100',
    { investorName: '长'.repeat(100) },
    { investorName: '长'.repeat(101) },
    'investorName: textTooLong',
  ],
  [
    '3.2 investor, no placeholder',
    { investorName: '澜岫热控' },
    { investorName: '某热控公司' },
    'investorName: placeholderName',
  ],
  ['3.2 code, 18 symbols', { uscc: '91320506MAYX00017Y' }, { uscc: '91320506MAYX00017' }, 'uscc: usccLength'],
  [
    '3.2 code, alphabet',
    { uscc: '91320506MAYX00017Y' },
    { uscc: '9132O506MAYX00017Y' },
    'uscc: usccAlphabet',
  ],
  [
    '3.2 code, province',
    { uscc: '91320506MAYX00017Y' },
    { uscc: '91990506MAYX00017Y' },
    'uscc: usccProvince',
  ],
  [
    '3.2 code, inner check',
    { uscc: '91320506MAYX00017Y' },
    { uscc: '91320506MAYX00016Y' },
    'uscc: usccOrganisation',
  ],
  [
    '3.2 code, final check',
    { uscc: '91320506MAYX00017Y' },
    { uscc: '91320506MAYX00017X' },
    'uscc: usccFinal',
  ],
  [
    '3.2 tax of last year, at most the revenue',
    { lastYearRevenueWan: '100', lastYearTaxWan: '100' },
    { lastYearRevenueWan: '100', lastYearTaxWan: '100.01' },
    'lastYearTaxWan: taxOverRevenue',
  ],
  [
    '3.2 honour, from 1980',
    { honourYears: { highTech: '1980' } },
    { honourYears: { highTech: '1979' } },
    'honourYears[highTech]: notYear',
  ],
  [
    '3.2 honour, to 2100',
    { honourYears: { highTech: '2100' } },
    { honourYears: { highTech: '2101' } },
    'honourYears[highTech]: notYear',
  ],
  [
    '3.2 credit check, not after today',
    { creditCheck: { date: '2026-03-16' } },
    { creditCheck: { date: '2026-03-17' } },
    'creditCheck[date]: dateInFuture',
  ],
  [
    '3.3 industry, a class',
    { industryCode: 'C3670' },
    { industryCode: 'C367' },
    'industryCode: industryUnknown',
  ],
  [
    '3.3 total, above 0',
    {
      totalInvestmentWan: '0.01',
      fixedAssetWan: '0',
      equipmentWan: '0',
      landMu: '0',
      landUse: 'none',
      leaseAreaSqm: '1',
    },
    { totalInvestmentWan: '0', fixedAssetWan: '0' },
    'totalInvestmentWan: amountZero',
  ],
  [
    '3.3 total, at most 1,000 亿',
    { totalInvestmentWan: '10000000' },
    { totalInvestmentWan: '10000000.01' },
    'totalInvestmentWan: amountLooksLikeYuan',
  ],
  [
    '3.3 total, two decimals',
    { totalInvestmentWan: '52000.01' },
    { totalInvestmentWan: '52000.001' },
    'totalInvestmentWan: tooManyDecimals',
  ],
  [
    '3.3 total, 1 万元 for each 亩',
    { totalInvestmentWan: '95', fixedAssetWan: '0', equipmentWan: '0' },
    { totalInvestmentWan: '94.99', fixedAssetWan: '0', equipmentWan: '0' },
    'totalInvestmentWan: amountLooksLikeYi',
  ],
  [
    '3.3 fixed assets, at least 0',
    { fixedAssetWan: '0', equipmentWan: '0' },
    { fixedAssetWan: '-0.01' },
    'fixedAssetWan: negative',
  ],
  [
    '3.3 fixed assets, at most the total',
    { fixedAssetWan: '52000' },
    { fixedAssetWan: '52000.01' },
    'fixedAssetWan: fixedOverTotal',
  ],
  [
    '3.3 equipment, at most fixed assets',
    { equipmentWan: '38000' },
    { equipmentWan: '38000.01' },
    'equipmentWan: equipmentOverFixed',
  ],
  [
    '3.3 other amounts, what a column holds',
    { lastYearRevenueWan: '21474836.47' },
    { lastYearRevenueWan: '21474836.48' },
    'lastYearRevenueWan: amountTooLarge',
  ],
  [
    '3.3 funds, 100 per cent',
    { fundSource: { own: '60', loan: '40' } },
    { fundSource: { own: '60', loan: '39.99' } },
    'fundSource: sharesSum',
  ],
  [
    '3.3 funds, not above 100',
    { fundSource: { own: '60', loan: '40' } },
    { fundSource: { own: '60', loan: '40.01' } },
    'fundSource: sharesSum',
  ],
  [
    '3.3 foreign money, less than 1 万元 apart',
    { ...foreign, totalInvestmentWan: '24850.99' },
    { ...foreign, totalInvestmentWan: '24851' },
    'totalInvestmentWan: conversionDiffers',
  ],
  [
    '3.3 foreign money, an amount',
    { ...foreign, originalAmount: '35000000' },
    { ...foreign, originalAmount: '0' },
    'originalAmount: amountZero',
  ],
  [
    '3.3 foreign money, not a later rate',
    { ...foreign, fxDate: '2026-03-16' },
    { ...foreign, fxDate: '2026-03-17' },
    'fxDate: dateInFuture',
  ],
  [
    '3.3 tax, at most the output',
    { annualTaxWan: '90000' },
    { annualTaxWan: '90000.01' },
    'annualTaxWan: taxOverOutput',
  ],
  [
    '3.3 full year, not before production',
    { fullYear: '2027' },
    { fullYear: '2026' },
    'fullYear: fullYearBeforeProduction',
  ],
  ['3.3 full year, from 2000', { fullYear: '2100' }, { fullYear: '2101' }, 'fullYear: notYear'],
  [
    '3.3 land or lease, one above 0',
    { landMu: '0', landUse: 'none', leaseAreaSqm: '0.0001' },
    { landMu: '0', landUse: 'none', leaseAreaSqm: '0' },
    'landMu: siteMissing',
  ],
  [
    '3.3 energy, at least 0',
    { energyTce: '0', electricityWanKwh: '0' },
    { energyTce: '-0.0001' },
    'energyTce: negative',
  ],
  ['3.3 PUE, from 1', { pue: '1' }, { pue: '0.999' }, 'pue: pueRange'],
  ['3.3 PUE, to 3', { pue: '3' }, { pue: '3.001' }, 'pue: pueRange'],
  [
    '3.3 skilled jobs, at most the jobs',
    { skilledJobs: '420' },
    { skilledJobs: '421' },
    'skilledJobs: skilledOverJobs',
  ],
  ['3.3 jobs, whole', { jobs: '420' }, { jobs: '420.5' }, 'jobs: notCount'],
  [
    '3.3 start, not before this month',
    { plannedStart: '2026-03' },
    { plannedStart: '2026-02' },
    'plannedStart: startInPast',
  ],
  [
    '3.3 production, after the start',
    { plannedStart: '2026-09', plannedProduction: '2026-10', fullYear: '2027' },
    { plannedStart: '2026-09', plannedProduction: '2026-09' },
    'plannedProduction: productionBeforeStart',
  ],
  ['3.4 hosts, at least one', hosts('park-ed'), hosts(), 'intendedHosts: requiredChoice'],
  [
    '3.4 hosts, each once',
    hosts('park-ed', 'park-ht'),
    hosts('park-ed', 'park-ed'),
    'intendedHosts: hostTwice',
  ],
  [
    '3.4 co-scouts, a part for the scout',
    { coScouts: [{ account: 'scout-02', share: '99.99' }] },
    { coScouts: [{ account: 'scout-02', share: '100' }] },
    'coScouts: coScoutShares',
  ],
  [
    '3.4 second source, another',
    { sourceChannelSecond: 'chamber' },
    { sourceChannelSecond: 'doorstepVisit' },
    'sourceChannelSecond: sameChannel',
  ],
  [
    '3.4 mobile, from 13',
    contact({ mobile: '13000000000' }),
    contact({ mobile: '12000000000' }),
    'contact[mobile]: mobileFormat',
  ],
  [
    '3.4 mobile, eleven digits',
    contact({ mobile: '19900000000' }),
    contact({ mobile: '1990000000' }),
    'contact[mobile]: mobileFormat',
  ],
  [
    '3.4 landline, with area code',
    contact({ mobile: '0795-12345678' }),
    contact({ mobile: '12345678' }),
    'contact[mobile]: mobileFormat',
  ],
  [
    '3.4 abroad, with a country code',
    contact({ mobile: '+6561234567' }),
    contact({ mobile: '+0061234567' }),
    'contact[mobile]: mobileFormat',
  ],
  ['3.4 mail', contact({ email: 'a@b.cn' }), contact({ email: 'a@b' }), 'contact[email]: emailFormat'],
  ['3.4 notice', contact({}), contact({ noticeGiven: '' }), 'contact[noticeGiven]: noticeMissing'],
  [
    '3.4 first contact, not after today',
    { firstContactAt: '2026-03-16' },
    { firstContactAt: '2026-03-17' },
    'firstContactAt: dateInFuture',
  ],
  [
    '3.1 way of investing, one of the list',
    { investMode: 'greenfield' },
    { investMode: 'gift' },
    'investMode: notInList',
  ],
  [
    '3.1 who may know, one of the list',
    { sensitivity: 'restricted' },
    { sensitivity: 'secret' },
    'sensitivity: notInList',
  ],
  [
    '3.2 kind of investor, one of the list',
    { investorType: 'domesticCompany' },
    { investorType: 'person' },
    'investorType: notInList',
  ],
  [
    '3.2 no code, with a reason where the kind allows none',
    { investorType: 'team', uscc: '', usccAbsentReason: '尚在注册' },
    { investorType: 'team', uscc: '' },
    'usccAbsentReason: usccReasonMissing',
  ],
  [
    '3.2 foreign company, with its number',
    { investorType: 'foreignCompany', uscc: '', foreignRegNo: '123', foreignCountry: 'SG' },
    { investorType: 'foreignCompany', uscc: '', foreignRegNo: '', foreignCountry: 'SG' },
    'foreignRegNo: foreignMissing',
  ],
  [
    '3.2 foreign company, with its country',
    { investorType: 'foreignCompany', uscc: '', foreignRegNo: '123', foreignCountry: 'SG' },
    { investorType: 'foreignCompany', uscc: '', foreignRegNo: '123', foreignCountry: '' },
    'foreignCountry: foreignMissing',
  ],
  [
    '3.2 foreign company, a country of ISO 3166',
    { investorType: 'foreignCompany', uscc: '', foreignRegNo: '123', foreignCountry: 'SG' },
    { investorType: 'foreignCompany', uscc: '', foreignRegNo: '123', foreignCountry: 'ZZ' },
    'foreignCountry: countryUnknown',
  ],
  ['3.2 staff, a count', { staff: '0' }, { staff: '-1' }, 'staff: notCount'],
  [
    '3.3 part in the chain, one of the list',
    { chainRole: 'none' },
    { chainRole: 'x' },
    'chainRole: notInList',
  ],
  [
    '3.3 currency of ISO 4217',
    { ...foreign, currency: 'USD' },
    { ...foreign, currency: 'XXQ' },
    'currency: currencyUnknown',
  ],
  ['3.3 foreign money, all four of them', { ...foreign }, { ...foreign, fxDate: '' }, 'fxDate: fxMissing'],
  [
    '3.3 foreign money, a rate above 0',
    { ...foreign, fxRate: '7.1' },
    { ...foreign, fxRate: '0' },
    'fxRate: rateZero',
  ],
  [
    '3.3 funds, each at least 0',
    { fundSource: { own: '100', loan: '0' } },
    { fundSource: { own: '100.01', loan: '-0.01' } },
    'fundSource[loan]: negative',
  ],
  [
    '3.3 kind of environmental review, one of the list',
    { envCategory: 'book' },
    { envCategory: 'none' },
    'envCategory: notInList',
  ],
  [
    '3.4 source, one of the list',
    { sourceChannel: 'doorstepVisit' },
    { sourceChannel: 'x' },
    'sourceChannel: notInList',
  ],
  [
    '3.4 depth of talks, one of the list',
    { talkDepth: 'heard' },
    { talkDepth: 'signed' },
    'talkDepth: notInList',
  ],
  [
    '3.4 co-scouts, each with a part',
    { coScouts: [{ account: 'scout-02', share: '0.01' }] },
    { coScouts: [{ account: 'scout-02', share: '0' }] },
    'coScouts[0][share]: shareZero',
  ],
  [
    '3.4 co-scouts, others than the scout',
    { coScouts: [{ account: 'scout-02', share: '10' }] },
    { coScouts: [{ account: 'scout-01', share: '10' }] },
    'coScouts[0][account]: coScoutIsScout',
  ],
  ['3.4 contact, a name', contact({ name: '示例' }), contact({ name: '' }), 'contact[name]: required'],
];

const warned: readonly Line[] = [
  [
    '3.1 identity numbers',
    { summary: '合同号1101051990010112345678，建设年产六十万套模块产线。' },
    { summary: '证件号110105199001011123，建设年产六十万套模块产线。' },
    'summary: identityNumber',
  ],
  ['3.1 firm of the city', { existingFirm: '' }, { existingFirm: 'on' }, 'existingFirm: existingFirm'],
  [
    '3.2 place of the code',
    { registeredRegion: '320506' },
    { registeredRegion: '440306' },
    'registeredRegion: regionDiffers',
  ],
  [
    '3.2 credit check, 90 days',
    { creditCheck: { date: '2025-12-16' } },
    { creditCheck: { date: '2025-12-15' } },
    'creditCheck[date]: creditCheckOld',
  ],
  [
    '3.3 total under 100',
    { totalInvestmentWan: '100', fixedAssetWan: '0' },
    { totalInvestmentWan: '99.99', fixedAssetWan: '0' },
    'totalInvestmentWan: amountSmall',
  ],
  [
    '3.3 total over 100 亿',
    { totalInvestmentWan: '1000000' },
    { totalInvestmentWan: '1000000.01' },
    'totalInvestmentWan: amountLarge',
  ],
  [
    '3.3 tax over 30 per cent',
    { annualTaxWan: '27000' },
    { annualTaxWan: '27000.01' },
    'annualTaxWan: taxShareHigh',
  ],
  ['3.3 land over 3,000 亩', { landMu: '3000' }, { landMu: '3000.0001' }, 'landMu: landLooksLikeSqm'],
  [
    '3.3 fixed assets over 5,000 万元 for each 亩',
    land('50000', '10'),
    land('50000.01', '10'),
    'landMu: landLooksSmall',
  ],
  [
    '3.3 fixed assets under 15 万元 for each 亩',
    land('1500', '100'),
    land('1499.99', '100'),
    'landMu: landLooksLarge',
  ],
  [
    '3.2 figures of last year not given',
    { lastYearRevenueWan: '100', lastYearTaxWan: '1', staff: '5' },
    { lastYearRevenueWan: '', lastYearTaxWan: '1', staff: '5' },
    'lastYearRevenueWan: notProvided',
  ],
  ['3.3 pollutants not given', { pollutants: '少量有机废气' }, { pollutants: '' }, 'pollutants: notProvided'],
  ['3.3 housing', { landUse: 'mixed' }, { landUse: 'residential' }, 'landUse: residential'],
  [
    '3.3 cash reward',
    { incentiveRequests: [{ type: 'energyPrice', text: '电价' }] },
    { incentiveRequests: [{ type: 'cashReward', text: '奖励' }] },
    'incentiveRequests[0][type]: fairCompetition',
  ],
  ['3.3 tax over 300 万元 for each 亩', tax('28500'), tax('28500.01'), 'annualTaxWan: taxPerMuHigh'],
  [
    '3.3 electricity × 1.229',
    { electricityWanKwh: '1000', energyTce: '1229' },
    { electricityWanKwh: '1000', energyTce: '1228.9999' },
    'energyTce: energyUnderElectricity',
  ],
  [
    '3.3 energy review from 1,000 tce',
    { energyTce: '999.9999', electricityWanKwh: '0' },
    { energyTce: '1000', electricityWanKwh: '0' },
    'energyTce: energyReviewNeeded',
  ],
  [
    '3.3 energy review from 500 万kWh',
    { energyTce: '999', electricityWanKwh: '499.9999' },
    { energyTce: '999', electricityWanKwh: '500' },
    'energyTce: energyReviewNeeded',
  ],
  [
    '3.3 provincial review from 10,000 tce',
    { energyTce: '9999.9999' },
    { energyTce: '10000' },
    'energyTce: energyProvincial',
  ],
  [
    '3.3 hazardous process outside a chemical park',
    { hazardousProcess: 'on', intendedHosts: ['park-chem'] },
    { hazardousProcess: 'on', intendedHosts: ['park-ed'] },
    'intendedHosts: chemicalOutsidePark',
  ],
  [
    '3.3 tax return',
    { incentiveRequests: [{ type: 'publishedPolicy', text: '按政策' }] },
    { incentiveRequests: [{ type: 'taxReturn', text: '返还' }] },
    'incentiveRequests[0][type]: fairCompetition',
  ],
  [
    '3.4 first contact, evidence beyond 7 days',
    { firstContactAt: '2026-03-09' },
    { firstContactAt: '2026-03-08' },
    'firstContactAt: firstContactEvidence',
  ],
  [
    '3.4 referrer who cannot be rewarded',
    { referrer: { name: '示例', kind: 'person' } },
    { referrer: { name: '示例', kind: 'civilServant' } },
    'referrer[kind]: referrerUnrewarded',
  ],
  [
    '3.5 city threshold',
    { totalInvestmentWan: '10000', fixedAssetWan: '6000', equipmentWan: '0' },
    { totalInvestmentWan: '9999.99', fixedAssetWan: '6000', equipmentWan: '0' },
    'totalInvestmentWan: scope.underTotal',
  ],
  [
    '3.5 fixed assets of manufacturing',
    { totalInvestmentWan: '10000', fixedAssetWan: '6000', equipmentWan: '0' },
    { totalInvestmentWan: '10000', fixedAssetWan: '5999.99', equipmentWan: '0' },
    'fixedAssetWan: scope.underFixedAssets',
  ],
];

describe('each line of the lead form, from both sides', () => {
  it.each(errors)('stops a submission: %s', (_, inside, outside, code) => {
    expect(codes(submitted(inside, { papers }).errors)).not.toContain(code);
    expect(codes(submitted(outside, { papers }).errors)).toContain(code);
  });

  it.each(warned)('warns and does not stop: %s', (_, inside, outside, code) => {
    expect(codes(submitted(inside, { papers }).warnings)).not.toContain(code);
    const found = submitted(outside, { papers });
    expect(codes(found.warnings)).toContain(code);
    expect(found.errors).toEqual([]);
  });

  it('warns without a business plan, and not with one', () => {
    const without = { businessPlan: false, firstContactEvidence: false };
    expect(codes(submitted({}, { papers }).warnings)).not.toContain('attachments: businessPlanMissing');
    expect(codes(submitted({}, { papers: without }).warnings)).toContain('attachments: businessPlanMissing');
  });

  it('takes at most three hosts, ten co-scouts and ten requests: more is not even a draft', () => {
    const many = (n: number) => ({
      intendedHosts: Array.from({ length: n }, (_, i) => `park-${i}`),
      coScouts: Array.from({ length: n + 7 }, (_, i) => ({ account: `scout-${i}`, share: '1' })),
      incentiveRequests: Array.from({ length: n + 7 }, () => ({ type: 'other', text: 'x' })),
    });
    expect(readContent(many(3)).problems).toEqual([]);
    expect(codes(readContent(many(4)).problems)).toEqual([
      'incentiveRequests: tooMany',
      'intendedHosts: tooMany',
      'coScouts: tooMany',
    ]);
  });

  it('keeps a draft on the inner side of each error too, where only submission stops', () => {
    const stopsDrafts = /^(title|investorName): |classifiedMark$/;
    for (const [, , outside, code] of errors) {
      const draft = checkDraft(aLead(outside)).errors;
      if (!stopsDrafts.test(code)) expect([code, draft]).toEqual([code, []]);
    }
  });
});
