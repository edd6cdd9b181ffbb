/**
 * A path of this site, or `/` for anything else: another site, `//host`, a backslash, a scheme, control characters.
 * Used wherever a form or an address says where to go next.
 */
export function ownPath(given: unknown): string {
  if (typeof given !== 'string' || given.length > 2000) return '/';
  if (!/^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(given)) return '/';
  return given;
}
