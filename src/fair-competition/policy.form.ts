import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { PolicyClause } from '../domain/fair-competition/policy';
import { plainText, typedText, validateForm, type FieldError } from '../http/forms';
import type { Words } from '../words/words';
import { readClause, type ClauseCells } from './clause-cells';
import type { PolicyGiven } from './policies.service';
import { dayIn } from './policy-import';

const trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? plainText(value).normalize('NFKC').trim() : value,
  );
const asDay = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (value.trim() === '' ? null : (dayIn(value) ?? 'no day')) : value,
  );

/** A reason that goes on record with a version. */
export class VersionReasonForm {
  @trimmed()
  @MaxLength(300, { message: 'policies.error.reason' })
  @MinLength(2, { message: 'policies.error.reason' })
  @IsString({ message: 'policies.error.reason' })
  reason!: string;
}

/** The policy itself; its clauses are read by `readPolicyForm`. */
export class PolicyForm extends VersionReasonForm {
  @trimmed()
  @MaxLength(100, { message: 'policies.error.title' })
  @MinLength(4, { message: 'policies.error.title' })
  @IsString({ message: 'policies.error.title' })
  title!: string;

  @trimmed()
  @MaxLength(60, { message: 'policies.error.documentNo' })
  @MinLength(3, { message: 'policies.error.documentNo' })
  @IsString({ message: 'policies.error.documentNo' })
  documentNo!: string;

  @trimmed()
  @MaxLength(60, { message: 'policies.error.issuer' })
  @MinLength(2, { message: 'policies.error.issuer' })
  @IsString({ message: 'policies.error.issuer' })
  issuer!: string;

  @asDay()
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'policies.error.validFrom' })
  validFrom!: string;

  @asDay()
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'policies.error.validTo' })
  validTo: string | null = null;

  @Transform(({ value }: { value: unknown }) => value === '1')
  @IsBoolean({ message: 'form.invalid' })
  withdrawn: boolean = false;
}

/** Rows of clauses that a form may hold. */
export const mostClauses = 60;

/** The rows of clauses as they were sent; rows without anything in them are none. */
export function clauseRows(body: Readonly<Record<string, unknown>>): ClauseCells[] {
  const sent = body['clauses'];
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.values(sent as Record<string, unknown>)
    .slice(0, mostClauses)
    .flatMap((row) => {
      if (typeof row !== 'object' || row === null) return [];
      const text = (name: string): string => plainText(typedText(row as Record<string, unknown>, name));
      const cells = {
        code: text('code'),
        text: text('text'),
        types: text('types'),
        words: text('words'),
        cap: text('cap'),
      };
      return Object.values(cells).some((cell) => cell.trim() !== '') ? [cells] : [];
    });
}

/** Reads the whole form. */
export function readPolicyForm(
  body: Record<string, unknown>,
  words: Words,
): { readonly given: PolicyGiven; readonly reason: string } | { readonly errors: readonly FieldError[] } {
  const form = validateForm(PolicyForm, body, words);
  const errors: FieldError[] = form.ok ? [] : [...form.errors];
  const clauses: PolicyClause[] = [];
  const rows = clauseRows(body);
  for (const [at, cells] of rows.entries()) {
    const clause = readClause(cells, words);
    if ('fault' in clause) {
      const message = words.t(`policies.error.clause.${clause.fault}`);
      errors.push({ field: `clauses[${at}][${clause.fault}]`, message });
    } else if (clauses.some(({ code }) => code === clause.code))
      errors.push({ field: `clauses[${at}][code]`, message: words.t('policies.error.clause.twice') });
    else clauses.push(clause);
  }
  if (rows.length === 0)
    errors.push({ field: 'clauses[0][code]', message: words.t('policies.error.clause.none') });
  if (form.ok && form.value.validTo !== null && form.value.validTo < form.value.validFrom)
    errors.push({ field: 'validTo', message: words.t('policies.error.validTo') });
  if (!form.ok || errors.length > 0) return { errors };
  const { reason, title, documentNo, issuer, validFrom, validTo, withdrawn } = form.value;
  return { given: { title, documentNo, issuer, validFrom, validTo, withdrawn, clauses }, reason };
}
