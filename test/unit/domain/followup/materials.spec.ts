import { materialsFault, readMaterials } from '../../../../src/domain/followup/materials';

describe('the list of material a lead is sent back for', () => {
  it('is read one thing a line, without numbering, blanks and doubles', () => {
    const text = '1. 近两年审计报告\r\n（2）能耗测算\n\n- 客户意向书\n能耗测算\n  3、2024年纳税证明 ';
    expect(readMaterials(text, '理由')).toEqual([
      '近两年审计报告',
      '能耗测算',
      '客户意向书',
      '2024年纳税证明',
    ]);
  });

  it('keeps figures at the beginning of a thing', () => {
    expect(readMaterials('2024年纳税证明\n10千伏供电方案', '')).toEqual(['2024年纳税证明', '10千伏供电方案']);
  });

  it('is the reason where nothing was listed', () => {
    expect(readMaterials(' \n', '请补充能耗测算')).toEqual(['请补充能耗测算']);
  });

  it('has twelve things at the most, none of them an essay', () => {
    expect(materialsFault(Array.from({ length: 13 }, (_, n) => `材料${n}`))).toBe('materialsTooMany');
    expect(materialsFault(['短', '长'.repeat(121)])).toBe('materialTooLong');
    expect(materialsFault(['长'.repeat(400)])).toBeNull();
  });
});
