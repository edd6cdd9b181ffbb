import { coarseAddress } from '../../../src/access-log/coarse-address';

describe('an address in the access log', () => {
  it.each([
    ['10.2.3.4', '10.2.3.*'],
    ['::ffff:10.2.3.4', '10.2.3.*'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:*'],
    ['2001:db8::1', '2001:db8:*'],
    ['::1', '::*'],
    ['fe80::1%eth0', 'fe80:*'],
    ['unknown', ''],
    ['', ''],
  ])('tells of %s the network, %s', (address, network) => {
    expect(coarseAddress(address)).toBe(network);
  });
});
