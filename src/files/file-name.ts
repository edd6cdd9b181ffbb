import { kindOfName } from './file-kinds';

const longest = 120;
const disguised = /\.(?:html?|xhtml|svg|exe|bat|cmd|scr|vbs|ps1|php|jsp|aspx?|hta|lnk|msi|dll|js)(?=[.\s%])/i;

/** A name made to look like another kind of file: a hidden end, or a program's extension before the last one. */
export function isDisguised(raw: string): boolean {
  return raw.includes('\0') || /%00/.test(raw) || disguised.test(raw);
}

/**
 * The name as it is shown and given back: without folders, control characters or characters that turn the direction
 * of writing, and not longer than 120 characters with its extension kept.
 */
export function displayName(raw: string): string {
  const last = raw.split(/[/\\]/).at(-1) ?? '';
  const name = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(name);
  if (characters.length <= longest) return name;
  const end = kindOfName(name) ? name.slice(name.lastIndexOf('.')) : '';
  return characters.slice(0, longest - end.length - 1).join('') + '…' + end;
}
