import type { RuleSet } from './rule-set';

/** The rules a city did not yet say anything about when its rule set was published: as R1 has them. */
const SAID_LATER = {
  decides: 'scores',
  veto: { confirmed: 'reject' },
  condition: { allowed: true },
  closing: { byClock: false },
  reminders: { hoursBefore: [72, 24, 2], dayFrom: '08:30', dayTo: '18:00' },
  secondLook: { allowed: true },
} as const;

/** A rule set as it may be stored: one of an earlier year lacks what was thought of later. */
type Stored = Omit<RuleSet, keyof typeof SAID_LATER> & {
  readonly decides?: RuleSet['decides'];
  readonly veto: Pick<RuleSet['veto'], 'unresolved'> & Partial<RuleSet['veto']>;
  readonly condition: Pick<RuleSet['condition'], 'backToPanelAfterDays'> & Partial<RuleSet['condition']>;
} & Partial<Pick<RuleSet, 'closing' | 'reminders' | 'secondLook'>>;

/**
 * The one way to read a stored rule set. Whatever its text does not say is as it was before it could be said, so that
 * a round of any year is decided and explained by the rules it was held under.
 */
export function readRuleSet(text: string): RuleSet {
  const stored = JSON.parse(text) as Stored;
  return {
    ...SAID_LATER,
    ...stored,
    veto: { ...SAID_LATER.veto, ...stored.veto },
    condition: { ...SAID_LATER.condition, ...stored.condition },
  };
}
