import { formatsFor } from '../../words/formats';
import { wordsFor } from '../../words/words';
import { componentWords } from './components-words.sample';
import { componentLists } from './components-lists.sample';
import { fields } from './components-fields.sample';
import { act, confirmation, pageHead } from './acts';
import { errorSummary, textField } from './fields';
import { pager, query, sortHead } from './lists';
import { bar, cells, light, seal, tag } from './marks';
import { scoreScale, vote } from './scores';

/** The model of `design/components`: every component in every state, to be looked at and checked by machine. */
const words = wordsFor('zh-CN');
const fmt = formatsFor(words);

const file = (type: string, name: string, meta: string) => ({ type, name, meta, href: '#', remove: '' });

const anchors = [
  { score: 0, text: '与市重点产业链无关联' },
  { score: 3, text: '在重点链上，但不是缺口环节' },
  { score: 5, text: '补上已列明的缺口，且本地买方或供方已确认' },
];

const rows = [
  {
    id: '01a',
    name: '再生铝高端板带箔项目',
    company: '铝翎轻合金集团有限公司',
    total: fmt.wan(26_000_000),
    seal: seal('consult', '会商', 'line'),
    tag: null,
    light: light('amber', '预警'),
    selected: true,
  },
  {
    id: '01b',
    name: '食用菌精深加工与冻干项目',
    company: '菇悦农业科技有限公司',
    total: fmt.wan(960_000),
    seal: null,
    tag: tag('待开轮', 'blue', 'accepted'),
    light: light('green', '正常'),
    selected: false,
  },
];

const outcomes = [
  ['admit', '入笼'],
  ['consult', '会商'],
  ['resubmit', '补正'],
  ['defer', '暂缓'],
  ['reject', '不予通过'],
] as const;

export const componentsModel = {
  page: {
    title: '组件',
    dataPage: 'components',
    crumbs: [{ label: '工作台', href: '/' }, { label: '组件' }],
    head: pageHead({ title: '组件', meta: ['每个组件的每种状态。类名见各项左上；明暗随系统。'] }),
  },
  ...componentWords,
  ...componentLists,
  swatches: [
    ['paper', '纸'],
    ['paper-2', '底纹'],
    ['ink', '墨'],
    ['ink-2', '次墨'],
    ['line', '线'],
    ['control', '框'],
    ['link', '链接'],
    ['seal', '印红'],
  ].map(([token, label]) => ({ token, label })),
  buttons: [
    act({ label: '截止并计票', tone: 'primary' }),
    act({ label: '退回补正' }),
    act({ label: '作废本轮', tone: 'danger', confirm: '作废后本轮的票都不再计。' }),
    act({ label: '重置', tone: 'quiet' }),
    act({ label: '重发', size: 'small' }),
    act({ label: '保存并看下一项', tone: 'primary', size: 'large' }),
    act({ label: '催办6席', href: '/rounds/1/reminders', method: 'post' }),
  ],
  acts: [
    act({
      label: '提前截止',
      href: '/rounds/1/closure',
      method: 'post',
      disabledBecause: '16席全部投完才能提前截止，还差6席。',
    }),
    act({ label: '重发链接', href: '#', why: '旧链接立即失效，已投的票保留。' }),
  ],
  summary: errorSummary('没有提交，已存为草稿：1处错误', {
    c3: '固定资产投资60,000万元，大于总投资52,000万元',
  }),
  fields,
  tags: [
    tag('草稿'),
    tag('待受理', 'amber'),
    tag('待开轮', 'blue'),
    tag('已保障', 'green'),
    tag('退回补正', 'red'),
    tag('首报', 'line'),
  ],
  seals: outcomes.map(([outcome, label]) => seal(outcome, label)),
  sealLines: outcomes.map(([outcome, label]) => seal(outcome, label, 'line')),
  sealsBig: outcomes.map(([outcome, label]) => seal(outcome, label, 'big')),
  lights: [light('green', '正常'), light('amber', '预警'), light('red', '亮红'), light('paused', '暂停')],
  red: light('red', '亮红'),
  heads: [
    sortHead('项目'),
    sortHead('总投资', { cls: 'num', href: '#', sort: 'descending' }),
    sortHead('状态'),
    sortHead('亮灯'),
    sortHead('操作', { cls: 'acts' }),
  ],
  rows,
  pager: pager({ total: 128, page: 2, size: 20, href: (page, size) => `?page=${page}&size=${size}` }, words),
  progress: [
    { bar: bar(3, 8), text: '3/8' },
    { bar: bar(10, 16, 2 / 3), text: '10/16席' },
  ],
  cells: cells(['on', 'on', 'on', 'on', 'on', '', '', 'off'], '5/7，回避1'),
  files: {
    items: [
      file('PDF', '商业计划书', '3.2 MB　3月6日14:20　校验a91f03c7'),
      { ...file('JPG', '开工现场照片（含牌、含日期）', '1.1 MB　未核验'), remove: '/files/2/removal' },
    ],
  },
  scales: [
    scoreScale({ code: 'fit', name: '产业契合度', weight: '15', anchors, chosen: null, naAllowed: true }),
    scoreScale({ code: 'strength', name: '投资主体实力', weight: '15', anchors, chosen: 4 }),
    scoreScale({
      code: 'intensity',
      name: '投资强度',
      weight: '12',
      basis: '固定资产投资2.2亿元 ÷ 用地52亩 = 423.08万元/亩。',
      anchors,
      chosen: 5,
      reason: '',
      error: '0、1、5分须写理由。',
    }),
  ],
  autosave: { text: '10:41已自动保存' },
  vote: vote(
    '表决',
    [
      { value: 'agree', label: '同意' },
      { value: 'supplement', label: '补充材料', note: '须写要补什么' },
      { value: 'against', label: '不同意', note: '须写理由和出路' },
      { value: 'abstain', label: '弃权', note: '须写理由，计入基数' },
    ],
    'agree',
  ),
  confirm: confirmation({
    title: '截止Y-2026-03并计票？',
    text: '截止后票不能再改，也不能撤回截止。',
    consequences: [
      '计票8项，16席中10席投完，6席的未投项按缺席记',
      '生成8件意见书，核对后才寄出',
      '台账封存，截止码寄给16席',
    ],
    action: '/rounds/1/closure',
    inputs: [
      textField({
        name: 'word',
        id: 'dlg',
        label: '输入轮次编号以确认',
        placeholder: 'Y-2026-03',
        stacked: true,
      }),
    ],
    submit: '截止并计票',
    cancel: { label: '再等等', href: '#' },
  }),
  query: query({
    action: '/design',
    search: { name: 'q', label: '项目、企业、编号或信用代码', value: '' },
    selects: ['类别', '意向园区', '总投资', '提交时间'].map((label, n) => ({
      name: `s${n}`,
      label,
      value: '',
      options: [{ value: '', label: '全部' }],
    })),
  }),
};
