import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { HOST_KINDS, type HostKind } from './host.entity';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.normalize('NFKC').trim() : value;
const orNull = (input: { value: unknown }): unknown => trimmed(input) || null;
const list = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
const ticked = ({ value }: { value: unknown }): unknown =>
  value === undefined || value === '' ? false : value === '1' ? true : value;

/** More key chains no city keeps. */
const MOST_CHAINS = 60;

/** What can be changed of a host. */
export class HostForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 60, { message: 'hosts.error.name' })
  name!: string;

  @IsIn(HOST_KINDS, { message: 'hosts.error.kind' })
  kind!: HostKind;

  @Transform(ticked)
  @IsBoolean({ message: 'form.invalid' })
  chemicalPark: boolean = false;

  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 60, { message: 'hosts.error.region' })
  region!: string;

  @Transform(list)
  /** Which of them the city has, the controller asks the register. */
  @ArrayMaxSize(MOST_CHAINS, { message: 'form.invalid' })
  @ArrayUnique({ message: 'form.invalid' })
  @IsString({ each: true, message: 'form.invalid' })
  @MaxLength(40, { each: true, message: 'form.invalid' })
  leadChains: string[] = [];

  @Transform(orNull)
  @IsOptional()
  @IsString({ message: 'hosts.error.unit' })
  @Length(1, 26, { message: 'hosts.error.unit' })
  unitId: string | null = null;
}

/** A new host also gets its code, by which leads name it; it never changes. */
export class NewHostForm extends HostForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Matches(/^[a-z0-9][a-z0-9._-]{1,39}$/, { message: 'hosts.error.code' })
  code!: string;
}
