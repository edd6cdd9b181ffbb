import { refuse, type Refusal } from '../shared/refusal';
import { SEAT_FUNCTIONS } from './panel-kind';
import { CONFIRMED_VETOES, DECIDES, RULINGS, type RuleSet, type Share } from './rule-set';

/** A code is a key of stored records and part of what a minute says: `R1`, `R2-2027`. */
const CODE = /^[A-Z][A-Za-z0-9-]{0,15}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** Ninety days: no round is open longer. */
const MOST_HOURS = 2160;

/** Everything wrong with a rule set; empty when it can be published. */
export function checkRuleSet(rules: RuleSet): readonly Refusal[] {
  const { score, vote, quorum, borderline, veto, reminders, round } = rules;
  const checks: readonly (readonly [boolean, string])[] = [
    [CODE.test(rules.code), 'ruleCodeUnusable'],
    [rules.name.zh.trim() !== '' && rules.name.en.trim() !== '', 'ruleNameMissing'],
    [wholeFigures(rules).every((count) => Number.isSafeInteger(count) && count >= 0), 'ruleNotWhole'],
    [[quorum.share, vote.agreeShare, vote.agreeFloor].every(isShare), 'shareUnusable'],
    [score.floor <= score.passMark && score.passMark <= 100, 'marksCrossed'],
    [vote.agreeFloor.num * vote.agreeShare.den <= vote.agreeShare.num * vote.agreeFloor.den, 'sharesCrossed'],
    [score.trim.from > score.trim.lowest + score.trim.highest, 'trimLeavesNothing'],
    [borderline.choices.length > 0 && veto.unresolved.length > 0, 'noRulingLeft'],
    [
      borderline.choices.length === 0 ||
        veto.unresolved.every((ruling) => borderline.choices.includes(ruling)),
      'vetoRulingNotOpen',
    ],
    [round.fewestLeads >= 1 && round.fewestLeads <= round.mostLeads, 'leadCountsCrossed'],
    [reminders.hoursBefore.every(isHour) && once(reminders.hoursBefore), 'reminderHoursUnusable'],
    [
      TIME.test(reminders.dayFrom) && TIME.test(reminders.dayTo) && reminders.dayFrom < reminders.dayTo,
      'reminderTimesCrossed',
    ],
    [isKnown(rules), 'ruleChoiceUnknown'],
  ];
  return checks.filter(([kept]) => !kept).map(([, because]) => refuse(because));
}

function wholeFigures(rules: RuleSet): readonly number[] {
  const { score, quorum, borderline, round } = rules;
  return [
    round.fewestLeads,
    round.mostLeads,
    ...Object.values(quorum.perKind),
    ...Object.values(score.trim),
    ...Object.values(rules.terms),
    ...Object.values(rules.extension),
    borderline.consultWorkdays,
    borderline.resubmitWorkdays,
    borderline.mostResubmissions,
    borderline.deferMonths,
    rules.condition.backToPanelAfterDays,
    rules.outlier.distance,
    rules.abstention.flagAfter,
    score.passMark,
    score.floor,
  ];
}

/** Every choice is one that the program knows, and no list names one twice. */
function isKnown({ decides, veto, borderline, quorum }: RuleSet): boolean {
  const { choices } = borderline;
  const { mandatoryFunctions } = quorum;
  return (
    DECIDES.includes(decides) &&
    CONFIRMED_VETOES.includes(veto.confirmed) &&
    [...choices, ...veto.unresolved].every((ruling) => RULINGS.includes(ruling)) &&
    mandatoryFunctions.every((duty) => SEAT_FUNCTIONS.includes(duty)) &&
    [choices, veto.unresolved, mandatoryFunctions].every(once)
  );
}

const isHour = (hours: number): boolean => Number.isSafeInteger(hours) && hours > 0 && hours <= MOST_HOURS;
const once = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

function isShare({ num, den }: Share): boolean {
  return (
    Number.isSafeInteger(num) && Number.isSafeInteger(den) && num >= 0 && den > 0 && num <= den && den <= 1000
  );
}
