const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it broke the connection off',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  '28P01': 'it refuses this password',
  '28000': 'it refuses this user',
  '3D000': 'it has no database of this name',
  '53300': 'it has no connection left',
  '57P03': 'it is just starting',
};

/**
 * Why the database server of DATABASE_URL could not be reached, in a sentence without its address or password.
 * @returns null where something else went wrong
 */
export function whyUnreachable(error: unknown): string | null {
  const reason = reasons[String((error as { code?: unknown } | null)?.code)];
  if (reason === undefined) return null;
  return `The database server named in DATABASE_URL cannot be used: ${reason}. Nothing was changed. See that it runs and that address, user and database are right, then start again.`;
}
