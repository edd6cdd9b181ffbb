import { PRESET_SCALE, presetCriterion } from './preset-criterion';
import type { RubricContent } from './rubric-content';
import { VETO_GROUNDS } from './veto-grounds';

/** 科技与平台项目. */
export const tech: RubricContent = {
  code: 'tech',
  name: { zh: '科技与平台项目', en: 'Technology and platform projects' },
  scale: PRESET_SCALE,
  criteria: [
    presetCriterion(
      'techOriginality',
      ['技术先进性与原创性', 'Technical lead and originality'],
      25,
      ['institute', 'enterprise'],
      ['无自有技术，或所称技术经核验不实', 'No own technology, or the claim fails a check'],
      ['有自有技术，中试已验证', 'Own technology, pilot proven'],
      ['原创技术，经独立验证，难以复制', 'Original, independently verified, hard to copy'],
    ),
    presetCriterion(
      'market',
      ['市场与商业化', 'Market'],
      20,
      ['enterprise', 'park'],
      ['无买方', 'No buyer'],
      ['有意向书', 'Letters of intent'],
      ['有付款订单，或本地买方已试用', 'Paid orders, or a buyer here has tested it'],
    ),
    presetCriterion(
      'team',
      ['核心团队', 'Team'],
      18,
      ['institute', 'enterprise'],
      ['核心人员兼职，或头衔未经核实', 'Part-time, or titles unverified'],
      ['核心人员全职，经历与项目相符', 'Full-time core with a fitting record'],
      ['团队完整，有成功先例', 'Complete team with earlier success'],
    ),
    presetCriterion(
      'feasibility',
      ['实施计划与落地条件', 'Plan and conditions'],
      12,
      ['park', 'support'],
      ['无计划或无场地', 'No plan or no site'],
      ['有带时间节点的计划', 'A plan with dates'],
      ['场地、设备、时间均已落实', 'Site, equipment and dates fixed'],
    ),
    presetCriterion(
      'fundAndAsk',
      ['资金结构与诉求', 'Funding and requests'],
      10,
      ['support', 'park'],
      ['依赖财政资金，或诉求不合法', 'Depends on government money, or asks for what is unlawful'],
      ['资金来源多元，诉求与公开政策相符', 'Mixed funding, requests match published policy'],
      ['以自有或市场资金为主，无特殊诉求', 'Mostly own or market money, no special request'],
    ),
    presetCriterion(
      'industryFit',
      ['产业契合与带动', 'Industry fit and pull'],
      10,
      ['park', 'enterprise'],
      ['无关联', 'None'],
      ['有关联', 'Related'],
      ['能带动本地链上企业参与', 'Draws in local firms of the chain'],
    ),
    presetCriterion(
      'ipCompliance',
      ['知识产权与合规', 'Intellectual property and compliance'],
      5,
      ['institute', 'support'],
      ['权属有争议，或无权利', 'Disputed, or no rights'],
      ['权属清晰，申请中', 'Clean, pending'],
      ['权属清晰且已授权，数据、伦理、能耗均已合规', 'Clean and granted; data, ethics and energy cleared'],
    ),
  ],
  vetoGrounds: VETO_GROUNDS,
};
