import { existsSync, readFileSync } from 'node:fs';

/** The value below which this share of sorted values lies: 0.99 for the 99th percentile, 1 for the largest. */
export function shareOf(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The most memory a process has had, in MB; null where the system does not tell. */
export function peakOf(pid: number | undefined): number | null {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return null;
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1024);
}

/**
 * Milliseconds of this process' processor that a piece of work takes, the least of three: what is read or compiled once,
 * a collection of garbage and whatever else the machine does at that moment are none of its cost.
 */
export function processorTime(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
