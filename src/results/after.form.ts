import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { isDay, parseBeijing } from '../domain/shared/instant';
import type { Refusal } from '../domain/shared/refusal';
import type { FieldError } from '../http/forms';
import type { Words } from '../words/words';
import { refusalText } from './refusal-text';

const trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A reason that goes on record. */
export class ReasonForm {
  @trimmed()
  @MaxLength(500, { message: 'results.ruling.reason.long' })
  @MinLength(4, { message: 'results.ruling.reason.missing' })
  @IsString({ message: 'results.ruling.reason.missing' })
  reason!: string;
}

/** What is decided, why, and what a lead is sent back for. */
export class ResultForm extends ReasonForm {
  @IsString({ message: 'after.result.choose' })
  result!: string;

  @MaxLength(3000, { message: 'refusal.materialsTooMany' })
  @IsString({ message: 'form.invalid' })
  materials: string = '';
}

/** The leading group's decision stands on a document. */
export class OverrideForm extends ResultForm {
  @trimmed()
  @MaxLength(60, { message: 'after.document.long' })
  @MinLength(3, { message: 'after.document.missing' })
  @IsString({ message: 'after.document.missing' })
  documentNumber!: string;
}

/** A condition with its owner and its last day. */
export class ConditionForm {
  @trimmed()
  @MaxLength(200, { message: 'after.condition.long' })
  @MinLength(4, { message: 'refusal.conditionTextMissing' })
  @IsString({ message: 'refusal.conditionTextMissing' })
  wanted!: string;

  @MinLength(1, { message: 'refusal.conditionOwnerUnknown' })
  @IsString({ message: 'refusal.conditionOwnerUnknown' })
  owner!: string;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && isDay(value) ? value : null))
  @IsString({ message: 'after.condition.day' })
  dueOn!: string;
}

/** How a condition was fulfilled. */
export class ReportForm {
  @trimmed()
  @MaxLength(500, { message: 'results.ruling.reason.long' })
  @MinLength(4, { message: 'after.report.missing' })
  @IsString({ message: 'after.report.missing' })
  report!: string;
}

/** What the second person found. */
export class CheckForm {
  @IsIn(['confirm', 'sendBack'], { message: 'form.invalid' })
  verdict!: 'confirm' | 'sendBack';

  @trimmed()
  @MaxLength(500, { message: 'results.ruling.reason.long' })
  @IsString({ message: 'form.invalid' })
  note: string = '';
}

/** When, where and about what; whom, is read beside it. */
export class MeetingForm {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? parseBeijing(value) : null))
  @IsString({ message: 'after.meeting.when' })
  meetsAt!: string;

  @trimmed()
  @MaxLength(60, { message: 'after.meeting.where' })
  @MinLength(2, { message: 'after.meeting.where' })
  @IsString({ message: 'after.meeting.where' })
  place!: string;

  @trimmed()
  @MaxLength(500, { message: 'after.meeting.about' })
  @MinLength(4, { message: 'after.meeting.about' })
  @IsString({ message: 'after.meeting.about' })
  topic!: string;
}

/** What one participant said. */
export class OpinionForm {
  @Matches(/^[0-9a-z]{0,26}$/, { message: 'form.invalid' })
  @IsString({ message: 'form.invalid' })
  participant: string = '';

  @IsString({ message: 'refusal.stanceUnknown' })
  stance!: string;

  @trimmed()
  @MaxLength(1000, { message: 'after.opinion.long' })
  @MinLength(4, { message: 'after.opinion.missing' })
  @IsString({ message: 'after.opinion.missing' })
  opinion!: string;
}

/** A refusal beside the control it is about. */
export function asFieldError(
  refusal: Refusal,
  places: Readonly<Record<string, string>>,
  otherwise: string,
  words: Words,
): FieldError {
  return { field: places[refusal.because] ?? otherwise, message: refusalText(refusal, words) };
}
