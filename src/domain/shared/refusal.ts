/** Numbers and short texts that a refusal's sentence is filled with. Never a sentence itself. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

/**
 * The one currency of "no". `because` is a word from the rule book; the catalogues hold its sentence under
 * `refusal.<because>` with the details as placeholders, so that an error page and a disabled button say the same.
 */
export interface Refusal {
  readonly because: string;
  readonly details?: RefusalDetails;
}

/** 403 not allowed, 404 may not even be known, 409 not now, 410 no longer, 422 not like this, 429 not so often. */
export type RefusedStatus = 403 | 404 | 409 | 410 | 422 | 429;

/** Makes a refusal; the value is returned by rules, never thrown by them. */
export function refuse(because: string, details?: RefusalDetails): Refusal {
  return details === undefined ? { because } : { because, details };
}

/**
 * What a service throws when a rule said no; one filter turns it into a page. `keptFrom` names what exists but is not
 * for whoever asked: it goes into the access log and never into the answer.
 */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly status: RefusedStatus = 409,
    readonly keptFrom: { readonly type: string; readonly id: string } | null = null,
  ) {
    super(`refused: ${refusal.because}`);
    this.name = 'Refused';
  }
}

/** Throws when the rule said no; does nothing when it said nothing. */
export function insist(refusal: Refusal | null, status: RefusedStatus = 409): void {
  if (refusal !== null) throw new Refused(refusal, status);
}

/** The first "no" among several rules, asked in order; later rules are not asked once one has refused. */
export function firstRefusal(...rules: readonly (() => Refusal | null)[]): Refusal | null {
  for (const rule of rules) {
    const refusal = rule();
    if (refusal !== null) return refusal;
  }
  return null;
}
