import fc from 'fast-check';
import { checkRuleSet } from '../../../../src/domain/rubric/check-rule-set';
import { readRuleSet } from '../../../../src/domain/rubric/read-rule-set';
import { fewest, meets, ruleSetSeal, type RuleSet } from '../../../../src/domain/rubric/rule-set';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { ruleSentences } from '../../../../src/domain/rubric/rule-sentences';

const because = (change: Partial<RuleSet>): string[] =>
  checkRuleSet({ ...R1, ...change }).map((refusal) => refusal.because);

describe('rule set R1', () => {
  it('can be published', () => {
    expect(checkRuleSet(R1)).toEqual([]);
  });

  it('has one text', () => {
    expect(ruleSetSeal({ ...R1 })).toBe(ruleSetSeal(R1));
    expect(ruleSetSeal({ ...R1, extension: { most: 2, workdays: 3 } })).not.toBe(ruleSetSeal(R1));
  });

  it('reads back as it was written', () => {
    expect(readRuleSet(ruleSetSeal(R1))).toEqual(R1);
  });

  it('reads the same from a text of the time before it said how it closes, reminds and looks twice', () => {
    const { decides, closing, reminders, secondLook, ...early } = R1;
    const text = ruleSetSeal({
      ...early,
      veto: { unresolved: R1.veto.unresolved },
      condition: { backToPanelAfterDays: 30 },
    } as RuleSet);
    expect(text).not.toContain('byClock');
    expect({ decides, closing, reminders, secondLook, ...early }).toEqual(readRuleSet(text));
  });

  it('can be read out, rule by rule, each with its figures', () => {
    const sentences = ruleSentences(R1);
    expect(sentences).toContainEqual({ key: 'rules.passMark', args: { mark: 70 } });
    expect(sentences).toContainEqual({ key: 'rules.agreeShare', args: { num: 2, den: 3 } });
    expect(sentences).toContainEqual({ key: 'rules.resubmit', args: { workdays: 15, most: 2 } });
    expect(sentences.filter(({ key }) => key === 'rules.quorumKind')).toHaveLength(4);
    expect(sentences.every(({ key }) => key.startsWith('rules.'))).toBe(true);
  });

  it('leaves out of the reading what a city leaves out of its rules', () => {
    const quorum = { ...R1.quorum, mandatoryFunctions: [], perKind: { ...R1.quorum.perKind, institute: 0 } };
    const keys = ruleSentences({ ...R1, quorum }).map(({ key }) => key);
    expect(keys).not.toContain('rules.mandatory');
    expect(keys.filter((key) => key === 'rules.quorumKind')).toHaveLength(3);
  });
});

describe('a rule set', () => {
  it('has whole figures and shares between none and all', () => {
    expect(because({ score: { ...R1.score, passMark: 70.5 } })).toContain('ruleNotWhole');
    expect(because({ vote: { ...R1.vote, agreeShare: { num: 4, den: 3 } } })).toContain('shareUnusable');
    expect(because({ vote: { ...R1.vote, agreeShare: { num: 1, den: 0 } } })).toContain('shareUnusable');
  });

  it('does not reject above what it admits', () => {
    expect(because({ score: { ...R1.score, floor: 71 } })).toEqual(['marksCrossed']);
    expect(because({ vote: { ...R1.vote, agreeFloor: { num: 3, den: 4 } } })).toEqual(['sharesCrossed']);
  });

  it('leaves a score after dropping the extremes, and a choice to the chair', () => {
    expect(because({ score: { ...R1.score, trim: { from: 2, lowest: 1, highest: 1 } } })).toEqual([
      'trimLeavesNothing',
    ]);
    expect(because({ borderline: { ...R1.borderline, choices: [] } })).toEqual(['noRulingLeft']);
    expect(because({ veto: { confirmed: 'reject', unresolved: [] } })).toEqual(['noRulingLeft']);
    expect(
      because({
        borderline: { ...R1.borderline, choices: ['defer'] },
        veto: { confirmed: 'borderline', unresolved: ['consult'] },
      }),
    ).toEqual(['vetoRulingNotOpen']);
    expect(because({ round: { fewestLeads: 5, mostLeads: 4 } })).toEqual(['leadCountsCrossed']);
  });
});

describe('what a rule set says of closing and reminding', () => {
  it('has hours ahead of the deadline, each once, and a day that begins before it ends', () => {
    const reminders = (change: Partial<RuleSet['reminders']>): string[] =>
      because({ reminders: { ...R1.reminders, ...change } });
    expect(reminders({ hoursBefore: [] })).toEqual([]);
    expect(reminders({ hoursBefore: [24, 24] })).toEqual(['reminderHoursUnusable']);
    expect(reminders({ hoursBefore: [0] })).toEqual(['reminderHoursUnusable']);
    expect(reminders({ dayFrom: '18:00', dayTo: '08:30' })).toEqual(['reminderTimesCrossed']);
    expect(reminders({ dayFrom: '8:30' })).toEqual(['reminderTimesCrossed']);
  });

  it('is read out as it is set', () => {
    const keys = (change: Partial<RuleSet>): string[] =>
      ruleSentences({ ...R1, ...change }).map(({ key }) => key);
    expect(keys({})).toEqual(
      expect.arrayContaining(['rules.closingByPerson', 'rules.reminders', 'rules.secondLook']),
    );
    expect(keys({ closing: { byClock: true } })).toContain('rules.closingByClock');
    expect(keys({ decides: 'advice' })).not.toContain('rules.passMark');
    expect(keys({ decides: 'advice' })).toContain('rules.advice');
    expect(keys({ veto: { ...R1.veto, confirmed: 'borderline' } })).toContain('rules.vetoToChair');
    expect(keys({ condition: { ...R1.condition, allowed: false } })).toContain('rules.conditionNone');
    expect(keys({ reminders: { ...R1.reminders, hoursBefore: [] } })).toContain('rules.remindersNone');
    expect(keys({ extension: { most: 0, workdays: 3 } })).toContain('rules.extensionNone');
  });
});

describe('a share', () => {
  it('is met exactly at its fewest, and never with one less', () => {
    const share = fc
      .integer({ min: 1, max: 100 })
      .chain((den) => fc.record({ num: fc.integer({ min: 1, max: den }), den: fc.constant(den) }));
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 100_000 }), (two, whole) => {
        const least = fewest(two, whole);
        expect(meets(two, least, whole)).toBe(true);
        expect(meets(two, least - 1, whole)).toBe(false);
        expect(BigInt(least)).toBe(
          (BigInt(two.num) * BigInt(whole) + BigInt(two.den) - 1n) / BigInt(two.den),
        );
      }),
    );
  });
});
