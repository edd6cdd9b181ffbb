import fc from 'fast-check';
import { drawnOn, type LeadDraw } from '../../../../src/domain/elements/drawn';
import { Fraction } from '../../../../src/domain/shared/fraction';

const draw = fc.record({
  leadId: fc.constantFrom('l1', 'l2', 'l3'),
  hostId: fc.constantFrom('h1', 'h2'),
  element: fc.constantFrom('land' as const, 'energy' as const),
  quantity: fc.integer({ min: 0, max: 100_000 }).map((n) => Fraction.of(n, 100)),
  isAdmitted: fc.boolean(),
});

describe('what leads draw on a host', () => {
  it('is the sum of all but the one that asks, admitted and pending apart', () => {
    fc.assert(
      fc.property(fc.array(draw), fc.constantFrom('l1', 'l2', null), (draws: LeadDraw[], except) => {
        const found = drawnOn(draws)('h1', except);
        for (const element of ['land', 'energy'] as const)
          for (const isAdmitted of [true, false]) {
            const counted = draws.filter(
              (one) =>
                one.hostId === 'h1' &&
                one.leadId !== except &&
                one.element === element &&
                one.isAdmitted === isAdmitted,
            );
            const sum = found.get(element)?.[isAdmitted ? 'admitted' : 'pending'] ?? Fraction.zero;
            expect(sum.equals(Fraction.sum(counted.map(({ quantity }) => quantity)))).toBe(true);
          }
      }),
    );
  });
});
