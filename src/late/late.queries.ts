import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { holds, type Viewer } from '../domain/access/viewer';
import { standingOf, workdaysLate, type PromiseStanding } from '../domain/promise/due';
import { addDays, endOfDay, type Day, type Instant } from '../domain/shared/instant';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { PromiseSources, type PromiseLine } from '../promises/promise-sources.service';
import { PromiseTimes, type PromiseTime } from '../promises/promise-times.service';

/** A promise with its pauses reckoned in. */
export interface RunningPromise extends PromiseLine {
  readonly kind: string;
  readonly pausable: boolean;
  /** With its pauses. */
  readonly endsAt: Instant;
  readonly pausedUntil: Day | null;
  readonly standing: PromiseStanding;
  /** 0 while it is in time. */
  readonly workdaysLate: number;
}

/** Of each kind the lines due first; a list that is longer says so. */
export const mostOfKind = 2000;

export interface LateList {
  readonly rows: readonly RunningPromise[];
  /** Kinds of which there are more than were looked at. */
  readonly cut: readonly string[];
  readonly time: PromiseTime;
}

/** What runs, is due and is late, over every kind of promise: the one place that reckons pauses in. */
@Injectable()
export class LateQueries {
  constructor(
    private readonly reader: Reader,
    private readonly sources: PromiseSources,
    private readonly times: PromiseTimes,
    private readonly interests: LeadInterestsQueries,
  ) {}

  /**
   * Every promise that a person may see, due first first: overseers see all but what an interest keeps from them,
   * everybody else what is their own turn. `only` 'near' leaves out what is not late, due soon or paused.
   */
  async list(viewer: Viewer, only: 'near' | 'all', most = mostOfKind): Promise<LateList> {
    const time = await this.times.time();
    const list = await this.all(this.reader, time, only === 'near' ? nearEnough(time) : null, null, most);
    const seen = list.rows.filter((row) => isSeen(viewer, row));
    const leadIds = [...new Set(seen.flatMap(({ leadId }) => leadId ?? []))];
    const kept = await this.interests.keptFrom(this.reader, viewer, leadIds);
    return { ...list, rows: seen.filter(({ leadId }) => leadId === null || !kept.has(leadId)), time };
  }

  /** The promises of one lead. The caller has decided that the viewer may see it. */
  async ofLead(leadId: string, source: Source = this.reader): Promise<LateList> {
    const time = await this.times.time(source === this.reader ? undefined : source);
    return { ...(await this.all(source, time, null, [leadId])), time };
  }

  /** For the job: whatever is late or due soon, whoever may see it. */
  async near(): Promise<LateList> {
    const time = await this.times.time();
    return { ...(await this.all(this.reader, time, nearEnough(time), null)), time };
  }

  /** The kinds there are, in the order of registration. */
  get kinds(): readonly string[] {
    return this.sources.all.map(({ kind }) => kind);
  }

  private async all(
    source: Source,
    time: PromiseTime,
    dueBefore: Instant | null,
    leadIds: readonly string[] | null,
    most = mostOfKind,
  ): Promise<Omit<LateList, 'time'>> {
    const ask = { ...time, source, dueBefore, leadIds, most };
    const found: { kind: string; pausable: boolean; lines: PromiseLine[] }[] = [];
    for (const promise of this.sources.all)
      found.push({ kind: promise.kind, pausable: promise.pausable, lines: await promise.lines(ask) });
    const pausedLeads = found.flatMap(({ pausable, lines }) =>
      pausable ? lines.flatMap(({ leadId }) => leadId ?? []) : [],
    );
    const pauses = await this.times.pauses(pausedLeads, source);
    const rows = found.flatMap(({ kind, pausable, lines }) =>
      lines.map((line): RunningPromise => {
        const period = { kind, leadId: line.leadId ?? '', begunAt: line.begunAt, dueAt: line.dueAt };
        const end = pausable
          ? this.times.endOf(period, pauses, time)
          : { dueAt: line.dueAt, pausedUntil: null };
        const standing = standingOf(
          { due: end.dueAt, isPaused: end.pausedUntil !== null },
          { ...time, soon: time.limits.soon },
        );
        return {
          ...line,
          kind,
          pausable,
          endsAt: end.dueAt,
          pausedUntil: end.pausedUntil,
          standing,
          workdaysLate: standing === 'late' ? workdaysLate(time.calendar, end.dueAt, time.now) : 0,
        };
      }),
    );
    rows.sort((a, b) => compare(a.endsAt, b.endsAt) || compare(a.subjectId, b.subjectId));
    return { rows, cut: found.filter(({ lines }) => lines.length >= most).map(({ kind }) => kind) };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Due by the end of the last day on which a promise counts as due soon; a few days more, since pauses add to it. */
function nearEnough({ now, calendar, limits }: PromiseTime): Instant {
  const last = calendar.addWorkdays(now, limits.soon);
  return endOfDay(addDays(last.slice(0, 10), 1));
}

/** Whoever watches over all, or whose own turn it is. */
export function isSeen(viewer: Viewer, { turn, ownerId, unitId }: PromiseLine): boolean {
  if (holds(viewer, 'secretariat', 'leadingGroup', 'inspector')) return true;
  if (ownerId !== null) return ownerId === viewer.personId;
  if (turn === 'host' || turn === 'supporter') return holds(viewer, turn) && unitId === viewer.unitId;
  return false;
}
