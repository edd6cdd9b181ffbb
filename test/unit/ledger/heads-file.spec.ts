import { printedHash, shortHash } from '../../../src/ledger/chain';
import { NoHeads, parseHeads } from '../../../src/ledger/heads-file';

const hash = '3f2a91bc00112233445566778899aabbccddeeff00112233445566778899aabb';
const whole = { seq: 128, hash };

describe('a file of heads', () => {
  it.each([
    ['a line', `128 ${hash}`],
    ['a line in capitals with a tab', `128\t${hash.toUpperCase()}\r\n`],
    ['a comment above', `# heads of round Y-2026-01\n128 ${hash}\n`],
    ['JSON', JSON.stringify({ seq: 128, hash, cause: 'round.closed' })],
    ['a JSON list', JSON.stringify([{ seq: 128, hash }])],
    ['printed groups', `第128号 ${printedHash(hash)}`],
    ['printed groups with words', `截止码：第 128 条：${printedHash(hash)}（请留存）`],
    ['printed groups over several lines', `128 ${printedHash(hash).replace(/((?:\w{4} ){5})/g, '$1\n')}`],
    ['groups with hyphens', `128: ${printedHash(hash).replaceAll(' ', '-')}`],
  ])('is read from %s', (_, text) => {
    expect(parseHeads(text)).toEqual([whole]);
  });

  it('may hold several heads, whole or short, with or without their number', () => {
    const text = `127 ${hash}\n128 ${shortHash(hash)}\n截止码a91f 03c7 5be2 44d0\n`;
    expect(parseHeads(text)).toEqual([
      { seq: 127, hash },
      { seq: 128, hash: hash.slice(0, 16) },
      { seq: null, hash: 'a91f03c75be244d0' },
    ]);
  });

  it.each(['', 'nothing here', '128', '[]', '{"seq":128}', '128 3f2a 91bc', `128 ${hash}00`])(
    'is refused when it holds none: %s',
    (text) => {
      expect(() => parseHeads(text)).toThrow(NoHeads);
    },
  );
});
