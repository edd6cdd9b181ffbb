import { DEFAULT_LEAD_RULES } from '../../../../src/domain/lead/lead-rules';
import { codes, detailsOf, errors, submitted, warnings } from './sample-city';

describe('the identity of a project', () => {
  it.each(['某某科技有限公司', 'XX科技有限公司', 'xxx公司', '××集团', '待定'])(
    'is not hidden behind %s',
    (investorName) => {
      expect(errors({ investorName })).toEqual(['investorName: placeholderName']);
    },
  );

  it.each(['Foxxcorp Sensors', 'ExxonMobil Chemical', 'TJ Maxx'])(
    'may be %s, a name with a double x',
    (investorName) => {
      expect(errors({ investorName })).toEqual([]);
    },
  );

  it('warns of a move within the city and of a firm already there', () => {
    expect(warnings({ investMode: 'relocation', existingFirm: true })).toEqual(
      expect.arrayContaining(['existingFirm: existingFirm', 'investMode: relocationInsideCity']),
    );
    const rules = { ...DEFAULT_LEAD_RULES, cityRegionPrefix: '3205' };
    expect(submitted({ investMode: 'relocation' }, { rules }).computed.relocationInsideCity).toBe(true);
    expect(submitted({ investMode: 'relocation' }).computed.relocationInsideCity).toBe(false);
  });

  it('warns of what looks like an identity number, wherever it is written', () => {
    expect(
      warnings({ summary: '联系人身份证１１０１０５１９９００１０１１２３Ｘ，建设年产六十万套模块产线。' }),
    ).toContain('summary: identityNumber');
    expect(warnings({ summary: '合同号1101051990010112345678，建设年产六十万套模块产线。' })).not.toContain(
      'summary: identityNumber',
    );
  });
});

describe('the investor', () => {
  it('of the mainland needs a code; a team or fund a reason; a foreign company its number and country', () => {
    expect(errors({ uscc: null })).toEqual(['uscc: usccMissing']);
    expect(errors({ investorType: 'institute', uscc: '' })).toEqual(['uscc: usccMissing']);
    expect(errors({ investorType: 'team', uscc: null })).toEqual(['usccAbsentReason: usccReasonMissing']);
    expect(errors({ investorType: 'fund', uscc: null, usccAbsentReason: '尚未备案' })).toEqual([]);
    expect(errors({ investorType: 'foreignCompany', uscc: null })).toEqual([
      'foreignRegNo: foreignMissing',
      'foreignCountry: foreignMissing',
    ]);
  });

  it('with an old code is refused, unless the scout states that the certificate reads so', () => {
    const old = { uscc: '91320506MAYX00017X' };
    expect(errors(old)).toEqual(['uscc: usccFinal']);
    expect(detailsOf(old, 'usccFinal')).toEqual({ expected: 'Y', typed: 'X' });
    const stated = submitted({ ...old, usccLegacy: 'on' });
    expect(stated.errors).toEqual([]);
    expect(codes(stated.warnings)).toContain('uscc: usccLegacyMarked');
    expect(stated.computed.legacyCandidate).toBe(true);
    expect(submitted({ usccLegacy: 'on' }).computed.legacyCandidate).toBe(false);
    expect(errors({ uscc: '91320506MAYX00016Y', usccLegacy: 'on' })).toEqual(['uscc: usccOrganisation']);
  });

  it('is placed by its code when no region is given, and warned of one that differs without a reason', () => {
    expect(submitted({ registeredRegion: null }).computed.registeredRegion).toBe('320506');
    expect(warnings({ registeredRegion: '440306' })).toContain('registeredRegion: regionDiffers');
    expect(warnings({ registeredRegion: '440306', registeredRegionReason: '已迁址' })).not.toContain(
      'registeredRegion: regionDiffers',
    );
    expect(warnings({ registeredRegion: '320599' })).toContain('registeredRegion: regionUnknown');
    expect(errors({ registeredRegion: '苏州' })).toEqual(['registeredRegion: regionDigits']);
  });

  it('is registered where its kind says', () => {
    const foreign = {
      investorType: 'foreignCompany',
      uscc: null,
      registeredRegion: null,
      foreignRegNo: 'X1',
    };
    expect(errors({ ...foreign, foreignCountry: 'sg' })).toEqual([]);
    expect(errors({ ...foreign, foreignCountry: 'ZZ' })).toEqual(['foreignCountry: countryUnknown']);
    expect(errors({ ...foreign, foreignCountry: 'HK' })).toEqual(['foreignCountry: countryNotForeign']);
    expect(errors({ ...foreign, investorType: 'hkMoTwCompany', foreignCountry: 'SG' })).toEqual([
      'foreignCountry: countryNotHkMoTw',
    ]);
  });

  it('claims honours with year and evidence, or they are printed as unverified', () => {
    const proven = {
      honourYears: { specializedLittleGiant: '2024' },
      honourEvidence: { specializedLittleGiant: '工信部公告' },
    };
    expect(warnings(proven)).not.toContain('honours: honourUnverified');
    expect(detailsOf({ honours: ['listed', 'highTech'] }, 'honourUnverified')).toEqual({ count: 2 });
  });

  it('paid no more tax last year than it earned', () => {
    expect(errors({ lastYearRevenueWan: '100', lastYearTaxWan: '100.01' })).toEqual([
      'lastYearTaxWan: taxOverRevenue',
    ]);
    expect(errors({ lastYearRevenueWan: '100', lastYearTaxWan: '100' })).toEqual([]);
  });

  it('is checked for credit within 90 days', () => {
    expect(warnings({ creditCheck: { date: '2025-12-15' } })).toContain('creditCheck[date]: creditCheckOld');
    expect(warnings({ creditCheck: { date: '2025-12-16' } })).not.toContain(
      'creditCheck[date]: creditCheckOld',
    );
    expect(errors({ creditCheck: { date: '2026-03-17' } })).toEqual(['creditCheck[date]: dateInFuture']);
  });
});
