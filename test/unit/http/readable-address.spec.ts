import { readableAddress } from '../../../src/http/readable-address';

describe('an address', () => {
  it('is routed as it stands when it can be read', () => {
    for (const url of ['/', '/leads?q=%E5%AE%9C', '/a%2Fb', '/%2500'])
      expect(readableAddress({ url })).toBe(url);
  });

  it('is one that does not exist when an escape in it is broken', () => {
    for (const url of ['/leads/%E4%B8', '/%', '/%zz', '/%FF'])
      expect(readableAddress({ url })).toBe('/unreadable');
  });

  it('is one that does not exist when it holds a NUL, which no database row has', () => {
    for (const url of ['/%00', '/leads/a%00b', '/leads?q=%00'])
      expect(readableAddress({ url })).toBe('/unreadable');
  });
});
