import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  FIRM_STATES,
  PLACES,
  STANDINGS,
  type FirmState,
  type Place,
  type Standing,
} from '../domain/chain/chain';
import { isCreditCode } from '../domain/chain/firm-rows';
import { normaliseCreditCode } from '../domain/lead/credit-code';
import { isKnownRegion, isProvincePrefix } from '../reference/regions';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.normalize('NFKC').trim() : value;
const orEmpty = (input: { value: unknown }): unknown => trimmed(input) ?? '';
const orNull = (input: { value: unknown }): unknown => trimmed(input) || null;
const whole = (input: { value: unknown }): unknown => {
  const value = trimmed(input);
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
};
const ticked = ({ value }: { value: unknown }): unknown =>
  value === undefined || value === '' ? false : value === '1' ? true : value;
/** A code that is none becomes what no rule takes, so that the message stands beside its box. */
const code = (input: { value: unknown }): unknown => {
  const value = trimmed(input);
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') return false;
  const normal = normaliseCreditCode(value);
  return isCreditCode(normal, { isKnownRegion, isProvincePrefix }) ? normal : false;
};

/** What can be changed of a chain. */
export class ChainForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 40, { message: 'chains.error.name' })
  nameZh!: string;

  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 60, { message: 'chains.error.nameEn' })
  nameEn!: string;

  @Transform(whole)
  @IsInt({ message: 'chains.error.year' })
  @Min(2000, { message: 'chains.error.year' })
  @Max(2100, { message: 'chains.error.year' })
  year!: number;

  @IsIn(STANDINGS, { message: 'form.invalid' })
  standing!: Standing;

  @Transform(orNull)
  @IsOptional()
  @IsString({ message: 'form.invalid' })
  @Length(1, 26, { message: 'form.invalid' })
  keeperId: string | null = null;
}

/** A new chain also gets its code, by which leads and hosts name it. */
export class NewChainForm extends ChainForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Matches(/^[a-z0-9][a-z0-9-]{1,39}$/, { message: 'chains.error.code' })
  code!: string;
}

export class SegmentForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 40, { message: 'chains.error.name' })
  name!: string;

  @IsIn(PLACES, { message: 'chains.error.place' })
  place!: Place;

  @Transform(whole)
  @IsInt({ message: 'chains.error.position' })
  @Min(0, { message: 'chains.error.position' })
  @Max(999, { message: 'chains.error.position' })
  position!: number;

  @Transform(orEmpty)
  @IsString({ message: 'form.invalid' })
  @MaxLength(200, { message: 'chains.error.long200' })
  words: string = '';

  @Transform(ticked)
  @IsBoolean({ message: 'form.invalid' })
  isGap: boolean = false;

  @Transform(orEmpty)
  @IsString({ message: 'form.invalid' })
  @MaxLength(200, { message: 'chains.error.long200' })
  wanted: string = '';
}

export class FirmForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 100, { message: 'chains.error.firmName' })
  name!: string;

  @Transform(code)
  @IsOptional()
  @IsString({ message: 'chains.error.uscc' })
  uscc: string | null = null;

  @Transform(orEmpty)
  @IsString({ message: 'form.invalid' })
  @MaxLength(60, { message: 'chains.error.long60' })
  region: string = '';

  @Transform(orNull)
  @IsOptional()
  @IsString({ message: 'form.invalid' })
  @Length(1, 26, { message: 'form.invalid' })
  segmentId: string | null = null;

  @Transform(orEmpty)
  @IsString({ message: 'form.invalid' })
  @MaxLength(500, { message: 'chains.error.long500' })
  note: string = '';

  @IsIn(FIRM_STATES, { message: 'form.invalid' })
  state!: FirmState;
}
