import { Transform } from 'class-transformer';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { UNIT_LEVELS, type UnitLevel } from '../domain/lead/scope-rules';
import { UNIT_KINDS, UnitKind } from './person.entity';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.normalize('NFKC').trim() : value;

/** A new unit. */
export class UnitForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Matches(/^[a-z0-9][a-z0-9._-]{1,39}$/, { message: 'admin.error.code' })
  code!: string;

  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 60, { message: 'admin.error.unitName' })
  name!: string;

  @IsIn(UNIT_KINDS, { message: 'admin.error.kind' })
  kind!: UnitKind;

  /** '' for what goes without saying. */
  @IsIn(['', ...UNIT_LEVELS], { message: 'unitLevel.error' })
  level: UnitLevel | '' = '';
}
