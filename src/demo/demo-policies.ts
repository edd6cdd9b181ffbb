import type { PolicyGiven } from '../fair-competition/policies.service';

/** What the demo city has published. Every document is made up. */
export const demoPolicies: readonly PolicyGiven[] = [
  {
    title: '宜江市支持制造业高质量发展若干政策',
    documentNo: '宜政发〔2025〕3号',
    issuer: '宜江市人民政府',
    validFrom: '2025-01-01',
    validTo: null,
    withdrawn: false,
    clauses: [
      {
        code: '第三条',
        text: '固定资产投资1亿元以上的制造业项目，按设备投资额的规定比例给予补助，面向全部符合条件的企业，单个项目不超过2000万元。',
        types: ['publishedPolicy', 'fund'],
        words: ['制造业', '固定资产投资政策'],
        capWan: '2000.00',
      },
      {
        code: '第五条',
        text: '符合产业方向的项目可以租用国有平台公司标准厂房，租金按公开标准执行。',
        types: ['publishedPolicy', 'plantBuiltByGovernment'],
        words: ['标准厂房', '公开标准'],
        capWan: null,
      },
    ],
  },
  {
    title: '宜江市重点项目要素统筹保障办法',
    documentNo: '宜发改规〔2025〕7号',
    issuer: '市发展和改革委',
    validFrom: '2025-04-01',
    validTo: null,
    withdrawn: false,
    clauses: [
      {
        code: '第四条',
        text: '重点项目的能耗指标由市级统筹安排，排序规则向社会公开。',
        types: [],
        words: ['统筹', '能耗指标'],
        capWan: null,
      },
      {
        code: '第六条',
        text: '符合条件的用户可以按国家规定申报绿电直供试点。',
        types: [],
        words: ['绿电直供'],
        capWan: null,
      },
    ],
  },
  {
    title: '宜江市促进服务业发展暂行办法',
    documentNo: '宜政办发〔2022〕18号',
    issuer: '宜江市人民政府办公室',
    validFrom: '2022-07-01',
    validTo: '2025-06-30',
    withdrawn: false,
    clauses: [
      {
        code: '第八条',
        text: '新设立的生产性服务业企业，按规定给予一次性开办补助。',
        types: ['publishedPolicy', 'cashReward'],
        words: [],
        capWan: '100.00',
      },
    ],
  },
];
