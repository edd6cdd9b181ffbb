import type { LeadContent } from './lead-content';

export type FieldKind =
  | 'text'
  | 'longText'
  | 'enum'
  | 'multi'
  | 'bool'
  | 'money'
  | 'number'
  | 'count'
  | 'code'
  | 'month'
  | 'day'
  | 'year'
  | 'group'
  | 'list';

export type Section = 'project' | 'investor' | 'figures' | 'elements' | 'source' | 'files';
export const SECTIONS: readonly Section[] = ['project', 'investor', 'figures', 'elements', 'source', 'files'];

export type Unit =
  'wan' | 'mu' | 'sqm' | 'tce' | 'wanKwh' | 'wanM3' | 'tph' | 'tpd' | 'person' | 'percent' | 'wanVisits';

/** Draft: without it nothing is kept. Submission: without it the lead is not taken. */
export type Need = 'draft' | 'submission' | ((content: LeadContent) => boolean);

/** One field of the form: the same row drives reading, checking, rendering, the diff and the completeness bar. */
export interface Field {
  readonly code: string;
  readonly kind: FieldKind;
  readonly unit?: Unit;
  /** Symbols for text; value for year; entries for a list. */
  readonly min?: number;
  readonly max?: number;
  /** Decimals kept; more is asked to be rounded by the scout. */
  readonly places?: number;
  /** Closed list of an enum or multi; words under `lead.option.<dictionary>.<value>`. */
  readonly options?: readonly string[];
  readonly dictionary?: string;
  /** For a code whose values an open table holds: industry classes, regions, hosts, chains, accounts. */
  readonly from?: 'industry' | 'region' | 'country' | 'currency' | 'chain' | 'host' | 'account';
  readonly letters?: 'upper' | 'asTyped';
  /** A text with a shape of its own: separators people type are removed on reading. */
  readonly format?: 'phone' | 'email';
  /** A yes-or-no where not answering is a third thing. */
  readonly threeWay?: true;
  /** What a record holds when nothing was said. */
  readonly otherwise?: string;
  readonly need?: Need;
  /** Why in particular it is missed, where “please fill in” would not say what to do. */
  readonly missing?: string;
  /** Text kept as it was written apart from its ends; names are brought to NFKC, prose is not. */
  readonly prose?: true;
  /** Personal information: masked by default, erased by the retention job. */
  readonly personal?: true;
  /** The parts of a group, or of each entry of a list; a list without parts holds codes. */
  readonly parts?: readonly Field[];
  /** Not demanded, but leaving it out warns: counted in the completeness bar. */
  readonly asked?: (content: LeadContent) => boolean;
}

export interface PlacedField extends Field {
  readonly section: Section;
}

/** Whether submission demands the field, given the rest of the record. */
export function isRequired(field: Field, content: LeadContent): boolean {
  if (field.need === undefined) return false;
  return typeof field.need === 'function' ? field.need(content) : true;
}

/** The name of the form control of a part: `contact[mobile]`, `coScouts[0][share]`. */
export function controlName(...path: readonly (string | number)[]): string {
  const [first, ...rest] = path;
  return `${first ?? ''}${rest.map((step) => `[${step}]`).join('')}`;
}

/** The steps of a control name: `coScouts[0][share]` → `coScouts`, `0`, `share`. */
export function controlPath(control: string): readonly string[] {
  return control.split(/[[\]]/).filter((step) => step !== '');
}

/** The catalogue key of a control's label; `hint` for the sentence beside it, which not every field has. */
export function fieldWord(control: string, word: 'label' | 'hint' = 'label'): string {
  const codes = controlPath(control).filter((step) => !/^\d+$/.test(step));
  const [first = '', honour] = codes;
  if (word === 'label' && honour !== undefined && first.startsWith('honour'))
    return `lead.option.honours.${honour}`;
  return `lead.field.${codes.join('.')}.${word}`;
}
