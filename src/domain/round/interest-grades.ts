import type { Setting } from '../settings/setting';

/**
 * Why somebody is thought to have an interest in a lead. How much each weighs, `interestGrades` says.
 */
export const INTEREST_GROUNDS = [
  'scout',
  'coScout',
  'referrer',
  'employer',
  'group',
  'earlier',
  'told',
  'declared',
  'sameIndustry',
  'scoutUnit',
] as const;
export type InterestGround = (typeof INTEREST_GROUNDS)[number];

/** The grounds that a city grades itself: what facts suggest of a person who has not reported the lead. */
export const GRADED_GROUNDS = [
  'referrer',
  'employer',
  'group',
  'earlier',
  'sameIndustry',
  'scoutUnit',
] as const satisfies readonly InterestGround[];
export type GradedGround = (typeof GRADED_GROUNDS)[number];

/**
 * What follows from a ground: `excludes` recuses by rule; `decide` keeps the person from the item until somebody has
 * confirmed or dismissed it, and the round does not open before; `near` is said and may be left as it is.
 */
export const INTEREST_GRADES = ['excludes', 'decide', 'near'] as const;
export type InterestGrade = (typeof INTEREST_GRADES)[number];
export type InterestGrades = Readonly<Record<GradedGround, InterestGrade>>;

/**
 * 利害关系分级. Which relations have to be looked for is compliance.md (回避: employer, group parent, same class of
 * industry, scout or referrer; [PLAN] has interested members ask to withdraw beforehand); how much each weighs is ours.
 * Who reported a lead, alone or with others, never judges it (Separation), and what a person has told or declared is
 * for somebody to decide or holds by itself: those no city grades.
 */
export const interestGrades: Setting<InterestGrades> = {
  key: 'interest-grades',
  preset: {
    referrer: 'decide',
    employer: 'decide',
    group: 'decide',
    earlier: 'decide',
    sameIndustry: 'near',
    scoutUnit: 'near',
  },
  read(stored) {
    const given = (stored ?? {}) as Record<string, unknown>;
    const read = GRADED_GROUNDS.map((ground) => {
      const grade = INTEREST_GRADES.find((known) => known === given[ground]);
      if (grade === undefined)
        throw new Error(`the grade of ${ground} is none of ${INTEREST_GRADES.join(', ')}`);
      return [ground, grade] as const;
    });
    return Object.fromEntries(read) as InterestGrades;
  },
};

const isGraded = (ground: InterestGround): ground is GradedGround =>
  (GRADED_GROUNDS as readonly InterestGround[]).includes(ground);

function gradeOf(ground: InterestGround, grades: InterestGrades): InterestGrade {
  if (isGraded(ground)) return grades[ground];
  return ground === 'scout' || ground === 'coScout' ? 'excludes' : 'decide';
}

/** Whoever reported a lead, alone or with others. */
export const hasReported = (grounds: readonly InterestGround[]): boolean =>
  grounds.some((ground) => ground === 'scout' || ground === 'coScout');

/** Recused by rule: nothing is left to be decided. */
export const isCertain = (
  grounds: readonly InterestGround[],
  grades: InterestGrades = interestGrades.preset,
): boolean => grounds.some((ground) => gradeOf(ground, grades) === 'excludes');

/** More than nearness: it keeps the person from the item until somebody has decided. */
export const isSerious = (
  grounds: readonly InterestGround[],
  grades: InterestGrades = interestGrades.preset,
): boolean => grounds.some((ground) => gradeOf(ground, grades) !== 'near');
