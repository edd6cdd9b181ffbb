import { IsString, MaxLength } from 'class-validator';

/** What is entered of a sheet beside the ballot itself. */
export class PaperBallotForm {
  @MaxLength(10, { message: 'refusal.paperDateMissing' })
  @IsString({ message: 'refusal.paperDateMissing' })
  signedOn: string = '';

  @MaxLength(8, { message: 'form.invalid' })
  @IsString({ message: 'form.invalid' })
  declared: string = '';
}

/** Why an entry is turned down; its length the rule judges. */
export class RejectionForm {
  @MaxLength(5000, { message: 'form.invalid' })
  @IsString({ message: 'form.invalid' })
  reason: string = '';
}

/** The fields of a multipart form as a body: `scores[technology]` becomes a group. Strange names are left out. */
export function nestedFields(fields: ReadonlyMap<string, string>): Record<string, unknown> {
  const groups = new Map<string, Map<string, string>>();
  const plain = new Map<string, string>();
  for (const [name, value] of fields) {
    const [, group, code] = /^([a-z]{1,20})\[([A-Za-z][A-Za-z0-9]{0,39})\]$/.exec(name) ?? [];
    if (group === undefined || code === undefined) plain.set(name, value);
    else groups.set(group, (groups.get(group) ?? new Map<string, string>()).set(code, value));
  }
  const nested = [...groups].map(([group, values]) => [group, Object.fromEntries(values)] as const);
  return Object.fromEntries<unknown>([...plain, ...nested]);
}
