import { addDays, endOfDay, startOfDay } from '../../../../src/domain/shared/instant';
import {
  checkCondition,
  conditionLight,
  conditionMachine,
  isBackToPanel,
  MOST_CONDITIONS,
} from '../../../../src/domain/followup/conditions';

const due = '2026-05-31';
const light = (now: string, recalled = false) => conditionLight({ dueOn: due, now, recalled }, 30).light;

describe('a condition of admission', () => {
  it('is green to the end of its day, amber from the next, red after thirty days', () => {
    expect(light(endOfDay(due))).toBe('green');
    expect(light(startOfDay(addDays(due, 1)))).toBe('amber');
    expect(light(endOfDay(addDays(due, 30)))).toBe('amber');
    expect(light(startOfDay(addDays(due, 31)))).toBe('red');
    expect(light(startOfDay(addDays(due, 1)), true)).toBe('red');
  });

  it('goes back to the panel on the day on which its light turns red', () => {
    expect(isBackToPanel(due, endOfDay(addDays(due, 30)), 30)).toBe(false);
    expect(isBackToPanel(due, startOfDay(addDays(due, 31)), 30)).toBe(true);
  });

  it('is met only when a second person says so; sent back it needs a reason', () => {
    const facts = { reportedBy: 'a', by: 'a', note: '' };
    expect(conditionMachine.check('confirm', 'reported', facts)?.because).toBe('conditionSecondPerson');
    expect(conditionMachine.check('confirm', 'reported', { ...facts, by: 'b' })).toBeNull();
    expect(conditionMachine.check('sendBack', 'reported', { ...facts, by: 'b' })?.because).toBe(
      'reasonMissing',
    );
    expect(conditionMachine.check('confirm', 'open', { ...facts, by: 'b' })?.because).toBe('wrongState');
  });

  it('has a text, a day ahead, and few beside it', () => {
    const facts = { today: '2026-03-17', present: 0 };
    expect(checkCondition({ text: '取得能评批复', dueOn: '2026-03-18' }, facts)).toBeNull();
    expect(checkCondition({ text: '取得能评批复', dueOn: '2026-03-17' }, facts)?.because).toBe(
      'conditionDayPast',
    );
    expect(checkCondition({ text: ' ', dueOn: '2026-03-18' }, facts)?.because).toBe('conditionTextMissing');
    const full = { ...facts, present: MOST_CONDITIONS };
    expect(checkCondition({ text: '又一项条件', dueOn: '2026-03-18' }, full)?.because).toBe(
      'conditionsTooMany',
    );
  });
});
