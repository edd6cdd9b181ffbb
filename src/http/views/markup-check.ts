/** Stands where a value will be; cannot occur in a template file. */
const VALUE = '\u0001';
const TAGS = /<\/?([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;

/**
 * Escaping is enough for a value in text or in a quoted attribute. This refuses the other places, and what the
 * content security policy would refuse in the browser: inline styles, event attributes, inline scripts. Mails carry
 * their styles inline, because mail programs drop everything else.
 */
export function checkMarkup(source: string, { mail }: { mail: boolean }): string[] {
  const faults: string[] = [];
  const text = wholeTags(withoutMustaches(source));
  for (const { 0: tag, 1: name = '', 2: attributes = '', index } of text.matchAll(TAGS)) {
    const line = text.slice(0, index).split('\n').length;
    const fault = (what: string): void => void faults.push(`line ${line}: ${what}`);
    const bare = attributes.replace(/"[^"]*"|'[^']*'/g, '""');
    if (bare.includes(VALUE)) fault('a value outside quotes inside a tag');
    if (!mail && /\sstyle\s*=/i.test(bare)) fault('style attribute');
    if (/\son[a-z]+\s*=/i.test(bare)) fault('event attribute');
    if (/^script$/i.test(name) && !tag.startsWith('</') && !/\ssrc\s*=/i.test(bare)) fault('inline script');
    if (!mail && /^style$/i.test(name)) fault('style element');
  }
  if (/<[a-zA-Z]/.test(text.replace(TAGS, '')))
    faults.push('line 1: a tag is not closed or not quoted rightly');
  return faults;
}

/** Blocks, partials and comments leave room of the same length; values leave a sign. Lines stay where they are. */
function withoutMustaches(source: string): string {
  return source
    .replace(/\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}/g, blanked)
    .replace(/\{\{~?\s*(?:[#/^>]|else\b)[^}]*\}\}/g, blanked)
    .replace(/\{\{[^}]*\}\}/g, (mustache) => VALUE + blanked(mustache).slice(1));
}

/** A partial that is a piece of a tag (`field-state`) is checked as if it stood in one. */
function wholeTags(text: string): string {
  return text.includes('<') || !text.includes('="') ? text : `<x ${text}>`;
}

const blanked = (text: string): string => text.replace(/[^\n]/g, ' ');
