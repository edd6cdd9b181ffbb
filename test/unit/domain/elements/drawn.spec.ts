import fc from 'fast-check';
import { DrawnBook, type LeadShare } from '../../../../src/domain/elements/drawn';
import { Fraction } from '../../../../src/domain/shared/fraction';

const leads = ['l1', 'l2', 'l3'] as const;
const elements = ['land', 'energy'] as const;

const share = fc.record({
  hostId: fc.constantFrom('h1', 'h2'),
  isAdmitted: fc.boolean(),
  draws: fc.uniqueArray(
    fc.record({
      element: fc.constantFrom(...elements),
      quantity: fc.integer({ min: 0, max: 100_000 }).map((n) => Fraction.of(n, 100)),
    }),
    { selector: ({ element }) => element },
  ),
});
const changes = fc.array(fc.tuple(fc.constantFrom(...leads), fc.option(share)), { maxLength: 12 });
const except = fc.uniqueArray(fc.constantFrom(...leads, 'unknown'));

/** What the shares come to when they are added up from nothing. */
function addedUp(shares: ReadonlyMap<string, LeadShare | null>, without: readonly string[]) {
  const counted = [...shares].flatMap(([leadId, one]) =>
    one && one.hostId === 'h1' && !without.includes(leadId) ? [one] : [],
  );
  const sum = (element: string, isAdmitted: boolean) =>
    Fraction.sum(
      counted
        .filter((one) => one.isAdmitted === isAdmitted)
        .flatMap(({ draws }) => draws.filter((draw) => draw.element === element))
        .map(({ quantity }) => quantity),
    );
  return elements.map((element) => [sum(element, true), sum(element, false)].map(String));
}

const read = (found: ReturnType<DrawnBook['on']>) =>
  elements.map((element) => {
    const { admitted, pending } = found.get(element) ?? { admitted: Fraction.zero, pending: Fraction.zero };
    return [admitted, pending].map(String);
  });

describe('what leads draw on a host', () => {
  it('is after any changes what is added up from nothing, but for those who ask', () => {
    fc.assert(
      fc.property(changes, except, (changed, without) => {
        const book = new DrawnBook();
        for (const [leadId, one] of changed) book.change(new Map([[leadId, one]]));
        expect(read(book.on('h1', without))).toEqual(addedUp(new Map(changed), without));
      }),
    );
  });

  it('takes what is not in the book yet instead of what is', () => {
    fc.assert(
      fc.property(changes, changes, except, (kept, running, without) => {
        const book = new DrawnBook();
        book.change(new Map(kept));
        const before = read(book.on('h1', []));
        const expected = addedUp(new Map([...kept, ...running]), without);
        expect(read(book.on('h1', without, new Map(running)))).toEqual(expected);
        expect(read(book.on('h1', []))).toEqual(before);
      }),
    );
  });
});
