import { coarseDevice } from '../../../src/http/device';

describe('the device in the record', () => {
  it.each([
    [
      'Mozilla/5.0 (Linux; Android 13; V2046A) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49',
      'android/wechat',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1',
      'ios/safari',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0',
      'windows/edge',
    ],
    [
      'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 Mobile Safari/537.36',
      'harmony/chrome',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 HeadlessChrome/120 Safari/537.36',
      'windows/automatic',
    ],
    ['', 'other/other'],
    ['x'.repeat(100_000), 'other/other'],
  ])('is told by kind only: %.40s', (userAgent, device) => expect(coarseDevice(userAgent)).toBe(device));
});
