import type { CalendarDay } from '../calendar/calendar-day.entity';

/** A departure from Monday to Friday. */
export type CalendarEntry = Pick<CalendarDay, 'day' | 'kind' | 'name'>;
