import { BALLOT_STATES, ballotMachine, hasCast } from '../../../../src/domain/ballot/ballot-moves';
import { checkRecusal } from '../../../../src/domain/ballot/recusal';
import { checkVeto, vetoMachine } from '../../../../src/domain/ballot/veto';
import { VETO_GROUNDS } from '../../../../src/domain/rubric/veto-grounds';
import type { VetoGround } from '../../../../src/domain/rubric/rubric-content';

const open = {
  roundState: 'open',
  now: '2026-04-14T02:00:00.000Z',
  deadlineAt: '2026-04-16T10:00:00.000Z',
} as const;

describe('a ballot', () => {
  it('is drafted, cast, and revised as often as wanted, until its seat is recused', () => {
    expect(BALLOT_STATES.map((state) => [state, ballotMachine.movesFrom(state)])).toEqual([
      ['none', ['saveDraft', 'cast', 'recuse']],
      ['draft', ['saveDraft', 'cast', 'recuse']],
      ['cast', ['revise', 'recuse']],
      ['revised', ['revise', 'recuse']],
      ['recused', []],
    ]);
    expect(BALLOT_STATES.filter(hasCast)).toEqual(['cast', 'revised']);
  });

  it('is taken while the round is open and its deadline ahead', () => {
    expect(ballotMachine.check('cast', 'none', open)).toBeNull();
    expect(ballotMachine.check('cast', 'none', { ...open, roundState: 'closed' })?.because).toBe(
      'roundNotOpen',
    );
    expect(ballotMachine.check('revise', 'cast', { ...open, now: open.deadlineAt })).toEqual({
      because: 'deadlinePassed',
      details: { deadlineAt: open.deadlineAt },
    });
  });
});

describe('a recusal', () => {
  it('gives its reason', () => {
    expect(checkRecusal('配偶在该企业任职')).toEqual([]);
    expect(checkRecusal(' ')).toEqual([{ field: 'reason', because: 'recusalNeedsReason' }]);
    expect(checkRecusal('有关')).toEqual([
      { field: 'reason', because: 'textTooShort', details: { fewest: 4, has: 2 } },
    ]);
    expect(checkRecusal('x'.repeat(501))[0]?.because).toBe('textTooLong');
  });
});

describe('a veto', () => {
  const ground = (code: string) => VETO_GROUNDS.find((found) => found.code === code) as VetoGround;
  const raise = (code: string, kind: 'park' | 'support') =>
    checkVeto({ ground: code, basis: '节能审查办法', text: '指标不足' }, { kind, grounds: VETO_GROUNDS });

  it('names a ground its kind may raise, a basis and the facts', () => {
    expect(raise('V05', 'support')).toEqual([]);
    expect(raise('V05', 'park')[0]?.because).toBe('vetoGroundOfAnotherKind');
    expect(raise('V99', 'support')[0]?.because).toBe('vetoGroundUnknown');
    expect(
      checkVeto(
        { ground: 'V05', basis: '', text: 'x'.repeat(1001) },
        { kind: 'support', grounds: VETO_GROUNDS },
      ).map(({ field, because }) => `${field} ${because}`),
    ).toEqual(['basis textTooShort', 'text textTooLong']);
  });

  it('is confirmed by the seat or body the list names, and by nobody else', () => {
    const may = (
      code: string,
      seatFunction: 'development' | 'ecology' | null,
      actsFor: 'secretariat' | null,
    ) => vetoMachine.check('confirm', 'raised', { ground: ground(code), seatFunction, actsFor }) === null;
    expect(may('V05', 'development', null)).toBe(true);
    expect(may('V05', 'ecology', null)).toBe(false);
    expect(may('V05', null, 'secretariat')).toBe(false);
    expect(may('V06', null, 'secretariat')).toBe(true);
    expect(may('V12', 'development', 'secretariat')).toBe(false);
  });

  it('is settled once', () => {
    expect(vetoMachine.movesFrom('raised')).toEqual(['confirm', 'dismiss', 'withdraw']);
    for (const state of ['confirmed', 'dismissed', 'withdrawn'] as const)
      expect(vetoMachine.movesFrom(state)).toEqual([]);
  });
});
