import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { isDay } from '../domain/shared/instant';
import { plainText } from '../http/forms';
import { RECORD_KINDS, type RecordKind } from './record.entity';

const trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? plainText(value).trim() : value));
const asDay = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' && isDay(value) ? value : null));

export const isRecordKind = (value: unknown): value is RecordKind =>
  RECORD_KINDS.some((kind) => kind === value);

/** A first word, an answer, or a follow-up with the investor. */
export class RecordForm {
  @IsIn(RECORD_KINDS, { message: 'form.invalid' })
  kind!: RecordKind;

  @trimmed()
  @MaxLength(1000, { message: 'promises.error.note' })
  @MinLength(2, { message: 'promises.error.note' })
  @IsString({ message: 'promises.error.note' })
  note!: string;

  @Matches(/^[\w-]{1,64}$/, { message: 'form.invalid' })
  idempotencyKey!: string;
}

/** Of a follow-up also the day. */
export class FollowUpForm extends RecordForm {
  @asDay()
  @IsString({ message: 'promises.error.day' })
  onDay!: string;
}

/** A pause that is asked for. */
export class PauseForm {
  @Matches(/^[a-zA-Z]{1,20}$/, { message: 'promises.error.kind' })
  kind!: string;

  @asDay()
  @IsString({ message: 'promises.error.until' })
  until!: string;

  @trimmed()
  @MaxLength(500, { message: 'promises.error.reason' })
  @MinLength(4, { message: 'promises.error.reason' })
  @IsString({ message: 'promises.error.reason' })
  reason!: string;
}

/** Why a pause is declined or ended. */
export class PauseEndForm {
  @trimmed()
  @MaxLength(500, { message: 'promises.error.reason' })
  @MinLength(4, { message: 'promises.error.reason' })
  @IsString({ message: 'promises.error.reason' })
  reason!: string;
}
