/** An industry chain that a lead may belong to. */
export interface ChainChoice {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Who keeps the chain; null where the city has named nobody. */
  readonly keeper: string | null;
}
