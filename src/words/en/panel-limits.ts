const words = {
  'disputeLimits.title': 'Limits of disagreement',
  'disputeLimits.lead':
    'Items that reach one of these are marked as disputed on the results page and in the minutes, and a second look proposes its criteria by them. A mark is a hint; it changes no result.',
  'disputeLimits.source':
    'No published rule was found; the presets are 15 points, 25 points and 1.5 steps. Rounds that are open keep the version of their opening.',
  'disputeLimits.deviation': 'Standard deviation of the ballots',
  'disputeLimits.deviation.hint': 'Out of 100, each seat’s ballot by itself.',
  'disputeLimits.deviation.unit': 'points',
  'disputeLimits.kindGap': 'Between the means of two kinds of seats',
  'disputeLimits.kindGap.hint': 'Out of 100; only kinds with two ballots or more are compared.',
  'disputeLimits.kindGap.unit': 'points',
  'disputeLimits.markTenths': 'Standard deviation of the marks of a criterion',
  'disputeLimits.markTenths.hint': 'On the scale from 0 to 5; one decimal.',
  'disputeLimits.markTenths.unit': 'steps',
  'disputeLimits.error.points': 'Please give a whole number from {fewest} to {most}.',
  'disputeLimits.error.steps': 'Please give 0.1 to 2.5 with one decimal at most.',
  'interestGrades.title': 'Grades of interests',
  'interestGrades.lead':
    'The program suggests interests from units, groups, referrers and industries; here the city says what follows from each relation. Whoever reported a lead is always recused and what a person declares holds by itself; neither is graded here.',
  'interestGrades.source':
    'Which relations are looked for follows the duty of recusal; what follows from them is our preset. A change holds for rounds not yet open; open ones keep the version of their opening.',
  'interestGrades.referrer': 'Introduced the project',
  'interestGrades.employer': 'Works for the investor',
  'interestGrades.group': 'Unit belongs to the investor’s group',
  'interestGrades.earlier': 'Found to have an interest in an earlier round',
  'interestGrades.sameIndustry': 'Firm in the investor’s class of industry',
  'interestGrades.scoutUnit': 'Same unit as whoever reported it',
  'interestGrades.grade.excludes': 'Recused by rule',
  'interestGrades.grade.decide': 'For the secretariat to decide before the round opens',
  'interestGrades.grade.near': 'Only said',
  'interestGrades.error': 'Please choose what follows.',
  'results.abstained': 'The seat of {unit} abstained {n} times in a row; the rules ask you to look into it.',
  'minutes.basics.versions': 'Limits of disagreement: {dispute}; grades of interests: {grades}.',
  'minutes.basics.version': '{n, plural, =0 {preset} other {version #}}',
};
export default words;
