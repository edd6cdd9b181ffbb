import { aTally, votesOf } from './a-tally';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { WorkCalendar } from '../../../../src/domain/shared/workdays';
import { checkRuling, rulingDue, rulingsFor } from '../../../../src/domain/tally/ruling';

const borderline = aTally({ ballots: votesOf({ agree: 6, supplement: 4 }) });
const vetoed = aTally({ vetoes: [{ ground: 'V05', state: 'raised' }] });

describe('the ruling on a borderline item', () => {
  it('is the chair’s choice between a meeting, more material and deferral', () => {
    expect(rulingsFor(borderline, 0)).toEqual(['consult', 'resubmit', 'defer']);
    expect(checkRuling({ choice: 'consult', reason: '分数过线，票数差1票' }, borderline, 0)).toBeNull();
  });

  it('cannot ask for material a third time', () => {
    expect(rulingsFor(borderline, 2)).toEqual(['consult', 'defer']);
    expect(checkRuling({ choice: 'resubmit', reason: '再补' }, borderline, 2)).toEqual({
      because: 'resubmittedTooOften',
      details: { times: 2, most: 2 },
    });
  });

  it('is a meeting while a veto is open', () => {
    expect(rulingsFor(vetoed, 0)).toEqual(['consult']);
    expect(checkRuling({ choice: 'defer', reason: '等' }, vetoed, 0)?.because).toBe('rulingNotOpen');
  });

  it('is narrowed in the same way by a veto that was confirmed without ending the item', () => {
    const confirmed = aTally({
      rules: { ...R1, veto: { confirmed: 'borderline', unresolved: ['consult', 'defer'] } },
      vetoes: [{ ground: 'V03', state: 'confirmed' }],
    });
    expect(confirmed.reasons).toEqual(['veto']);
    expect(rulingsFor(confirmed, 0)).toEqual(['consult', 'defer']);
  });

  it('needs a reason and a known choice, and an item that is borderline', () => {
    expect(checkRuling({ choice: 'consult', reason: ' ' }, borderline, 0)?.because).toBe('reasonMissing');
    expect(checkRuling({ choice: 'admit', reason: 'x' }, borderline, 0)?.because).toBe('rulingUnknown');
    expect(checkRuling({ choice: 'consult', reason: 'x' }, aTally(), 0)?.because).toBe('notBorderline');
    expect(rulingsFor(aTally(), 0)).toEqual([]);
  });

  it('is due in 10 workdays, in 15, or lapses after 12 months', () => {
    const calendar = new WorkCalendar([]);
    const ruledAt = '2026-03-06T10:00:00.000Z';
    expect(rulingDue('consult', ruledAt, R1, calendar)).toBe('2026-03-20T15:59:59.999Z');
    expect(rulingDue('resubmit', ruledAt, R1, calendar)).toBe('2026-03-27T15:59:59.999Z');
    expect(rulingDue('defer', ruledAt, R1, calendar)).toBe('2027-03-06T15:59:59.999Z');
    const leapDay = '2028-02-29T10:00:00.000Z';
    expect(rulingDue('defer', leapDay, R1, calendar)).toBe('2029-02-28T15:59:59.999Z');
  });
});
