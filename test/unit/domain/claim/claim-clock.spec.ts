import { claimLight, protectionFrom, silenceFrom } from '../../../../src/domain/claim/claim-clock';
import { claimRules } from '../../../../src/domain/claim/claim-rules';
import { creditShares } from '../../../../src/domain/claim/credit';
import { readShare, sharesOf } from '../../../../src/domain/claim/dispute';
import { isInTerm, unrewardedBecause } from '../../../../src/domain/claim/referral';
import { Fraction } from '../../../../src/domain/shared/fraction';
import fc from 'fast-check';

const rules = claimRules.preset;
const now = '2026-03-17T01:00:00.000Z';

describe('the clock of a first report', () => {
  it('protects for 90 days, after admission for 180, to the end of the Beijing day', () => {
    expect(protectionFrom(now, false, rules)).toBe('2026-06-15T15:59:59.999Z');
    expect(protectionFrom(now, true, rules)).toBe('2026-09-13T15:59:59.999Z');
  });

  it('turns amber after 30 silent days and lapses after 60, or when the protection ends before', () => {
    const until = protectionFrom(now, false, rules);
    expect(silenceFrom(now, until, rules)).toEqual({
      amberAt: '2026-04-16T15:59:59.999Z',
      lapsesAt: '2026-05-16T15:59:59.999Z',
    });
    expect(silenceFrom('2026-06-01T01:00:00.000Z', until, rules).lapsesAt).toBe(until);
  });

  it('shows its light on both sides of each boundary, and none while others have the lead', () => {
    const { amberAt, lapsesAt } = silenceFrom(now, protectionFrom(now, false, rules), rules);
    const light = (at: string, leadState: 'queued' | 'inReview' = 'queued'): string =>
      claimLight({ state: 'protected', leadState, amberAt, lapsesAt }, at);
    expect(light(amberAt)).toBe('green');
    expect(light('2026-04-16T16:00:00.000Z')).toBe('amber');
    expect(light(lapsesAt)).toBe('amber');
    expect(light('2026-05-16T16:00:00.000Z')).toBe('red');
    expect(light('2026-05-16T16:00:00.000Z', 'inReview')).toBe('paused');
  });

  it('takes no terms in which a first report lapses before it turns amber', () => {
    expect(() => claimRules.read({ ...rules, lapseAfterDays: 30 })).toThrow('amber');
    expect(() => claimRules.read({ ...rules, protectionDays: 89.5 })).toThrow('protectionDays');
    expect(claimRules.read({ ...rules })).toEqual(rules);
  });
});

describe('credit', () => {
  it('is read with two decimals at most, between 0 and 100', () => {
    expect(['62.5', '100', '１２．５%', '0.01'].map(readShare)).toEqual([6250, 10_000, 1250, 1]);
    expect(['100.01', '-1', '1.234', '', 'x'].map(readShare)).toEqual([null, null, null, null, null]);
    expect(sharesOf('split', { holder: '0', challenger: '100' })).toMatchObject({
      because: 'shareUnreadable',
    });
  });

  it('makes up one whole, whatever the shares', () => {
    const share = fc.integer({ min: 1, max: 3333 }).map((n) => (n / 100).toFixed(2));
    const coScout = fc.record({ share, confirmed: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(coScout, { maxLength: 2 }),
        fc.integer({ min: 1, max: 9999 }),
        (others, holder) => {
          const split = { holder, challenger: 10_000 - holder, challengerId: 'challenger' };
          const rows = others.map((one, at) => ({ ...one, personId: String(at) }));
          const shares = creditShares('holder', rows, split).map((one) => one.share);
          expect(Fraction.sum(shares).equals(1) && shares.every((one) => one.gte(0))).toBe(true);
        },
      ),
    );
  });
});

describe('a referrer', () => {
  it('cannot be rewarded as a public servant, as staff of a state unit, as a party, or with an interest', () => {
    const kinds = ['civilServant', 'stateUnitStaff', 'investorParty'] as const;
    for (const kind of kinds) expect(unrewardedBecause({ kind, conflict: false })).toBe(kind);
    expect(unrewardedBecause({ kind: 'chamber', conflict: true })).toBe('interestDeclared');
    expect(unrewardedBecause({ kind: null, conflict: false })).toBe('undeclared');
    expect(unrewardedBecause({ kind: 'chamber', conflict: false })).toBeNull();
  });

  it('is an ambassador on both ends of the term', () => {
    const term = { from: '2026-01-01', until: '2026-12-31' };
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
    expect(days.map((day) => isInTerm(term, day))).toEqual([false, true, true, false]);
  });
});
