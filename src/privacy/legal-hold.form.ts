import { Transform } from 'class-transformer';
import { IsString, Length, Matches } from 'class-validator';
import { plainText } from '../http/forms';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? plainText(value).trim() : value;
const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.normalize('NFKC').trim().toUpperCase() : value;

/** Why a lead is let go again. */
export class LiftingForm {
  @Transform(trimmed)
  @IsString({ message: 'holds.error.reason' })
  @Length(2, 200, { message: 'holds.error.reason' })
  reason!: string;
}

/** A lead to be held back, by its number, and why. */
export class HoldForm extends LiftingForm {
  @Transform(number)
  @IsString({ message: 'form.required' })
  @Matches(/^L-\d{4}-\d{5}$/, { message: 'holds.error.number' })
  number!: string;
}
