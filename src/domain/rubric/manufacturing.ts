import { PRESET_SCALE, presetCriterion } from './preset-criterion';
import type { RubricContent } from './rubric-content';
import { VETO_GROUNDS } from './veto-grounds';

/** 制造业项目. Sheer scale weighs little on purpose: headline investment is the figure most often inflated. */
export const manufacturing: RubricContent = {
  code: 'manufacturing',
  name: { zh: '制造业项目', en: 'Manufacturing projects' },
  scale: PRESET_SCALE,
  criteria: [
    presetCriterion(
      'industryFit',
      ['产业契合度', 'Industry fit'],
      15,
      ['park', 'enterprise'],
      ['与市重点产业链无关联', 'No link to any key chain'],
      ['在重点链上，但不是缺口环节', 'On a key chain, not a gap'],
      [
        '补上已列明的缺口，或属承接园区首位产业，且本地买方或供方已确认',
        "Fills a named gap or the host's lead chain, with a local buyer or supplier confirmed",
      ],
    ),
    presetCriterion(
      'investorStrength',
      ['投资主体实力', 'Investor strength'],
      15,
      ['enterprise', 'park'],
      ['空壳、成立不足两年或有不良记录', 'Shell, under 2 years old, or a bad record'],
      ['真实同类生产企业，资金来源基本可信', 'Real maker of the same product, funds plausible'],
      [
        '龙头或上市公司，同类产品已成规模，自有资金证明不低于30%',
        'Leading or listed, same product at scale, own funds of at least 30% shown',
      ],
    ),
    presetCriterion(
      'investIntensity',
      ['投资强度', 'Investment intensity'],
      12,
      ['park', 'support'],
      ['低于150万元/亩', 'Below 1.5 million yuan per mu'],
      ['250–300万元/亩', '2.5 to 3 million yuan per mu'],
      [
        '400万元/亩以上（租赁厂房：设备投入1万元/㎡以上）',
        '4 million yuan per mu or more (leased plant: equipment of 10,000 yuan per m² or more)',
      ],
    ),
    presetCriterion(
      'taxPerMu',
      ['亩均效益', 'Yield per mu'],
      15,
      ['park', 'support'],
      ['亩均税收低于8万元', 'Tax below 80,000 yuan per mu'],
      ['亩均税收15–20万元', 'Tax of 150,000 to 200,000 yuan per mu'],
      [
        '亩均税收30万元以上，且亩均产值400万元以上',
        'Tax of 300,000 yuan per mu or more and output of 4 million yuan per mu or more',
      ],
    ),
    presetCriterion(
      'technology',
      ['技术水平', 'Technology'],
      12,
      ['institute', 'enterprise'],
      ['技术落后，或权属有争议', 'Outdated or disputed'],
      ['行业主流水平，有部分专利', 'Mainstream, some patents'],
      ['国内领先，并经第三方验证', 'Ahead in the country, verified by a third party'],
    ),
    presetCriterion(
      'energyCarbon',
      ['能耗与碳', 'Energy and carbon'],
      10,
      ['support', 'institute'],
      ['超出本地能耗指标，或为高耗能且无替代来源', 'Over the local quota, or high-energy without an offset'],
      ['接近行业平均水平，指标有着落', 'Near the sector average, quota in sight'],
      ['明显优于行业标杆，指标已落实', 'Clearly better than the benchmark, quota secured'],
    ),
    presetCriterion(
      'environmentSafety',
      ['环保与安全', 'Environment and safety'],
      10,
      ['support'],
      ['按拟选地址无法取得许可', 'Cannot be permitted as sited'],
      ['采取常规措施即可获得许可', 'Can be permitted with the usual measures'],
      ['影响小，无危险工艺', 'Low impact, no hazardous process'],
    ),
    presetCriterion(
      'elementFeasibility',
      ['要素可保障', 'Land, power and other inputs'],
      8,
      ['support', 'park'],
      ['两年内无地或无电', 'Land or power not available within 2 years'],
      ['经协调12个月内具备', 'Available within 12 months with work'],
      ['现在即可供', 'Ready now'],
    ),
    presetCriterion(
      'employment',
      ['就业与带动', 'Employment'],
      3,
      ['park', 'support'],
      ['不足50人，或招不到人', 'Fewer than 50 jobs, or jobs that cannot be filled'],
      ['100–300人', '100 to 300 jobs'],
      ['300人以上，并有技能培训方案', 'More than 300 jobs, with a skills plan'],
    ),
  ],
  vetoGrounds: VETO_GROUNDS,
};
