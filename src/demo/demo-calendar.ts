import { addDays, beijing, beijingDay, parseBeijing, type Instant } from '../domain/shared/instant';

/** Points in the demo city's past, counted in days before the moment it is made. */
export class DemoCalendar {
  constructor(readonly now: Instant) {}

  /** So many days ago at that Beijing time, moved back from a weekend to the Friday before. */
  at(daysAgo: number, time: string): Instant {
    let day = addDays(beijingDay(this.now), -daysAgo);
    while (beijing(instantOf(day, '12:00')).weekday > 5) day = addDays(day, -1);
    return instantOf(day, time);
  }

  /** So many days ahead at that Beijing time, moved on from a weekend to the Monday after. */
  ahead(days: number, time: string): Instant {
    let day = addDays(beijingDay(this.now), days);
    while (beijing(instantOf(day, '12:00')).weekday > 5) day = addDays(day, 1);
    return instantOf(day, time);
  }

  /** The month and day in which something so many days ago happened. */
  monthOf(daysAgo: number): { year: number; month: number; day: string } {
    const instant = this.at(daysAgo, '12:00');
    const { year, month } = beijing(instant);
    return { year, month, day: beijingDay(this.at(daysAgo + 9, '12:00')) };
  }
}

function instantOf(day: string, time: string): Instant {
  const instant = parseBeijing(`${day}T${time}`);
  if (instant === null) throw new Error(`${day} ${time} is no time`);
  return instant;
}
