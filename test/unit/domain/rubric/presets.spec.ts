import { checkRubric } from '../../../../src/domain/rubric/check-rubric';
import { manufacturing } from '../../../../src/domain/rubric/manufacturing';
import { PANEL_KINDS } from '../../../../src/domain/rubric/panel-kind';
import { RUBRIC_PRESETS } from '../../../../src/domain/rubric/presets';
import { criteriaFor, rubricSeal } from '../../../../src/domain/rubric/rubric-content';
import { VETO_GROUNDS } from '../../../../src/domain/rubric/veto-grounds';

const weights = (code: string): [string, number][] =>
  RUBRIC_PRESETS.find((rubric) => rubric.code === code)?.criteria.map((c): [string, number] => [
    c.code,
    c.weight,
  ]) ?? [];

describe('the rubrics that ship', () => {
  it.each(RUBRIC_PRESETS.map((rubric) => [rubric.code, rubric] as const))(
    '%s can be published',
    (_code, rubric) => {
      expect(checkRubric(rubric)).toEqual([]);
    },
  );

  it('weigh as the city decided', () => {
    expect(weights('manufacturing').map(([, weight]) => weight)).toEqual([15, 15, 12, 15, 12, 10, 10, 8, 3]);
    expect(weights('tech').map(([, weight]) => weight)).toEqual([25, 20, 18, 12, 10, 10, 5]);
    expect(weights('service').map(([, weight]) => weight)).toEqual([20, 18, 15, 15, 12, 10, 6, 4]);
  });

  it('give every kind something to score', () => {
    for (const rubric of RUBRIC_PRESETS)
      for (const kind of PANEL_KINDS) expect(criteriaFor(rubric, kind).length).toBeGreaterThan(0);
  });

  it('let a park score six of the nine manufacturing criteria', () => {
    expect(criteriaFor(manufacturing, 'park').map(({ code }) => code)).toEqual([
      'industryFit',
      'investorStrength',
      'investIntensity',
      'taxPerMu',
      'elementFeasibility',
      'employment',
    ]);
  });

  it('ask for a reason for 0, 1 and 5, and let nobody skip a criterion', () => {
    for (const { criteria } of RUBRIC_PRESETS)
      for (const criterion of criteria) {
        expect(criterion.commentRequiredFor).toEqual([0, 1, 5]);
        expect(criterion.naAllowed).toBe(false);
      }
  });

  it('speak Chinese in the Chinese text and not in the English', () => {
    const texts = RUBRIC_PRESETS.flatMap(({ name, criteria, vetoGrounds }) => [
      name,
      ...criteria.flatMap((c) => [c.name, c.anchors[0], c.anchors[3], c.anchors[5]]),
      ...vetoGrounds.flatMap((ground) => [ground.name, ground.basis]),
    ]);
    expect(texts.filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([]);
    expect(texts.filter(({ zh }) => !/\p{Script=Han}|\d/u.test(zh))).toEqual([]);
  });

  it('have one text each, whatever order they were typed in', () => {
    const turned = Object.fromEntries(Object.entries(manufacturing).reverse()) as typeof manufacturing;
    expect(rubricSeal(turned)).toBe(rubricSeal(manufacturing));
    expect(new Set(RUBRIC_PRESETS.map(rubricSeal)).size).toBe(3);
  });
});

describe('the veto list', () => {
  it('runs from V01 to V12', () => {
    expect(VETO_GROUNDS.map(({ code }) => code)).toEqual(
      Array.from({ length: 12 }, (_, at) => `V${String(at + 1).padStart(2, '0')}`),
    );
  });

  it('says of each ground who raises and who confirms it', () => {
    for (const { raisedBy, confirmedBy } of VETO_GROUNDS) {
      expect(raisedBy.length).toBeGreaterThan(0);
      expect(confirmedBy.functions.length > 0).toBe(confirmedBy.by === 'seats');
    }
  });
});
