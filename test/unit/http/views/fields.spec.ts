import { checksField, radiosField, selectField } from '../../../../src/http/views/fields';

const choice = (label: string) => ({
  name: 'a',
  label: 'b',
  options: [
    { value: '1', label: '是' },
    { value: '2', label },
  ],
});

describe('what can be chosen', () => {
  it('stands side by side while it is words, and one a line where one of it is a sentence', () => {
    for (const make of [checksField, radiosField]) {
      expect(make(choice('退回补正')).row).toBe('form-row');
      expect(make(choice('Return for completion')).row).toBe('form-row');
      expect(make(choice('字'.repeat(20))).row).toBe('form-row');
      expect(make(choice('字'.repeat(21))).row).toBe('form-row one-a-line');
      expect(make({ ...choice('字'.repeat(21)), error: '请选择' }).row).toBe('form-row one-a-line is-error');
    }
    expect(selectField(choice('字'.repeat(21))).row).toBe('form-row');
  });
});
