/** Comments without names, by kind; their order tells nothing about the seats. */
export function commentsOf(
  ballots: readonly { readonly seatKind: string; readonly comment: string }[],
): { kind: string; text: string }[] {
  return ballots
    .filter(({ comment }) => comment.trim() !== '')
    .map(({ seatKind, comment }) => ({ kind: seatKind, text: comment.trim() }))
    .sort((a, b) => (a.kind + a.text < b.kind + b.text ? -1 : 1));
}
