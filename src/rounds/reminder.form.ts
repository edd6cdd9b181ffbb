import { Transform } from 'class-transformer';
import { IsArray } from 'class-validator';

const MOST_SEATS = 500;

/** Check boxes named `seatIds[]`; whatever cannot be an id counts as not ticked. */
const ids = Transform(({ value }: { value: unknown }) => {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  const texts = given.filter((one): one is string => typeof one === 'string' && /^\w{1,26}$/.test(one));
  return [...new Set(texts)].slice(0, MOST_SEATS);
});

/** The seats that were ticked. */
export class ReminderForm {
  @ids
  @IsArray()
  seatIds: string[] = [];
}
