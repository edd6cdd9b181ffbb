import type { RuleSet } from './rule-set';

/** Rule set R1, the one a new installation starts with. The figures are settings, not law: a city may publish an R2. */
export const R1: RuleSet = {
  code: 'R1',
  name: { zh: '预审规则R1', en: 'Pre-review rules R1' },
  decides: 'scores',
  round: { fewestLeads: 1, mostLeads: 20 },
  quorum: {
    share: { num: 2, den: 3 },
    perKind: { park: 1, support: 1, institute: 1, enterprise: 1 },
    mandatoryFunctions: ['naturalResources', 'ecology', 'emergency', 'development'],
  },
  score: { trim: { from: 5, lowest: 1, highest: 1 }, passMark: 70, floor: 60 },
  vote: { agreeShare: { num: 2, den: 3 }, agreeFloor: { num: 1, den: 2 } },
  veto: { confirmed: 'reject', unresolved: ['consult'] },
  borderline: {
    choices: ['consult', 'resubmit', 'defer'],
    consultWorkdays: 10,
    resubmitWorkdays: 15,
    mostResubmissions: 2,
    deferMonths: 12,
  },
  condition: { allowed: true, backToPanelAfterDays: 30 },
  extension: { most: 1, workdays: 3 },
  closing: { byClock: false },
  reminders: { hoursBefore: [72, 24, 2], dayFrom: '08:30', dayTo: '18:00' },
  secondLook: { allowed: true },
  outlier: { distance: 3 },
  abstention: { flagAfter: 3 },
  terms: { answer: 1, intake: 3, intakeLarge: 5, roundOpen: 5, letter: 1 },
};
