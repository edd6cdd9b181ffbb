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

  it('leaves the cage for the panel only by rule, and a rejection only by the leading group with a reason', () => {
    const leaders: LeadMoveFacts = { by: ['leadingGroup'], isOwnScout: false, reason: '市领〔2026〕12号' };
    expect(leadMachine.movesFrom('admitted')).toEqual(['recall']);
    expect(check('recall', 'admitted', { ...system, reason: '条件逾期' })).toBeNull();
    expect(check('recall', 'admitted', { ...secretariat, reason: '条件逾期' })).toBe('notYourRole');
    expect(leadMachine.movesFrom('rejected').every((move) => move.startsWith('override'))).toBe(true);
    expect(check('overrideAdmit', 'rejected', leaders)).toBeNull();
    expect(check('overrideAdmit', 'rejected', { ...leaders, reason: ' ' })).toBe('reasonMissing');
    for (const other of [secretariat, system, scout])
      expect(check('overrideAdmit', 'rejected', { ...other, reason: '理由' })).toBe('notYourRole');
  });

  it('lapses from deferral by rule alone, and is called up by the secretariat with a reason', () => {
    expect(check('lapse', 'deferred', system)).toBeNull();
    expect(check('lapse', 'deferred', secretariat)).toBe('notYourRole');
    expect(check('requeue', 'deferred', secretariat)).toBe('reasonMissing');
    expect(check('requeue', 'deferred', { ...secretariat, reason: '规划已明确' })).toBeNull();
  });

  it('goes nowhere from withdrawn and merged, and every other state has a way on', () => {
    const ends = LEAD_STATES.filter((state) => leadMachine.movesFrom(state).length === 0);
    expect(ends).toEqual(['withdrawn', 'merged']);
    const reached = new Set<string>(Object.values(leadMachine.moves).map(({ to }) => to));
    expect(LEAD_STATES.filter((state) => !reached.has(state))).toEqual(['draft']);
  });
});
