import type { AppRequest } from './request';

/** Words of the record, not of the page: what kind of device and browser, never which one. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad|iPod/, 'ios'],
  [/HarmonyOS|OpenHarmony/i, 'harmony'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Mac OS X|Macintosh/, 'mac'],
  [/Linux|X11/, 'linux'],
];

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, 'wechat'],
  [/DingTalk/i, 'dingtalk'],
  [/\bQQ\/|MQQBrowser/i, 'qq'],
  [/HeadlessChrome|bot|crawl|spider/i, 'automatic'],
  [/Edg(?:e|A|iOS)?\//, 'edge'],
  [/Firefox\/|FxiOS/, 'firefox'],
  [/Chrome\/|CriOS/, 'chrome'],
  [/Safari\//, 'safari'],
];

/** `android/wechat`, `windows/edge`, `other/other`: coarse on purpose, since it stays in the record for good. */
export function coarseDevice(userAgent: string): string {
  const head = userAgent.slice(0, 500);
  const pick = (known: typeof systems): string =>
    known.find(([pattern]) => pattern.test(head))?.[1] ?? 'other';
  return `${pick(systems)}/${pick(browsers)}`;
}

/** The device that a request says it comes from. */
export function deviceOf({ headers }: Pick<AppRequest, 'headers'>): string {
  return coarseDevice(String(headers['user-agent'] ?? ''));
}
