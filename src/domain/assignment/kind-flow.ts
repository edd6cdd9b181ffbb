import { loadPoints, mismatchPoints, type EvenShares } from './cost';
import type { KindProblem } from './assignment';
import type { Difficulty } from './difficulty';
import { Swaps } from './swaps';

const levels = 3;

/**
 * The cheapest assignment of one kind, as a flow of least cost by successive shortest paths: one place after another is
 * filled along the cheapest chain of changes (this item to that seat, which hands one of its own to another seat, and so
 * on), and after each the assignment is the cheapest there is for what has been filled.
 *
 * The network: an item leads to each seat that may judge it; a seat is three nodes in a row, one for each level of
 * difficulty, because what a seat is charged for hard items, for demanding ones and for items at all are costs of nested
 * counts; the last leads out, as often as the cap allows. Items that have their seats are not nodes of their own: what
 * could go through them stands in `Swaps`. Potentials keep every reduced cost at zero or above, so that each search is
 * Dijkstra's and ends at the way out.
 */
export class KindFlow {
  /** Row by row for each item: 1 where the seat has it. */
  readonly has: Uint8Array;
  private readonly grades: Int8Array;
  private readonly held: Int32Array;
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly settled: Uint8Array;
  private readonly before: Int32Array;
  private readonly viaItem: Int32Array;
  private readonly swaps: Swaps;
  private readonly columns: number;

  constructor(
    private readonly problem: KindProblem,
    private readonly difficulties: readonly Difficulty[],
    private readonly shares: EvenShares,
  ) {
    const { grades, seats } = problem;
    this.columns = seats.length;
    this.has = new Uint8Array(grades.length);
    this.grades = grades;
    const nodes = this.columns * levels;
    this.held = new Int32Array(nodes);
    this.potential = new Float64Array(nodes);
    this.distance = new Float64Array(nodes);
    this.settled = new Uint8Array(nodes);
    this.before = new Int32Array(nodes);
    this.viaItem = new Int32Array(nodes);
    this.swaps = new Swaps(this.columns, (item, from, to) => this.canHand(item, from, to));
  }

  /** Gives the item one seat more; false when there is none, whatever is changed. */
  fill(item: number): boolean {
    const end = this.search(item);
    if (end < 0) return false;
    this.change(item, end);
    return true;
  }

  /** Dijkstra from an item. @returns the seat at whose way out the cheapest path ends, or -1 */
  private search(item: number): number {
    const { columns, distance, potential, settled, before, viaItem } = this;
    distance.fill(Infinity);
    settled.fill(0);
    const level = this.levelOf(item);
    for (let seat = 0; seat < columns; seat += 1) {
      if (!this.mayTake(item, seat)) continue;
      const node = seat * levels + level;
      distance[node] = this.cost(item, seat) - num(potential, node);
      before[node] = -1;
      viaItem[node] = item;
    }
    let nearest = Infinity;
    let end = -1;
    for (let node = this.next(); node >= 0; node = this.next()) {
      if (num(distance, node) >= nearest) break;
      settled[node] = 1;
      const out = this.wayOut(node);
      if (num(distance, node) + out < nearest) {
        nearest = num(distance, node) + out;
        end = (node - (node % levels)) / levels;
      }
      this.relax(node);
    }
    if (end >= 0) this.shift(nearest);
    return end;
  }

  /** The node that is nearest and not settled, or -1. */
  private next(): number {
    let found = -1;
    let least = Infinity;
    for (let node = 0; node < this.distance.length; node += 1) {
      if (num(this.settled, node) === 0 && num(this.distance, node) < least) {
        least = num(this.distance, node);
        found = node;
      }
    }
    return found;
  }

  private relax(node: number): void {
    const level = node % levels;
    const seat = (node - level) / levels;
    if (level > 0) this.reach(node, node - 1, this.nextPoints(node), -1);
    if (level < levels - 1 && num(this.held, node + 1) > 0)
      this.reach(node, node + 1, -this.lastPoints(node + 1), -1);
    if (num(this.held, node) === 0) return;
    for (let other = 0; other < this.columns; other += 1) {
      const to = other * levels + level;
      // No reduced cost is below zero, so that what is as near already cannot be reached more cheaply from here.
      if (other === seat || num(this.distance, to) <= num(this.distance, node)) continue;
      const item = this.swaps.cheapest(seat, other, level);
      if (item >= 0) this.reach(node, to, this.cost(item, other) - this.cost(item, seat), item);
    }
  }

  private reach(from: number, to: number, points: number, item: number): void {
    if (num(this.settled, to) === 1) return;
    const through = num(this.distance, from) + points + num(this.potential, from) - num(this.potential, to);
    if (through >= num(this.distance, to)) return;
    this.distance[to] = through;
    this.before[to] = from;
    this.viaItem[to] = item;
  }

  /** Reduced cost of one item more at a seat, from its lowest node; Infinity when the seat is full. */
  private wayOut(node: number): number {
    if (node % levels !== 0 || num(this.held, node) >= this.problem.most) return Infinity;
    return this.nextPoints(node) + num(this.potential, node);
  }

  /** The way out keeps its potential of zero; nodes nearer than it come down to it. */
  private shift(nearest: number): void {
    for (let node = 0; node < this.distance.length; node += 1) {
      if (num(this.settled, node) === 1)
        this.potential[node] = num(this.potential, node) + Math.min(0, num(this.distance, node) - nearest);
    }
  }

  /** Carries out the changes along the path that ends at a seat. */
  private change(item: number, end: number): void {
    let node = end * levels;
    this.held[node] = num(this.held, node) + 1;
    for (;;) {
      const from = num(this.before, node);
      const moved = num(this.viaItem, node);
      const seat = Math.floor(node / levels);
      if (from < 0) {
        this.give(item, seat);
        return;
      }
      if (moved >= 0) {
        this.take(moved, Math.floor(from / levels));
        this.give(moved, seat);
      } else if (from > node) this.held[from] = num(this.held, from) + 1;
      else this.held[node] = num(this.held, node) - 1;
      node = from;
    }
  }

  private give(item: number, seat: number): void {
    this.has[item * this.columns + seat] = 1;
    for (let other = 0; other < this.columns; other += 1) this.offer(item, seat, other);
  }

  private take(item: number, seat: number): void {
    this.has[item * this.columns + seat] = 0;
    for (let holder = 0; holder < this.columns; holder += 1) this.offer(item, holder, seat);
  }

  private offer(item: number, from: number, to: number): void {
    if (from === to || !this.canHand(item, from, to)) return;
    this.swaps.add(from, to, this.levelOf(item), item, this.grade(item, to) - this.grade(item, from));
  }

  private canHand(item: number, from: number, to: number): boolean {
    return num(this.has, item * this.columns + from) === 1 && this.mayTake(item, to);
  }

  private mayTake(item: number, seat: number): boolean {
    const at = item * this.columns + seat;
    return num(this.has, at) === 0 && num(this.grades, at) >= 0;
  }

  private cost(item: number, seat: number): number {
    return mismatchPoints * this.grade(item, seat);
  }

  private grade(item: number, seat: number): number {
    return num(this.grades, item * this.columns + seat);
  }

  private nextPoints(node: number): number {
    return loadPoints(num(this.held, node) + 1, this.shares[node % levels] ?? 1);
  }

  private lastPoints(node: number): number {
    return loadPoints(num(this.held, node), this.shares[node % levels] ?? 1);
  }

  private levelOf(item: number): number {
    return (this.difficulties[item] ?? 1) - 1;
  }
}

/** An entry of a list that is as long as the index says. */
const num = (list: Int8Array | Uint8Array | Int32Array | Float64Array, at: number): number => list[at] ?? 0;
