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
