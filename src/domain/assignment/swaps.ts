/** Two to the twentieth: an item's index and a difference of points in one whole number. */
const itemLimit = 1_048_576;
const offset = 1_000_000;

/**
 * For each pair of seats and each level of difficulty, the cheapest item that the first could hand to the second.
 * Entries are not taken out when they no longer hold, but when they come up; each is a number made of the difference
 * of points and the item, so that among equals the one earlier on the agenda is found.
 */
export class Swaps {
  private readonly heaps: (number[] | undefined)[];

  constructor(private readonly seats: number) {
    this.heaps = new Array<number[] | undefined>(seats * seats * 3);
  }

  add(from: number, to: number, level: number, item: number, points: number): void {
    if (item >= itemLimit) throw new RangeError(`more than ${itemLimit} items`);
    const at = (from * this.seats + to) * 3 + level;
    push((this.heaps[at] ??= []), (points + offset) * itemLimit + item);
  }

  /** The item of the cheapest entry that `holds`, or -1. Entries before it that do not are dropped for good. */
  cheapest(from: number, to: number, level: number, holds: (item: number) => boolean): number {
    const heap = this.heaps[(from * this.seats + to) * 3 + level];
    if (heap === undefined) return -1;
    for (let top = heap[0]; top !== undefined; top = heap[0]) {
      const item = top % itemLimit;
      if (holds(item)) return item;
      pop(heap);
    }
    return -1;
  }
}

function push(heap: number[], value: number): void {
  let at = heap.length;
  heap.push(value);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const upper = heap[above] ?? value;
    if (upper <= value) break;
    heap[at] = upper;
    at = above;
  }
  heap[at] = value;
}

function pop(heap: number[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if ((heap[below + 1] ?? Infinity) < (heap[below] ?? 0)) below += 1;
    const lower = heap[below] ?? 0;
    if (lower >= last) break;
    heap[at] = lower;
    at = below;
  }
  heap[at] = last;
}
