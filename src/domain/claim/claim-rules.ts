import type { Setting } from '../settings/setting';

/** The terms of first reports; days of the calendar unless named otherwise. */
export type ClaimRules = {
  /** Protection from passing intake. */
  readonly protectionDays: number;
  /** Protection from admission. */
  readonly admittedDays: number;
  /** Without a follow-up for so long the light turns amber and the scout is told. */
  readonly amberAfterDays: number;
  /** Without one for so long the first report lapses. */
  readonly lapseAfterDays: number;
  /** Workdays in which a blocked scout may file a dispute, and the holder may answer it. */
  readonly disputeWorkdays: number;
  /** From this total investment on, in 万元, the leading group rules on a dispute. */
  readonly leadingGroupFromWan: number;
};

/** Each rule with the least and the most that a city may set. */
export const CLAIM_RULE_BOUNDS: Readonly<Record<keyof ClaimRules, readonly [least: number, most: number]>> = {
  protectionDays: [7, 730],
  admittedDays: [7, 1460],
  amberAfterDays: [1, 365],
  lapseAfterDays: [2, 730],
  disputeWorkdays: [1, 60],
  leadingGroupFromWan: [1, 10_000_000],
};

/** Preset: rule set for v1 of lead-form 3.6 (ours); 10 亿 after the first-report rights of `[CQ]` and `[HN25]`. */
export const claimRules: Setting<ClaimRules> = {
  key: 'claim-rules',
  preset: {
    protectionDays: 90,
    admittedDays: 180,
    amberAfterDays: 30,
    lapseAfterDays: 60,
    disputeWorkdays: 5,
    leadingGroupFromWan: 100_000,
  },
  read(stored) {
    const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
    const number = (name: keyof ClaimRules): number => {
      const value = given[name];
      const [least, most] = CLAIM_RULE_BOUNDS[name];
      if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
        throw new Error(`${name} is not a whole number from ${least} to ${most}`);
      return value;
    };
    const rules: ClaimRules = {
      protectionDays: number('protectionDays'),
      admittedDays: number('admittedDays'),
      amberAfterDays: number('amberAfterDays'),
      lapseAfterDays: number('lapseAfterDays'),
      disputeWorkdays: number('disputeWorkdays'),
      leadingGroupFromWan: number('leadingGroupFromWan'),
    };
    if (rules.lapseAfterDays <= rules.amberAfterDays)
      throw new Error('a first report has to turn amber before it lapses');
    return rules;
  },
};
