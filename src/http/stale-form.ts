/** The page a form was sent from is too old: its CSRF token is missing or not of this browser. */
export class StaleForm extends Error {}

/** Something was sent without being signed in; what was typed is carried over the sign-in. */
export class NotSignedIn extends Error {
  constructor(
    /** `person`: sign in again. `ballot`: open the mailed link again. */
    readonly kind: 'person' | 'ballot',
    /** Who votes for the seat now, where the link died because it was handed over. */
    readonly handedTo: string | null = null,
  ) {
    super('not signed in');
  }
}
