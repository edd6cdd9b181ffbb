import { attachment } from '../../../src/http/download';

describe('the header of a download', () => {
  it('gives old clients a plain name and all others the real one', () => {
    expect(attachment('立项 报告(终).pdf')).toBe(
      'attachment; filename="__ __(_).pdf"; filename*=UTF-8\'\'%E7%AB%8B%E9%A1%B9%20%E6%8A%A5%E5%91%8A%28%E7%BB%88%29.pdf',
    );
  });

  it('is one line, whatever the name', () => {
    const header = attachment('a"\\\r\nSet-Cookie: x=1;\u0000%41.pdf');
    expect(header).not.toMatch(/[\r\n\0]/);
    expect(header).toMatch(/^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[A-Za-z0-9%._~!*'-]*$/);
  });
});
