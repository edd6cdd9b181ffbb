import type { Field } from '../http/views/fields';
import type { Tag } from '../http/views/marks';

/** One thing said or done, in finished words. */
export interface LeadPartLine {
  readonly tag: Tag | null;
  readonly text: string;
  /** Who and when. */
  readonly cite: string;
  /** What may be done about it. */
  readonly forms: readonly LeadPartForm[];
}

export interface LeadPartForm {
  readonly id: string;
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly tone: string;
}

/** The model of `leads/_part`: a section of the lead page that another feature fills. */
export interface LeadPart {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly lines: readonly LeadPartLine[];
  readonly forms: readonly LeadPartForm[];
}
