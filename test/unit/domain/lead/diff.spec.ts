import { emptyContent } from '../../../../src/domain/lead/content';
import { diffContent, filledOf } from '../../../../src/domain/lead/diff';
import { listedFigures } from '../../../../src/domain/lead/listed-figures';
import { aLead } from './sample-city';

describe('two revisions', () => {
  it('differ in nothing when only the typing differs', () => {
    expect(
      diffContent(aLead(), aLead({ totalInvestmentWan: '52,000.0', uscc: '91320506 mayx00017y' })),
    ).toEqual([]);
  });

  it('differ leaf by leaf, in the order of the form', () => {
    const after = aLead({
      landMu: '100',
      fixedAssetWan: '40000',
      contact: { ...aLead().contact, mobile: '15400000002' },
      intendedHosts: ['park-ht', 'park-ed'],
      incentiveRequests: [],
      jobs: '很多',
    });
    expect(diffContent(aLead(), after)).toEqual([
      { field: 'fixedAssetWan', before: '38000.00', after: '40000.00' },
      { field: 'jobs', before: 420, after: '很多' },
      { field: 'incentiveRequests[0][type]', before: 'publishedPolicy', after: null },
      { field: 'incentiveRequests[0][text]', before: '按已公布的制造业固定资产投资政策执行', after: null },
      { field: 'landMu', before: '95', after: '100' },
      { field: 'intendedHosts', before: ['park-ed', 'park-ht'], after: ['park-ht', 'park-ed'] },
      { field: 'contact[mobile]', before: '15400000001', after: '15400000002' },
    ]);
  });
});

describe('the completeness bar', () => {
  it('counts what submission demands or asks for', () => {
    const full = filledOf(aLead());
    expect(full.bySection.project).toEqual({ filled: 5, total: 5 });
    expect(full.bySection.source).toEqual({ filled: 6, total: 6 });
    expect(full.filled).toBe(full.total - 5);
    expect(filledOf(aLead(), { filled: 1, total: 2 }).bySection.files).toEqual({ filled: 1, total: 2 });
  });

  it('begins with next to nothing and never passes its total', () => {
    const start = filledOf(emptyContent());
    expect(start.filled).toBe(2);
    expect(start.total).toBeGreaterThan(25);
  });

  it('does not count a contact without its number', () => {
    const before = filledOf(aLead()).filled;
    expect(filledOf(aLead({ contact: { name: '示例', title: '经理' } })).filled).toBe(before - 1);
  });
});

describe('the figures of a list', () => {
  it('are hundredths of 万元, or nothing for what no project is', () => {
    expect(listedFigures(aLead())).toEqual({
      totalInvestment: 5_200_000,
      fixedAsset: 3_800_000,
      annualOutput: 9_000_000,
      annualTax: 290_000,
    });
    const odd = listedFigures(
      aLead({ totalInvestmentWan: '300000000', fixedAssetWan: '-5', annualTaxWan: null }),
    );
    expect(odd).toMatchObject({ totalInvestment: null, fixedAsset: null, annualTax: null });
  });
});
