import { veiled, veilOver } from '../../../../src/domain/lead/veil';

describe('a veil over names', () => {
  it('takes each name out of a text, the longer one first, in any case, and leaves the rest', () => {
    const veil = veilOver(['澜岫热控系统股份有限公司', '澜岫热控', 'Meridian Loom', null, ''], '某投资方');
    expect(veil('澜岫热控系统股份有限公司（澜岫热控）与 MERIDIAN LOOM 合作')).toBe(
      '某投资方（某投资方）与 某投资方 合作',
    );
    expect(veil('砺辰伺服技术有限公司')).toBe('砺辰伺服技术有限公司');
  });

  it('reads a name as it is written, whatever signs are in it', () => {
    expect(veilOver(['A+B (中国) [x]', '.*'], '＊')('A+B (中国) [x] 与 .* 与 ab')).toBe('＊ 与 ＊ 与 ab');
  });

  it('veils nothing where there are no names, or only a single symbol', () => {
    for (const names of [[], [null], ['水']]) expect(veilOver(names, '＊')('水处理')).toBe('水处理');
  });

  it('covers every text of a model and no address', () => {
    const model = { title: '甲公司项目', n: 1, none: null, rows: [{ href: '/x?q=甲公司', text: '甲公司' }] };
    expect(veiled(model, veilOver(['甲公司'], '某'))).toEqual({
      title: '某项目',
      n: 1,
      none: null,
      rows: [{ href: '/x?q=甲公司', text: '某' }],
    });
  });
});
