import { wordsFor } from '../../words/words';
import {
  areaField,
  checksField,
  fileField,
  groupField,
  moneyField,
  numberField,
  radiosField,
  selectField,
  textField,
} from './fields';

const words = wordsFor('zh-CN');

/** Every kind of field, plain, with a hint, a warning, an error, and not to be changed. */
export const fields = [
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
