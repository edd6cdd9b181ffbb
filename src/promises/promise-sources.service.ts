import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import type { PromiseLimits } from '../domain/promise/limits';
import type { Turn } from '../domain/promise/turn';
import type { Instant } from '../domain/shared/instant';
import type { WorkCalendar } from '../domain/shared/workdays';

/** One promise that runs: what is due, of which lead or round, whose turn it is, and when it began. */
export interface PromiseLine {
  /** What keeps it apart from the others of its kind; with `begunAt` one period of it. At most 40 characters. */
  readonly subjectId: string;
  /** Null where it is about a round. */
  readonly leadId: string | null;
  /** Of the lead or the round. */
  readonly number: string;
  readonly title: string;
  /** Where it is kept. */
  readonly href: string;
  readonly turn: Turn;
  /** The person whose turn it is; null where it is that of a unit or an office. */
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  /** Null for the secretariat and the chair. */
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly begunAt: Instant;
  /** Without its pauses: whoever lists promises reckons them in. */
  readonly dueAt: Instant;
}

export interface PromiseAsk {
  readonly source: Source;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly limits: PromiseLimits;
  /** Only what is due before, without pauses; null: whatever runs. */
  readonly dueBefore: Instant | null;
  /** Only of these leads; null: of all. */
  readonly leadIds: readonly string[] | null;
  /** More lines than this are not looked at; those due first come first. */
  readonly most: number;
}

/** A kind of promise, entered by the feature that keeps it. Its words are `promises.kind.<kind>`. */
export interface PromiseKind {
  /** At most 20 letters. */
  readonly kind: string;
  /** Whether two people may pause it: not where other rules have fixed its end. */
  readonly pausable: boolean;
  /** The promises that run, in a bounded number of statements. */
  lines(ask: PromiseAsk): Promise<PromiseLine[]>;
}

/** Features enter here what they promise; the page of what is late, the lead's page and the reminders read it. */
@Injectable()
export class PromiseSources {
  private readonly byKind = new Map<string, PromiseKind>();

  /** @throws Error where the kind is taken */
  register(kind: PromiseKind): void {
    if (this.byKind.has(kind.kind)) throw new Error(`the promise ${kind.kind} is registered twice`);
    this.byKind.set(kind.kind, kind);
  }

  get all(): readonly PromiseKind[] {
    return [...this.byKind.values()];
  }

  find(kind: string): PromiseKind | null {
    return this.byKind.get(kind) ?? null;
  }
}
