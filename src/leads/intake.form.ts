import { Transform } from 'class-transformer';
import { Allow, IsIn, IsString, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { INTAKE_VERDICTS, type IntakeVerdict } from './intake-verdicts';

const trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A list of ticked boxes, however a form sends it; what is no text is left out. */
const codes = (): PropertyDecorator => {
  const read = Transform(({ value }: { value: unknown }) =>
    [value]
      .flat()
      .filter((code): code is string => typeof code === 'string' && code !== '')
      .slice(0, 60),
  );
  return (target, key) => [read, Allow()].forEach((decorate) => decorate(target, key));
};

/** The secretariat's decision: to return or to turn down it needs its reason, to merge the lead that stays. */
export class IntakeForm {
  @IsIn(INTAKE_VERDICTS, { message: 'leads.error.verdict' })
  verdict!: IntakeVerdict;

  @trimmed()
  @MaxLength(1000, { message: 'leads.error.reasonLong' })
  @ValidateIf(
    ({ verdict, reason, reasons }: IntakeForm) =>
      reason !== '' || verdict === 'reject' || (verdict === 'return' && reasons.length === 0),
  )
  @MinLength(4, { message: 'leads.error.intakeReason' })
  @IsString({ message: 'leads.error.intakeReason' })
  reason: string = '';

  @trimmed()
  @ValidateIf(({ verdict }: IntakeForm) => verdict === 'merge')
  @MaxLength(30, { message: 'leads.error.mergeInto' })
  @MinLength(4, { message: 'leads.error.mergeInto' })
  @IsString({ message: 'leads.error.mergeInto' })
  mergeInto: string = '';

  /** Codes; whether the city has them, the service asks. */
  @codes()
  reasons: string[] = [];

  @trimmed()
  @MaxLength(500, { message: 'leads.error.reasonLong' })
  @IsString({ message: 'leads.error.reasonLong' })
  remedy: string = '';
}

/** Taking a lead back: for the record it says why. */
export class WithdrawalForm {
  @trimmed()
  @MaxLength(500, { message: 'leads.error.reasonLong' })
  @MinLength(2, { message: 'leads.error.withdrawalReason' })
  @IsString({ message: 'leads.error.withdrawalReason' })
  reason!: string;
}
