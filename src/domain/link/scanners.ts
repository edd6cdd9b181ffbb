/**
 * Programs that fetch what a mail links to, by what they say of themselves: mail gateways, previews of chat programs,
 * crawlers, and plain HTTP clients that no person reads with. The word is for the record.
 */
const scanners: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/proofpoint|ppvx/i, 'proofpoint'],
  [/mimecast/i, 'mimecast'],
  [/barracuda/i, 'barracuda'],
  [/symantec|messagelabs/i, 'symantec'],
  [/trend ?micro/i, 'trendmicro'],
  [/fortinet|fortimail|forticlient/i, 'fortinet'],
  [/safelinks|skypeuripreview|bingpreview|msnbot|ms-office|microsoft office/i, 'microsoft'],
  [/google(?:imageproxy|bot|-safety|other)|feedfetcher/i, 'google'],
  [/facebookexternalhit|whatsapp|telegrambot|slackbot|twitterbot|discordbot|linkedinbot/i, 'chatPreview'],
  [/dingtalkbot|larkbot|larkurl|bytespider|wechat.{0,20}bot|mpcrawler/i, 'chatPreview'],
  [/headlesschrome|phantomjs|slimerjs|puppeteer|selenium|webdriver/i, 'headless'],
  [
    /curl\/|wget\/|python|aiohttp|go-http-client|java\/|okhttp|libwww|axios|node-fetch|undici|^node$/i,
    'httpClient',
  ],
  [/postmanruntime|apache-httpclient|winhttp|httpie|guzzle|ruby|perl/i, 'httpClient'],
  [/bot\b|crawl|spider|scan|preview|prefetch|validator|monitor/i, 'crawler'],
];

/** A browser says this much of itself at least; what says nothing at all is no browser. */
const browserLike = /mozilla\/|opera\//i;

/**
 * Which kind of program asks, when it is none that a person reads with; null for what looks like a browser.
 * `purpose` is what a browser says of a page that it fetches ahead (`Sec-Purpose`, `Purpose`).
 */
export function scannerOf(userAgent: string, purpose = ''): string | null {
  const head = userAgent.slice(0, 500);
  const known = scanners.find(([pattern]) => pattern.test(head));
  if (known) return known[1];
  if (/prefetch|prerender|preview/i.test(purpose.slice(0, 100))) return 'prefetch';
  return browserLike.test(head) ? null : 'httpClient';
}
