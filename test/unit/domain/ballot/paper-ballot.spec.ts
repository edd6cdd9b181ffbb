import {
  checkSignedOn,
  mayEnter,
  mayOpenScan,
  maySeeVote,
  PAPER_STATES,
  paperMachine,
  type EnteredPaper,
  type PaperHand,
  type PaperPlace,
} from '../../../../src/domain/ballot/paper-ballot';
import { ROUND_STATES } from '../../../../src/domain/round/round-moves';

const place: PaperPlace = {
  roundState: 'open',
  now: '2026-03-20T02:00:00.000Z',
  deadlineAt: '2026-03-25T10:00:00.000Z',
  seatPeople: ['holder', 'alternate'],
  voterId: 'holder',
  isRecused: false,
  version: 0,
  isFromPaper: false,
};
const first: PaperHand = { personId: 'first', isKeptFrom: false };
const second: PaperHand = { personId: 'second', isKeptFrom: false };
const paper: EnteredPaper = { enteredById: 'first', voterId: 'holder', replaces: 0 };

const entering = (change: Partial<PaperPlace>, by: PaperHand = first) =>
  mayEnter(by, { ...place, ...change })?.because ?? null;
const confirming = (
  change: Partial<PaperPlace> = {},
  by: PaperHand = second,
  of: Partial<EnteredPaper> = {},
) =>
  paperMachine.check('confirm', 'entered', {
    paper: { ...paper, ...of },
    by,
    place: { ...place, ...change },
  })?.because ?? null;

describe('a ballot on paper', () => {
  it('is entered by one person of the secretariat and confirmed by another', () => {
    expect(entering({})).toBeNull();
    expect(confirming()).toBeNull();
    expect(confirming({}, first)).toBe('paperNeedsAnother');
  });

  it.each([
    ['its holder', { personId: 'holder', isKeptFrom: false }, 'paperOwnSeat'],
    ['its alternate', { personId: 'alternate', isKeptFrom: false }, 'paperOwnSeat'],
    ['whoever has an interest in the item', { personId: 'third', isKeptFrom: true }, 'paperInterested'],
  ])('is handled by anybody but %s', (_, by, because) => {
    expect(entering({}, by)).toBe(because);
    expect(confirming({}, by)).toBe(because);
    const facts = { paper, by, place, reason: '分数与扫描件不一致' };
    expect(paperMachine.check('reject', 'entered', facts)?.because).toBe(because);
  });

  it('is entered and confirmed before the deadline only: what still waits then does not count', () => {
    const [before, at] = ['2026-03-25T09:59:59.999Z', place.deadlineAt];
    expect([entering({ now: before }), confirming({ now: before })]).toEqual([null, null]);
    expect([entering({ now: at }), confirming({ now: at })]).toEqual(['paperTooLate', 'paperTooLate']);
    for (const roundState of ROUND_STATES.filter((state) => state !== 'open')) {
      const because = roundState === 'planned' ? 'roundNotOpened' : 'paperTooLate';
      expect([entering({ roundState }), confirming({ roundState })]).toEqual([because, because]);
    }
  });

  it('is not taken from a seat that takes no part in the item', () => {
    expect([entering({ isRecused: true }), confirming({ isRecused: true })]).toEqual([
      'paperSeatRecused',
      'paperSeatRecused',
    ]);
  });

  it('gives way to what the seat casts itself, and replaces what was entered from paper before', () => {
    expect(entering({ version: 1 })).toBe('paperSeatHasCast');
    expect(entering({ version: 1, isFromPaper: true })).toBeNull();
    expect(confirming({ version: 1 })).toBe('paperSeatHasCastSince');
    expect(confirming({ version: 1, isFromPaper: true }, second, { replaces: 1 })).toBeNull();
    expect(confirming({ version: 2 }, second, { replaces: 1 })).toBe('paperSeatHasCastSince');
  });

  it('is not confirmed once somebody else votes for the seat than who signed', () => {
    expect(confirming({ voterId: 'alternate' })).toBe('paperVoterChanged');
  });

  it('is rejected with a reason, and taken back by whoever entered it alone', () => {
    const reject = (reason: string, by = second) =>
      paperMachine.check('reject', 'entered', { paper, by, place, reason })?.because ?? null;
    expect([reject('不符'), reject('   '), reject('x'.repeat(501))]).toEqual([
      'paperReasonMissing',
      'paperReasonMissing',
      'reasonTooLong',
    ]);
    expect([reject('分数不符'), reject('分数不符', first)]).toEqual([null, 'paperNeedsAnother']);
    const withdraw = (by: PaperHand) =>
      paperMachine.check('withdraw', 'entered', { paper, by })?.because ?? null;
    expect([withdraw(first), withdraw(second)]).toEqual([null, 'paperNotYours']);
  });

  it('moves nowhere once it is settled', () => {
    for (const state of PAPER_STATES)
      expect(paperMachine.movesFrom(state)).toEqual(
        state === 'entered' ? ['confirm', 'reject', 'withdraw'] : [],
      );
  });

  it('bears the day of its signature: since the round was opened, not ahead, by the calendar of Beijing', () => {
    const openedAt = '2026-03-17T16:30:00.000Z';
    const at = (day: string) => checkSignedOn(day, { openedAt, now: place.now })?.because ?? null;
    expect([at('2026-03-18'), at('2026-03-20')]).toEqual([null, null]);
    expect([at('2026-03-17'), at('2026-03-21'), at(''), at('2026-02-30'), at('十八日')]).toEqual([
      'paperDateTooEarly',
      'paperDateAhead',
      'paperDateMissing',
      'paperDateMissing',
      'paperDateMissing',
    ]);
  });

  it('shows its vote only while it waits, and its scan afterwards to the inspector alone, after the count', () => {
    expect(PAPER_STATES.filter((state) => maySeeVote(state, second, place))).toEqual(['entered']);
    expect(maySeeVote('entered', { ...second, isKeptFrom: true }, place)).toBe(false);
    expect(maySeeVote('entered', { personId: 'holder', isKeptFrom: false }, place)).toBe(false);
    const inspector = ROUND_STATES.filter((roundState) =>
      mayOpenScan('confirmed', false, { isInspector: true, roundState }),
    );
    expect(inspector).toEqual(['closed', 'announced']);
    expect(mayOpenScan('confirmed', true, { isInspector: false, roundState: 'closed' })).toBe(false);
    expect(mayOpenScan('entered', true, { isInspector: false, roundState: 'open' })).toBe(true);
  });
});
