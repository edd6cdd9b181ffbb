import { Transform } from 'class-transformer';
import { IsIn, IsString, Length } from 'class-validator';
import { plainText } from '../http/forms';
import { DISCLOSURE_BASES, type DisclosureBasis } from './disclosure.entity';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? plainText(value).normalize('NFKC').trim() : value;

/** Who is asked about, and by what right. */
export class DisclosureForm {
  /** An account, or the name, telephone or mail address of somebody who has none. */
  @Transform(trimmed)
  @IsString({ message: 'disclosures.error.who' })
  @Length(2, 120, { message: 'disclosures.error.who' })
  who!: string;

  @IsIn(DISCLOSURE_BASES, { message: 'disclosures.error.basis' })
  basis!: DisclosureBasis;

  @Transform(trimmed)
  @IsString({ message: 'disclosures.error.documentNo' })
  @Length(2, 80, { message: 'disclosures.error.documentNo' })
  documentNo!: string;

  @Transform(trimmed)
  @IsString({ message: 'disclosures.error.reason' })
  @Length(2, 200, { message: 'disclosures.error.reason' })
  reason!: string;
}
