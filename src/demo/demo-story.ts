import type { Stage } from './demo-city';
import type { Fortune } from './demo-votes';

/** A lead by the beginning of its title, and how it fares where it comes to a vote. */
type Cast = readonly [title: string, fortune: Fortune];

export type Batch =
  | {
      readonly kind: 'round';
      readonly then: 'voted';
      readonly title: string;
      readonly leads: readonly Cast[];
      readonly reportedDaysAgo: number;
      readonly openedDaysAgo: number;
      /** Null for the round that is open now. */
      readonly closedDaysAgo: number | null;
      /** How many items each seat of the roll has voted on. */
      readonly seatsVoted: readonly number[];
      /** By seat: which item it recuses itself from. */
      readonly recusals: Readonly<Record<number, number>>;
      readonly rulings: readonly ('consult' | 'resubmit' | 'defer')[];
      /** How many of its projects have their five ones complete, and how many have some of them. */
      readonly fillFiveOnes: { readonly complete: number; readonly partly: number };
    }
  | {
      readonly kind: 'leads';
      readonly then: 'draft' | 'submitted' | 'returned' | 'queued' | 'withdrawn' | 'merged' | 'rejected';
      readonly leads: readonly Cast[];
      readonly reportedDaysAgo: number;
      /** The latest of them was reported so many days ago. */
      readonly until: number;
    };

const all = 99;
const lead = (title: string): Cast => [title, 'good'];

const firstRound: Batch = {
  kind: 'round',
  then: 'voted',
  title: '第一批制造业项目',
  leads: [
    ['新能源汽车热管理', 'strong'],
    ['人形机器人关节', 'strong'],
    ['半导体用高纯陶瓷', 'good'],
    ['森林与水域应急', 'good'],
    ['再生铝高端板带箔', 'disputed'],
    ['食用菌精深加工', 'good'],
    ['精密传感器封装', 'strong'],
    ['智能压铸岛', 'strong'],
    ['食品级二氧化硅', 'weak'],
    ['冷链预制菜', 'good'],
    ['车规级功率模块', 'strong'],
    ['新能源商用车轻量化', 'doubtful'],
  ],
  reportedDaysAgo: 78,
  openedDaysAgo: 63,
  closedDaysAgo: 55,
  seatsVoted: [all, all, all, all, all, all, all, all, all, all],
  recusals: { 8: 7 },
  rulings: ['consult', 'resubmit'],
  fillFiveOnes: { complete: 7, partly: 1 },
};

const secondRound: Batch = {
  kind: 'round',
  then: 'voted',
  title: '第二批制造业项目',
  leads: [
    ['磷酸铁锂电芯回收', 'doubtful'],
    ['光伏支架与跟踪', 'good'],
    ['工业机器人谐波', 'strong'],
    ['高端数控磨床', 'good'],
    ['生物酶制剂', 'doubtful'],
    ['体外诊断试剂', 'strong'],
    ['陶瓷基复合材料', 'good'],
    ['日用艺术陶瓷', 'weak'],
    ['激光雷达核心', 'strong'],
    ['建筑陶瓷绿色', 'weak'],
  ],
  reportedDaysAgo: 46,
  openedDaysAgo: 31,
  closedDaysAgo: 7,
  seatsVoted: [all, all, all, all, all, all, all, all, all, all],
  recusals: { 6: 6 },
  rulings: ['defer', 'resubmit'],
  fillFiveOnes: { complete: 2, partly: 2 },
};

const openRound: Batch = {
  kind: 'round',
  then: 'voted',
  title: '第三批制造业项目',
  leads: [
    ['新型显示用高纯靶材', 'strong'],
    ['智能座舱域控制器', 'strong'],
    ['消防与应急排涝', 'good'],
    ['氢能重卡改装', 'doubtful'],
    ['铝合金电池托盘', 'good'],
    ['航空铝锂合金', 'strong'],
    ['茶叶精深加工', 'good'],
    ['肉鸭全产业链', 'doubtful'],
  ],
  reportedDaysAgo: 24,
  openedDaysAgo: 3,
  closedDaysAgo: null,
  seatsVoted: [all, 3, all, 0, all, 5, all, 0, 2, all],
  recusals: { 9: 4 },
  rulings: [],
  fillFiveOnes: { complete: 0, partly: 0 },
};

const onTheWay: readonly Batch[] = [
  {
    kind: 'leads',
    then: 'queued',
    reportedDaysAgo: 16,
    until: 6,
    leads: [
      '智能仓储货架',
      '医用高分子耗材',
      '高性能摩擦材料',
      '区域智能算力中心',
      '工业软件与数字孪生',
      '固态电池中试',
      '港铁联运智慧',
      '医药冷链区域',
      '昌南古窑文化',
      '企业研发总部',
      '植物基蛋白',
    ].map(lead),
  },
  {
    kind: 'leads',
    then: 'submitted',
    reportedDaysAgo: 4,
    until: 1,
    leads: [
      '高压开关与环保型',
      '汽车芯片可靠性',
      '低空物流无人机',
      '跨境电商前置仓',
      '滨湖露营',
      '再制造发动机',
    ].map(lead),
  },
  {
    kind: 'leads',
    then: 'returned',
    reportedDaysAgo: 9,
    until: 5,
    leads: ['区块链供应链', '电子级溶剂', '功能性纺织', '城市矿产精炼'].map(lead),
  },
  {
    kind: 'leads',
    then: 'merged',
    reportedDaysAgo: 40,
    until: 40,
    leads: ['汽车热管理零部件华中'].map(lead),
  },
  { kind: 'leads', then: 'withdrawn', reportedDaysAgo: 20, until: 20, leads: ['预应力混凝土'].map(lead) },
  { kind: 'leads', then: 'rejected', reportedDaysAgo: 18, until: 18, leads: ['电子雷管与民爆'].map(lead) },
  {
    kind: 'leads',
    then: 'draft',
    reportedDaysAgo: 3,
    until: 1,
    leads: ['高纯石英砂', '数字创意与短剧', '碳化硅压力传感器'].map(lead),
  },
];

/** What happens up to a stage; each batch tells its own part of the story. */
export function batches(stage: Stage): readonly Batch[] {
  if (stage === 'scoring') return [openRound, ...onTheWay];
  return stage === 'intake' ? [openRound, ...onTheWay] : [firstRound, secondRound, openRound, ...onTheWay];
}

/** Who speaks for a park. */
export const hostAccounts: Record<string, string> = {
  'park-ed': 'host-01',
  'park-ht': 'host-02',
  'park-chem': 'host-03',
  'park-port': 'host-04',
  'park-cult': 'host-05',
  'cty-bei': 'host-06',
};

/** Why leads come back to their scouts. */
export const returnReasons = [
  '缺少投资方近两年经营情况说明，请补充后重新提交。',
  '涉及加氢与硝化工序，意向园区不是化工园区；请与化工新材料产业园对接后修改意向园区。',
  '投资额与用地测算口径不一致，请核对后重新提交。',
  '首次接触的佐证没有附上，请补充登门或往来函件。',
];
