/** Whose turn it is. */
export const TURNS = ['scout', 'secretariat', 'host', 'supporter', 'chair'] as const;
export type Turn = (typeof TURNS)[number];
