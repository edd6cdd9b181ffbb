import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../domain/shared/instant';

/** A day that is not what its weekday says: an announced holiday, or a weekend day that is worked instead. */
@Entity('calendar_day')
export class CalendarDay {
  @PrimaryColumn({ type: 'varchar', length: 10 })
  day!: Day;

  @Column({ type: 'varchar', length: 8 })
  kind!: 'holiday' | 'workday';

  /** What the announcement calls it, `春节`. */
  @Column({ type: 'varchar', length: 40 })
  name!: string;
}
