import fc from 'fast-check';
import { readShortCode, shortCodeFrom, shownShortCode } from '../../../../src/domain/link/short-code';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

describe('a short code', () => {
  it('has eight symbols that cannot be taken for one another', () =>
    fc.assert(fc.property(bytes, (some) => /^[0-9a-hjkmnp-tv-z]{8}$/.test(shortCodeFrom(some)))));

  it('is read as it is printed, and as people type it', () =>
    fc.assert(
      fc.property(bytes, (some) => {
        const code = shortCodeFrom(some);
        const printed = shownShortCode(code);
        expect(printed).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        const wide = printed.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
        const sloppy = code.replaceAll('0', 'O').replaceAll('1', 'l');
        for (const typed of [
          printed,
          code,
          ` ${printed} `,
          wide,
          sloppy,
          [...code].join(' '),
          `${printed}。`,
        ])
          expect(readShortCode(typed)).toBe(code);
      }),
    ));

  it.each(['', '1234', '123456789', 'uuuuuuuu', '席位1234', '1234-567\0', 'x'.repeat(100_000)])(
    'is nothing else: %.20s',
    (typed) => expect(readShortCode(typed)).toBeNull(),
  );
});
