import {
  LEAD_STATES,
  leadMachine,
  type LeadMove,
  type LeadMoveFacts,
  type LeadState,
} from '../../../../src/domain/lead/states';

const scout: LeadMoveFacts = { by: ['scout'], isOwnScout: true };
const secretariat: LeadMoveFacts = { by: ['secretariat'], isOwnScout: false };
const system: LeadMoveFacts = { by: 'system', isOwnScout: false };
const check = (move: LeadMove, state: LeadState, facts: LeadMoveFacts): string | null =>
  leadMachine.check(move, state, facts)?.because ?? null;

describe('a lead', () => {
  it('is submitted by its own scout, from draft, from a return and with the material asked for', () => {
    expect(check('submit', 'draft', scout)).toBeNull();
    expect(check('submit', 'returned', scout)).toBeNull();
    expect(check('submit', 'resubmit', scout)).toBeNull();
    expect(check('submit', 'queued', scout)).toBe('wrongState');
    expect(check('submit', 'draft', { ...scout, isOwnScout: false })).toBe('notYourLead');
    expect(check('submit', 'draft', secretariat)).toBe('notYourLead');
    expect(check('submit', 'draft', system)).toBe('notYourLead');
  });

  it('is accepted, returned or refused at intake by the secretariat; a no needs its reason', () => {
    expect(check('accept', 'submitted', secretariat)).toBeNull();
    expect(check('accept', 'submitted', scout)).toBe('notYourRole');
    expect(check('accept', 'submitted', system)).toBe('notYourRole');
    for (const move of ['return', 'rejectAtIntake'] as const) {
      expect(check(move, 'submitted', secretariat)).toBe('reasonMissing');
      expect(check(move, 'submitted', { ...secretariat, reason: ' \n' })).toBe('reasonMissing');
      expect(check(move, 'submitted', { ...secretariat, reason: '缺商业计划书' })).toBeNull();
    }
    expect(check('merge', 'submitted', secretariat)).toBe('mergeTargetMissing');
    expect(check('merge', 'submitted', { ...secretariat, mergeInto: 'x' })).toBeNull();
  });

  it('enters a round from the queue and comes back to it when the round falls away', () => {
    expect(check('enterRound', 'queued', secretariat)).toBeNull();
    expect(check('enterRound', 'submitted', secretariat)).toBe('wrongState');
    expect(leadMachine.to('leaveRound')).toBe('queued');
    expect(check('leaveRound', 'inReview', system)).toBeNull();
  });

  it('is decided by the closing of its round or a ruling, never by its scout or a panelist', () => {
    for (const move of ['admit', 'consult', 'askResubmit', 'defer', 'reject'] as const) {
      expect(check(move, 'inReview', system)).toBeNull();
      expect(check(move, 'inReview', { by: ['leadingGroup'], isOwnScout: false })).toBeNull();
      expect(check(move, 'inReview', scout)).toBe('notYourRole');
      expect(check(move, 'inReview', { by: ['panelist'], isOwnScout: false })).toBe('notYourRole');
      expect(check(move, 'queued', system)).toBe('wrongState');
    }
  });

  it('can be withdrawn by its scout except while it is voted on or when it is over', () => {
    const open = LEAD_STATES.filter((state) => check('withdraw', state, scout) === null);
    expect(open).toEqual(['draft', 'submitted', 'returned', 'queued', 'consulting', 'resubmit', 'deferred']);
  });

  it('goes nowhere from admitted, rejected, withdrawn and merged, and every other state has a way on', () => {
    const ends = LEAD_STATES.filter((state) => leadMachine.movesFrom(state).length === 0);
    expect(ends).toEqual(['admitted', 'rejected', 'withdrawn', 'merged']);
    const reached = new Set<string>(Object.values(leadMachine.moves).map(({ to }) => to));
    expect(LEAD_STATES.filter((state) => !reached.has(state))).toEqual(['draft']);
  });
});
