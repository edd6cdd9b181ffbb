import type { ExplainedLight } from '../cage/light';
import type { RuleSet } from '../rubric/rule-set';
import { beijingDay, daysBetween, type Day, type Instant } from '../shared/instant';
import { defineMachine } from '../shared/machine';
import { firstRefusal, refuse, type Refusal } from '../shared/refusal';

/**
 * A condition of admission: `proposed` until its item is admitted, then `open`; `reported` when somebody says that it
 * is fulfilled, `met` when a second person has checked. `returned`: it was missed for so long that the lead went back
 * to the panel. `dropped`: it never came into force.
 */
export const CONDITION_STATES = ['proposed', 'open', 'reported', 'met', 'returned', 'dropped'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

/** The facts of a check: who reported, who checks. */
export interface CheckFacts {
  readonly reportedBy: string | null;
  readonly by: string;
  readonly note: string;
}

const secondPerson = ({ reportedBy, by }: CheckFacts): Refusal | null =>
  reportedBy === by ? refuse('conditionSecondPerson') : null;
const withNote = ({ note }: { readonly note: string }): Refusal | null =>
  note.trim() === '' ? refuse('reasonMissing') : null;

export const conditionMachine = defineMachine({
  name: 'condition',
  moves: {
    drop: { from: ['proposed'], to: 'dropped' },
    begin: { from: ['proposed'], to: 'open' },
    report: { from: ['open'], to: 'reported', refusal: withNote },
    confirm: { from: ['reported'], to: 'met', refusal: secondPerson },
    sendBack: {
      from: ['reported'],
      to: 'open',
      refusal: (facts: CheckFacts) =>
        firstRefusal(
          () => secondPerson(facts),
          () => withNote(facts),
        ),
    },
    giveUp: { from: ['open', 'reported'], to: 'returned' },
  },
});
export type ConditionMove = keyof typeof conditionMachine.moves;

/** Whether rules let an item be admitted on conditions; rules that do not ask the question do. */
export function admitsOnConditions(
  rule: RuleSet['condition'] & { readonly allowed?: boolean | undefined },
): boolean {
  return rule.allowed !== false;
}

/** The most conditions one admission may carry. */
export const MOST_CONDITIONS = 8;

/** Whether such a condition may be set. */
export function checkCondition(
  given: { readonly text: string; readonly dueOn: Day },
  facts: { readonly today: Day; readonly present: number },
): Refusal | null {
  const { today, present } = facts;
  return firstRefusal(
    () => (given.text.trim() === '' ? refuse('conditionTextMissing') : null),
    () => (given.dueOn > today ? null : refuse('conditionDayPast', { today })),
    () => (present < MOST_CONDITIONS ? null : refuse('conditionsTooMany', { most: MOST_CONDITIONS })),
  );
}

/**
 * The light of a project's conditions, by the earliest that is still open: amber from the day after it was due, red
 * when it is missed for more than `redAfterDays`, and red while the project is back with the panel.
 */
export function conditionLight(
  facts: { readonly dueOn: Day; readonly now: Instant; readonly recalled: boolean },
  redAfterDays: number,
): ExplainedLight {
  const { dueOn: due, now, recalled } = facts;
  const days = daysBetween(due, beijingDay(now));
  if (recalled) return { light: 'red', because: 'conditionReturned', details: { due, days } };
  if (days <= 0) return { light: 'green', because: 'conditionInTime', details: { due } };
  return {
    light: days > redAfterDays ? 'red' : 'amber',
    because: 'conditionLate',
    details: { due, days, after: redAfterDays },
  };
}

/** Missed so long that the lead goes back to the panel: more than `afterDays` days after the day it was due. */
export function isBackToPanel(dueOn: Day, now: Instant, afterDays: number): boolean {
  return daysBetween(dueOn, beijingDay(now)) > afterDays;
}
