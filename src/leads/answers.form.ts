import { Transform } from 'class-transformer';
import {
  IsIn,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  Validate,
  ValidateIf,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { readDecimal } from '../domain/lead/decimals';
import { isDay } from '../domain/shared/instant';
import { plainText } from '../http/forms';
import {
  ANSWER_VERDICTS,
  DECLINE_REASONS,
  ELEMENTS,
  STATEMENT_VERDICTS,
  type AnswerVerdict,
  type DeclineReason,
  type Element,
  type StatementVerdict,
} from './answer-words';

/** As many as the form has rows. */
export const MOST_CONDITIONS = 5;

const trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.normalize('NFKC').trim() : value,
  );

/** A quantity as people type it, with up to four decimals. */
@ValidatorConstraint()
class IsQuantity implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    const read = typeof value === 'string' ? readDecimal(value, 4) : null;
    return read !== null && !read.startsWith('-');
  }
}

/** A day of the calendar that exists. */
@ValidatorConstraint()
class IsCalendarDay implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isDay(value);
  }
}

/** Rows in which nothing was typed are none. */
function conditionRows({ value }: { value: unknown }): unknown {
  if (value === undefined) return undefined;
  const rows: unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return rows.slice(0, MOST_CONDITIONS).flatMap((row) => {
    const given = (typeof row === 'object' && row !== null ? row : {}) as Record<string, unknown>;
    const text = plainText(given['text']).normalize('NFKC').replace(/\s+/g, ' ').trim();
    const dueOn = plainText(given['dueOn']).trim();
    return text === '' && dueOn === '' ? [] : [{ text, dueOn }];
  });
}

/** At least one, each with what it is and its day. */
@ValidatorConstraint()
class AreConditions implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    const rows = Array.isArray(value) ? (value as { text: string; dueOn: string }[]) : [];
    return (
      rows.length > 0 &&
      rows.every(({ text, dueOn }) => text.length >= 4 && text.length <= 200 && isDay(dueOn))
    );
  }
}

/** A host's word: anything but a plain yes says why. */
export class HostStatementForm {
  @IsIn(STATEMENT_VERDICTS, { message: 'leads.error.verdict' })
  verdict!: StatementVerdict;

  @ValidateIf(({ verdict, reasonCode }: HostStatementForm) => verdict !== 'accept' || reasonCode !== '')
  @IsIn(DECLINE_REASONS, { message: 'leads.error.reasonCode' })
  reasonCode: DeclineReason | '' = '';

  @trimmed()
  @MaxLength(500, { message: 'leads.error.reasonLong' })
  @ValidateIf(({ verdict, text }: HostStatementForm) => verdict !== 'accept' || text !== '')
  @MinLength(4, { message: 'leads.error.statementText' })
  @IsString({ message: 'leads.error.statementText' })
  text: string = '';

  /** The page always sends its rows; a script that names none states its condition in the text. */
  @Transform(conditionRows)
  @ValidateIf(
    ({ verdict, conditions }: HostStatementForm) => verdict === 'conditional' && conditions !== undefined,
  )
  @Validate(AreConditions, { message: 'answers.error.conditions' })
  conditions?: { readonly text: string; readonly dueOn: string }[];

  /** Likewise: asked for by the page, not by the oldest scripts. */
  @trimmed()
  @ValidateIf(({ verdict, remedy }: HostStatementForm) => verdict === 'decline' && remedy !== undefined)
  @MaxLength(300, { message: 'leads.error.reasonLong' })
  @MinLength(4, { message: 'answers.error.remedy' })
  @IsString({ message: 'answers.error.remedy' })
  remedy?: string;
}

const gives = ({ verdict }: ElementAnswerForm): boolean => verdict !== 'no';

/** A department's answer: a yes needs its quantity and its date, a no its reason. */
export class ElementAnswerForm {
  @IsIn(ELEMENTS, { message: 'leads.error.element' })
  element!: Element;

  @IsIn(ANSWER_VERDICTS, { message: 'leads.error.verdict' })
  verdict!: AnswerVerdict;

  @trimmed()
  @ValidateIf((form: ElementAnswerForm) => gives(form) || form.quantity !== '')
  @Validate(IsQuantity, { message: 'leads.error.quantity' })
  quantity: string = '';

  @trimmed()
  @ValidateIf((form: ElementAnswerForm) => gives(form) || form.unit !== '')
  @Matches(/^[\p{L}\p{N}%/·.²³ ]{1,12}$/u, { message: 'leads.error.unit' })
  unit: string = '';

  @trimmed()
  @ValidateIf((form: ElementAnswerForm) => gives(form) || form.availableOn !== '')
  @Validate(IsCalendarDay, { message: 'leads.error.availableOn' })
  availableOn: string = '';

  @trimmed()
  @MaxLength(500, { message: 'leads.error.reasonLong' })
  @ValidateIf(({ verdict, text }: ElementAnswerForm) => verdict !== 'yes' || text !== '')
  @MinLength(4, { message: 'leads.error.answerText' })
  @IsString({ message: 'leads.error.answerText' })
  text: string = '';
}
