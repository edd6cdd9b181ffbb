import { errorSummary, groupField, radiosField, textField } from '../../../src/http/views/fields';
import { withNamedErrors } from '../../../src/http/views/summary-labels';
import { wordsFor } from '../../../src/words/words';

const words = wordsFor('zh-CN');
const texts = (model: { summary: ReturnType<typeof errorSummary> }): string[] =>
  (withNamedErrors(model, words).summary?.items ?? []).map(({ href, text }) => `${href} ${text}`);

describe('the summary of what is wrong with a form', () => {
  const forms = [
    {
      fields: [
        textField({ name: 'name', label: '名称' }),
        textField({ id: 'term-1-reason', name: 'reason', label: '理由' }),
        radiosField({ name: 'verdict', label: '结论', options: [{ value: 'a', label: '甲' }] }),
        groupField({
          name: 'row-0',
          label: '条件1',
          fields: [textField({ name: 'rows[0][dueOn]', label: '期限' })],
        }),
      ],
    },
  ];
  const summary = (errors: Record<string, string>) => errorSummary('没有提交', errors);

  it('names each control by its label and keeps its link, wherever on the page the field stands', () => {
    const errors = {
      name: '请填写',
      'term-1-reason': '至少4个字',
      verdict: '请选择',
      'rows[0][dueOn]': '请选日期',
    };
    expect(texts({ summary: summary(errors), ...{ forms } })).toEqual([
      '#name 名称：请填写',
      '#term-1-reason 理由：至少4个字',
      '#verdict 结论：请选择',
      '#rows-0-dueOn 条件1 期限：请选日期',
    ]);
  });

  it('says nothing twice, and leaves alone what it finds no field for', () => {
    const errors = { name: '名称已有人用', elsewhere: '请核对' };
    expect(texts({ summary: summary(errors), ...{ forms } })).toEqual([
      '#name 名称已有人用',
      '#elsewhere 请核对',
    ]);
  });

  it('makes nothing else anew', () => {
    const model = { summary: null, forms };
    expect(withNamedErrors(model, words)).toBe(model);
    const wrong = { summary: summary({ name: '请填写' }), forms };
    expect(withNamedErrors(wrong, words).forms).toBe(forms);
  });
});
