import { createHash } from 'node:crypto';

/**
 * A mail's HTML as the mailbox shows it in a closed frame. Mail programs need inline styles and our content
 * security policy knows no `unsafe-inline`, so each style attribute becomes a class of one style sheet, and the
 * policy names that sheet by its hash: the mail looks as it was sent, and nothing else in it may run or load.
 * Links open in the whole window; those of BASE_URL become paths, to work on whatever port the demo runs.
 */
export function shownInFrame(
  html: string,
  baseUrl: string,
): { html: string; headers: Record<string, string> } {
  const classes = new Map<string, string>();
  const classOf = (style: string): string => {
    const known = classes.get(style);
    if (known) return known;
    classes.set(style, `s${classes.size}`);
    return `s${classes.size - 1}`;
  };
  const body = html
    .replace(/ style="([^"]*)"/g, (_, style: string) => ` class="${classOf(style)}"`)
    .replaceAll(`href="${escaped(baseUrl)}/`, 'href="/')
    .replaceAll(`href="${baseUrl}/`, 'href="/');
  const sheet = [...classes].map(([style, name]) => `.${name}{${unescaped(style)}}`).join('');
  const hash = createHash('sha256').update(sheet).digest('base64');
  const shown = body.replace('</head>', `<base target="_top"><style>${sheet}</style></head>`);
  return {
    html: shown,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
      'x-frame-options': 'SAMEORIGIN',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  };
}

/** As Handlebars writes an address into an attribute. */
function escaped(url: string): string {
  return url.replaceAll('&', '&amp;').replaceAll('=', '&#x3D;');
}

function unescaped(style: string): string {
  return style
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('<', '');
}
