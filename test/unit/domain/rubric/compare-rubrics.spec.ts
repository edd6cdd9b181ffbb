import { compareRubrics } from '../../../../src/domain/rubric/compare-rubrics';
import { manufacturing } from '../../../../src/domain/rubric/manufacturing';
import { manufacturingComputed } from '../../../../src/domain/rubric/manufacturing-computed';
import type { RubricContent } from '../../../../src/domain/rubric/rubric-content';
import { tech } from '../../../../src/domain/rubric/tech';

const changed = (left: RubricContent, right: RubricContent): string[] => {
  const { criteria, grounds } = compareRubrics(left, right);
  return [...criteria, ...grounds]
    .filter(({ change }) => change !== 'same')
    .map(({ code, change, fields }) =>
      [code, change, ...fields.filter((one) => one.changed).map(({ field }) => field)].join(' '),
    );
};

describe('two versions of a rubric side by side', () => {
  it('are the same where they say the same, in whatever order kinds were ticked', () => {
    const turned = {
      ...manufacturing,
      criteria: manufacturing.criteria.map((one) => ({ ...one, kinds: [...one.kinds].reverse() })),
    };
    expect(compareRubrics(manufacturing, turned).differences).toBe(0);
  });

  it('show each field that differs', () => {
    expect(changed(manufacturing, manufacturingComputed)).toEqual([
      'investIntensity changed computed',
      'taxPerMu changed anchor5 computed',
      'energyCarbon changed anchor0 anchor3 anchor5 computed',
    ]);
  });

  it('show what was added and what has gone, by code', () => {
    const [first, ...rest] = manufacturing.criteria;
    const without = { ...manufacturing, criteria: rest };
    expect(changed(manufacturing, without)[0]).toMatch(/^industryFit removed/);
    expect(changed(without, manufacturing)[0]).toMatch(/^industryFit added/);
    expect(compareRubrics(manufacturing, without).criteria.at(-1)).toMatchObject({
      name: first?.name,
      places: { left: 1, right: null },
    });
  });

  it('say where a part has only moved, and count it as the same', () => {
    const [first, second, ...rest] = manufacturing.criteria;
    const turned = { ...manufacturing, criteria: first && second ? [second, first, ...rest] : [] };
    const { criteria, differences } = compareRubrics(manufacturing, turned);
    expect(differences).toBe(0);
    expect(criteria[0]?.places).toEqual({ left: 2, right: 1 });
  });

  it('tell the same change from either side', () => {
    const there = compareRubrics(manufacturing, tech).differences;
    expect(compareRubrics(tech, manufacturing).differences).toBe(there);
  });
});
