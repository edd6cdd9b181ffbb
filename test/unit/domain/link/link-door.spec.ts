import { linkDoor } from '../../../../src/domain/link/link-door';

const open = { state: 'open', now: '2026-04-14T02:00:00.000Z', deadlineAt: '2026-04-16T10:00:00.000Z' };
const late = { ...open, now: open.deadlineAt };

describe('a voting link that nobody has revoked', () => {
  it('opens the ballot until the deadline, whether or not a veto waits', () => {
    expect(linkDoor(open, 0)).toBe('vote');
    expect(linkDoor(open, 2)).toBe('vote');
  });

  it('opens the ruling alone from the deadline on, whether or not the clock has locked the round yet', () => {
    expect(linkDoor(late, 1)).toBe('rule');
    expect(linkDoor({ ...late, state: 'locked' }, 1)).toBe('rule');
  });

  it('opens nothing after the deadline for a seat that is asked for no ruling', () => {
    expect(linkDoor(late, 0)).toBeNull();
    expect(linkDoor({ ...late, state: 'locked' }, 0)).toBeNull();
  });

  it.each(['planned', 'closed', 'announced', 'cancelled', 'voided'])(
    'opens nothing of a %s round',
    (state) => {
      expect(linkDoor({ ...open, state }, 1)).toBeNull();
      expect(linkDoor({ ...late, state }, 1)).toBeNull();
    },
  );
});
