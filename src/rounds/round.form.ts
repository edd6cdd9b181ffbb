import { Transform } from 'class-transformer';
import { IsArray, IsString, Length, MaxLength } from 'class-validator';

/** A text control as a trimmed text; anything else that is sent (a list, a map) counts as nothing. */
const text = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : ''));

/** Check boxes named `leadIds[]`: the ids, once each. */
const ids = Transform(({ value }: { value: unknown }) => {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  return [
    ...new Set(
      given.filter((one): one is string => typeof one === 'string' && one !== '' && one.length <= 26),
    ),
  ];
});

/** What the page for planning a round sends, read leniently: what is wrong with it the plan's own rules say, all at once. */
export class RoundForm {
  @text
  @IsString()
  title = '';

  @text
  @IsString()
  rubricVersionId = '';

  @text
  @IsString()
  ruleSetVersionId = '';

  @text
  @IsString()
  panelId = '';

  @text
  @IsString()
  deadlineAt = '';

  @ids
  @IsArray()
  leadIds: string[] = [];

  /** `assigned` where the items are shared out; by everybody otherwise. */
  @text
  @IsString()
  mode = '';
}

/** More time for an open round. */
export class ExtensionForm {
  @text
  @IsString()
  @Length(1, 40, { message: 'rounds.form.deadline' })
  deadlineAt = '';

  @text
  @IsString()
  @Length(1, 500, { message: 'rounds.form.reason' })
  reason = '';
}

/** Asks to reopen or void a round, or confirms what another has asked for; then the reason is a remark. */
export class TwoPersonForm {
  @text
  @IsString()
  @MaxLength(40, { message: 'refusal.deadlineUnreadable' })
  deadlineAt = '';

  @text
  @IsString()
  @MaxLength(500, { message: 'rounds.form.reason' })
  reason = '';

  @text
  @IsString()
  @MaxLength(26)
  request = '';
}

/** Calls a round off. */
export class CancellationForm {
  @text
  @IsString()
  @Length(1, 500, { message: 'rounds.form.reason' })
  reason = '';
}
