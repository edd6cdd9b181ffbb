import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { plainText } from '../http/forms';

const line = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => plainText(value).normalize('NFKC').trim());

/** To which host, why, and how the investor agreed. */
export class OfferForm {
  @IsString({ message: 'answers.error.host' })
  @Matches(/^\w{1,26}$/, { message: 'answers.error.host' })
  hostId!: string;

  @line()
  @MinLength(4, { message: 'answers.error.reason' })
  @MaxLength(300, { message: 'leads.error.reasonLong' })
  reason: string = '';

  @line()
  @MaxLength(300, { message: 'leads.error.reasonLong' })
  consent: string = '';
}

/** Why a lead goes on that every host has declined. */
export class DeclinedWordForm {
  @line()
  @MinLength(4, { message: 'answers.error.word' })
  @MaxLength(500, { message: 'leads.error.reasonLong' })
  text: string = '';
}
