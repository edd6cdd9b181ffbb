import { Transform } from 'class-transformer';
import { IsIn, IsString, Length } from 'class-validator';
import { CONTACT_PURPOSES, type ContactPurpose } from '../domain/privacy/contact-purposes';
import { plainText } from '../http/forms';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? plainText(value).trim() : value;

/** What a contact is wanted for. */
export class ContactViewForm {
  @IsIn(CONTACT_PURPOSES, { message: 'contacts.error.purpose' })
  purpose!: ContactPurpose;

  @Transform(trimmed)
  @IsString({ message: 'contacts.error.text' })
  @Length(2, 100, { message: 'contacts.error.text' })
  text!: string;
}
