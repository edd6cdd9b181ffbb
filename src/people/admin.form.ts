import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ROLES, Role } from '../domain/access/viewer';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.normalize('NFKC').trim() : value;
const orNull = (input: { value: unknown }): unknown => trimmed(input) || null;
const list = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** What can be changed of a person. */
export class PersonForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 40, { message: 'admin.error.name' })
  name!: string;

  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @MaxLength(60, { message: 'form.tooLong' })
  post: string = '';

  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(3, 254, { message: 'admin.error.email' })
  email!: string;

  @Transform(orNull)
  @IsOptional()
  @IsString({ message: 'form.invalid' })
  @Matches(/^\+?[\d -]{5,24}$/, { message: 'admin.error.mobile' })
  mobile: string | null = null;

  @IsString({ message: 'admin.error.unit' })
  @Length(1, 26, { message: 'admin.error.unit' })
  unitId!: string;

  @Transform(list)
  @ArrayNotEmpty({ message: 'refusal.noRole' })
  @IsIn(ROLES, { each: true, message: 'refusal.noRole' })
  roles!: Role[];

  @Transform(orNull)
  @IsOptional()
  @IsIn(['zh-CN', 'en'], { message: 'form.invalid' })
  locale: 'zh-CN' | 'en' | null = null;
}

/** A new person also gets an account name, which never changes. */
export class NewPersonForm extends PersonForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Matches(/^[a-z0-9][a-z0-9._-]{1,39}$/, { message: 'admin.error.account' })
  account!: string;
}
