import { Transform } from 'class-transformer';
import { IsInt, IsString, Length, Min } from 'class-validator';
import { PLEDGE_LENGTH } from '../domain/privacy/pledge';
import { plainText } from '../http/forms';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? plainText(value).trim() : value;
const whole = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;

/** A new version of the text; `basedOn` is the version that the page showed. */
export class PledgeForm {
  @Transform(trimmed)
  @IsString({ message: 'pledge.error.text' })
  @Length(PLEDGE_LENGTH.least, PLEDGE_LENGTH.most, { message: 'pledge.error.text' })
  text!: string;

  @Transform(trimmed)
  @IsString({ message: 'pledge.error.reason' })
  @Length(2, 200, { message: 'pledge.error.reason' })
  reason!: string;

  @Transform(whole)
  @IsInt({ message: 'form.invalid' })
  @Min(0, { message: 'form.invalid' })
  basedOn!: number;
}
