/** What is measured. `as` is whose cookies are sent: the secretary's, the first seat's of the round that is voted in, or none. */
const filters = 'track=manufacturing&host=park-ht';

export const pages = [
  { name: 'list, newest', as: 'secretary', path: () => '/leads?size=50' },
  { name: 'list, tab+track+host', as: 'secretary', path: () => `/leads?size=50&state=admitted&${filters}` },
  { name: 'list, state+track+host', as: 'secretary', path: () => `/leads?size=50&state=rejected&${filters}` },
  { name: 'list, by total', as: 'secretary', path: () => '/leads?size=50&sort=-total&track=manufacturing' },
  { name: 'list, q', as: 'secretary', path: () => `/leads?size=50&q=${encodeURIComponent('陶瓷')}` },
  {
    name: 'list, q+state+track',
    as: 'secretary',
    path: () => `/leads?size=50&state=rejected&track=manufacturing&q=${encodeURIComponent('项目')}`,
  },
  { name: 'lead', as: 'secretary', path: ({ leadId }) => `/leads/${leadId}` },
  { name: 'ballot', as: 'seat', path: ({ voting }) => `/ballot/items/${voting.items[0]}` },
  { name: 'round', as: 'secretary', path: ({ voting }) => `/rounds/${voting.id}` },
  { name: 'receipt', as: 'nobody', path: ({ receipt }) => `/receipts/${receipt}` },
];

export const casting = { name: 'casting a ballot' };

/** The form of a valid ballot, as a browser sends it. */
export function ballotForm({ criteria }, csrf, key) {
  const form = new URLSearchParams({
    _csrf: csrf,
    idempotencyKey: key,
    vote: 'agree',
    comment: '',
    note: '',
    intent: 'cast',
  });
  for (const [at, code] of criteria.entries()) form.set(`scores[${code}]`, String(2 + (at % 3)));
  return form.toString();
}

/** `name=value; …` for a request. */
export function cookiesOf(facts, as, csrfCookie = '') {
  const own = {
    secretary: `session=${facts.secretarySession}`,
    seat: `ballot=${facts.voting.seats[0].session}`,
    nobody: '',
  }[as];
  return [own, csrfCookie].filter(Boolean).join('; ');
}

/** The cookie that a page set for CSRF, and the field that belongs to it. */
export function csrfOf(setCookies, html) {
  const cookie = setCookies.map((line) => line.split(';')[0]).find((pair) => pair.startsWith('csrf='));
  const field = /name="_csrf" value="([^"]*)"/.exec(html)?.[1];
  if (!cookie || !field) throw new Error('The page brought no CSRF field');
  return { cookie, field: field.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') };
}

/** A page without what is different each time: CSRF and idempotency fields, ids of requests. */
export function lasting(html) {
  return html
    .replace(/(name="(?:_csrf|idempotencyKey)" value=")[^"]*/g, '$1')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');
}
