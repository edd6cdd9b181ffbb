/**
 * What is wrong with one field. `because` is a code; its sentence stands in the catalogue under
 * `lead.problem.<because>` with the details as placeholders. `field` is the name of the form control.
 */
export interface FieldProblem {
  readonly field: string;
  readonly because: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export function problem(field: string, because: string, details: FieldProblem['details'] = {}): FieldProblem {
  return { field, because, details };
}
