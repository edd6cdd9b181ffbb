import { defineMachine } from '../../../../src/domain/shared/machine';
import { firstRefusal, insist, refuse, Refused } from '../../../../src/domain/shared/refusal';

const door = defineMachine({
  name: 'door',
  moves: {
    open: {
      from: ['shut'],
      to: 'ajar',
      refusal: (facts: { locked: boolean }) => (facts.locked ? refuse('locked', { key: 'brass' }) : null),
    },
    shut: { from: ['ajar', 'wide'], to: 'shut' },
  },
});

describe('a refusal', () => {
  it('carries its reason and its facts, and no sentence', () => {
    expect(refuse('belowQuorum', { missing: 2 })).toEqual({
      because: 'belowQuorum',
      details: { missing: 2 },
    });
    expect(refuse('locked')).toEqual({ because: 'locked' });
  });

  it('becomes an error only when a service insists', () => {
    expect(() => insist(null)).not.toThrow();
    expect(() => insist(refuse('locked'), 403)).toThrow(Refused);
    expect(new Refused(refuse('locked')).status).toBe(409);
  });

  it('is the first one of several rules, and the rules after it are not asked', () => {
    const never = jest.fn(() => null);
    expect(
      firstRefusal(
        () => null,
        () => refuse('a'),
        never,
      ),
    ).toEqual({ because: 'a' });
    expect(never).not.toHaveBeenCalled();
    expect(firstRefusal(() => null)).toBeNull();
  });
});

describe('a state machine', () => {
  it('allows a move from a state its table names', () => {
    expect(door.check('open', 'shut', { locked: false })).toBeNull();
    expect(door.check('shut', 'wide')).toBeNull();
    expect(door.to('open')).toBe('ajar');
  });

  it('refuses a move from any other state and says where it could start', () => {
    expect(door.check('shut', 'shut')).toEqual({
      because: 'wrongState',
      details: { subject: 'door', move: 'shut', state: 'shut', from: 'ajar,wide' },
    });
  });

  it('asks the rule of the move only when the state allows it', () => {
    expect(door.check('open', 'shut', { locked: true })).toEqual({
      because: 'locked',
      details: { key: 'brass' },
    });
    expect(door.check('open', 'ajar', { locked: true })?.because).toBe('wrongState');
  });

  it('lists the moves that start from a state', () => {
    expect(door.movesFrom('ajar')).toEqual(['shut']);
  });
});
