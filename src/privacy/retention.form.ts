import { Transform } from 'class-transformer';
import { IsInt, IsString, Length, Max, Min } from 'class-validator';
import { RETENTION_LIMITS } from '../domain/privacy/retention';

const whole = ({ value }: { value: unknown }): unknown => {
  const text = typeof value === 'string' ? value.normalize('NFKC').trim() : '';
  return /^\d{1,4}$/.test(text) ? Number(text) : value;
};
const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;
const { accessLogMonths, contactMonths } = RETENTION_LIMITS;

/** For how long; `basedOn` is the version that the page showed. */
export class RetentionForm {
  @Transform(whole)
  @IsInt({ message: 'retention.error.accessLogMonths' })
  @Min(accessLogMonths.least, { message: 'retention.error.accessLogMonths' })
  @Max(accessLogMonths.most, { message: 'retention.error.accessLogMonths' })
  accessLogMonths!: number;

  @Transform(whole)
  @IsInt({ message: 'retention.error.contactMonths' })
  @Min(contactMonths.least, { message: 'retention.error.contactMonths' })
  @Max(contactMonths.most, { message: 'retention.error.contactMonths' })
  contactMonths!: number;

  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 200, { message: 'retention.error.reason' })
  reason!: string;

  @Transform(whole)
  @IsInt({ message: 'form.invalid' })
  @Min(0, { message: 'form.invalid' })
  basedOn!: number;
}
