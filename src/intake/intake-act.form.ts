import { Transform } from 'class-transformer';
import { IsIn, IsString, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { TRANSFER_TIERS, type TransferTier } from '../domain/intake/transfer';
import { plainText } from '../http/forms';

const trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => plainText(value).trim());

/** Rejecting needs a reason and a way on: nobody is turned away without either. */
export class RejectionForm {
  @trimmed()
  @MaxLength(1000, { message: 'leads.error.reasonLong' })
  @MinLength(4, { message: 'leads.error.intakeReason' })
  @IsString({ message: 'leads.error.intakeReason' })
  reason: string = '';

  @trimmed()
  @MaxLength(500, { message: 'leads.error.reasonLong' })
  @MinLength(4, { message: 'intake.error.remedy' })
  @IsString({ message: 'intake.error.remedy' })
  remedy: string = '';
}

/** Another host or another tier, with why. */
export class TransferForm {
  @IsIn(['host', 'tier'], { message: 'intake.error.kind' })
  kind!: 'host' | 'tier';

  @ValidateIf(({ kind }: TransferForm) => kind === 'host')
  @MaxLength(40, { message: 'refusal.transferHostUnknown' })
  @MinLength(1, { message: 'refusal.transferHostUnknown' })
  @IsString({ message: 'refusal.transferHostUnknown' })
  host: string = '';

  @ValidateIf(({ kind }: TransferForm) => kind === 'tier')
  @IsIn(TRANSFER_TIERS, { message: 'intake.error.tier' })
  tier: TransferTier = 'county';

  @trimmed()
  @MaxLength(500, { message: 'leads.error.reasonLong' })
  @MinLength(4, { message: 'intake.error.transferReason' })
  @IsString({ message: 'intake.error.transferReason' })
  reason: string = '';
}

/** The scout's word for the investor on another host. */
export class TransferAnswerForm {
  @IsIn(['agree', 'decline'], { message: 'intake.error.answer' })
  answer!: 'agree' | 'decline';

  @trimmed()
  @MaxLength(500, { message: 'leads.error.reasonLong' })
  @ValidateIf(({ answer, text }: TransferAnswerForm) => answer === 'decline' || text !== '')
  @MinLength(4, { message: 'intake.error.declineReason' })
  @IsString({ message: 'intake.error.declineReason' })
  text: string = '';
}
