import { checkSettlement, checkVeto, VETO_STATES } from '../../../../src/domain/ballot/veto';
import {
  confirmingSeats,
  isOffSystem,
  mayRaise,
  maySettle,
  mayWithdraw,
  type VetoSeat,
} from '../../../../src/domain/ballot/veto-rules';
import type { VetoGround } from '../../../../src/domain/rubric/rubric-content';
import { VETO_GROUNDS } from '../../../../src/domain/rubric/veto-grounds';

const ground = (code: string) => VETO_GROUNDS.find((found) => found.code === code) as VetoGround;
const open = { state: 'open', now: '2026-04-14T02:00:00.000Z', deadlineAt: '2026-04-16T10:00:00.000Z' };
const late = { ...open, now: open.deadlineAt };

describe('a veto', () => {
  const roll: readonly VetoSeat[] = [
    { seatId: 'land', function: 'naturalResources' },
    { seatId: 'ecology', function: 'ecology' },
    { seatId: 'emergency', function: 'emergency' },
    { seatId: 'park', function: null },
  ];
  const settlers = (code: string, raisedBy: string, ...recused: string[]) =>
    confirmingSeats(ground(code), roll, new Set(recused), raisedBy);

  it('is settled by the seats that speak for its ground, another than the one that raised it', () => {
    expect(settlers('V02', 'park')).toEqual(['land', 'ecology']);
    expect(settlers('V02', 'land')).toEqual(['ecology']);
    expect(settlers('V06', 'park')).toEqual([]);
  });

  it('is settled by the seat that raised it only where no other speaks for the ground', () => {
    expect(settlers('V04', 'emergency')).toEqual(['emergency']);
    expect(settlers('V02', 'land', 'ecology')).toEqual(['land']);
  });

  it('is settled by no recused seat, and by none at all where all are recused or missing', () => {
    expect(settlers('V02', 'park', 'land')).toEqual(['ecology']);
    expect(settlers('V02', 'park', 'land', 'ecology')).toEqual([]);
    expect(settlers('V11', 'park')).toEqual([]);
  });

  it('is raised while ballots are taken, by a seat that is not recused', () => {
    expect(mayRaise(open, false)).toBeNull();
    expect(mayRaise(open, true)?.because).toBe('vetoRecused');
    expect(mayRaise(late, false)?.because).toBe('vetoTooLate');
    expect(mayRaise({ ...open, state: 'closed' }, false)?.because).toBe('vetoRoundOver');
  });

  it('is withdrawn before the deadline, while it waits', () => {
    expect(mayWithdraw(open, 'raised')).toBeNull();
    expect(mayWithdraw(late, 'raised')?.because).toBe('vetoTooLate');
    for (const state of VETO_STATES.filter((one) => one !== 'raised'))
      expect(mayWithdraw(open, state)).toEqual({ because: 'vetoSettled', details: { state } });
  });

  it('is confirmed or dismissed until the round is counted, also after the deadline', () => {
    const by = { ground: ground('V02'), seatFunction: 'ecology', actsFor: null, isRaiser: false } as const;
    for (const round of [open, late, { ...late, state: 'locked' }])
      expect(maySettle('confirm', 'raised', { ...by, round })).toBeNull();
    const counted = { ...late, state: 'closed' };
    expect(maySettle('dismiss', 'raised', { ...by, round: counted })?.because).toBe('vetoRoundOver');
    expect(maySettle('dismiss', 'confirmed', { ...by, round: open })?.because).toBe('vetoSettled');
    const stranger = { ...by, seatFunction: 'emergency' } as const;
    expect(maySettle('confirm', 'raised', { ...stranger, round: open })?.because).toBe('notConfirmingSeat');
  });

  it('is not confirmed for a body by the person who raised it', () => {
    const by = { ground: ground('V06'), seatFunction: null, actsFor: 'secretariat', round: open } as const;
    expect(maySettle('confirm', 'raised', { ...by, isRaiser: false })).toBeNull();
    expect(maySettle('confirm', 'raised', { ...by, isRaiser: true })?.because).toBe('vetoOwn');
  });

  it('needs no word of substance where it is dealt with outside the system', () => {
    const blank = { ground: 'V12', basis: '', text: '' };
    expect(checkVeto(blank, { kind: 'park', grounds: VETO_GROUNDS })).toEqual([]);
    expect(VETO_GROUNDS.filter(isOffSystem).map(({ code }) => code)).toEqual(['V12']);
    expect(checkVeto({ ...blank, ground: '' }, { kind: 'park', grounds: VETO_GROUNDS })[0]).toEqual({
      field: 'ground',
      because: 'vetoGroundMissing',
    });
  });

  it('is confirmed by the secretariat with its record', () => {
    expect(checkSettlement('confirm', ' ', ground('V06'))[0]?.because).toBe('vetoRecordMissing');
    expect(checkSettlement('confirm', '信用中国查询，4月13日', ground('V06'))).toEqual([]);
    expect(checkSettlement('dismiss', '', ground('V06'))).toEqual([]);
    expect(checkSettlement('confirm', '', ground('V02'))).toEqual([]);
    expect(checkSettlement('dismiss', 'x'.repeat(1001), ground('V02'))[0]?.because).toBe('textTooLong');
  });
});
