import type { FitReason, Side } from '../../../src/domain/fit/fit';
import { Fraction } from '../../../src/domain/shared/fraction';
import { sentence } from '../../../src/domain/shared/sentence';
import { fitOnPage } from '../../../src/leads/lead-fit.views';
import { wordsFor } from '../../../src/words/words';
import { aLead } from '../domain/lead/sample-city';

const words = wordsFor('zh-CN');
const reason = (side: Side, isBlocking = false): FitReason => ({
  side,
  isBlocking,
  say: sentence('fit.profile.none', {}),
});

function rowWith(...reasons: FitReason[]) {
  const host = {
    id: 'h',
    code: 'etdz',
    name: '经开区',
    unitId: null,
    isBlocked: false,
    score: Fraction.of(70),
    reasons,
  };
  return fitOnPage([host], aLead(), words).rows[0];
}

describe('the reasons why a host fits', () => {
  it('shows all that stands against it or is open, what blocks it first, and folds what else speaks for it', () => {
    const row = rowWith(
      ...(['for', 'for', 'for', 'for', 'against', 'open'] as const).map((side) => reason(side)),
      reason('against', true),
    );
    expect(row?.reasons.map(({ side, isBlocking }) => `${side}${isBlocking ? '!' : ''}`)).toEqual([
      'against!',
      'for',
      'for',
      'against',
      'open',
    ]);
    expect(row?.further?.label).toBe('另有2项合适');
    expect(row?.further?.reasons.map(({ side }) => side)).toEqual(['for', 'for']);
  });

  it('folds nothing that would leave a single line', () => {
    const row = rowWith(reason('for'), reason('for'), reason('for'));
    expect([row?.reasons.length, row?.further]).toEqual([3, null]);
  });
});
