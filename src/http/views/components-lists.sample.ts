import { act } from './acts';
import { light } from './marks';

/** Lists, facts, flow and messages of the page of all components. */
export const componentLists = {
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
  empty: {
    title: '还没有轮次',
    text: '待开轮的线索满5条即可开轮，现有11条。',
    acts: [act({ label: '排一个轮次', href: '#', tone: 'primary' })],
  },
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
};
