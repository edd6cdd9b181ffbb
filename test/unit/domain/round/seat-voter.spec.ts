import fc from 'fast-check';
import {
  inPost,
  mayHandOver,
  otherPost,
  voterOf,
  type HandoverFacts,
} from '../../../../src/domain/round/seat-voter';

const seat = { holderId: 'h', holderName: '张三', alternateId: 'b', alternateName: '李四' };
const alone = { ...seat, alternateId: null, alternateName: null };
const facts = (change: Partial<HandoverFacts> = {}): HandoverFacts => ({
  now: '2026-03-17T01:00:00.000Z',
  deadlineAt: '2026-03-20T10:00:00.000Z',
  present: voterOf(seat, null),
  next: inPost(seat, 'b'),
  isInUse: true,
  votesFor: null,
  reason: '出差',
  ...change,
});
const no = (change: Partial<HandoverFacts>): string | undefined => mayHandOver(facts(change))?.because;

describe('the voter of a seat', () => {
  it('is its holder until it is handed over, then whoever it was handed over to last', () => {
    expect(voterOf(seat, null)).toEqual({ post: 'a', personId: 'h', name: '张三' });
    expect(voterOf(seat, 'b')).toEqual({ post: 'b', personId: 'b', name: '李四' });
    expect(voterOf(seat, 'a')).toEqual({ post: 'a', personId: 'h', name: '张三' });
    expect(inPost(alone, 'b')).toBeNull();
  });

  it('is always exactly one of the two people of the seat, whatever was handed over', () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }), (times) => {
        let present = voterOf(seat, null);
        for (let n = 0; n < times; n += 1) {
          const next = inPost(seat, otherPost(present.post));
          expect(mayHandOver(facts({ present, next }))).toBeNull();
          present = voterOf(seat, next?.post ?? null);
        }
        expect(present.personId).toBe(times % 2 === 0 ? 'h' : 'b');
      }),
    );
  });

  it('changes only while ballots are taken, with a reason, to somebody in use who has no other ballot', () => {
    expect(mayHandOver(facts())).toBeNull();
    expect(no({ now: '2026-03-20T10:00:00.000Z' })).toBe('deadlinePassed');
    expect(no({ next: null })).toBe('seatWithoutAlternate');
    expect(no({ next: voterOf(seat, null) })).toBe('seatAlreadyWith');
    expect(no({ isInUse: false })).toBe('voterNotInUse');
    expect(no({ votesFor: '市生态环境局' })).toBe('votesElsewhere');
    expect(no({ reason: ' ' })).toBe('reasonMissing');
    expect(no({ reason: '长'.repeat(501) })).toBe('reasonTooLong');
  });
});
