import type { Frame } from './frame';

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
