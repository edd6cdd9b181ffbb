import { formatsFor } from '../../words/formats';
import { wordsFor } from '../../words/words';
import { act, confirmation, pageHead } from './acts';
import {
  areaField,
  checksField,
  errorSummary,
  fileField,
  groupField,
  moneyField,
  numberField,
  radiosField,
  selectField,
  textField,
} from './fields';
import type { Frame } from './frame';
import { pager, query, sortHead } from './lists';
import { bar, cells, light, seal, tag } from './marks';
import { scoreScale, vote } from './scores';

/** The model of `design/components`: every component in every state, to be looked at and checked by machine. */
const words = wordsFor('zh-CN');
const fmt = formatsFor(words);

const file = (type: string, name: string, meta: string) => ({ type, name, meta, href: '#', remove: '' });

const fields = [
  textField({
    name: 'title',
    id: 'c1',
    label: '项目名称',
    required: true,
    value: '再生铝高端板带箔项目',
    hint: '4–60字，不写“某公司”。',
  }),
  moneyField(
    {
      name: 'totalInvestmentWan',
      id: 'c2',
      label: '总投资',
      required: true,
      value: '2,600,000',
      warn: '超过100亿元，请核对单位是不是万元。',
    },
    words,
  ),
  moneyField(
    {
      name: 'fixedAssetWan',
      id: 'c3',
      label: '固定资产投资',
      value: '60,000.00',
      hint: '不含流动资金。',
      error: '大于总投资52,000万元。请改小，或先改总投资。',
    },
    words,
  ),
  selectField({
    name: 'host',
    id: 'c4',
    label: '意向园区',
    optional: true,
    hint: '按先后最多三个。',
    options: [{ value: 'jk', label: '经济技术开发区', selected: true }],
  }),
  textField({
    name: 'uscc',
    id: 'c5',
    label: '统一社会信用代码',
    disabled: true,
    value: '91320506MAYX00017Y',
    hint: '首报登记后不能改，需更正请写明原因。',
  }),
  radiosField({
    name: 'adjust',
    id: 'c6',
    label: '服从调剂',
    options: [
      { value: 'yes', label: '是', selected: true },
      { value: 'no', label: '否' },
    ],
  }),
  checksField({
    name: 'honours[]',
    id: 'c8',
    label: '资质荣誉',
    optional: true,
    options: [
      { value: 'a', label: '专精特新小巨人', selected: true },
      { value: 'b', label: '上市公司' },
    ],
  }),
  areaField({
    name: 'summary',
    id: 'c7',
    label: '建设内容',
    rows: 3,
    max: 2000,
    value: '年产六十万套整车热管理集成模块。',
    hint: '50–2,000字。',
  }),
  numberField({ name: 'landMu', id: 'c9', label: '用地', value: '95', unit: '亩' }),
  groupField({
    name: 'funding',
    id: 'c10',
    label: '资金来源',
    required: true,
    hint: '各项合计100%，现为100%。',
    fields: [
      numberField({ name: 'funding[own]', label: '自有', value: '50', unit: '%', stacked: true }),
      numberField({ name: 'funding[loan]', label: '银行贷款', value: '50', unit: '%', stacked: true }),
    ],
  }),
  fileField({
    name: 'file',
    id: 'c11',
    label: '首次接触佐证',
    accept: '.pdf,.jpg,.png',
    hint: '单个20 MB以内。',
  }),
];

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
  titles: {
    colours: '颜色与字号',
    buttons: '按钮',
    fields: '输入',
    marks: '标签、印、灯',
    flow: '阶段与经过',
    table: '表格与翻页',
    notices: '提示与空白',
    progress: '进度与文件',
    scores: '评分与表决',
    confirm: '确认',
    facts: '事实、分页签、筛选',
    chart: '图',
    query: '查询与待办',
    diff: '修改对照',
    mail: '邮件',
  },
  specs: {
    type: '字阶 12 13 14 15 16 18 20 26',
    note: '13 说明文字',
    dim: '次要文字',
    body: '15 正文：线索不漏审，招商人有答复，入笼有人管。',
    h2: '18 节标题',
    h1: '26 页面标题 中宋',
    states: '默认、悬停、聚焦',
    act: '不可用必须写原因：.act',
    tags: '状态标签',
    seals: '结果印：字、底、框都不同',
    big: '大印，用于意见书与结果页首',
    lights: '灯：形与字并用，旁边写原因',
    steps: '阶段线',
    timeline: '经过',
    hover: '退回补正',
    table: '悬停变底纹，选中加红边；金额右对齐，两位单位同列。',
    all: '选择本页全部',
    lightWhy: '迟42天，4月2日起。转绿条件：上传施工许可证并核验。',
    picked: '已选',
  },
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
  steps: {
    label: '阶段',
    items: [
      { label: '洽谈', sub: '2025年11月21日', done: true, now: false },
      { label: '签约', sub: '2026年1月16日', done: true, now: false },
      { label: '落地', sub: '限4月16日', done: false, now: true },
      { label: '开工', sub: '8月1日', done: false, now: false },
      { label: '投产', sub: '2027年6月', done: false, now: false },
      { label: '达效', sub: '2029年6月前', done: false, now: false },
    ],
  },
  timeline: {
    items: [
      { at: '4月10日（星期五）14:02', text: '秘书处受理，进入待开轮', mark: false, seal: null, light: null },
      {
        at: '4月7日（星期二）10:12',
        text: '提交，取得首报回执L-2026-00036',
        mark: true,
        seal: null,
        light: null,
      },
    ],
  },
  heads: [
    sortHead('项目'),
    sortHead('总投资', { cls: 'num', href: '#', sort: 'descending' }),
    sortHead('状态'),
    sortHead('亮灯'),
    sortHead('操作', { cls: 'acts' }),
  ],
  rows,
  labels: { total: '总投资', state: '状态', light: '亮灯', view: '查看', pick: '选择' },
  pager: pager({ total: 128, page: 2, size: 20, href: (page, size) => `?page=${page}&size=${size}` }, words),
  notices: [
    {
      tone: 'error',
      title: '没有提交，已存为草稿',
      text: '',
      items: [
        { text: '固定资产投资大于总投资', href: '#c3' },
        { text: '缺建设内容', href: '#c7' },
      ],
    },
    {
      tone: 'warn',
      title: '受理还剩1个工作日。',
      text: '应于4月15日（星期三）18:00前受理或退回。',
      items: [],
    },
    {
      tone: 'ok',
      title: '已提交。',
      text: '回执L-2026-00041已寄出，首报时间4月13日10:12:06。',
      items: [],
    },
    { tone: 'info', title: '修改了评分表第5版草稿。', text: '不影响已开的轮次。', items: [] },
    { tone: '', title: '本页只读。', text: '纪检查阅已留痕。', items: [] },
  ],
  empty: {
    title: '还没有轮次',
    text: '待开轮的线索满5条即可开轮，现有11条。',
    acts: [act({ label: '排一个轮次', href: '#', tone: 'primary' })],
  },
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
  figures: {
    items: [
      { label: '总投资', note: '', value: '5.2亿元', sub: '52,000万元' },
      { label: '用地', note: '', value: '95亩', sub: '400.00万元/亩' },
      { label: '达产税收', note: '', value: '2,900万元', sub: '30.53万元/亩' },
      { label: '用工', note: '', value: '420人', sub: '技能岗168人' },
    ],
  },
  facts: {
    two: true,
    items: [
      { label: '投资方', value: '澜岫热控系统股份有限公司', sub: '' },
      { label: '意向园区', value: '经济技术开发区', sub: '' },
    ],
  },
  tabs: {
    label: '示例页签',
    items: [
      { label: '全部', href: '#', count: '128', current: true },
      { label: '待受理', href: '#', count: '6', current: false },
    ],
  },
  filters: {
    label: '示例筛选',
    items: [
      { label: '按得分', href: '#', count: '', current: true },
      { label: '按分歧', href: '#', count: '', current: false },
    ],
  },
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
  todo: {
    items: [
      {
        title: '签订土地出让合同',
        href: '',
        when: '梁予安 · 经开区招商一部（承接人）',
        late: true,
        due: '迟11天',
        tag: null,
        light: null,
        seal: null,
        act: null,
      },
      {
        title: '阮听澜的邮件被退回',
        href: '',
        when: '建议今天电话核对邮箱后重发',
        late: false,
        due: '',
        tag: null,
        light: null,
        seal: null,
        act: act({ label: '重发', href: '#', size: 'small' }),
      },
      {
        title: '6户坟墓未迁',
        href: '#',
        when: '要素·用地　街道办　限4月18日',
        late: false,
        due: '',
        tag: null,
        light: light('amber', '预警'),
        seal: null,
        act: null,
      },
    ],
  },
  diff: {
    caption: '第2次修改',
    rows: [
      { label: '总投资', before: '48,000.00万元', after: '52,000.00万元' },
      { label: '政策诉求', before: '', after: '标准厂房三年免租' },
    ],
  },
  mail: {
    to: 'panelist-04@example.test',
    subject: '请于4月16日（星期四）18:00前表决',
    sentAt: '4月9日（星期四）09:00',
    kind: '开轮通知',
    text: '何承昱您好：\n\n预审轮次Y-2026-03已开启，请在截止前表决。',
    htmlHref: '',
  },
};

/** A frame for looking at a page outside the server. */
export const sampleFrame: Frame = {
  locale: 'zh-CN',
  appName: '宜江市招商预审',
  person: { name: '沈若宁', roleWord: '秘书处' },
  menu: [
    { heading: '工作', items: [{ label: '工作台', href: '/', current: false, count: '13', late: true }] },
    {
      heading: '线索',
      items: [
        { label: '线索库', href: '/leads', current: false, count: '128', late: false },
        { label: '受理', href: '/leads?state=submitted', current: false, count: '6', late: true },
        { label: '首报与争议', href: '/leads/disputes', current: false, count: '1', late: false },
      ],
    },
    {
      heading: '预审',
      items: [
        { label: '表决轮次', href: '/rounds', current: false, count: '1', late: false },
        { label: '结果与意见书', href: '/results', current: false, count: '', late: false },
        { label: '评分表与规则', href: '/rubrics', current: true, count: '', late: false },
      ],
    },
    {
      heading: '项目',
      items: [
        { label: '笼中项目', href: '/cage', current: false, count: '46', late: false },
        { label: '督办', href: '/cage?light=red', current: false, count: '3', late: true },
      ],
    },
  ],
  csrf: 'sample-token',
  flash: null,
  path: '/design',
  otherLocale: { label: 'English', code: 'en' },
  search: true,
  assets: { css: '/assets/app.css', js: '/assets/app.js' },
  requestId: 'sample',
  demo: false,
};
