import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawPanel, type Candidate, type DrawCriteria } from '../../../../src/domain/panel/draw';
import { PANEL_KINDS } from '../../../../src/domain/rubric/panel-kind';

const lots = (seed: string) => (personId: string) =>
  createHash('sha256').update(`${seed} ${personId}`).digest('hex');

const one = (change: Partial<Candidate> & { personId: string }): Candidate => ({
  unitId: `unit of ${change.personId}`,
  kind: 'institute',
  functions: [],
  expertise: { industries: [], chains: [] },
  drawnLately: 0,
  reported: false,
  ...change,
});
const criteria = (change: Partial<DrawCriteria> = {}): DrawCriteria => ({
  perKind: { park: 0, support: 0, institute: 0, enterprise: 0 },
  duties: [],
  subjects: [],
  ...change,
});
const ids = (draw: { drawn: readonly { personId: string }[] }): string[] =>
  draw.drawn.map(({ personId }) => personId);

const chains = ['ev', 'materials', 'food'];
const anyCandidates = fc
  .array(
    fc.record({
      unit: fc.nat({ max: 12 }),
      kind: fc.constantFrom(...PANEL_KINDS),
      functions: fc.subarray(['ecology', 'emergency', 'naturalResources'] as const),
      chains: fc.subarray(chains),
      drawnLately: fc.nat({ max: 4 }),
      reported: fc.boolean(),
    }),
    { maxLength: 24 },
  )
  .map((rows) =>
    rows.map(({ unit, chains: own, ...row }, at) =>
      one({ ...row, personId: `p${at}`, unitId: `u${unit}`, expertise: { industries: [], chains: own } }),
    ),
  );
const anyCriteria: fc.Arbitrary<DrawCriteria> = fc.record({
  perKind: fc.record({
    park: fc.nat({ max: 4 }),
    support: fc.nat({ max: 4 }),
    institute: fc.nat({ max: 4 }),
    enterprise: fc.nat({ max: 4 }),
  }),
  duties: fc.subarray(['ecology', 'emergency', 'naturalResources'] as const),
  subjects: fc.array(fc.record({ industryCode: fc.constant(null), chain: fc.constantFrom(...chains) }), {
    maxLength: 4,
  }),
});

describe('a panel that is drawn', () => {
  it('is the same for the same seed, in whatever order the candidates are named', () => {
    fc.assert(
      fc.property(anyCandidates, anyCriteria, fc.string(), fc.integer(), (people, wanted, seed, turn) => {
        const turned = [...people].sort((a, b) =>
          lots(String(turn))(a.personId) < lots(String(turn))(b.personId) ? -1 : 1,
        );
        expect(drawPanel(turned, wanted, lots(seed))).toEqual(drawPanel(people, wanted, lots(seed)));
      }),
    );
  });

  it('has as many of each kind as asked for or as there are units, one for each unit, nobody who reported', () => {
    fc.assert(
      fc.property(anyCandidates, anyCriteria, fc.string(), (people, wanted, seed) => {
        const draw = drawPanel(people, wanted, lots(seed));
        const drawn = ids(draw).map((id) => people.find(({ personId }) => personId === id) as Candidate);
        expect(new Set(drawn.map(({ unitId }) => unitId)).size).toBe(drawn.length);
        expect(drawn.some(({ reported }) => reported)).toBe(false);
        expect(draw.drawn.length + draw.leftOut.length).toBe(people.length);
        for (const kind of PANEL_KINDS) {
          const seats = drawn.filter((person) => person.kind === kind).length;
          const missing = draw.short.find((short) => short.kind === kind)?.missing ?? 0;
          expect(seats + missing).toBe(wanted.perKind[kind]);
          const units = new Set(drawn.map(({ unitId }) => unitId));
          const free = people.some((p) => p.kind === kind && !p.reported && !units.has(p.unitId));
          expect(missing > 0 && free).toBe(false);
        }
      }),
    );
  });

  it('has a seat for each duty, as long as somebody may have it and there is a seat of its kind', () => {
    fc.assert(
      fc.property(anyCandidates, anyCriteria, fc.string(), (people, wanted, seed) => {
        const apart = people.map((person) => ({ ...person, unitId: person.personId }));
        const draw = drawPanel(apart, wanted, lots(seed));
        const speakers = (duty: string) =>
          apart.filter((p) => p.kind === 'support' && !p.reported && p.functions.some((own) => own === duty));
        const roomy = wanted.perKind.support >= wanted.duties.length;
        for (const duty of draw.dutiesWithout)
          if (roomy) expect(speakers(duty).every(({ personId }) => ids(draw).includes(personId))).toBe(true);
        expect(draw.drawn.filter(({ because }) => because === 'duty')).toHaveLength(
          wanted.duties.length - draw.dutiesWithout.length,
        );
      }),
    );
  });

  it('passes nobody over who knows as much and was drawn less often', () => {
    fc.assert(
      fc.property(anyCandidates, fc.string(), (people, seed) => {
        const alike = people.map((person) =>
          one({ personId: person.personId, drawnLately: person.drawnLately }),
        );
        const wanted = criteria({ perKind: { park: 0, support: 0, institute: 3, enterprise: 0 } });
        const draw = drawPanel(alike, wanted, lots(seed));
        const times = (id: string): number => alike.find(({ personId }) => personId === id)?.drawnLately ?? 0;
        const most = Math.max(0, ...ids(draw).map(times));
        const least = Math.min(9, ...draw.leftOut.map(({ personId }) => times(personId)));
        expect(most <= least).toBe(true);
      }),
    );
  });

  it('gives each lead somebody who knows it before any lead gets a second one, and says why', () => {
    const people = [
      one({ personId: 'ev 1', expertise: { industries: [], chains: ['ev'] } }),
      one({ personId: 'ev 2', expertise: { industries: [], chains: ['ev'] } }),
      one({ personId: 'food', expertise: { industries: ['C14'], chains: [] }, drawnLately: 9 }),
      one({ personId: 'nothing' }),
      one({ personId: 'scout', expertise: { industries: [], chains: ['ev', 'food'] }, reported: true }),
    ];
    const subjects = [
      { industryCode: 'C3612', chain: 'ev' },
      { industryCode: 'C1411', chain: null },
    ];
    const wanted = criteria({ perKind: { park: 0, support: 0, institute: 3, enterprise: 1 }, subjects });
    const draw = drawPanel(people, wanted, lots('seed'));
    expect(ids(draw).slice(0, 2)).toContain('food');
    expect(draw.drawn.map(({ because }) => because)).toEqual(['covers', 'covers', 'fits']);
    expect(draw.drawn.find(({ personId }) => personId === 'food')?.knows).toEqual([2]);
    expect(draw.leftOut).toContainEqual({ personId: 'scout', because: 'reported' });
    expect(draw.leftOut).toContainEqual({ personId: 'nothing', because: 'others' });
    expect(draw.short).toEqual([{ kind: 'enterprise', missing: 1 }]);
  });

  it('draws those who are alike equally often over many seeds', () => {
    const people = Array.from({ length: 10 }, (_, at) => one({ personId: `p${at}` }));
    const wanted = criteria({ perKind: { park: 0, support: 0, institute: 3, enterprise: 0 } });
    const times = new Map<string, number>();
    const seeds = 2000;
    for (let seed = 0; seed < seeds; seed += 1)
      for (const id of ids(drawPanel(people, wanted, lots(`seed ${seed}`))))
        times.set(id, (times.get(id) ?? 0) + 1);
    // 600 expected, standard deviation 20.5: five of them either way.
    for (const n of times.values()) expect(Math.abs(n - 600)).toBeLessThan(103);
    expect(times.size).toBe(10);
  });
});
