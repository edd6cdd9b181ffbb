import { checkRuleSet } from '../domain/rubric/check-rule-set';
import { PANEL_KINDS } from '../domain/rubric/panel-kind';
import type { RuleSet, Share } from '../domain/rubric/rule-set';
import { kindField, RULE_FIELDS, type RuleField, type TypedRules } from './rule-fields';

/** What is wrong beside a control: a key of the catalogue. */
export type RuleErrors = Readonly<Record<string, string>>;

/** More than any rule needs, and little enough to be stored as it was typed. */
const longest = 200;

/** What a page sent, control by control; a control that is not there was left empty. */
export function typedRules(body: Readonly<Record<string, unknown>>): TypedRules {
  return Object.fromEntries(
    RULE_FIELDS.map(({ name, kind, options }): [string, string | readonly string[]] => {
      const given: unknown = body[name];
      if (kind !== 'list') return [name, typeof given === 'string' ? given : ''];
      const list: readonly unknown[] = Array.isArray(given) ? given : [given];
      return [name, options.filter((option) => list.includes(option))];
    }),
  );
}

/** Texts that no draft can hold. */
export function tooLong(typed: TypedRules): RuleErrors {
  const long = RULE_FIELDS.filter(({ name }) => textOf(typed, name).length > longest);
  return Object.fromEntries(long.map(({ name }) => [name, 'rules.error.long']));
}

/** The rules that were meant, or what keeps them from being published, beside the control it is about. */
export function readRules(
  typed: TypedRules,
):
  { readonly rules: RuleSet; readonly errors: null } | { readonly rules: null; readonly errors: RuleErrors } {
  const unreadable = RULE_FIELDS.flatMap((field): [string, string][] => {
    const error = errorIn(field, typed);
    return error === null ? [] : [[field.name, error]];
  });
  if (unreadable.length > 0) return { rules: null, errors: Object.fromEntries(unreadable) };
  const rules = assemble(typed);
  const faults = checkRuleSet(rules);
  if (faults.length === 0) return { rules, errors: null };
  const errors = faults.map(({ because }) => [controlOf[because] ?? 'code', `refusal.${because}`] as const);
  return { rules: null, errors: Object.fromEntries(errors) };
}

function errorIn({ name, kind, options }: RuleField, typed: TypedRules): string | null {
  const text = textOf(typed, name);
  if (kind === 'whole') return /^\d{1,4}$/.test(text) ? null : 'rules.error.whole';
  if (kind === 'share') return shareOf(text) === null ? 'rules.error.share' : null;
  if (kind === 'hours') return hoursOf(text) === null ? 'rules.error.hours' : null;
  if (kind === 'choice') return options.includes(text) ? null : 'rules.error.choice';
  return kind === 'text' && text === '' ? 'form.required' : null;
}

function assemble(typed: TypedRules): RuleSet {
  const text = (name: string): string => textOf(typed, name);
  const whole = (name: string): number => Number(text(name));
  const share = (name: string): Share => shareOf(text(name)) ?? { num: 0, den: 1 };
  const yes = (name: string): boolean => text(name) === 'yes';
  const list = <Code extends string>(name: string): readonly Code[] => listOf(typed, name) as readonly Code[];
  return {
    code: text('code'),
    name: { zh: text('nameZh'), en: text('nameEn') },
    decides: text('decides') as RuleSet['decides'],
    round: { fewestLeads: whole('fewestLeads'), mostLeads: whole('mostLeads') },
    quorum: {
      share: share('quorumShare'),
      perKind: Object.fromEntries(
        PANEL_KINDS.map((kind) => [kind, whole(kindField(kind))]),
      ) as RuleSet['quorum']['perKind'],
      mandatoryFunctions: list('mandatoryFunctions'),
    },
    score: {
      trim: { from: whole('trimFrom'), lowest: whole('trimLowest'), highest: whole('trimHighest') },
      passMark: whole('passMark'),
      floor: whole('floor'),
    },
    vote: { agreeShare: share('agreeShare'), agreeFloor: share('agreeFloor') },
    veto: {
      confirmed: text('vetoConfirmed') as RuleSet['veto']['confirmed'],
      unresolved: list('vetoRulings'),
    },
    borderline: {
      choices: list('rulings'),
      consultWorkdays: whole('consultWorkdays'),
      resubmitWorkdays: whole('resubmitWorkdays'),
      mostResubmissions: whole('mostResubmissions'),
      deferMonths: whole('deferMonths'),
    },
    condition: { allowed: yes('conditionAllowed'), backToPanelAfterDays: whole('conditionDays') },
    extension: { most: whole('mostExtensions'), workdays: whole('extensionWorkdays') },
    closing: { byClock: yes('byClock') },
    reminders: {
      hoursBefore: hoursOf(text('reminderHours')) ?? [],
      dayFrom: text('reminderFrom'),
      dayTo: text('reminderTo'),
    },
    secondLook: { allowed: yes('secondLook') },
    outlier: { distance: whole('outlierDistance') },
    abstention: { flagAfter: whole('flagAfter') },
    terms: {
      answer: whole('termAnswer'),
      intake: whole('termIntake'),
      intakeLarge: whole('termIntakeLarge'),
      roundOpen: whole('termRoundOpen'),
      letter: whole('termLetter'),
    },
  };
}

/** Beside which control a fault of the whole is said. */
const controlOf: Readonly<Record<string, string>> = {
  ruleCodeUnusable: 'code',
  ruleNameMissing: 'nameZh',
  shareUnusable: 'quorumShare',
  marksCrossed: 'floor',
  sharesCrossed: 'agreeFloor',
  trimLeavesNothing: 'trimFrom',
  noRulingLeft: 'rulings',
  vetoRulingNotOpen: 'vetoRulings',
  leadCountsCrossed: 'fewestLeads',
  reminderHoursUnusable: 'reminderHours',
  reminderTimesCrossed: 'reminderFrom',
};

/** As typed on any keyboard: full-width digits and signs count like the others. */
function textOf(typed: TypedRules, name: string): string {
  const given = typed[name];
  return typeof given === 'string' ? given.normalize('NFKC').trim() : '';
}

function listOf(typed: TypedRules, name: string): readonly string[] {
  const given = typed[name];
  return typeof given === 'object' ? given : [];
}

function shareOf(text: string): Share | null {
  const [, num, den] = /^(\d{1,4})\s*\/\s*(\d{1,4})$/.exec(text) ?? [];
  if (num === undefined || den === undefined) return null;
  const share = { num: Number(num), den: Number(den) };
  return share.den > 0 && share.den <= 1000 && share.num <= share.den ? share : null;
}

function hoursOf(text: string): number[] | null {
  const parts = text.split(/[\s,、;]+/).filter((part) => part !== '');
  return parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.map(Number) : null;
}
