import { answerTerm } from '../../../../src/domain/lead/answer-clock';
import { answerRules, isDutyOf } from '../../../../src/domain/lead/answer-rules';
import { demandsOf } from '../../../../src/domain/lead/element-demands';
import { emptyContent } from '../../../../src/domain/lead/content';
import { WorkCalendar } from '../../../../src/domain/shared/workdays';

// 2026-03-05 is a Thursday; Saturday the 7th is worked, Monday the 9th is not.
const calendar = new WorkCalendar([
  { day: '2026-03-07', kind: 'workday' },
  { day: '2026-03-09', kind: 'holiday' },
]);
const limit = { workdays: 2, remindBefore: 1 };
const at = (now: string) => answerTerm(calendar, '2026-03-05T02:00:00.000Z', limit, now);

describe('the term of an answer', () => {
  it('ends with the second workday, make-up days counted and holidays not', () => {
    expect(at('2026-03-05T03:00:00.000Z').dueAt).toBe('2026-03-07T15:59:59.999Z');
  });

  it('is open, then soon, then late from the first millisecond after', () => {
    expect(at('2026-03-05T03:00:00.000Z')).toMatchObject({ standing: 'open', left: 2 });
    expect(at('2026-03-06T03:00:00.000Z')).toMatchObject({ standing: 'soon', left: 1 });
    expect(at('2026-03-07T15:59:59.999Z')).toMatchObject({ standing: 'soon', left: 0 });
    expect(at('2026-03-07T16:00:00.000Z')).toMatchObject({ standing: 'late', left: -1 });
    expect(at('2026-03-11T03:00:00.000Z')).toMatchObject({ standing: 'late', left: -2 });
  });
});

describe('the rules of answers', () => {
  it('come back as they were stored, and refuse figures out of bounds', () => {
    expect(answerRules.read(JSON.parse(JSON.stringify(answerRules.preset)))).toEqual(answerRules.preset);
    for (const wrong of [{ hostWorkdays: 0 }, { originShare: 101 }, { onlyDuty: 2 }, { duties: {} }])
      expect(() => answerRules.read({ ...answerRules.preset, ...wrong })).toThrow();
  });

  it('ask every department where none is named, else only those', () => {
    const duties = { ...answerRules.preset.duties, land: ['natural'] };
    const rules = { ...answerRules.preset, duties };
    expect(isDutyOf(rules, 'land', 'natural')).toBe(true);
    expect(isDutyOf(rules, 'land', 'ecology')).toBe(false);
    expect(isDutyOf(rules, 'energy', 'ecology')).toBe(true);
  });

  it('ask for money only where a fund or a building by the government is asked for', () => {
    const request = (type: 'fund' | 'taxReturn', amountWan: string | null) => ({
      type,
      text: null,
      amountWan,
    });
    const asked = (...incentiveRequests: ReturnType<typeof request>[]) =>
      demandsOf({ ...emptyContent(), incentiveRequests }).filter(({ element }) => element === 'funds');
    expect(asked(request('taxReturn', '500.00'))).toEqual([]);
    expect(asked(request('fund', '500.50'), request('fund', '0.25'))).toEqual([
      { element: 'funds', quantity: '500.75', unit: 'wan' },
    ]);
    expect(asked(request('fund', null))).toEqual([{ element: 'funds', quantity: null, unit: null }]);
  });
});
