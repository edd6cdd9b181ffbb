import { readContent } from '../../../../src/domain/lead/content';
import { scopeOf, scopeProblem } from '../../../../src/domain/lead/scope';
import {
  EXCLUSION_KINDS,
  SCOPE_PRESET,
  SCOPE_RULES,
  type ExclusionKind,
  type ScopeRules,
  type UnitLevel,
} from '../../../../src/domain/lead/scope-rules';
import { wordsFor } from '../../../../src/words/words';
import { errors, sampleLead, sampleLeads, submitted, warnings } from './sample-city';

const contentOf = (over: Record<string, unknown>) => readContent({ ...sampleLead('S01'), ...over }).content;
const scope = (over: Record<string, unknown>, rules: ScopeRules = SCOPE_PRESET) =>
  scopeOf(contentOf(over), rules);
const reasons = (over: Record<string, unknown>, rules?: ScopeRules): string[] =>
  scope(over, rules).findings.map(({ because }) => because);

describe('the scope of the city', () => {
  it.each([
    // Each line from both sides: the county's, the city's, the leading group's.
    ['manufacturing', '4999.99', '4000', 'park'],
    ['manufacturing', '5000', '4000', 'county'],
    ['manufacturing', '9999.99', '6000', 'county'],
    ['manufacturing', '10000', '5999.99', 'county'],
    ['manufacturing', '10000', '6000', 'city'],
    ['manufacturing', '99999.99', '60000', 'city'],
    ['manufacturing', '100000', '60000', 'leading'],
    ['manufacturing', '100000', '5999.99', 'county'],
    ['service', '9999.99', '9000', 'county'],
    ['service', '10000', '1', 'city'],
    ['tech', '1', '1', 'city'],
  ])('%s of %s 万元 with %s 万元 fixed assets: %s', (track, totalInvestmentWan, fixedAssetWan, tier) => {
    expect(scope({ track, totalInvestmentWan, fixedAssetWan, industryCode: 'C3670' }).tier).toBe(tier);
  });

  it.each([
    ['999.99', 'park'],
    ['1000', 'county'],
    ['9999.99', 'county'],
    ['10000', 'city'],
  ])('agriculture of %s 万元: %s', (totalInvestmentWan, tier) => {
    const { exclusions } = SCOPE_PRESET;
    const rules = { ...SCOPE_PRESET, exclusions: exclusions.map((one) => ({ ...one, on: false })) };
    expect(scope({ industryCode: 'A0111', totalInvestmentWan, fixedAssetWan: '500' }, rules).tier).toBe(tier);
  });

  it.each([
    ['2999.99', 'county'],
    ['3000', 'city'],
  ])('the data industry with %s 万元 of fixed assets: %s', (fixedAssetWan, tier) => {
    const over = { track: 'tech', industryCode: 'I6450', totalInvestmentWan: '4000', fixedAssetWan };
    expect(scope(over).tier).toBe(tier);
  });

  const typical: Readonly<Record<ExclusionKind, [inside: object, outside: object]>> = {
    stateFunded: [{ fundSource: { government: '50' } }, { fundSource: { government: '49.99' } }],
    noFixedAssets: [
      { track: 'service', fixedAssetWan: '0' },
      { track: 'service', fixedAssetWan: '0.01' },
    ],
    residential: [{ landUse: 'residential' }, { landUse: 'commercial' }],
    signed: [{ countyTalks: 'signed' }, { countyTalks: 'none' }],
    technicalUpgrade: [
      { existingFirm: true, investMode: 'expansion' },
      { existingFirm: true, investMode: 'greenfield' },
    ],
    localMove: [
      { existingFirm: true, investMode: 'relocation' },
      { existingFirm: false, investMode: 'relocation' },
    ],
    branchOffice: [{ title: '澜岫热控宜江分公司' }, { title: '澜岫热控宜江公司' }],
    resourceExtraction: [{ industryCode: 'B0610' }, { industryCode: 'C2511' }],
    farming: [{ industryCode: 'A0111' }, { industryCode: 'A0511' }],
    catering: [{ industryCode: 'H6210' }, { industryCode: 'H6110' }],
  };

  it.each(EXCLUSION_KINDS)('%s goes to the county tier, and is not refused', (kind) => {
    const [inside, outside] = typical[kind];
    expect(reasons(inside as Record<string, unknown>)).toContain(kind);
    expect(reasons(outside as Record<string, unknown>)).not.toContain(kind);
    const big = { totalInvestmentWan: '200000', ...inside } as Record<string, unknown>;
    expect(['county', 'park']).toContain(scope(big).tier);
    const exclusions = SCOPE_PRESET.exclusions.map((one) => ({ ...one, on: one.kind !== kind && one.on }));
    expect(reasons(inside as Record<string, unknown>, { ...SCOPE_PRESET, exclusions })).not.toContain(kind);
  });

  it('leaves a project that a county already talks about to the county, where that rule is on', () => {
    expect(scope({ countyTalks: 'inTalk' })).toMatchObject({
      tier: 'county',
      findings: [{ because: 'countyOwned', tier: 'county' }],
    });
    expect(scope({ countyTalks: 'none' }).tier).toBe('city');
    expect(scope({ countyTalks: 'inTalk' }, { ...SCOPE_PRESET, countyOwned: false }).tier).toBe('city');
  });

  it('takes those talks for the county’s own report, and for nobody else’s', () => {
    const content = contentOf({ countyTalks: 'inTalk' });
    const by = (level: UnitLevel | null) => scopeOf(content, SCOPE_PRESET, level);
    expect(by('county')).toEqual({ tier: 'city', findings: [] });
    expect(by('park')).toEqual({ tier: 'city', findings: [] });
    expect(by('city')).toMatchObject({ tier: 'county', findings: [{ because: 'countyReports' }] });
    expect(by(null)).toMatchObject({ tier: 'county', findings: [{ because: 'countyOwned' }] });
    // What is signed already is nobody's to report, whoever does.
    const signed = contentOf({ countyTalks: 'signed' });
    expect(scopeOf(signed, SCOPE_PRESET, 'county').findings).toMatchObject([{ because: 'signed' }]);
  });

  it('is a warning on the form that names the alternative, never an error', () => {
    const small = { totalInvestmentWan: '8000', fixedAssetWan: '7000', equipmentWan: '5000' };
    expect(errors(small)).toEqual([]);
    expect(warnings(small)).toContain('totalInvestmentWan: scope.underTotal');
    const [found] = scope(small).findings;
    if (found === undefined) throw new Error('nothing found');
    const { because, details } = scopeProblem(found);
    const sentence = wordsFor('zh-CN').t(`lead.problem.${because}`, details);
    expect(sentence).toBe('总投资8,000万元，低于市级门槛10,000万元（1亿元）：进入县级轮次，可以提交。');
    expect(submitted(small).computed.scope.tier).toBe('county');
  });

  it('has a sentence with reason and alternative for each finding in both languages', () => {
    const all = [
      ...EXCLUSION_KINDS,
      'underTotal',
      'underFixedAssets',
      'underCounty',
      'countyOwned',
      'countyReports',
      'large',
    ];
    for (const locale of ['zh-CN', 'en'] as const)
      for (const because of all) {
        const args = { figure: '1', line: '2', yi: '3', tier: 'county' };
        const sentence = wordsFor(locale).t(`lead.problem.scope.${because}`, args);
        if (because !== 'large') expect(sentence).toMatch(/县级轮次|county tier/);
      }
  });

  it('says nothing of a tier while the form does not say enough', () => {
    expect(scope({ track: null }).tier).toBeNull();
    expect(scope({ totalInvestmentWan: null }).tier).toBeNull();
  });

  it('finds every sample judged by the city or below it, none refused', () => {
    for (const lead of sampleLeads)
      expect(scopeOf(readContent(lead).content, SCOPE_PRESET).tier).not.toBeNull();
  });
});

describe('a set of scope rules', () => {
  it('that was stored is read back the same', () => {
    expect(SCOPE_RULES.read(JSON.parse(JSON.stringify(SCOPE_PRESET)))).toEqual(SCOPE_PRESET);
  });

  const [first, ...rest] = SCOPE_PRESET.thresholds;
  it.each([
    ['nothing', null],
    ['a text', 'x'],
    ['kinds left out', { ...SCOPE_PRESET, thresholds: rest }],
    ['an amount that is none', { ...SCOPE_PRESET, thresholds: [{ ...first, totalWan: '1e9' }, ...rest] }],
    [
      'a county line above the city line',
      { ...SCOPE_PRESET, thresholds: [{ ...first, countyTotalWan: '10000.01' }, ...rest] },
    ],
    [
      'an industry that is none',
      { ...SCOPE_PRESET, thresholds: [{ ...first, industries: ['甲'] }, ...rest] },
    ],
    ['a share above 100', { ...SCOPE_PRESET, governmentPercent: '100.01' }],
    ['a switch that is none', { ...SCOPE_PRESET, countyOwned: 'yes' }],
  ])('is refused with %s', (_, stored) => {
    expect(() => SCOPE_RULES.read(stored)).toThrow('scope rules');
  });

  it('takes a county line equal to the city line and a share of 100', () => {
    const equal = { ...SCOPE_PRESET, thresholds: [{ ...first, countyTotalWan: '10000' }, ...rest] };
    expect(() => SCOPE_RULES.read({ ...equal, governmentPercent: '100' })).not.toThrow();
  });
});
