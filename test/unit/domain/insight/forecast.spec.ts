import fc from 'fast-check';
import { ChanceOfAll } from '../../../../src/domain/insight/chance';
import { forecast, shownRange, type Forecast } from '../../../../src/domain/insight/forecast';
import { requirementsOf } from '../../../../src/domain/insight/requirements';
import { responsesAt, type PastResponse } from '../../../../src/domain/insight/response';
import type { ItemAttendance } from '../../../../src/domain/round/progress';
import { quorum } from '../../../../src/domain/round/quorum';
import { assignedSeats, type Seat } from '../../../../src/domain/round/roll';
import { PANEL_KINDS } from '../../../../src/domain/rubric/panel-kind';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';

const rules = R1.quorum;
const duties = [null, 'naturalResources', 'ecology'] as const;

/** Seats in turn of each kind; the support seats carry the duties. */
const rollOf = (count: number): Seat[] =>
  Array.from({ length: count }, (_, n) => {
    const kind = PANEL_KINDS[n % 4] ?? 'park';
    return { seatId: `s${n}`, kind, function: kind === 'support' ? (duties[(n >> 2) % 3] ?? null) : null };
  });

const item = (roll: readonly Seat[], marks: readonly string[], itemId = 'i1'): ItemAttendance => {
  const of = (mark: string): Set<string> =>
    new Set(roll.flatMap(({ seatId }, n) => (marks[n] === mark ? [seatId] : [])));
  const assigned = new Set(roll.flatMap(({ seatId }, n) => (marks[n] === 'none' ? [] : [seatId])));
  return { itemId, assigned, recused: of('recused'), cast: of('cast') };
};

/** All ways in which the waiting seats can vote or not, one by one: slow and without a thought. */
function bruteForce(
  roll: readonly Seat[],
  items: readonly ItemAttendance[],
  chances: ReadonlyMap<string, number>,
): number {
  const waiting = roll.filter(({ seatId }) =>
    items.some(
      (one) => one.assigned?.has(seatId) === true && !one.recused.has(seatId) && !one.cast.has(seatId),
    ),
  );
  let sum = 0;
  for (let way = 0; way < 2 ** waiting.length; way += 1) {
    const voted = new Set(waiting.flatMap(({ seatId }, n) => ((way >> n) % 2 === 1 ? [seatId] : [])));
    const isMet = items.every(
      ({ assigned, recused, cast }) =>
        quorum(
          assignedSeats(roll, assigned),
          recused,
          new Set([...cast, ...voted].filter((id) => assigned?.has(id) === true)),
          rules,
        ).met,
    );
    if (!isMet) continue;
    sum += waiting.reduce((product, { seatId }) => {
      const chance = chances.get(seatId) ?? 0;
      return product * (voted.has(seatId) ? chance : 1 - chance);
    }, 1);
  }
  return sum;
}

const marks = fc.constantFrom('waiting', 'waiting', 'cast', 'recused', 'none');
const aRound = fc.integer({ min: 4, max: 9 }).chain((seats) =>
  fc.record({
    roll: fc.constant(rollOf(seats)),
    marks: fc.array(fc.array(marks, { minLength: seats, maxLength: seats }), { minLength: 1, maxLength: 3 }),
    chances: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: seats, maxLength: seats }),
  }),
);
const read = ({ roll, marks: given, chances }: { roll: Seat[]; marks: string[][]; chances: number[] }) => ({
  roll,
  items: given.map((one, n) => item(roll, one, `i${n}`)),
  chances: new Map(roll.map(({ seatId }, n) => [seatId, (chances[n] ?? 0) / 20])),
});

describe('the chance of a quorum', () => {
  it('is that of counting every way in which the seats can act', () => {
    fc.assert(
      fc.property(aRound, (given) => {
        const { roll, items, chances } = read(given);
        const { least, most } = new ChanceOfAll(requirementsOf(roll, items, rules)).of(chances);
        const truth = bruteForce(roll, items, chances);
        expect(least).toBeLessThanOrEqual(truth + 1e-9);
        expect(most).toBeGreaterThanOrEqual(truth - 1e-9);
        expect(most - least).toBeLessThan(1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it('rises with the chance of any seat, and with a vote that is cast', () => {
    fc.assert(
      fc.property(aRound, fc.nat(8), (given, which) => {
        const { roll, items, chances } = read(given);
        const open = requirementsOf(roll, items, rules);
        const before = new ChanceOfAll(open).of(chances).least;
        const seatId = roll[which % roll.length]?.seatId ?? '';
        const surer = new Map([...chances, [seatId, 1]]);
        expect(new ChanceOfAll(open).of(surer).least).toBeGreaterThanOrEqual(before - 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  it('is enclosed where the ways are too many, and then wide enough', () => {
    const roll = rollOf(60);
    // Twelve items, each with the waiting seats of another third.
    const items = Array.from({ length: 12 }, (_, n) =>
      item(
        roll,
        roll.map((_seat, at) => ((at * 7 + n * 5) % 3 === 0 ? 'recused' : 'waiting')),
        `i${n}`,
      ),
    );
    const chances = new Map(roll.map(({ seatId }, n) => [seatId, 0.6 + (n % 4) / 10]));
    const { least, most } = new ChanceOfAll(requirementsOf(roll, items, rules)).of(chances);
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThanOrEqual(most);
    expect(most).toBeLessThanOrEqual(1);
  });

  it('takes 60 seats of one round in well under a second, with whom to call', () => {
    const roll = rollOf(60);
    const items = [1, 2, 3].map((n) =>
      item(
        roll,
        roll.map((_, at) => (at % 7 === n ? 'recused' : 'waiting')),
        `i${n}`,
      ),
    );
    const began = process.cpuUsage();
    const found = forecast({ roll, attendance: items, rules, past: rounds(6, roll), elapsed: 0.3 });
    const { user, system } = process.cpuUsage(began);
    expect(found.state).toBe('open');
    expect((user + system) / 1000).toBeLessThan(3_000);
  });
});

/** Past rounds in which every seat but each third was done half-way. */
function rounds(count: number, roll: readonly Seat[]): PastResponse[] {
  return Array.from({ length: count }, (_, n) =>
    roll.map(({ seatId }, at) => ({ roundId: `r${n}`, seatId, doneAt: at % 3 === 2 ? null : 0.5 })),
  ).flat();
}

const open = (found: Forecast): Extract<Forecast, { state: 'open' }> => {
  if (found.state !== 'open') throw new Error(found.state);
  return found;
};

describe('the forecast of a quorum', () => {
  const roll = rollOf(8);
  const waiting = roll.map(() => 'waiting');

  it('says when all is reached, and when it cannot be any more', () => {
    const all = { roll, rules, past: [], elapsed: 0.5 };
    expect(
      forecast({
        ...all,
        attendance: [
          item(
            roll,
            roll.map(() => 'cast'),
          ),
        ],
      }),
    ).toEqual({ state: 'met' });
    const parksGone = item(
      roll,
      roll.map(({ kind }) => (kind === 'park' ? 'recused' : 'waiting')),
    );
    expect(forecast({ ...all, attendance: [parksGone] })).toEqual({ state: 'impossible' });
  });

  it('states no chance before there is enough to compare with, but still whom to call', () => {
    const attendance = [item(roll, waiting)];
    const found = open(forecast({ roll, attendance, rules, past: rounds(2, roll), elapsed: 0 }));
    expect(found).toMatchObject({
      waiting: 8,
      range: null,
      responses: { rounds: 2, cases: 16, isEnough: false },
    });
    expect(found.calls).toHaveLength(8);
    expect(found.calls.every(({ isUnlikely }) => !isUnlikely)).toBe(true);
    expect(
      open(forecast({ roll, attendance, rules, past: rounds(3, roll), elapsed: 0 })).range,
    ).not.toBeNull();
  });

  it('looks only at cases that were as late as it is now', () => {
    const past = rounds(4, roll);
    expect(responsesAt(past, 0.2)).toMatchObject({ cases: 32, done: 24, rounds: 4 });
    // After half of the time only those are left that never voted.
    expect(responsesAt(past, 0.6)).toMatchObject({ cases: 8, done: 0 });
  });

  it('mixes a seat’s own record with the panel’s, and does not judge a newcomer by nothing', () => {
    const seen = responsesAt(rounds(4, roll), 0.2);
    const [steady, lax, fresh] = ['s0', 's2', 'new'].map((id) => seen.chance(id));
    expect(steady?.middle).toBeCloseTo((4 + 4 * 0.75) / 8);
    expect(lax?.middle).toBeCloseTo((0 + 4 * 0.75) / 8);
    expect(fresh?.middle).toBeCloseTo(0.75);
    for (const one of [steady, lax, fresh]) {
      expect(one?.low).toBeLessThan(one?.middle ?? 0);
      expect(one?.high).toBeGreaterThan(one?.middle ?? 1);
    }
  });

  it('has the last seat of a kind or a function called first, and says why', () => {
    // Everybody has voted but both institutes, the ecology seat and a park.
    const seats: Seat[] = roll.map((seat) =>
      seat.seatId === 's1' ? { ...seat, function: 'ecology' } : seat,
    );
    const silent = new Set(['s0', 's1', 's2', 's6']);
    const attendance = [
      item(
        seats,
        seats.map(({ seatId }) => (silent.has(seatId) ? 'waiting' : 'cast')),
      ),
    ];
    const found = open(forecast({ roll: seats, attendance, rules, past: [], elapsed: 0.5 }));
    expect(found.calls[0]).toMatchObject({ seatId: 's1', because: 'duty' });
    expect(found.calls.slice(1, 3).map(({ seatId, because }) => [seatId, because])).toEqual([
      ['s2', 'kind'],
      ['s6', 'kind'],
    ]);
    expect(found.calls[3]).toMatchObject({ seatId: 's0', because: 'share' });
  });

  it('gives the same whatever the order of the past', () => {
    const attendance = [item(roll, waiting)];
    const past = rounds(5, roll);
    const asked = { roll, attendance, rules, elapsed: 0.25 };
    expect(forecast({ ...asked, past: [...past].reverse() })).toEqual(forecast({ ...asked, past }));
  });

  it('shows its range outwards in steps of five per cent', () => {
    expect(shownRange({ low: 0.63, high: 0.81 })).toEqual({ low: 60, high: 85 });
    expect(shownRange({ low: 0, high: 0.03 })).toEqual({ low: 0, high: 5 });
    expect(shownRange({ low: 0.97, high: 1 })).toEqual({ low: 95, high: 100 });
    expect(shownRange({ low: 0.6, high: 0.85 })).toEqual({ low: 60, high: 85 });
  });
});
