import type { Vote } from '../../../../src/domain/ballot/ballot';
import { abstaining } from '../../../../src/domain/insight/abstentions';

const seat = (seatId: string, votes: string) =>
  Array.from(votes).flatMap((letter, at): { seatId: string; position: number; vote: Vote }[] => {
    const vote = ({ A: 'abstain', y: 'agree', n: 'against' } as const)[letter as 'A' | 'y' | 'n'];
    return vote === undefined ? [] : [{ seatId, position: at + 1, vote }];
  });

describe('abstaining in a row', () => {
  it('is told from as often as the rules say, reaching it exactly', () => {
    expect(abstaining([...seat('a', 'AAA'), ...seat('b', 'AAyAA')], 3)).toEqual([{ seatId: 'a', inARow: 3 }]);
    expect(abstaining(seat('a', 'yAAAAn'), 3)).toEqual([{ seatId: 'a', inARow: 4 }]);
    expect(abstaining(seat('a', 'AA'), 3)).toEqual([]);
  });

  it('is not broken by an item without a ballot of the seat, and follows the agenda, not the order of casting', () => {
    expect(abstaining(seat('a', 'A-A-A'), 3)).toEqual([{ seatId: 'a', inARow: 3 }]);
    expect(abstaining([...seat('a', 'AyAA')].reverse(), 3)).toEqual([]);
  });

  it('is told of nobody where the rules want none', () => {
    expect(abstaining(seat('a', 'AAAAAA'), 0)).toEqual([]);
  });
});
