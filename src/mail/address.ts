/** The longest address that mail servers take (RFC 5321). */
const longest = 254;

/**
 * A plain address, `name@host`. The exotic forms of RFC 5322 (quoted local parts, comments, groups, several
 * addresses) are refused: no office uses them, and parsers disagree about whom they reach.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > longest) return false;
  const parts = text.split('@');
  const [local = '', host = ''] = parts;
  return (
    parts.length === 2 &&
    local.length <= 64 &&
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local) &&
    /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}))*$/.test(host)
  );
}

/** A name or subject fit for a mail header: one line, no control or direction-changing characters, not too long. */
export function headerText(text: string, characters: number): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length <= characters
    ? line
    : `${Array.from(line)
        .slice(0, characters - 1)
        .join('')}…`;
}

/** `Name <a@b>` or `a@b`, as MAIL_FROM is written; the form was checked when the program started. */
export function readMailbox(text: string): { name: string; address: string } {
  const match = /^(.*)<([^<>]+)>\s*$/.exec(text);
  if (!match) return { name: '', address: text.trim() };
  return { name: headerText((match[1] ?? '').replaceAll('"', ''), 120), address: (match[2] ?? '').trim() };
}
