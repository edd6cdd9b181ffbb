import { Transform } from 'class-transformer';
import { IsString, Length, Matches, ValidateBy } from 'class-validator';
import { isDay } from '../domain/shared/instant';
import { plainText } from '../http/forms';

const trimmed = ({ value }: { value: unknown }): string => plainText(value).normalize('NFKC').trim();
const Day = (whenEmpty: boolean, message: string): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: (value) => typeof value === 'string' && ((whenEmpty && value === '') || isDay(value)),
      },
    },
    { message },
  );

/** The last day anew, and why; '' for none. */
export class PostingEndForm {
  @Transform(trimmed)
  @Day(true, 'postings.error.day')
  untilDay: string = '';

  @Transform(trimmed)
  @IsString({ message: 'postings.error.reason' })
  @Length(2, 200, { message: 'postings.error.reason' })
  reason!: string;
}

/** Somebody is sent out. */
export class PostingForm extends PostingEndForm {
  @Transform(trimmed)
  @Matches(/^[0-9a-z]{26}$/, { message: 'postings.error.person' })
  personId!: string;

  @Transform(trimmed)
  @Day(false, 'postings.error.day')
  fromDay!: string;
}
