import type { Setting } from '../settings/setting';
import { ELEMENTS, type Element } from './element-demands';

/** How long hosts and departments have, who answers what, and what becomes of a lead that is declined. */
export interface AnswerRules {
  /** Workdays from acceptance, or from the offer, to a host's statement. */
  readonly hostWorkdays: number;
  /** Workdays from acceptance to a department's answer. */
  readonly elementWorkdays: number;
  /** A reminder goes out so many workdays before. */
  readonly remindBefore: number;
  /** Whether a round may not open while a host has said nothing; otherwise the page warns. */
  readonly openingNeedsStatements: 0 | 1;
  /** A declined lead whose scout agrees to be moved goes to the next host by fit without anybody pressing a button. */
  readonly offersByItself: 0 | 1;
  /** Per cent of the credit that stays with who reported first, and for how many years. */
  readonly originShare: number;
  readonly shareYears: number;
  /** Whether only the departments named below may answer. */
  readonly onlyDuty: 0 | 1;
  /** Codes of the units that answer each element; none: every support department may be the one. */
  readonly duties: Readonly<Record<Element, readonly string[]>>;
  readonly [key: string]: number | Readonly<Record<string, readonly string[]>>;
}

const noDuties = Object.fromEntries(
  ELEMENTS.map((element) => [element, []]),
) as unknown as AnswerRules['duties'];

/**
 * 表态与答复规则. Ours: 2 and 3 workdays fit into the 5 that decision rules 5.2 give from intake to the opening of a
 * round. Share and years after Ningde (lead-form rule 3.6.5, [ND]): 5:5 for five years.
 */
export const answerRules: Setting<AnswerRules> = {
  key: 'answer-rules',
  preset: {
    hostWorkdays: 2,
    elementWorkdays: 3,
    remindBefore: 1,
    openingNeedsStatements: 0,
    offersByItself: 1,
    originShare: 50,
    shareYears: 5,
    onlyDuty: 0,
    duties: noDuties,
  },
  read(stored) {
    const given = stored as AnswerRules;
    const limits = { hostWorkdays: [1, 60], elementWorkdays: [1, 60], remindBefore: [0, 20] } as const;
    const shares = { originShare: [0, 100], shareYears: [0, 50] } as const;
    const switches = { openingNeedsStatements: [0, 1], offersByItself: [0, 1], onlyDuty: [0, 1] } as const;
    for (const [name, [least, most]] of Object.entries({ ...limits, ...shares, ...switches })) {
      const value = given[name];
      if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
        throw new Error(`${name} is not a whole number from ${least} to ${most}`);
    }
    const duties = ELEMENTS.map((element) => [element, codes(given.duties[element], element)] as const);
    const { hostWorkdays, elementWorkdays, remindBefore, originShare, shareYears } = given;
    const { openingNeedsStatements, offersByItself, onlyDuty } = given;
    return {
      ...{ hostWorkdays, elementWorkdays, remindBefore, originShare, shareYears },
      ...{ openingNeedsStatements, offersByItself, onlyDuty },
      duties: Object.fromEntries(duties) as AnswerRules['duties'],
    };
  },
};

function codes(value: unknown, element: string): readonly string[] {
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string'))
    throw new Error(`the units of ${element} are not a list of codes`);
  return value as string[];
}

/** Whether a unit is asked about an element: named for it, or nobody is. */
export function isDutyOf({ duties }: AnswerRules, element: Element, unitCode: string): boolean {
  const named = duties[element];
  return named.length === 0 || named.includes(unitCode);
}
