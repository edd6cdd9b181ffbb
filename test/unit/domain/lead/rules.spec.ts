import { readContent } from '../../../../src/domain/lead/content';
import { FIELDS } from '../../../../src/domain/lead/fields';
import { checkDraft } from '../../../../src/domain/lead/rules';
import { codes, errors, submitted, warnings } from './sample-city';

const S01_WARNINGS = [
  'honours: honourUnverified',
  'lastYearRevenueWan: notProvided',
  'lastYearTaxWan: notProvided',
  'staff: notProvided',
  'fullYear: notProvided',
  'energyTce: energyReviewNeeded',
  'pollutants: notProvided',
];

describe('a draft', () => {
  const draft = (over: Record<string, unknown>) => codes(checkDraft(readContent(over).content).errors);

  it('needs a title and an investor, nothing else', () => {
    expect(draft({ title: '热管理模块', investorName: '澜岫热控' })).toEqual([]);
    expect(draft({})).toEqual(['title: required', 'investorName: required']);
  });

  it.each([
    ['热管理', 'textTooShort'],
    ['长'.repeat(61), 'textTooLong'],
    ['2026-03-05', 'tooFewLetters'],
    ['<script>alert(1)</script>', 'markup'],
    ['项目<img src=x>一期', 'markup'],
    ['<!-- 项目名称 -->', 'markup'],
  ])('is not kept under the title %s', (title, because) => {
    expect(draft({ title, investorName: '澜岫热控' })).toEqual([`title: ${because}`]);
  });

  it('may be about sizes: “粒径<5μm粉体” is no markup', () => {
    expect(draft({ title: '粒径<5μm粉体项目', investorName: '澜岫热控' })).toEqual([]);
  });

  it.each(['=', '+', '-', '@', '＝'])(
    'is not kept for an investor beginning with %s, which a spreadsheet would run',
    (sign) => {
      expect(draft({ title: '热管理模块', investorName: `${sign}SUM(A1)公司` })).toEqual([
        'investorName: formulaPrefix',
      ]);
    },
  );

  it('never holds a mark of state secrets, not even in an entry that cannot be read', () => {
    const over = { title: '热管理模块', investorName: '澜岫热控' };
    expect(draft({ ...over, summary: '内容 机密★ 十年' })).toEqual(['summary: classifiedMark']);
    expect(draft({ ...over, pollutants: '★秘密' })).toEqual(['pollutants: classifiedMark']);
    expect(draft({ ...over, landMu: '绝密★' })).toEqual(['landMu: classifiedMark']);
    expect(draft({ ...over, summary: '保守商业秘密' })).toEqual([]);
  });

  it('may still be incomplete and inconsistent', () => {
    const { content } = readContent({
      title: '热管理模块',
      investorName: '某公司',
      totalInvestmentWan: '-5',
      uscc: '9',
    });
    expect(checkDraft(content)).toEqual({ errors: [], warnings: [] });
  });
});

describe('a submission', () => {
  it('that is complete passes, with what may be odd about it', () => {
    expect(errors({})).toEqual([]);
    expect(warnings({})).toEqual(S01_WARNINGS);
  });

  it('of an empty form is told everything that is missing', () => {
    const { errors: missing } = submitted(Object.fromEntries(FIELDS.map(({ code }) => [code, null])));
    expect(codes(missing)).toEqual([
      'title: required',
      'track: requiredChoice',
      'summary: required',
      'investMode: requiredChoice',
      'investorName: required',
      'investorType: requiredChoice',
      'industryCode: requiredChoice',
      'chain: requiredChoice',
      'chainRole: requiredChoice',
      'totalInvestmentWan: required',
      'fixedAssetWan: required',
      'fundSource: required',
      'annualOutputWan: required',
      'annualTaxWan: required',
      'jobs: required',
      'skilledJobs: required',
      'plannedStart: required',
      'plannedProduction: required',
      'landMu: siteMissing',
      'landUse: requiredChoice',
      'envCategory: requiredChoice',
      'intendedHosts: requiredChoice',
      'sourceChannel: requiredChoice',
      'contact[name]: required',
      'contact[title]: required',
      'contact[mobile]: required',
      'contact[noticeGiven]: noticeMissing',
      'firstContactAt: required',
      'talkDepth: requiredChoice',
    ]);
  });

  it('says once what is wrong with an entry that cannot be read, not also that it is missing', () => {
    expect(errors({ totalInvestmentWan: '五亿' })).toEqual(['totalInvestmentWan: notNumber']);
    expect(errors({ track: 'mining' })).toEqual(['track: notInList']);
  });

  it('holds texts to their length', () => {
    expect(errors({ summary: '太短' })).toEqual(['summary: textTooShort']);
    expect(errors({ summary: '长'.repeat(2001) })).toEqual(['summary: textTooLong']);
    expect(errors({ groupParent: '长'.repeat(101) })).toEqual(['groupParent: textTooLong']);
  });

  it('holds every figure to at least 0', () => {
    expect(errors({ landMu: '-1', energyTce: '-2', equipmentWan: '-3' })).toEqual([
      'equipmentWan: negative',
      'landMu: negative',
      'landMu: siteMissing',
      'energyTce: negative',
    ]);
  });
});
