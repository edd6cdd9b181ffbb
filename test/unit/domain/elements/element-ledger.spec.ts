import fc from 'fast-check';
import { batchUse, type BatchItem } from '../../../../src/domain/elements/batch-use';
import {
  drawsOf,
  hostThatWouldGive,
  stockOf,
  type Draw,
} from '../../../../src/domain/elements/element-ledger';
import { isLedgerUnit } from '../../../../src/domain/elements/element-units';
import { emptyContent } from '../../../../src/domain/lead/content';
import { Fraction } from '../../../../src/domain/shared/fraction';
import { aParcel, aProfile } from '../host/a-profile';

const draw = (element: Draw['element'], quantity: number): Draw => ({
  element,
  quantity: Fraction.of(quantity),
  basis: 'lead',
  isRefused: false,
});
const item = (position: number, draws: Draw[], hostId: string | null = 'h'): BatchItem => ({
  position,
  leadId: `l${position}`,
  hostId,
  draws,
});
const balance = (land: number | null, energy: number | null = null) => ({
  hostId: 'h',
  left: new Map([
    ...(land === null ? [] : [['land', Fraction.of(land)] as const]),
    ...(energy === null ? [] : [['energy', Fraction.of(energy)] as const]),
  ]),
});

describe('whose ground a lead would stand on', () => {
  it('is the first host that accepts, else on conditions, else the first that has not declined', () => {
    const asked = (...verdicts: ('accept' | 'conditional' | 'decline' | null)[]) =>
      hostThatWouldGive(verdicts.map((verdict, at) => ({ hostId: `h${at + 1}`, verdict })));
    expect(asked(null, 'conditional', 'accept')).toBe('h3');
    expect(asked(null, 'conditional')).toBe('h2');
    expect(asked('decline', null, null)).toBe('h2');
    expect(asked('decline', 'decline')).toBeNull();
    expect(asked()).toBeNull();
  });
});

describe('what a lead draws', () => {
  const content = { ...emptyContent(), landMu: '95', energyTce: '4200' };
  const land = (given: { verdict?: 'yes' | 'no'; quantity?: string | null; unit?: string }) =>
    drawsOf(content, [{ element: 'land', verdict: 'yes', quantity: '90', unit: '亩', ...given }]).find(
      ({ element }) => element === 'land',
    );

  it('is what the department answered in the unit of the ledger, else what the lead asks for', () => {
    expect(land({})).toMatchObject({ basis: 'answer', quantity: Fraction.of(90) });
    expect(land({ unit: '公顷' })).toMatchObject({ basis: 'lead', quantity: Fraction.of(95) });
    expect(land({ verdict: 'no' })).toMatchObject({ basis: 'lead', isRefused: true });
    expect(drawsOf(content, []).map(({ element }) => element)).toEqual(['land', 'energy']);
  });

  it('knows the units that people write', () => {
    expect(isLedgerUnit('energy', '吨标准煤/年')).toBe(true);
    expect(isLedgerUnit('power', '万 kWh')).toBe(true);
    expect(isLedgerUnit('plant', '㎡')).toBe(true);
    expect(isLedgerUnit('energy', '吨')).toBe(false);
    expect(isLedgerUnit('water', '吨/年')).toBe(false);
  });
});

describe('the stock of a host', () => {
  it('counts reserved land and not what is taken; a list that says nothing is not an empty stock', () => {
    const parcels = [
      aParcel(),
      aParcel({ mu: '20', state: 'reserved' }),
      aParcel({ mu: '7', state: 'taken' }),
    ];
    const sizes = stockOf(aProfile({ parcels }))
      .get('land')
      ?.map(({ quantity }) => quantity.toDecimal(0));
    expect(sizes).toEqual(['100', '20']);
    expect(stockOf(aProfile()).has('land')).toBe(false);
    expect(stockOf(aProfile({ parcels: [aParcel({ state: 'taken' })] })).get('land')).toEqual([]);
  });
});

describe('what a batch uses together', () => {
  it('runs out at the item that passes the balance, not at the one that meets it', () => {
    const items = [item(1, [draw('land', 60)]), item(2, [draw('land', 40)]), item(3, [draw('land', 1)])];
    const { first, lines } = batchUse(items, [balance(100)]);
    expect(first?.runsOut).toEqual({ position: 3, leadId: 'l3', missing: Fraction.of(1) });
    expect(lines[0]?.after?.toDecimal(0)).toBe('-1');
    expect(batchUse(items.slice(0, 2), [balance(100)]).first).toBeNull();
  });

  it('goes by the agenda, and at one item names what is short by the larger share', () => {
    const items = [item(2, [draw('land', 200), draw('energy', 101)]), item(1, [draw('land', 10)])];
    expect(batchUse(items, [balance(100, 100)]).first?.element).toBe('land');
    const sooner = [item(1, [draw('energy', 101)]), item(2, [draw('land', 900)])];
    expect(batchUse(sooner, [balance(100, 100)]).first?.element).toBe('energy');
  });

  it('cannot tell of what nobody has stated, and leaves out leads that every host declined', () => {
    const { lines, first } = batchUse(
      [item(1, [draw('energy', 5)]), item(2, [draw('land', 9)], null)],
      [balance(100)],
    );
    expect(first).toBeNull();
    expect(lines.map(({ element, before }) => [element, before])).toEqual([['energy', null]]);
  });

  it('adds up exactly, and finds the first item whose running sum is above the balance', () => {
    const cents = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), cents, (draws, has) => {
        const items = draws.map((n, at) =>
          item(at + 1, [{ ...draw('land', 0), quantity: Fraction.of(n, 100) }]),
        );
        const { lines, first } = batchUse(items, [
          { hostId: 'h', left: new Map([['land', Fraction.of(has, 100)]]) },
        ]);
        let sum = 0;
        const at = draws.findIndex((n) => (sum += n) > has);
        expect(first?.runsOut?.position ?? 0).toBe(at + 1);
        expect(
          lines[0]?.used.equals(
            Fraction.of(
              draws.reduce((a, b) => a + b, 0),
              100,
            ),
          ),
        ).toBe(true);
      }),
    );
  });
});
