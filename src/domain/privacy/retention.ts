import type { Setting } from '../settings/setting';
import { beijing, beijingDay, msOf, startOfDay, toInstant, type Instant } from '../shared/instant';

/** For how long what is kept for a time is kept, in whole months. */
export type Retention = {
  /** The access log. Network logs have to be kept for six months at least (网络安全法; the article has to be checked). */
  readonly accessLogMonths: number;
  /** The contact of an investor whose lead was rejected or withdrawn, counted from then. Our own default. */
  readonly contactMonths: number;
};

export const RETENTION_LIMITS = {
  accessLogMonths: { least: 6, most: 120 },
  contactMonths: { least: 1, most: 120 },
} as const satisfies Readonly<Record<keyof Retention, { least: number; most: number }>>;

export const retention: Setting<Retention> = {
  key: 'retention',
  preset: { accessLogMonths: 12, contactMonths: 24 },
  read(stored) {
    const given = stored as Partial<Record<keyof Retention, unknown>> | null;
    const months = (key: keyof Retention): number => {
      const value = given?.[key];
      const { least, most } = RETENTION_LIMITS[key];
      if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
        throw new Error(`${key} is not a whole number from ${least} to ${most}`);
      return value;
    };
    return { accessLogMonths: months('accessLogMonths'), contactMonths: months('contactMonths') };
  },
};

/**
 * The instant so many calendar months ago in Beijing; the 31st of a shorter month is its last day. Whatever is older
 * has been kept for the time set.
 */
export function monthsBefore(now: Instant, months: number): Instant {
  const { year, month, day } = beijing(now);
  const first = year * 12 + (month - 1) - months;
  const [toYear, toMonth] = [Math.floor(first / 12), (((first % 12) + 12) % 12) + 1];
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const two = (n: number): string => String(n).padStart(2, '0');
  const sinceMidnight = msOf(now) - msOf(startOfDay(beijingDay(now)));
  const target = `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(day, lastDay))}`;
  return toInstant(msOf(startOfDay(target)) + sinceMidnight);
}
