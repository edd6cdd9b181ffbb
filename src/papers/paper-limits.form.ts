import { Transform } from 'class-transformer';
import { IsInt, IsString, Length, Max, Min } from 'class-validator';
import { PAPER_LIMIT_BOUNDS, type PaperLimits } from '../domain/lead/paper-limits';
import { plainText } from '../http/forms';

/** Digits as people type them, full-width and with commas; everything else is no number. */
const asNumber = ({ value }: { value: unknown }): number => {
  const plain = plainText(value).normalize('NFKC').trim().replace(/,/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : NaN;
};

const Limit = (name: keyof PaperLimits): PropertyDecorator => {
  const [least, most] = PAPER_LIMIT_BOUNDS[name];
  const message = `papers.limits.error.${name}`;
  const checks = [Transform(asNumber), IsInt({ message }), Min(least, { message }), Max(most, { message })];
  return (target, key) => checks.forEach((check) => check(target, key));
};

/** The limits as the page sends them. */
export class PaperLimitsForm implements PaperLimits {
  @Limit('leadFiles') readonly leadFiles!: number;
  @Limit('leadMegabytes') readonly leadMegabytes!: number;
  @Limit('scoutFiles') readonly scoutFiles!: number;
  @Limit('scoutMegabytes') readonly scoutMegabytes!: number;

  /** The version that the page showed. */
  @Transform(asNumber)
  @IsInt({ message: 'form.invalid' })
  readonly basedOn!: number;

  @Transform(({ value }) => plainText(value).trim())
  @IsString()
  @Length(2, 200, { message: 'papers.limits.error.reason' })
  readonly reason!: string;
}
