import { scannerOf } from '../../../../src/domain/link/scanners';

describe('a program that asks for the page of a link', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 HeadlessChrome/120 Safari/537.36', 'headless'],
    ['Mozilla/5.0 (compatible; BarracudaSentinel/1.0)', 'barracuda'],
    ['Mozilla/5.0 (compatible; Proofpoint URL Defense)', 'proofpoint'],
    ['Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5', 'microsoft'],
    ['Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)', 'google'],
    ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'chatPreview'],
    ['DingTalkBot-LinkService/1.0 (+https://dingtalk.com)', 'chatPreview'],
    ['python-requests/2.31', 'httpClient'],
    ['curl/8.5.0', 'httpClient'],
    ['node', 'httpClient'],
    ['Mozilla/5.0 (compatible; SomeBot/2.1)', 'crawler'],
    ['', 'httpClient'],
  ])('is no person’s browser: %.60s', (userAgent, word) => expect(scannerOf(userAgent)).toBe(word));

  it.each([
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0',
    'Mozilla/5.0 (Linux; Android 13; V2046A) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49',
    'Mozilla/5.0 (Linux; U; Android 14; zh-cn) AppleWebKit/537.36 MQQBrowser/14.8 Mobile Safari/537.36 QQ/9.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 DingTalk/7.5',
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko',
  ])('may be a person’s: %.80s', (userAgent) => {
    expect(scannerOf(userAgent)).toBeNull();
    expect(scannerOf(userAgent, 'prefetch;prerender')).toBe('prefetch');
  });

  it('is judged by its beginning, in no time', () =>
    expect(scannerOf(`Mozilla/5.0 ${'x'.repeat(1_000_000)} bot`)).toBeNull());
});
