import { detailsOf, errors, submitted, warnings } from './sample-city';

describe('the figures of a project', () => {
  it.each([
    ['0', 'amountZero'],
    ['-0.01', 'negative'],
    ['10000000.01', 'amountLooksLikeYuan'],
    ['99999999999999', 'amountTooLarge'],
    ['95', null],
    ['94.99', 'amountLooksLikeYi'],
  ])('with a total of %s 万元 on 95 亩: %s', (totalInvestmentWan, because) => {
    const over = { totalInvestmentWan, fixedAssetWan: '0' };
    expect(errors(over)).toEqual(because === null ? [] : [`totalInvestmentWan: ${because}`]);
  });

  it('takes the largest amount there is, and warns at both ends', () => {
    expect(errors({ totalInvestmentWan: '10,000,000' })).toEqual([]);
    expect(warnings({ totalInvestmentWan: '1,000,000.01' })).toContain('totalInvestmentWan: amountLarge');
    expect(warnings({ totalInvestmentWan: '1,000,000' })).not.toContain('totalInvestmentWan: amountLarge');
    expect(warnings({ totalInvestmentWan: '99.99', fixedAssetWan: 0 })).toContain(
      'totalInvestmentWan: amountSmall',
    );
  });

  it('asks for another look when a slip of unit cannot be put right by 亿', () => {
    expect(errors({ totalInvestmentWan: '2000', fixedAssetWan: '100', landMu: '3000' })).toEqual([
      'totalInvestmentWan: amountTooSmallForLand',
    ]);
  });

  it('never has a part larger than its whole', () => {
    expect(errors({ fixedAssetWan: '52000.01' })).toEqual(['fixedAssetWan: fixedOverTotal']);
    expect(errors({ equipmentWan: '38000.01' })).toEqual(['equipmentWan: equipmentOverFixed']);
    expect(errors({ annualTaxWan: '90001' })).toEqual(['annualTaxWan: taxOverOutput']);
    expect(errors({ skilledJobs: '421' })).toEqual(['skilledJobs: skilledOverJobs']);
    expect(
      errors({ fixedAssetWan: 52000, equipmentWan: 52000, annualTaxWan: 90000, skilledJobs: 420 }),
    ).toEqual([]);
  });

  it('warns when tax is more than 30% of output', () => {
    expect(warnings({ annualTaxWan: '27000' })).not.toContain('annualTaxWan: taxShareHigh');
    expect(detailsOf({ annualTaxWan: '27000.01' }, 'taxShareHigh')).toEqual({ percent: '30' });
  });

  it('shares its sources of funds to 100% exactly', () => {
    expect(errors({ fundSource: { own: '33.33', loan: '33.33', fund: '33.34' } })).toEqual([]);
    expect(errors({ fundSource: { own: '50', loan: '49.99' } })).toEqual(['fundSource: sharesSum']);
    expect(errors({ fundSource: { own: '150', loan: '-50' } })).toEqual(['fundSource[loan]: negative']);
    expect(errors({ fundSource: {} })).toEqual(['fundSource: required']);
  });

  it('in foreign money states all four and converts exactly', () => {
    const usd = { currency: 'USD', originalAmount: '35000000', fxRate: '7.1', fxDate: '2026-03-02' };
    expect(errors({ ...usd, totalInvestmentWan: '', fixedAssetWan: '17400' })).toEqual([]);
    expect(errors({ ...usd, totalInvestmentWan: '24,850', fixedAssetWan: '17400' })).toEqual([]);
    expect(errors({ ...usd, totalInvestmentWan: '24,851', fixedAssetWan: '17400' })).toEqual([
      'totalInvestmentWan: conversionDiffers',
    ]);
    expect(errors({ currency: 'USD' })).toEqual([
      'originalAmount: fxMissing',
      'fxRate: fxMissing',
      'fxDate: fxMissing',
    ]);
    expect(errors({ ...usd, fxDate: '2026-03-17', totalInvestmentWan: '24850', fixedAssetWan: '1' })).toEqual(
      ['fxDate: dateInFuture'],
    );
    expect(errors({ currency: 'BTC' })).toContain('currency: currencyUnknown');
    expect(warnings({ fxRate: '7' })).toContain('currency: fxNotNeeded');
  });

  it('begins in or after the month of submission by the clock of Beijing, and produces later', () => {
    expect(errors({ plannedStart: '2026-03' })).toEqual([]);
    expect(errors({ plannedStart: '2026-02' })).toEqual(['plannedStart: startInPast']);
    expect(errors({ plannedStart: '2026-03' }, { now: '2026-03-31T16:00:00.000Z' })).toEqual([
      'plannedStart: startInPast',
    ]);
    expect(errors({ plannedStart: '2026-09', plannedProduction: '2026-09' })).toEqual([
      'plannedProduction: productionBeforeStart',
    ]);
    expect(errors({ fullYear: '2026' })).toEqual(['fullYear: fullYearBeforeProduction']);
    expect(errors({ fullYear: '2027' })).toEqual([]);
  });

  it('that ask for tax returns or cash need the fair-competition check', () => {
    const ask = (type: string) => ({ incentiveRequests: [{ type, text: '按贡献返还', amountWan: '500' }] });
    expect(submitted(ask('taxReturn')).computed.fairCompetitionFlag).toBe(true);
    expect(warnings(ask('cashReward'))).toContain('incentiveRequests[0][type]: fairCompetition');
    expect(submitted(ask('publishedPolicy')).computed.fairCompetitionFlag).toBe(false);
    expect(errors({ incentiveRequests: [{ amountWan: '5' }] })).toEqual([
      'incentiveRequests[0][type]: requiredChoice',
      'incentiveRequests[0][text]: required',
    ]);
  });

  it('stay under the threshold only in tracks that have one', () => {
    const small = { totalInvestmentWan: '9999.99', fixedAssetWan: '9000' };
    expect(submitted(small).computed.belowThreshold).toBe(true);
    expect(submitted({ ...small, track: 'tech' }).computed.belowThreshold).toBe(false);
    expect(submitted({ totalInvestmentWan: '10000', fixedAssetWan: '6000' }).computed.belowThreshold).toBe(
      false,
    );
    expect(submitted({ totalInvestmentWan: '10000', fixedAssetWan: '5999.99' }).computed.belowThreshold).toBe(
      true,
    );
  });
});
