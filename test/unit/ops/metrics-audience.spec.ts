import { MetricsAudience } from '../../../src/ops/metrics-audience';

describe('the audience of the metrics', () => {
  it('is this machine', () => {
    const audience = new MetricsAudience(false);
    expect(
      ['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'].every((address) =>
        audience.includes(address, {}),
      ),
    ).toBe(true);
    expect(
      ['10.0.0.1', '::2', '', 'localhost', '::ffff:10.0.0.1'].some((address) =>
        audience.includes(address, {}),
      ),
    ).toBe(false);
  });

  it('is also the networks that are configured', () => {
    const audience = new MetricsAudience(false, '10.1.0.0/16, 192.0.2.7,2001:db8::/32');
    expect(
      ['10.1.200.3', '192.0.2.7', '2001:db8:1::5'].every((address) => audience.includes(address, {})),
    ).toBe(true);
    expect(['10.2.0.1', '192.0.2.8', '2001:db9::1'].some((address) => audience.includes(address, {}))).toBe(
      false,
    );
  });

  it('is nobody behind a proxy that is not trusted, whose own address is the only one known', () => {
    const forwarded = { 'x-forwarded-for': '127.0.0.1' };
    expect(new MetricsAudience(false).includes('127.0.0.1', forwarded)).toBe(false);
    expect(new MetricsAudience(true).includes('127.0.0.1', forwarded)).toBe(true);
    expect(new MetricsAudience(true).includes('203.0.113.9', forwarded)).toBe(false);
  });
});
