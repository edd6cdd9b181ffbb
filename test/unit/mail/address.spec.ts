import { headerText, isMailAddress, readMailbox } from '../../../src/mail/address';
import { processorTime } from '../../support/measures';

describe('a mail address', () => {
  it.each(['gu@example.com', "o'neil+x@sub.example.gov.cn", '1234567@qq.com', 'a@localhost'])(
    'may be %s',
    (text) => {
      expect(isMailAddress(text)).toBe(true);
    },
  );

  it.each([
    '"a b"@example.com',
    'a(b)@example.com',
    'a@b@c',
    'a@b, c@d',
    'Name <a@b>',
    '.a@b',
    'a..b@c',
    'a@-b',
    'a@b..c',
    'a@b\n',
    'é@b',
    `${'a'.repeat(65)}@b`,
  ])('may not be %s', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });

  it('is refused in no time, however strange', () => {
    for (const text of ['('.repeat(10_000), `${'a.'.repeat(5000)}@b`, `a@${'b-'.repeat(5000)}`]) {
      expect(isMailAddress(text)).toBe(false);
      expect(processorTime(() => isMailAddress(text))).toBeLessThan(20);
    }
  });
});

describe('text for a header', () => {
  it('is one line without control, direction or invisible characters', () => {
    expect(headerText('顾\r\n 明\u202e\u0000\u2028x ', 20)).toBe('顾 明 x');
  });

  it('is cut by characters, not in the middle of one', () => {
    expect(headerText('𠮷'.repeat(10), 4)).toBe('𠮷𠮷𠮷…');
  });
});

describe('MAIL_FROM', () => {
  it('is read with and without a name', () => {
    expect(readMailbox('预审专班秘书处 <a@b.cn>')).toEqual({ name: '预审专班秘书处', address: 'a@b.cn' });
    expect(readMailbox('a@b.cn')).toEqual({ name: '', address: 'a@b.cn' });
  });
});
