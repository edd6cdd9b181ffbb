import { together, type Requirement } from './requirements';
import { Ways } from './ways';

/** How likely each seat is to vote before the deadline, 0 to 1. Seats act independently of each other. */
export type SeatChances = ReadonlyMap<string, number>;

/** Both the same where it was worked out; otherwise limits between which it certainly lies. */
export interface Chance {
  readonly least: number;
  readonly most: number;
}

/**
 * The chance that every requirement of every item is met. It is worked out exactly, by going from seat to seat with
 * the chance of each way in which requirements can still be open: no drawing of lots, the same figures always give
 * the same answer. Where items differ in so many ways that these are too many, it lies between the product of the
 * items' own chances and the smallest of them: a seat that votes never hurts, so items do well together (Harris).
 */
export class ChanceOfAll {
  private readonly all: Ways | null;
  private readonly single: readonly (Ways | null)[];

  constructor(items: readonly (readonly Requirement[])[]) {
    this.all = Ways.of(together(items));
    this.single = this.all === null ? items.map((item) => Ways.of(together([item]))) : [];
  }

  of(chances: SeatChances): Chance {
    if (this.all !== null) {
      const chance = this.all.chance(chances);
      return { least: chance, most: chance };
    }
    return {
      // An item that is too much by itself, which no round within the rules is, says nothing.
      least: this.single.reduce((product, ways) => product * (ways?.chance(chances) ?? 0), 1),
      most: Math.min(...this.single.map((ways) => ways?.chance(chances) ?? 1)),
    };
  }
}
