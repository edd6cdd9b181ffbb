import { newReceiptCode, readReceiptCode, shownCode } from '../../../src/ballots/receipt-code';
import { SecureRandomness } from '../../../src/clock/randomness';

describe('a receipt code', () => {
  it('is four groups of four symbols, and 10,000 of them are all different', () => {
    const codes = Array.from({ length: 10_000 }, () => newReceiptCode(new SecureRandomness()));
    expect(new Set(codes).size).toBe(10_000);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hj-km-np-tv-z]{4}-){3}[0-9a-hj-km-np-tv-z]{4}$/);
  });

  it('is read back however it is typed', () => {
    const code = '7f3c-01ka-zz10-9qvw';
    for (const typed of [code, shownCode(code), '7F3C 0LKA ZZIO 9QVW', '７Ｆ３Ｃ01kazz109qvw', ` ${code} `])
      expect(readReceiptCode(typed)).toBe(code);
  });

  it.each([
    '',
    'x',
    '7f3c-01ka-zz10-9qv',
    '7f3c-01ka-zz10-9qvww',
    '7f3c-01ka-zz10-9qvu',
    '席'.repeat(16),
    'a'.repeat(1e6),
  ])('is not made of anything else', (typed) => expect(readReceiptCode(typed)).toBeNull());
});
