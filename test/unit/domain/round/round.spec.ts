import { aRoll } from '../tally/a-tally';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { REQUEST_STATES, requestMachine } from '../../../../src/domain/round/two-people';
import { WorkCalendar } from '../../../../src/domain/shared/workdays';
import { extendedDeadline, takesBallots, timeLeft } from '../../../../src/domain/round/deadline';
import { roundProgress, seatsAwaited } from '../../../../src/domain/round/progress';
import { countsByItself } from '../../../../src/domain/round/counting';
import { kindsWithoutSeat, rollOf, rollSeal } from '../../../../src/domain/round/roll';
import type { ExtensionFacts, OpeningFacts } from '../../../../src/domain/round/round-facts';
import { ROUND_STATES, roundMachine } from '../../../../src/domain/round/round-moves';

const deadlineAt = '2026-04-16T10:00:00.000Z';
const before = '2026-04-14T02:00:00.000Z';
const after = '2026-04-16T10:00:00.001Z';

const opening = (said: Partial<OpeningFacts> = {}) =>
  roundMachine.check('open', 'planned', {
    now: before,
    deadlineAt,
    leads: 8,
    leadsNotQueued: [],
    rubricPublished: true,
    seats: aRoll,
    rules: R1,
    ...said,
  });

const extending = (said: Partial<ExtensionFacts> = {}) =>
  roundMachine.check('extend', 'open', {
    now: before,
    deadlineAt,
    newDeadlineAt: '2026-04-21T10:00:00.000Z',
    reason: '院所席出差',
    extensionsUsed: 0,
    quorumShort: true,
    rules: R1,
    ...said,
  });

describe('a round', () => {
  it('goes from planned over open, locked and closed to announced, or ends without a result', () => {
    expect(ROUND_STATES.map((state) => [state, roundMachine.movesFrom(state)])).toEqual([
      ['planned', ['open', 'cancel']],
      ['open', ['lock', 'extend', 'close', 'cancel', 'void']],
      ['locked', ['extend', 'close', 'void']],
      ['closed', ['announce', 'reopen', 'void']],
      ['announced', []],
      ['cancelled', []],
      ['voided', []],
    ]);
  });

  it('is locked at its deadline and not a millisecond before', () => {
    const locking = (now: string) => roundMachine.check('lock', 'open', { now, deadlineAt });
    expect(locking(deadlineAt)).toBeNull();
    expect(locking('2026-04-16T09:59:59.999Z')).toEqual({
      because: 'deadlineStillAhead',
      details: { deadlineAt },
    });
  });

  it('opens with one to twenty leads', () => {
    expect(opening()).toBeNull();
    expect(opening({ leads: 1 })).toBeNull();
    expect(opening({ leads: 20 })).toBeNull();
    expect(opening({ leads: 0 })).toEqual({ because: 'tooFewLeads', details: { count: 0, fewest: 1 } });
    expect(opening({ leads: 21 })).toEqual({ because: 'tooManyLeads', details: { count: 21, most: 20 } });
  });

  it('opens only with leads that are queued, and names the others', () => {
    expect(opening({ leadsNotQueued: ['L-2026-00007', 'L-2026-00009'] })).toEqual({
      because: 'leadsNotQueued',
      details: { count: 2, leads: 'L-2026-00007,L-2026-00009' },
    });
  });

  it('opens only on a published rubric, with a seat of each kind and its deadline ahead', () => {
    expect(opening({ rubricPublished: false })?.because).toBe('rubricNotPublished');
    expect(opening({ seats: aRoll.filter(({ kind }) => kind !== 'institute') })).toEqual({
      because: 'kindsWithoutSeat',
      details: { kinds: 'institute' },
    });
    expect(opening({ now: deadlineAt })?.because).toBe('deadlineNotAhead');
  });

  it('is extended once, with a reason, to a later time that is still to come', () => {
    expect(extending()).toBeNull();
    expect(extending({ extensionsUsed: 1 })).toEqual({
      because: 'alreadyExtended',
      details: { used: 1, most: 1 },
    });
    expect(extending({ reason: ' ' })?.because).toBe('reasonMissing');
    expect(extending({ newDeadlineAt: null })?.because).toBe('deadlineUnreadable');
    expect(extending({ newDeadlineAt: deadlineAt })?.because).toBe('deadlineNotLater');
    expect(extending({ newDeadlineAt: after, now: '2026-04-17T00:00:00.000Z' })?.because).toBe(
      'deadlineNotAhead',
    );
  });

  it('is not extended when it has its quorum', () => {
    expect(extending({ quorumShort: false })?.because).toBe('quorumAlreadyMet');
  });

  it('closes at its deadline, or before it once nobody is awaited, and says how many are', () => {
    const closing = (now: string, awaited: number) =>
      roundMachine.check('close', 'open', { now, deadlineAt, awaited });
    expect(closing(deadlineAt, 12)).toBeNull();
    expect(closing(before, 0)).toBeNull();
    expect(closing(before, 12)).toEqual({ because: 'ballotsAwaited', details: { awaited: 12, deadlineAt } });
  });

  it('closes once', () => {
    expect(roundMachine.check('close', 'closed', { now: after, deadlineAt, awaited: 0 })?.because).toBe(
      'wrongState',
    );
  });

  it('is announced when every borderline item has its ruling', () => {
    expect(roundMachine.check('announce', 'closed', { unruled: [] })).toBeNull();
    expect(roundMachine.check('announce', 'closed', { unruled: ['L-2026-00031'] })).toEqual({
      because: 'itemsUnruled',
      details: { count: 1, leads: 'L-2026-00031' },
    });
  });

  it('is cancelled with a reason, and by nobody once its voting is over', () => {
    expect(roundMachine.check('cancel', 'open', { reason: '' })?.because).toBe('reasonMissing');
    expect(roundMachine.check('cancel', 'open', { reason: '专班改选' })).toBeNull();
    const over = { reason: '专班改选', isVotingOver: true };
    expect(roundMachine.check('cancel', 'open', over)?.because).toBe('voidInstead');
  });

  it('is counted once locked, also where the clock was set back since', () => {
    const facts = { now: before, deadlineAt, awaited: 12, isLocked: true };
    expect(roundMachine.check('close', 'locked', facts)).toBeNull();
  });

  it('is reopened with a reason and a deadline that is still to come', () => {
    const reopening = (newDeadlineAt: string | null, reason = '漏发一席') =>
      roundMachine.check('reopen', 'closed', { now: after, newDeadlineAt, reason })?.because ?? null;
    expect(reopening('2026-04-20T10:00:00.000Z')).toBeNull();
    expect(reopening(null)).toBe('deadlineUnreadable');
    expect(reopening('下周')).toBe('deadlineUnreadable');
    expect(reopening(after)).toBe('deadlineNotAhead');
    expect(reopening('2026-04-20T10:00:00.000Z', ' ')).toBe('reasonMissing');
  });

  it('is voided with a reason, at any time between opening and announcement', () => {
    for (const state of ['open', 'locked', 'closed'] as const) {
      expect(roundMachine.check('void', state, { reason: '名册有误' })).toBeNull();
      expect(roundMachine.check('void', state, { reason: ' ' })?.because).toBe('reasonMissing');
    }
    expect(roundMachine.check('void', 'announced', { reason: '名册有误' })?.because).toBe('wrongState');
  });

  it('is neither announced nor cancelled while a request of two people waits for its answer', () => {
    expect(roundMachine.check('announce', 'closed', { unruled: [], isAsked: true })?.because).toBe(
      'requestUnanswered',
    );
    expect(roundMachine.check('cancel', 'open', { reason: '换届', isAsked: true })?.because).toBe(
      'requestUnanswered',
    );
  });
});

describe('what takes two people', () => {
  const asked = { askedById: 'song', newDeadlineAt: '2026-04-20T10:00:00.000Z' };
  const carryingOut = (byId: string, sentDeadlineAt: string | null = null) =>
    requestMachine.check('carryOut', 'asked', { ...asked, byId, sentDeadlineAt })?.because ?? null;

  it('is carried out by another person than asked for it', () => {
    expect(carryingOut('shen')).toBeNull();
    expect(carryingOut('song')).toBe('secondPersonNeeded');
  });

  it('is carried out as it was asked for: another deadline is another request', () => {
    expect(carryingOut('shen', asked.newDeadlineAt)).toBeNull();
    expect(carryingOut('shen', '2026-04-21T10:00:00.000Z')).toBe('requestDiffers');
  });

  it('is answered once', () => {
    expect(REQUEST_STATES.map((state) => [state, requestMachine.movesFrom(state)])).toEqual([
      ['asked', ['carryOut', 'withdraw']],
      ['carriedOut', []],
      ['withdrawn', []],
    ]);
  });
});

describe('a round that is counted by itself', () => {
  const facts = { byClock: true, itemsShort: 0, vetoesOpen: 0 };
  const because = (said: Partial<typeof facts>) => countsByItself({ ...facts, ...said })?.because ?? null;

  it('needs a rule that says so, a quorum on every item and every veto answered', () => {
    expect(because({})).toBeNull();
    expect(because({ byClock: false })).toBe('countedByHand');
    expect(because({ itemsShort: 2 })).toBe('quorumShort');
    expect(because({ vetoesOpen: 1 })).toBe('vetoesOpen');
  });
});

describe('a deadline', () => {
  it('takes the last ballot just before it', () => {
    expect(takesBallots('2026-04-16T09:59:59.999Z', deadlineAt)).toBe(true);
    expect(takesBallots(deadlineAt, deadlineAt)).toBe(false);
    expect(timeLeft(before, deadlineAt)).toBe(56 * 3_600_000);
    expect(timeLeft(after, deadlineAt)).toBe(0);
  });

  it('is extended by three workdays to the same hour', () => {
    expect(extendedDeadline(deadlineAt, new WorkCalendar([]), R1.extension)).toBe('2026-04-21T10:00:00.000Z');
  });
});

describe('a roll', () => {
  it('is the same for the same seats in any order, and names the kinds it lacks', () => {
    expect(rollSeal([...aRoll].reverse())).toBe(rollSeal(aRoll));
    expect(rollOf(aRoll).map(({ seatId }) => seatId)).toEqual([
      'D1',
      'D2',
      'D3',
      'D4',
      'E1',
      'E2',
      'I1',
      'I2',
      'P1',
      'P2',
    ]);
    expect(kindsWithoutSeat([{ kind: 'park' }])).toEqual(['support', 'institute', 'enterprise']);
  });
});

describe('the progress of a round', () => {
  const all = new Set(aRoll.map(({ seatId }) => seatId));
  const attendance = [
    { itemId: 'a', recused: new Set(['E2']), cast: new Set([...all].filter((id) => id !== 'E2')) },
    { itemId: 'b', recused: new Set<string>(), cast: new Set(['P1', 'D1']) },
  ];

  it('says who has cast and who is awaited', () => {
    const { items, seats, cast, eligible, awaited, itemsShort } = roundProgress(aRoll, attendance, R1.quorum);
    expect({ cast, eligible, awaited, itemsShort }).toEqual({
      cast: 11,
      eligible: 19,
      awaited: 8,
      itemsShort: 1,
    });
    expect(items.map((item) => [item.itemId, item.awaited, item.quorum.met])).toEqual([
      ['a', 0, true],
      ['b', 8, false],
    ]);
    expect(seats.find(({ seatId }) => seatId === 'E2')).toEqual({
      seatId: 'E2',
      cast: 0,
      recused: 1,
      awaited: 1,
    });
    expect(seats.find(({ seatId }) => seatId === 'P1')).toEqual({
      seatId: 'P1',
      cast: 2,
      recused: 0,
      awaited: 0,
    });
  });

  it('names whom a reminder goes to', () => {
    expect(seatsAwaited(aRoll, attendance).map(({ seatId }) => seatId)).toEqual([
      'P2',
      'D2',
      'D3',
      'D4',
      'I1',
      'I2',
      'E1',
      'E2',
    ]);
    expect(seatsAwaited(aRoll, attendance.slice(0, 1))).toEqual([]);
  });
});
