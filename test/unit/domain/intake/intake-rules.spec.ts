import {
  pickedReasons,
  reasonText,
  returnReasons,
  REASON_FIELDS,
} from '../../../../src/domain/intake/return-reasons';
import { hostsAfterTransfer, transferRefusal } from '../../../../src/domain/intake/transfer';
import { answerFault, askRefusal, questionFault } from '../../../../src/domain/question/question';
import { coveringGrams, gramsOfTerms } from '../../../../src/leads/lead-grams';

describe('reasons for returning a lead', () => {
  const [first, second] = returnReasons.preset;

  it('each point at a field of the form, and come back from what was stored', () => {
    expect(returnReasons.preset.every(({ field }) => REASON_FIELDS.includes(field))).toBe(true);
    expect(returnReasons.read(JSON.parse(JSON.stringify(returnReasons.preset)))).toEqual(
      returnReasons.preset,
    );
  });

  it.each([
    ['no list', {}],
    ['a code with a space', [{ code: 'a b', text: '请补充材料', field: 'uscc' }]],
    ['too short a text', [{ code: 'short', text: '短', field: 'uscc' }]],
    ['an unknown field', [{ code: 'stray', text: '请补充材料', field: 'nowhere' }]],
    ['a code twice', [first, first]],
  ])('are not read from %s', (_, stored) => {
    expect(() => returnReasons.read(stored)).toThrow();
  });

  it('are picked by their codes, none that is not on the list', () => {
    expect(pickedReasons(returnReasons.preset, [second?.code ?? '', first?.code ?? ''])).toEqual([
      first,
      second,
    ]);
    expect(pickedReasons(returnReasons.preset, ['gone'])).toBeNull();
  });

  it('stand on the record one a line, what was typed last', () => {
    const picked = [first, second].flatMap((reason) => reason ?? []);
    expect(reasonText(picked, ' 另请附批复 ')).toBe(`1. ${first?.text}\n2. ${second?.text}\n3. 另请附批复`);
    expect(reasonText(picked.slice(0, 1), '')).toBe(first?.text);
    expect(reasonText([], '缺环评依据')).toBe('缺环评依据');
  });
});

describe('a transfer', () => {
  it('can be proposed until a round has begun', () => {
    expect([transferRefusal('submitted'), transferRefusal('queued')]).toEqual([null, null]);
    for (const state of ['draft', 'returned', 'inReview', 'admitted', 'merged'] as const)
      expect(transferRefusal(state)?.because).toBe('transferNotNow');
  });

  it('puts the agreed host first and keeps the others, three at the most', () => {
    expect(hostsAfterTransfer(['a', 'b', 'c'], 'd')).toEqual(['d', 'a', 'b']);
    expect(hostsAfterTransfer(['a', 'b'], 'b')).toEqual(['b', 'a']);
    expect(hostsAfterTransfer([], 'd')).toEqual(['d']);
  });
});

describe('a question', () => {
  it('is asked of a lead that is still under way', () => {
    expect(askRefusal('inReview')).toBeNull();
    for (const state of ['draft', 'rejected', 'withdrawn', 'merged'] as const)
      expect(askRefusal(state)?.because).toBe('questionNotNow');
  });

  it('has a text of 4 to 500 symbols, its answer one of 2 to 2,000', () => {
    expect([questionFault('三个字'), questionFault('四个字了'), questionFault('问'.repeat(500))]).toEqual([
      'questionMissing',
      null,
      null,
    ]);
    expect(questionFault('问'.repeat(501))).toBe('questionLong');
    expect([answerFault(' 是 '), answerFault('没有'), answerFault('答'.repeat(2001))]).toEqual([
      'answerMissing',
      null,
      'answerLong',
    ]);
  });
});

describe('the pairs that a search looks up', () => {
  it('touch every symbol at about half the look-ups', () => {
    const term = '新能源汽车零部件';
    const pairs = coveringGrams([term]);
    expect(new Set(pairs.join(''))).toEqual(new Set(term));
    expect(pairs.length).toBeLessThanOrEqual(Math.ceil(gramsOfTerms([term]).length / 2) + 1);
    expect(coveringGrams(['陶瓷'])).toEqual(['陶瓷']);
    expect(coveringGrams(['瓷'])).toEqual([]);
  });
});
