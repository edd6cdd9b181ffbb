import { PANEL_KINDS, SEAT_FUNCTIONS, type PanelKind } from '../domain/rubric/panel-kind';
import type { RuleChapter } from '../domain/rubric/rule-sentences';
import { CONFIRMED_VETOES, DECIDES, RULINGS, type RuleSet, type Share } from '../domain/rubric/rule-set';

/** What stands in the boxes of the form: one text for each control, a list for the boxes that may be ticked. */
export type TypedRules = Readonly<Record<string, string | readonly string[]>>;

/** A control of the form: what it takes, what it offers, and what it holds for a given rule set. */
export interface RuleField {
  readonly name: string;
  readonly kind: 'text' | 'whole' | 'share' | 'hours' | 'choice' | 'list';
  /** What may be chosen; none for what is typed. */
  readonly options: readonly string[];
  readonly of: (rules: RuleSet) => string | readonly string[];
}

const YES_NO = ['yes', 'no'] as const;

const field = (
  name: string,
  kind: RuleField['kind'],
  of: RuleField['of'],
  options: readonly string[] = [],
): RuleField => ({ name, kind, options, of });
const whole = (name: string, of: (rules: RuleSet) => number): RuleField =>
  field(name, 'whole', (rules) => String(of(rules)));
const share = (name: string, of: (rules: RuleSet) => Share): RuleField =>
  field(name, 'share', (rules) => `${of(rules).num}/${of(rules).den}`);
const yesNo = (name: string, of: (rules: RuleSet) => boolean): RuleField =>
  field(name, 'choice', (rules) => (of(rules) ? 'yes' : 'no'), YES_NO);

export const kindField = (kind: PanelKind): string => `fewest-${kind}`;

/** The form, chapter by chapter as the rules are read out; first what they are called. */
export const RULE_FORM: readonly {
  readonly chapter: RuleChapter | 'name';
  readonly fields: readonly RuleField[];
}[] = [
  {
    chapter: 'name',
    fields: [
      field('code', 'text', ({ code }) => code),
      field('nameZh', 'text', ({ name }) => name.zh),
      field('nameEn', 'text', ({ name }) => name.en),
    ],
  },
  {
    chapter: 'round',
    fields: [
      whole('fewestLeads', ({ round }) => round.fewestLeads),
      whole('mostLeads', ({ round }) => round.mostLeads),
      whole('termAnswer', ({ terms }) => terms.answer),
      whole('termIntake', ({ terms }) => terms.intake),
      whole('termIntakeLarge', ({ terms }) => terms.intakeLarge),
      whole('termRoundOpen', ({ terms }) => terms.roundOpen),
      field('reminderHours', 'hours', ({ reminders }) => reminders.hoursBefore.join(', ')),
      field('reminderFrom', 'text', ({ reminders }) => reminders.dayFrom),
      field('reminderTo', 'text', ({ reminders }) => reminders.dayTo),
      yesNo('byClock', ({ closing }) => closing.byClock),
      whole('mostExtensions', ({ extension }) => extension.most),
      whole('extensionWorkdays', ({ extension }) => extension.workdays),
    ],
  },
  {
    chapter: 'quorum',
    fields: [
      share('quorumShare', ({ quorum }) => quorum.share),
      ...PANEL_KINDS.map((kind) => whole(kindField(kind), ({ quorum }) => quorum.perKind[kind])),
      field('mandatoryFunctions', 'list', ({ quorum }) => quorum.mandatoryFunctions, SEAT_FUNCTIONS),
    ],
  },
  {
    chapter: 'score',
    fields: [
      field('decides', 'choice', ({ decides }) => decides, DECIDES),
      whole('passMark', ({ score }) => score.passMark),
      whole('floor', ({ score }) => score.floor),
      whole('trimFrom', ({ score }) => score.trim.from),
      whole('trimHighest', ({ score }) => score.trim.highest),
      whole('trimLowest', ({ score }) => score.trim.lowest),
      whole('outlierDistance', ({ outlier }) => outlier.distance),
    ],
  },
  {
    chapter: 'vote',
    fields: [
      share('agreeShare', ({ vote }) => vote.agreeShare),
      share('agreeFloor', ({ vote }) => vote.agreeFloor),
      whole('flagAfter', ({ abstention }) => abstention.flagAfter),
    ],
  },
  {
    chapter: 'veto',
    fields: [
      field('vetoConfirmed', 'choice', ({ veto }) => veto.confirmed, CONFIRMED_VETOES),
      field('vetoRulings', 'list', ({ veto }) => veto.unresolved, RULINGS),
    ],
  },
  {
    chapter: 'chair',
    fields: [
      field('rulings', 'list', ({ borderline }) => borderline.choices, RULINGS),
      whole('consultWorkdays', ({ borderline }) => borderline.consultWorkdays),
      whole('resubmitWorkdays', ({ borderline }) => borderline.resubmitWorkdays),
      whole('mostResubmissions', ({ borderline }) => borderline.mostResubmissions),
      whole('deferMonths', ({ borderline }) => borderline.deferMonths),
    ],
  },
  {
    chapter: 'after',
    fields: [
      whole('termLetter', ({ terms }) => terms.letter),
      yesNo('conditionAllowed', ({ condition }) => condition.allowed),
      whole('conditionDays', ({ condition }) => condition.backToPanelAfterDays),
      yesNo('secondLook', ({ secondLook }) => secondLook.allowed),
    ],
  },
];

export const RULE_FIELDS: readonly RuleField[] = RULE_FORM.flatMap(({ fields }) => fields);

/** The form filled with a rule set. */
export function typedFrom(rules: RuleSet): TypedRules {
  return Object.fromEntries(RULE_FIELDS.map(({ name, of }) => [name, of(rules)]));
}
