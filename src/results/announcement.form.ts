/** Says that the boxes of the comments were on the page: none ticked then means none wanted. */
export const chosenMark = 'commentsShown';

/** The comments the secretariat left in; null when the form did not show them, and nothing was therefore unticked. */
export function chosenComments(body: Readonly<Record<string, unknown>>): ReadonlySet<string> | null {
  if (body[chosenMark] === undefined) return null;
  const given = body['comments'];
  const list: readonly unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  return new Set(list.filter((id): id is string => typeof id === 'string'));
}
