import { BlockList, isIP } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Who may read the metrics: this machine, and the networks that were configured (`10.1.0.0/16`, separated by
 * commas). A request that came through a proxy we do not trust is nobody's: its address is the proxy's own.
 */
export class MetricsAudience {
  private readonly networks = new BlockList();

  constructor(
    private readonly trustsProxy: boolean,
    networks: string = '',
  ) {
    this.networks.addSubnet('127.0.0.0', 8, 'ipv4');
    this.networks.addAddress('::1', 'ipv6');
    for (const text of networks.split(',').map((part) => part.trim())) if (text !== '') this.add(text);
  }

  includes(address: string, headers: IncomingHttpHeaders): boolean {
    const forwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
    if (forwarded && !this.trustsProxy) return false;
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const version = isIP(plain);
    return version !== 0 && this.networks.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  }

  private add(text: string): void {
    const [address = '', length] = text.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    this.networks.addSubnet(
      address,
      length === undefined ? (family === 'ipv4' ? 32 : 128) : Number(length),
      family,
    );
  }
}
