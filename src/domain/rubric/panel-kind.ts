/** The four kinds of panelist: parks, departments that supply land and energy, research institutes, local firms. */
export const PANEL_KINDS = ['park', 'support', 'institute', 'enterprise'] as const;
export type PanelKind = (typeof PANEL_KINDS)[number];

/**
 * What a support seat speaks for, where a rule names it: a mandatory seat, or the seat that confirms a veto. A seat
 * without such a duty has none.
 */
export const SEAT_FUNCTIONS = [
  'naturalResources',
  'ecology',
  'emergency',
  'development',
  'industry',
  'marketRegulation',
  'justice',
  'housing',
  'commerce',
] as const;
export type SeatFunction = (typeof SEAT_FUNCTIONS)[number];

export const isPanelKind = (text: string): text is PanelKind =>
  (PANEL_KINDS as readonly string[]).includes(text);
export const isSeatFunction = (text: string): text is SeatFunction =>
  (SEAT_FUNCTIONS as readonly string[]).includes(text);
