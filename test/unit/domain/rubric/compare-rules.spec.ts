import { compareRules } from '../../../../src/domain/rubric/compare-rules';
import { ruleChapters } from '../../../../src/domain/rubric/rule-sentences';
import type { RuleSet } from '../../../../src/domain/rubric/rule-set';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';

const different = (change: Partial<RuleSet>) =>
  compareRules(R1, { ...R1, ...change }).flatMap(({ pairs }) =>
    pairs
      .filter(({ same }) => !same)
      .map(({ before, after }) => [before?.key ?? null, after?.key ?? null] as const),
  );

describe('two rule sets side by side', () => {
  it('show every rule of both, once', () => {
    const sentences = compareRules(R1, R1).flatMap(({ pairs }) => pairs);
    expect(sentences.every(({ same }) => same)).toBe(true);
    expect(sentences).toHaveLength(ruleChapters(R1).flatMap(({ sentences: all }) => all).length);
  });

  it('mark a rule with another figure', () => {
    expect(different({ score: { ...R1.score, passMark: 75 } })).toEqual([
      ['rules.passMark', 'rules.passMark'],
    ]);
    const perKind = { ...R1.quorum.perKind, institute: 2 };
    expect(different({ quorum: { ...R1.quorum, perKind } })).toEqual([
      ['rules.quorumKind', 'rules.quorumKind'],
    ]);
  });

  it('set what replaces a rule beside it', () => {
    expect(different({ closing: { byClock: true } })).toEqual([
      ['rules.closingByPerson', 'rules.closingByClock'],
    ]);
  });

  it('leave a side empty where one does not have the rule', () => {
    expect(different({ quorum: { ...R1.quorum, mandatoryFunctions: [] } })).toEqual([
      ['rules.mandatory', null],
    ]);
    const choices = R1.borderline.choices.filter((ruling) => ruling !== 'defer');
    expect(different({ borderline: { ...R1.borderline, choices } })).toEqual([['rules.defer', null]]);
    expect(different({ decides: 'advice' })).toEqual([
      ['rules.passMark', 'rules.advice'],
      ['rules.floor', null],
    ]);
  });
});
