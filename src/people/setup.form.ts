import { IsString, Length } from 'class-validator';

/** The first administrator. */
export class SetupForm {
  @IsString({ message: 'form.required' })
  @Length(1, 40, { message: 'form.required' })
  code!: string;

  @IsString({ message: 'form.required' })
  @Length(2, 60, { message: 'form.required' })
  unitName!: string;

  @IsString({ message: 'form.required' })
  @Length(2, 40, { message: 'form.required' })
  name!: string;

  @IsString({ message: 'form.required' })
  @Length(3, 254, { message: 'form.required' })
  email!: string;

  @IsString({ message: 'form.required' })
  @Length(1, 400, { message: 'form.required' })
  password!: string;
}
