/**
 * `signIn` and `signInFailed` at the door; `download` an attachment, `export` a file made from the data; `unmask` a
 * contact in full; `restrictedView` a page of a restricted lead; `denied` something that exists but is not for them;
 * `erasure` personal data that was erased.
 */
export const ACCESS_KINDS = [
  'signIn',
  'signInFailed',
  'download',
  'export',
  'unmask',
  'restrictedView',
  'denied',
  'erasure',
] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];
