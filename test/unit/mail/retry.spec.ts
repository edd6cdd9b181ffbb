import { Randomness } from '../../../src/clock/randomness';
import { nextTry } from '../../../src/mail/retry';

class Fixed extends Randomness {
  constructor(private readonly byte: number) {
    super();
  }

  bytes(count: number): Buffer {
    return Buffer.alloc(count, this.byte);
  }
}

const at = '2026-03-05T00:00:00.000Z';
const secondsFor = (attempts: number, byte: number): number =>
  (Date.parse(nextTry({ attempts, createdAt: at }, at, new Fixed(byte)) ?? '') - Date.parse(at)) / 1000;

describe('another try', () => {
  it('comes after 30 s, 1 min, 2 min … at most 30 min', () => {
    expect([1, 2, 3, 6, 7, 8, 500].map((attempts) => secondsFor(attempts, 0))).toEqual([
      30, 60, 120, 960, 1800, 1800, 1800,
    ]);
  });

  it('is moved by chance, by up to a half', () => {
    expect(Math.round(secondsFor(1, 255))).toBe(15);
  });

  it('does not come when the mail is three days old', () => {
    const after = '2026-03-08T00:00:00.000Z';
    expect(nextTry({ attempts: 9, createdAt: at }, after, new Fixed(0))).toBeNull();
  });
});
