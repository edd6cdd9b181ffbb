/**
 * The address to route by. One with a broken escape (`%E4%B8`) cannot be routed at all and would be answered before
 * headers and pages are there; it is treated as one that does not exist.
 */
export function readableAddress({ url = '/' }: { url?: string | undefined }): string {
  // A voting link that a mail program has mangled gets the page of voting links, whatever it was mangled to.
  const unreadable = url.startsWith('/v/') ? '/v/unreadable' : '/unreadable';
  try {
    return decodeURI(url).includes('\0') ? unreadable : url;
  } catch {
    return unreadable;
  }
}
