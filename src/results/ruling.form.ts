import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { RULINGS } from '../domain/rubric/rule-set';
import type { Refusal } from '../domain/shared/refusal';
import { typedText, type FieldError } from '../http/forms';
import type { Words } from '../words/words';
import { refusalText } from './refusal-text';
import type { FailedRuling } from './results.views';

/** The chair's ruling with its reason, which goes into the letter. */
export class RulingFormFields {
  @IsIn(RULINGS, { message: 'results.ruling.choose' })
  ruling!: string;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString({ message: 'results.ruling.reason.missing' })
  @MinLength(4, { message: 'results.ruling.reason.missing' })
  @MaxLength(500, { message: 'results.ruling.reason.long' })
  reason!: string;

  @MaxLength(3000, { message: 'refusal.materialsTooMany' })
  @IsString({ message: 'form.invalid' })
  materials: string = '';
}

/** A form that did not even read as a ruling. */
export function failedRuling(
  itemId: string,
  typed: Record<string, unknown>,
  errors: readonly FieldError[],
): FailedRuling {
  return {
    itemId,
    choice: typedText(typed, 'ruling'),
    reason: typedText(typed, 'reason'),
    materials: typedText(typed, 'materials'),
    errors: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  };
}

const places: Readonly<Record<string, string>> = {
  reasonMissing: 'reason',
  rulingNamesSomeone: 'reason',
  materialsTooMany: 'materials',
  materialTooLong: 'materials',
};

/** A ruling that the rules did not allow: said beside the control it is about. */
export function refusedRuling(
  itemId: string,
  { ruling, reason, materials }: RulingFormFields,
  refusal: Refusal,
  words: Words,
): FailedRuling {
  const about = places[refusal.because] ?? 'ruling';
  return { itemId, choice: ruling, reason, materials, errors: { [about]: refusalText(refusal, words) } };
}
