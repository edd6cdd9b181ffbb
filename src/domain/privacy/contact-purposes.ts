/** What a contact may be looked at for; anything else has to be said in words all the same. */
export const CONTACT_PURPOSES = [
  'arrangeVisit',
  'askForMaterial',
  'verify',
  'deliverResult',
  'other',
] as const;
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number];

/** For so long a contact stays open once it was asked for. */
export const CONTACT_MINUTES = 15;
