/**
 * What is measured. `as` is whose cookies are sent: the secretary's, the first seat's of the round that is voted in, or
 * none. Every filter of the list stands here, alone and with the others, in each order it can be read in. A few of them
 * are loaded beside the baseline like the other pages; all of them are compared from size to size by `lists.mjs`.
 */
const host = 'host=park-ht';
const track = 'track=manufacturing';
/** One that judges many leads, and one that judges few. */
const tier = 'tier=city';
const fewTier = 'tier=leading';
const target = 'target=1';

const filters = [
  ['newest', ''],
  ['oldest', 'sort=submitted'],
  ['by total', 'sort=-total'],
  ['page 10', 'page=10'],
  ['tab', 'state=admitted'],
  ['tab of several states', 'state=other'],
  ['state', 'state=rejected'],
  ['track', track],
  ['host', host],
  ['tab+track', `state=admitted&${track}`],
  ['state+track', `state=rejected&${track}`],
  ['tab+host', `state=admitted&${host}`],
  ['state+host', `state=rejected&${host}`],
  ['track+host', `${track}&${host}`],
  ['tab+track+host', `state=admitted&${track}&${host}`],
  ['state+track+host', `state=rejected&${track}&${host}`],
  ['state+track+host, oldest', `state=rejected&${track}&${host}&sort=submitted`],
  ['state, by total', 'state=rejected&sort=-total'],
  ['track, by total', `${track}&sort=-total`],
  ['host, by total', `${host}&sort=-total`],
  ['state+track+host, by total', `state=rejected&${track}&${host}&sort=-total`],
  ['tier', tier],
  ['tier with few', fewTier],
  ['tier+tab', `${tier}&state=admitted`],
  ['tier+state', `${tier}&state=rejected`],
  ['tier with few+state', `${fewTier}&state=rejected`],
  ['tier+track', `${tier}&${track}`],
  ['tier+host', `${tier}&${host}`],
  ['tier with few+host', `${fewTier}&${host}`],
  ['tier+state+track+host', `${tier}&state=rejected&${track}&${host}`],
  ['tier, by total', `${tier}&sort=-total`],
  ['tier with few, by total', `${fewTier}&sort=-total`],
  ['tier+state+track+host, by total', `${tier}&state=rejected&${track}&${host}&sort=-total`],
  ['target', target],
  ['target+tab', `${target}&state=other`],
  ['target+state+track+host', `${target}&state=rejected&${track}&${host}`],
  ['target+tier', `${target}&${tier}`],
  ['target, by total', `${target}&sort=-total`],
  ['q', 'q=陶瓷'],
  ['q of one symbol', 'q=瓷'],
  ['q of several pairs', 'q=陶瓷材料'],
  ['q that nearly all hold', 'q=项目'],
  ['q+state+track', `state=rejected&${track}&q=项目`],
  ['q+tab+host', `state=other&${host}&q=项目`],
  ['q+tier', `${fewTier}&q=项目`],
  ['q+target', `${target}&q=项目`],
  ['q, by total', 'q=项目&sort=-total'],
];

export const lists = filters.map(([name, filter]) => ({
  name: `list, ${name}`,
  as: 'secretary',
  path: () => `/leads?${encodeURI(['size=20', filter].filter(Boolean).join('&'))}`,
}));

const loaded = ['list, newest', 'list, state+track+host', 'list, q'];

export const pages = [
  ...lists.filter(({ name }) => loaded.includes(name)),
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
