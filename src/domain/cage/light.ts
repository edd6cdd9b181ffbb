import type { RefusalDetails } from '../shared/refusal';

/** Grey is a clock that stands still for a stated reason; it is not a colour between the others. */
export const LIGHTS = ['green', 'amber', 'red', 'grey'] as const;
export type Light = (typeof LIGHTS)[number];

/** A light that explains itself: the rule that set it and the figures of its sentence (`light.<because>`). */
export interface ExplainedLight {
  readonly light: Light;
  readonly because: string;
  readonly details: RefusalDetails;
}

const WEIGHT: Readonly<Record<Light, number>> = { grey: 0, green: 1, amber: 2, red: 3 };

/** The light of a project is its worst open item; the first of equals, and null without any. */
export function worst(lights: readonly ExplainedLight[]): ExplainedLight | null {
  return lights.reduce<ExplainedLight | null>(
    (found, next) => (found === null || WEIGHT[next.light] > WEIGHT[found.light] ? next : found),
    null,
  );
}
