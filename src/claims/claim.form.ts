import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import {
  DISPUTE_OUTCOMES,
  DISPUTE_WEIGHTS,
  type DisputeOutcome,
  type DisputeWeight,
} from '../domain/claim/dispute';
import { EVIDENCE_KINDS, type EvidenceKind } from '../domain/claim/evidence';
import { isDay } from '../domain/shared/instant';
import { plainText } from '../http/forms';

export const trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => plainText(value).trim());
export const day = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && isDay(value.normalize('NFKC').trim())
      ? value.normalize('NFKC').trim()
      : null,
  );

/** Progress that renews a first report. */
export class EvidenceForm {
  @IsIn(EVIDENCE_KINDS, { message: 'claims.evidence.choose' })
  kind!: EvidenceKind;

  @day()
  @IsString({ message: 'claims.evidence.day' })
  occurredOn!: string;

  @trimmed()
  @MaxLength(500, { message: 'claims.text.long' })
  @MinLength(4, { message: 'claims.evidence.missing' })
  note!: string;
}

/** A reason that goes on record. */
export class ReasonForm {
  @trimmed()
  @MaxLength(500, { message: 'claims.text.long' })
  @MinLength(4, { message: 'claims.reason.missing' })
  reason!: string;
}

/** Whether two leads are one project. */
export class MatchRulingForm extends ReasonForm {
  @IsIn(['same', 'different'], { message: 'matches.choose' })
  verdict!: 'same' | 'different';
}

/** What one side of a dispute has to say. */
export class StatementForm {
  @trimmed()
  @MaxLength(2000, { message: 'disputes.statement.long' })
  @MinLength(10, { message: 'disputes.statement.missing' })
  statement!: string;
}

/** A proposal and a ruling: whose the first report is, what that rests on, and why. */
export class RulingForm extends ReasonForm {
  @IsIn(DISPUTE_OUTCOMES, { message: 'disputes.outcome.choose' })
  outcome!: DisputeOutcome;

  @IsIn(DISPUTE_WEIGHTS, { message: 'disputes.weight.choose' })
  weight!: DisputeWeight;

  @trimmed()
  @MaxLength(10, { message: 'refusal.shareUnreadable' })
  holderShare: string = '';

  @trimmed()
  @MaxLength(10, { message: 'refusal.shareUnreadable' })
  challengerShare: string = '';
}

/** An ambassador's appointment. */
export class AmbassadorForm {
  @trimmed()
  @MaxLength(40, { message: 'ambassadors.name.long' })
  @MinLength(2, { message: 'ambassadors.name.missing' })
  name!: string;

  @trimmed()
  @MaxLength(80, { message: 'claims.text.long' })
  post: string = '';

  @trimmed()
  @MaxLength(60, { message: 'claims.text.long' })
  @MinLength(2, { message: 'ambassadors.region.missing' })
  region!: string;

  @day()
  @IsString({ message: 'ambassadors.day' })
  termFrom!: string;

  @day()
  @IsString({ message: 'ambassadors.day' })
  termUntil!: string;

  @trimmed()
  @MaxLength(200, { message: 'claims.text.long' })
  interest: string = '';
}

/** What an out-stationed team covers. */
export class OutpostForm {
  @trimmed()
  @MaxLength(120, { message: 'claims.text.long' })
  @MinLength(2, { message: 'outposts.region.missing' })
  region!: string;
}

/** A posting has ended: whose leads go to whom. */
export class HandOverForm extends ReasonForm {
  @Matches(/^[0-9a-z]{26}$/, { message: 'handOvers.from.choose' })
  from!: string;

  @Matches(/^[0-9a-z]{26}$/, { message: 'handOvers.to.choose' })
  to!: string;

  /** How many leads the page listed: fewer or more now is another act. */
  @IsOptional()
  @Matches(/^\d{0,5}$/, { message: 'form.invalid' })
  listed: string = '';
}
