import { addDays, beijing, beijingDay, daysBetween, msOf, startOfDay } from '../domain/shared/instant';
import type { BeijingTime, Day, Instant } from '../domain/shared/instant';
import { fromHundredths, showWan } from '../domain/shared/wan';
import type { Words } from './words';

/** An amount of money as two lines: the unit that leads, and the other one beside it in small type. */
export interface Amount {
  readonly big: string;
  readonly bigUnit: string;
  readonly small: string;
  readonly smallUnit: string;
  /** The same amount in the other unit: `52,000万元`. */
  readonly smallText: string;
  /** `5.2亿元`: the leading unit alone, for running text. */
  readonly text: string;
}

/** A time limit ready to print: when it is, what is left of it, whether it has passed. */
export interface Deadline {
  readonly at: string;
  readonly left: string;
  readonly late: boolean;
}

/** An `Instant` or a `Day`: dates are printed from either. */
type When = Instant;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Dates, times, money and numbers as people read them. Instants come as UTC and are shown in Beijing time. */
export class Formats {
  constructor(private readonly words: Words) {}

  /** `3月5日（星期四）` */
  day(when: When): string {
    return this.dated('format.day', when);
  }

  /** `2026年3月5日（星期四）` */
  dayFull(when: When): string {
    return this.dated('format.dayFull', when);
  }

  /** `3月5日`, for dense lists. */
  dayShort(when: When): string {
    return this.dated('format.dayShort', when);
  }

  /** `4月16日（星期四）18:00` */
  dateTime(instant: Instant): string {
    return this.dated('format.dateTime', instant);
  }

  /** `2026年4月16日（星期四）18:00` */
  dateTimeFull(instant: Instant): string {
    return this.dated('format.dateTimeFull', instant);
  }

  /** `4月13日 16:20`, for dense lists. */
  dateTimeShort(instant: Instant): string {
    return this.dated('format.dateTimeShort', instant);
  }

  /** `18:00` */
  time(instant: Instant): string {
    return clock(beijing(instant));
  }

  /** `2026年3月5日` without leading zeros, as official documents print it (GB/T 9704). */
  official(when: When): string {
    return this.dated('format.official', when);
  }

  /** `2026-04-16T18:00`: the value of a datetime-local field, in Beijing time. */
  fieldDateTime(instant: Instant): string {
    return `${beijingDay(instant)}T${this.time(instant)}`;
  }

  /** `还剩2天8小时`; after the time `已过3小时`. Two units at most, rounded down, so that it never promises more. */
  remaining(deadline: Instant, now: Instant): string {
    const ms = msOf(deadline) - msOf(now);
    return this.words.t(ms > 0 ? 'format.left' : 'format.past', { span: this.span(Math.abs(ms)) });
  }

  deadline(deadline: Instant, now: Instant): Deadline {
    return { at: this.dateTime(deadline), left: this.remaining(deadline, now), late: deadline <= now };
  }

  /** `2天8小时`, `3小时20分`, `12分`, under a minute `不到1分钟`. */
  span(ms: number): string {
    const [days, hours, minutes] = [
      Math.floor(ms / DAY),
      Math.floor(ms / HOUR) % 24,
      Math.floor(ms / MINUTE) % 60,
    ];
    if (days > 0) return this.two('format.days', days, 'format.hours', hours);
    if (hours > 0) return this.two('format.hours', hours, 'format.minutes', minutes);
    return minutes > 0 ? this.words.t('format.minutes', { n: minutes }) : this.words.t('format.moment');
  }

  /** `今天`, `明天`, `昨天`, else the day with its weekday. */
  dayNear(when: When, now: Instant): string {
    const day = dayOf(when);
    const apart = daysBetween(beijingDay(now), day);
    if (apart === 0) return this.words.t('format.today');
    if (apart === 1) return this.words.t('format.tomorrow');
    return apart === -1 ? this.words.t('format.yesterday') : this.day(day);
  }

  /** Money from the integer column (hundredths of 万元): 亿元 leads from 10,000 万元 on. */
  wan(hundredths: number): Amount {
    const shown = showWan(fromHundredths(hundredths));
    const bigUnit = this.words.t(`format.unit.${shown.bigUnit}`);
    const smallUnit = this.words.t(`format.unit.${shown.smallUnit}`);
    return {
      big: shown.big,
      bigUnit,
      small: shown.small,
      smallUnit,
      smallText: this.words.t('format.amount', { n: shown.small, unit: smallUnit }),
      text: this.words.t('format.amount', { n: shown.big, unit: bigUnit }),
    };
  }

  /** `5.2亿元` */
  wanText(hundredths: number): string {
    return this.wan(hundredths).text;
  }

  /** Thousands separated, decimals as given: `12800.50` becomes `12,800.50`. Takes numbers and decimal texts. */
  number(value: number | string): string {
    const [whole = '', decimals] = String(value).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace(/^-/, '−');
    return decimals === undefined ? grouped : `${grouped}.${decimals}`;
  }

  /** `62.5%` from a part and a whole, one decimal at most; an empty whole is 0%. */
  percent(part: number, whole: number): string {
    return `${whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10}%`;
  }

  /** `3.2 MB` */
  bytes(size: number): string {
    if (size < 1024) return `${size} B`;
    const mega = size >= 1024 * 1024;
    const value = size / (mega ? 1024 * 1024 : 1024);
    return `${value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${mega ? 'MB' : 'KB'}`;
  }

  /** `〔2026〕3号`: letters and minutes carry hexagonal brackets in both languages. */
  letter(year: number, number: number): string {
    return `〔${year}〕${number}号`;
  }

  /** `154****0001`; anything too short to hide a part of is hidden whole. */
  mobile(number: string): string {
    return number.length < 8 ? '****' : `${number.slice(0, 3)}****${number.slice(-4)}`;
  }

  /** `甲、乙、丙` */
  list(items: readonly string[]): string {
    return items.join(this.words.t('format.comma'));
  }

  /** Who did it, as the record has it; the program itself has a name in each language. */
  actor(label: string): string {
    const key = PROGRAM[label];
    return key === undefined ? label : this.words.t(`format.actor.${key}`);
  }

  private two(firstKey: string, first: number, secondKey: string, second: number): string {
    const lead = this.words.t(firstKey, { n: first });
    if (second === 0) return lead;
    return lead + this.words.t('format.spanGap') + this.words.t(secondKey, { n: second });
  }

  private dated(key: string, when: When): string {
    const at = beijing(when.length === 10 ? startOfDay(when) : when);
    return this.words.t(key, {
      year: String(at.year),
      month: this.words.t(`format.month.${at.month}`),
      day: at.day,
      weekday: this.words.t(`format.weekday.${at.weekday}`),
      time: clock(at),
    });
  }
}

function dayOf(when: When): Day {
  return when.length === 10 ? addDays(when, 0) : beijingDay(when);
}

function clock(at: BeijingTime): string {
  return `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;
}

/** What acts of the program itself are signed with in the ledger. */
const PROGRAM: Readonly<Record<string, string>> = {
  '系统（到时自动）': 'clock',
  系统初始化: 'founding',
  系统按规则: 'rule',
  '系统（病毒扫描）': 'scan',
  '系统（下载前核验）': 'download',
};

const made = new WeakMap<Words, Formats>();

/** The formats of a language; one instance per language. */
export function formatsFor(words: Words): Formats {
  let formats = made.get(words);
  if (formats === undefined) {
    formats = new Formats(words);
    made.set(words, formats);
  }
  return formats;
}
