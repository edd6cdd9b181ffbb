import type {
  FollowThroughSlot,
  LeaderSlot,
  PlanSlot,
  ProjectSlot,
  Slot,
  TeamSlot,
} from '../domain/cage/five-ones';

/** The slots as they are kept: what the rules ask for, and what a city writes beside it. */
export type SlotContents = {
  readonly project: ProjectSlot;
  /** `personId` is the sponsor's account; `handoverNote` says what a predecessor handed over, '' for the first one. */
  readonly leader: LeaderSlot & { readonly personId: string; readonly handoverNote: string };
  readonly team: TeamSlot & { readonly leadPerson: string; readonly serviceOfficerPhone: string };
  readonly plan: PlanSlot;
  readonly followThrough: FollowThroughSlot;
};

/** The slots that people fill; the first one is filled from the lead at admission. */
export const FILLABLE = ['leader', 'team', 'plan', 'followThrough'] as const;
export type FillableSlot = (typeof FILLABLE)[number];

/** A slot together with its content. */
export type FilledSlot = {
  readonly [S in Slot]: { readonly slot: S; readonly content: SlotContents[S] };
}[Slot];

export type SlotRecord = { readonly [S in Slot]?: SlotContents[S] };

/** The slots of a project by name, from their rows. */
export function slotRecord(rows: readonly { readonly slot: Slot; readonly content: string }[]): SlotRecord {
  return Object.fromEntries(rows.map(({ slot, content }) => [slot, JSON.parse(content) as unknown]));
}

const paths: Readonly<Record<FillableSlot, string>> = {
  leader: 'leader',
  team: 'team',
  plan: 'plan',
  followThrough: 'follow-through',
};

/** `/cage/:id/five-ones/follow-through` */
export function slotPath(projectId: string, slot: FillableSlot): string {
  return `/cage/${projectId}/five-ones/${paths[slot]}`;
}

/** The slot that an address names; null for none. */
export function slotOfPath(path: string): FillableSlot | null {
  return FILLABLE.find((slot) => paths[slot] === path) ?? null;
}
