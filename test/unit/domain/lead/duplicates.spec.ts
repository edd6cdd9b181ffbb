import fc from 'fast-check';
import { readContent } from '../../../../src/domain/lead/content';
import { nameSimilarity } from '../../../../src/domain/claim/name-match';
import {
  duplicateSignature,
  gradeDuplicate,
  normalisedName,
  type DuplicateSignature,
} from '../../../../src/domain/lead/duplicates';
import { gramsOf } from '../../../../src/domain/lead/name-grams';
import { regionWords } from '../../../../src/reference/regions';
import { aLead, sampleLead, sampleLeads } from './sample-city';

const facts = { regionWords: regionWords(), hashOfMobile: (mobile: string) => `#${mobile}` };
const signatureOf = (id: string): DuplicateSignature =>
  duplicateSignature(readContent(sampleLead(id)).content, facts);
const alike = (a: string, b: string): string =>
  nameSimilarity(normalisedName(a, facts.regionWords), normalisedName(b, facts.regionWords)).toDecimal(2);

describe('the normalised name of a company', () => {
  it.each([
    ['澜岫热控系统股份有限公司', '澜岫热控系统'],
    ['澜岫热控系统（宁波）有限公司', '澜岫热控系统'],
    ['江西省瓷穹新材料有限责任公司', '瓷穹新材料'],
    ['深圳市砺辰伺服技术有限公司', '砺辰伺服技术'],
    ['菇悦农业科技有限公司', '菇悦农业'],
    ['Meridian Loom Sensors Pte. Ltd.', 'meridianloomsensors'],
    ['科技集团有限公司', '科技集团有限公司'],
    ['北京', '北京'],
  ])('%s is %s', (name, normalised) => {
    expect(normalisedName(name, facts.regionWords)).toBe(normalised);
  });
});

describe('the similarity of two names', () => {
  it('is Dice over pairs of neighbouring symbols', () => {
    expect(gramsOf('热控系统')).toEqual(['热控', '控系', '系统']);
    expect(gramsOf('热')).toEqual(['热']);
    expect(alike('澜岫热控系统股份有限公司', '澜岫热控系统(宁波)有限公司')).toBe('1.00');
    expect(alike('澜岫热控', '澜岫热能')).toBe('0.67');
    expect(alike('澜岫', '瓷穹')).toBe('0.00');
    expect(nameSimilarity('', '').toDecimal(2)).toBe('0.00');
  });

  it('is the same both ways, between 0 and 1, and 1 for equal names', () => {
    const name = fc.string({ unit: fc.constantFrom(...'澜岫热控系统ab'), maxLength: 12 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [there, back] = [nameSimilarity(a, b), nameSimilarity(b, a)];
        expect(there.equals(back) && there.gte(0) && there.compare(1) <= 0).toBe(true);
        if (a !== '') expect(nameSimilarity(a, a).equals(1)).toBe(true);
      }),
    );
  });
});

describe('a duplicate', () => {
  it('(a) has the same credit code: S02 after S01', () => {
    expect(gradeDuplicate(signatureOf('S02'), signatureOf('S01'))).toEqual({
      grade: 'a',
      grounds: ['sameUscc', 'sameName', 'sameMobile'],
      similarity: '1.00',
    });
  });

  it('(b) has the same parent or a similar name and waits for a ruling: S03 after S01', () => {
    expect(gradeDuplicate(signatureOf('S03'), signatureOf('S01'))).toMatchObject({
      grade: 'b',
      grounds: ['sameParent', 'sameName'],
    });
  });

  it('(b) has the same contact, told by digest only', () => {
    const other = { ...signatureOf('S05'), mobileHash: signatureOf('S01').mobileHash };
    expect(gradeDuplicate(other, signatureOf('S01'))).toMatchObject({ grade: 'b', grounds: ['sameMobile'] });
  });

  it('(c) has the same title and industry and an amount within a fifth', () => {
    const existing = signatureOf('S01');
    const reported = (totalInvestmentWan: string): DuplicateSignature => ({
      ...signatureOf('S05'),
      title: existing.title,
      industryCode: existing.industryCode,
      totalInvestmentWan,
    });
    expect(gradeDuplicate(reported('62400.00'), existing)).toMatchObject({
      grade: 'c',
      grounds: ['sameProject'],
    });
    expect(gradeDuplicate(reported('41600.00'), existing)?.grade).toBe('c');
    expect(gradeDuplicate(reported('62400.01'), existing)).toBeNull();
    expect(gradeDuplicate(reported('41599.99'), existing)).toBeNull();
  });

  it('is not seen between any other samples', () => {
    const related = new Set(['S01', 'S02', 'S03']);
    for (const one of sampleLeads)
      for (const other of sampleLeads)
        if (one.id !== other.id && !(related.has(one.id) && related.has(other.id)))
          expect(gradeDuplicate(signatureOf(one.id), signatureOf(other.id))).toBeNull();
  });

  it('is not made by two leads that say nothing', () => {
    const bare = duplicateSignature(
      aLead({ investorName: null, uscc: null, title: null, contact: {} }),
      facts,
    );
    expect(gradeDuplicate(bare, bare)).toBeNull();
  });
});
