import { plainToInstance } from 'class-transformer';
import { validateSync, ValidationError } from 'class-validator';
import { Refused, type Refusal } from '../domain/shared/refusal';
import type { Words } from '../words/words';

/** What is wrong with a form: the name of a control, and the words beside it. */
export interface FieldError {
  field: string;
  message: string;
}

/** The rules of a form say what is wrong by a key of the catalogue: `@Length(4, 60, { message: 'round.title.length' })`. */
export type FormResult<Form> =
  { ok: true; value: Form } | { ok: false; errors: FieldError[]; typed: Record<string, unknown> };

/**
 * Reads a form body into its class and checks it. Unknown fields are dropped, so that no one can set a column by
 * naming it. On failure the page is shown again with status 422, `typed` in its boxes and each message beside its field.
 */
export function validateForm<Form extends object>(
  Type: new () => Form,
  body: Record<string, unknown>,
  words: Words,
): FormResult<Form> {
  const value = plainToInstance(Type, body, { exposeDefaultValues: true, enableCircularCheck: false });
  const errors = validateSync(value, { whitelist: true, stopAtFirstError: true }).flatMap((error) =>
    flatten(error, '', words),
  );
  return errors.length === 0 ? { ok: true, value } : { ok: false, errors, typed: body };
}

/** The message of a field, or '' when it is right. */
export function errorOf(errors: readonly FieldError[], field: string): string {
  return errors.find((error) => error.field === field)?.message ?? '';
}

/** Messages by the name of the control, in the order of the form. */
export function byField(errors: readonly FieldError[]): Record<string, string> {
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
}

/**
 * What a rule had against the content of a form, to be said beside its control. Every other error is thrown on: it is
 * not for the person to correct.
 */
export function refusalOfForm(error: unknown): Refusal {
  if (!(error instanceof Refused) || error.status !== 422) throw error;
  return error.refusal;
}

/** What a person typed into a text control; '' where something else was sent. */
export function typedText(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  return typeof value === 'string' ? value : '';
}

/** Control symbols, overrides of writing direction, half surrogates: no keyboard makes them, databases choke on them. */
const UNWANTED = /(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** One line end for all browsers, and nothing that could not be stored and sealed alike on both databases. */
export function plainText(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replace(UNWANTED, '') : '';
}

function flatten(error: ValidationError, prefix: string, words: Words): FieldError[] {
  const field = prefix === '' ? error.property : `${prefix}[${error.property}]`;
  const own = Object.values(error.constraints ?? {}).map((key) => ({
    field,
    message: words.has(key) ? words.t(key) : words.t('form.invalid'),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, field, words))];
}
