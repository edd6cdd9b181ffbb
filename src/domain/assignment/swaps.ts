/** From a seat of the own field to one of none, or back: grades differ by -2 to 2. */
const steps = 5;
const worst = 2;
const levels = 3;

/** Whether the first seat has the item and the second may take it. */
export type MayHand = (item: number, from: number, to: number) => boolean;

/**
 * For each pair of seats and each level of difficulty, the items that the first could hand to the second, by how the
 * match would change. Entries are not taken out when they no longer hold, but when they come up.
 */
export class Swaps {
  private readonly stacks: (number[] | undefined)[];

  constructor(
    private readonly seats: number,
    private readonly mayHand: MayHand,
  ) {
    this.stacks = new Array<number[] | undefined>(seats * seats * levels * steps);
  }

  /** `change` is the grade at the second seat less that at the first. */
  add(from: number, to: number, level: number, item: number, change: number): void {
    const at = this.place(from, to, level) + change + worst;
    const stack = this.stacks[at];
    if (stack === undefined) this.stacks[at] = [item];
    else stack.push(item);
  }

  /** An item whose match changes for the best or least for the worse, or -1; what no longer holds is dropped for good. */
  cheapest(from: number, to: number, level: number): number {
    const first = this.place(from, to, level);
    for (let at = first; at < first + steps; at += 1) {
      const stack = this.stacks[at];
      if (stack === undefined) continue;
      for (let end = stack.length - 1; end >= 0; end -= 1) {
        const item = stack[end] ?? -1;
        if (this.mayHand(item, from, to)) return item;
        stack.pop();
      }
    }
    return -1;
  }

  private place(from: number, to: number, level: number): number {
    return ((from * this.seats + to) * levels + level) * steps;
  }
}
