import { basisOf } from '../../../src/ballots/criterion-basis.views';
import { leadFacts } from '../../../src/ballots/lead-facts.views';
import { RUBRIC_PRESETS } from '../../../src/domain/rubric/presets';
import { emptyContent, readContent } from '../../../src/domain/lead/content';
import { wordsFor } from '../../../src/words/words';

const words = wordsFor('zh-CN');
const { content } = readContent({
  title: '人形机器人关节伺服驱动器项目',
  track: 'manufacturing',
  investorName: '砺辰伺服技术有限公司',
  investorType: 'domesticCompany',
  honours: ['highTech'],
  chain: 'intelligent-equipment',
  chainRole: 'build',
  totalInvestmentWan: '31000',
  fixedAssetWan: '22000',
  annualOutputWan: '48000',
  annualTaxWan: '1900',
  lastYearRevenueWan: '26300',
  fundSource: { own: '50', loan: '50' },
  landMu: '52',
  energyTce: '1450',
  electricityWanKwh: '1080',
  jobs: '310',
  skilledJobs: '124',
  plannedStart: '2026-11',
  plannedProduction: '2027-10',
  contact: { name: '不得出现', mobile: '15400000001' },
});

describe('the basis of a criterion', () => {
  it.each([
    ['industryFit', '智能装备链（建链）'],
    ['investorStrength', '高新技术企业（证书待核验）；上年营收2.63亿元；自有资金占50%'],
    ['investIntensity', '固定资产投资2.2亿元 ÷ 用地52亩 = 423.08万元/亩'],
    ['taxPerMu', '达产年税收1,900万元，折合36.54万元/亩；年产值4.8亿元，折合923.08万元/亩'],
    ['employment', '用工310人，其中技能岗124人'],
    ['elementFeasibility', '用地：可保障'],
  ])('is reckoned out where it can be: %s', (code, basis) => {
    expect(basisOf(code, content, words, ['用地：可保障'])).toBe(basis);
  });

  it('takes equipment by the square metre for a leased plant', () => {
    const leased = readContent({ equipmentWan: '3000', leaseAreaSqm: '6000' }).content;
    expect(basisOf('investIntensity', leased, words, [])).toBe(
      '设备投入3,000万元 ÷ 租用6,000平方米 = 0.5万元/平方米',
    );
  });

  it('is empty for every criterion we ship when the lead says nothing, and for any other', () => {
    const codes = RUBRIC_PRESETS.flatMap(({ criteria }) => criteria.map(({ code }) => code));
    for (const code of [...codes, 'constructor', '__proto__', 'nothing'])
      expect(basisOf(code, emptyContent(), words, [])).toBe('');
  });
});

describe('the facts of a lead on a ballot', () => {
  it('are its figures in both units, and never its contact', () => {
    const facts = leadFacts(content, 'L-2026-00021', words);
    expect(facts.marks).toEqual(['L-2026-00021', '制造业', '智能装备链（建链）']);
    expect(facts.figures.items.map(({ label, value, sub }) => [label, value, sub])).toEqual([
      ['总投资', '3.1亿元', '31,000万元'],
      ['固定资产投资', '2.2亿元', '22,000万元'],
      ['用地', '52亩', '423.08万元/亩'],
      ['达产税收', '1,900万元', '36.54万元/亩'],
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/不得出现|15400000001/);
    expect(facts.more.find(({ label }) => label === '计划')?.pieces).toEqual([
      '2026年11月开工，',
      '2027年10月投产',
    ]);
  });

  it('leave out what the lead does not state, but say that nothing is asked for', () => {
    const facts = leadFacts(emptyContent(), 'L-2026-00022', words);
    expect(facts.figures.items).toEqual([]);
    expect(facts.facts.map(({ label, value }) => [label, value])).toEqual([['政策诉求', '无']]);
  });
});
