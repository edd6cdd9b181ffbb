import fc from 'fast-check';
import { R1 } from '../../../src/domain/rubric/rule-set-r1';
import type { RuleSet } from '../../../src/domain/rubric/rule-set';
import { RULE_FIELDS, typedFrom } from '../../../src/rubrics/rule-fields';
import { readRules, tooLong, typedRules } from '../../../src/rubrics/rule-form';

const typed = (change: Record<string, string | readonly string[]> = {}) => ({ ...typedFrom(R1), ...change });
const errorsOf = (change: Record<string, string | readonly string[]>) => readRules(typed(change)).errors;

describe('the form of a rule set', () => {
  it('holds everything a rule set says, and gives it back unchanged', () => {
    expect(readRules(typed()).rules).toEqual(R1);
    const other: RuleSet = {
      ...R1,
      code: 'R2',
      decides: 'advice',
      quorum: { ...R1.quorum, mandatoryFunctions: [], perKind: { ...R1.quorum.perKind, institute: 0 } },
      veto: { confirmed: 'borderline', unresolved: ['consult', 'defer'] },
      condition: { allowed: false, backToPanelAfterDays: 0 },
      closing: { byClock: true },
      reminders: { hoursBefore: [], dayFrom: '09:00', dayTo: '17:30' },
      secondLook: { allowed: false },
    };
    expect(readRules(typedFrom(other))).toEqual({ rules: other, errors: null });
  });

  it('reads a body with strange things in it as if they had been left empty', () => {
    const read = typedRules({
      code: ['R1'],
      rulings: 'consult',
      vetoRulings: ['consult', 'admit'],
      extra: 'x',
    });
    expect(read['code']).toBe('');
    expect(read['rulings']).toEqual(['consult']);
    expect(read['vetoRulings']).toEqual(['consult']);
    expect(Object.keys(read).sort()).toEqual(RULE_FIELDS.map(({ name }) => name).sort());
  });

  it('takes full-width digits and signs as they are typed in Chinese', () => {
    const { rules } = readRules(
      typed({ passMark: ' ７５ ', agreeShare: '３／４', reminderHours: '48、12', reminderFrom: '09：00' }),
    );
    expect(rules?.score.passMark).toBe(75);
    expect(rules?.vote.agreeShare).toEqual({ num: 3, den: 4 });
    expect(rules?.reminders).toMatchObject({ hoursBefore: [48, 12], dayFrom: '09:00' });
  });

  it('says beside each control what keeps it from being published', () => {
    expect(errorsOf({ passMark: '70.5' })).toEqual({ passMark: 'rules.error.whole' });
    expect(errorsOf({ passMark: '' })).toEqual({ passMark: 'rules.error.whole' });
    expect(errorsOf({ agreeShare: '66%' })).toEqual({ agreeShare: 'rules.error.share' });
    expect(errorsOf({ agreeShare: '4/3' })).toEqual({ agreeShare: 'rules.error.share' });
    expect(errorsOf({ reminderHours: '三天' })).toEqual({ reminderHours: 'rules.error.hours' });
    expect(errorsOf({ decides: '' })).toEqual({ decides: 'rules.error.choice' });
    expect(errorsOf({ nameEn: ' ' })).toEqual({ nameEn: 'form.required' });
    expect(errorsOf({ floor: '71' })).toEqual({ floor: 'refusal.marksCrossed' });
    expect(errorsOf({ agreeFloor: '3/4' })).toEqual({ agreeFloor: 'refusal.sharesCrossed' });
    expect(errorsOf({ code: 'r1' })).toEqual({ code: 'refusal.ruleCodeUnusable' });
    expect(errorsOf({ rulings: ['defer'] })).toEqual({ vetoRulings: 'refusal.vetoRulingNotOpen' });
    expect(errorsOf({ reminderFrom: '8点' })).toEqual({ reminderFrom: 'refusal.reminderTimesCrossed' });
    expect(tooLong(typed({ nameZh: '规'.repeat(201) }))).toEqual({ nameZh: 'rules.error.long' });
  });

  it('never throws, and gives rules only where nothing is wrong, whatever is typed', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...RULE_FIELDS.map(({ name }) => name)),
      fc.oneof(fc.string(), fc.constantFrom('2/3', '0', '1e3', '-1', 'yes'), fc.array(fc.string())),
    );
    fc.assert(
      fc.property(anything, (body) => {
        const { rules, errors } = readRules(typedRules({ ...typedFrom(R1), ...body }));
        expect(rules === null).toBe(errors !== null);
      }),
    );
  });
});
