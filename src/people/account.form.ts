import { IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** A new password, typed twice, and the present one where it is asked for. */
export class PasswordForm {
  @IsOptional()
  @IsString({ message: 'form.invalid' })
  @MaxLength(400, { message: 'form.tooLong' })
  current: string = '';

  @IsString({ message: 'form.required' })
  @Length(1, 400, { message: 'form.required' })
  password!: string;

  @IsString({ message: 'form.required' })
  @Length(1, 400, { message: 'form.required' })
  again!: string;
}
