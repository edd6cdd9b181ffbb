import type { RefusalDetails } from '../shared/refusal';
import { isDay, type Day } from '../shared/instant';

/** The five slots: one project, one leader, one team, one plan, one push to the end. */
export const SLOTS = ['project', 'leader', 'team', 'plan', 'followThrough'] as const;
export type Slot = (typeof SLOTS)[number];

export const CONTACT_RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'quarterly'] as const;
export const REVIEW_RHYTHMS = ['weekly', 'fortnightly', 'monthly'] as const;

export type ProjectSlot = {
  readonly cageNo: string;
  readonly goal: string;
  readonly contractFigures: string;
};
export type LeaderSlot = {
  readonly name: string;
  readonly post: string;
  readonly since: Day;
  readonly contactRhythm: string;
};
export type TeamMember = { readonly name: string; readonly role: string; readonly phone: string };
export type TeamSlot = {
  readonly leadUnit: string;
  readonly members: readonly TeamMember[];
  readonly serviceOfficer: string;
  readonly alternate: string;
};
export type Milestone = {
  readonly title: string;
  readonly owner: string;
  readonly dueOn: Day;
  readonly evidence: string;
};
export type PlanSlot = {
  readonly milestones: readonly Milestone[];
  readonly elementDemands: string;
  readonly risks: string;
};
export type FollowThroughSlot = {
  readonly reviewRhythm: string;
  readonly closingCondition: string;
  readonly nextCheckOn: Day;
  readonly issues: string;
};

export type FiveOnes = {
  readonly project: ProjectSlot;
  readonly leader: LeaderSlot;
  readonly team: TeamSlot;
  readonly plan: PlanSlot;
  readonly followThrough: FollowThroughSlot;
};

/** What a slot lacks; `field` is the path of the form control, such as `members[0][phone]`. */
export interface SlotProblem {
  readonly field: string;
  readonly because: string;
  readonly details?: RefusalDetails;
}

type Checks = { readonly [S in Slot]: (content: FiveOnes[S]) => readonly SlotProblem[] };

/**
 * What makes each slot complete. Contract figures, element demands, risks and open issues may stay empty: they come
 * with the stages, and a slot that could only be filled by invention would be filled by invention.
 */
const CHECKS: Checks = {
  project: ({ cageNo, goal }) => texts({ cageNo, goal }),
  leader: ({ name, post, since, contactRhythm }) => [
    ...texts({ name, post }),
    ...day('since', since),
    ...oneOf('contactRhythm', contactRhythm, CONTACT_RHYTHMS),
  ],
  team: ({ leadUnit, members, serviceOfficer, alternate }) => [
    ...texts({ leadUnit, serviceOfficer, alternate }),
    ...(members.length === 0 ? [{ field: 'members', because: 'teamWithoutMember' }] : []),
    ...members.flatMap(({ name, role, phone }, at) => texts({ name, role, phone }, `members[${at}]`)),
  ],
  plan: ({ milestones }) => [
    ...(milestones.length === 0 ? [{ field: 'milestones', because: 'planWithoutMilestone' }] : []),
    ...milestones.flatMap(({ title, owner, dueOn, evidence }, at) => [
      ...texts({ title, owner, evidence }, `milestones[${at}]`),
      ...day(`milestones[${at}][dueOn]`, dueOn),
    ]),
  ],
  followThrough: ({ reviewRhythm, closingCondition, nextCheckOn }) => [
    ...oneOf('reviewRhythm', reviewRhythm, REVIEW_RHYTHMS),
    ...texts({ closingCondition }),
    ...day('nextCheckOn', nextCheckOn),
  ],
};

/** What keeps a slot from being complete; empty when it is. */
export function checkSlot<S extends Slot>(slot: S, content: FiveOnes[S]): readonly SlotProblem[] {
  return CHECKS[slot](content);
}

/** Slots that are empty or incomplete, in their order. */
export function missingSlots(record: { readonly [S in Slot]?: FiveOnes[S] | null }): readonly Slot[] {
  const incomplete = <S extends Slot>(slot: S): boolean => {
    const content = record[slot];
    return content === undefined || content === null || checkSlot(slot, content).length > 0;
  };
  return SLOTS.filter((slot) => incomplete(slot));
}

function texts(fields: Readonly<Record<string, string>>, within?: string): readonly SlotProblem[] {
  return Object.entries(fields)
    .filter(([, text]) => text.trim() === '')
    .map(([name]) => ({ field: within === undefined ? name : `${within}[${name}]`, because: 'textMissing' }));
}

function day(field: string, text: string): readonly SlotProblem[] {
  if (text.trim() === '') return [{ field, because: 'dayMissing' }];
  return isDay(text) ? [] : [{ field, because: 'dayUnreadable' }];
}

function oneOf(field: string, text: string, known: readonly string[]): readonly SlotProblem[] {
  return known.includes(text) ? [] : [{ field, because: 'choiceMissing' }];
}
