import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { OPINION_VERDICTS, type OpinionVerdict } from '../domain/fair-competition/gate';
import { plainText } from '../http/forms';

const trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? plainText(value).trim() : value));

/** An opinion on what a lead asks for. */
export class OpinionForm {
  @IsIn(OPINION_VERDICTS, { message: 'gate.error.verdict' })
  verdict!: OpinionVerdict;

  @trimmed()
  @MaxLength(500, { message: 'gate.error.basis' })
  @MinLength(2, { message: 'gate.error.basis' })
  @IsString({ message: 'gate.error.basis' })
  basis!: string;

  @trimmed()
  @MaxLength(2000, { message: 'gate.error.text' })
  @IsString({ message: 'gate.error.text' })
  text: string = '';

  @trimmed()
  @MaxLength(60, { message: 'gate.error.documentNo' })
  @IsString({ message: 'gate.error.documentNo' })
  documentNo: string = '';

  @Matches(/^[\w-]{1,64}$/, { message: 'form.invalid' })
  idempotencyKey!: string;
}
