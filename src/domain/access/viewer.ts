export const ROLES = [
  'scout',
  'panelist',
  'secretariat',
  'host',
  'supporter',
  'sponsor',
  'leadingGroup',
  'inspector',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** A signed-in person, as every rule and query sees them: always the first argument. */
export interface Viewer {
  readonly personId: string;
  readonly account: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly roles: readonly Role[];
  readonly locale: 'zh-CN' | 'en';
}

/** Whoever came through a mailed ballot link: good for one seat in one round and nothing else. */
export interface BallotViewer {
  readonly linkId: string;
  readonly roundId: string;
  readonly roundSeatId: string;
  readonly personId: string;
}

export function holds(viewer: Viewer, ...roles: readonly Role[]): boolean {
  return roles.some((role) => viewer.roles.includes(role));
}
