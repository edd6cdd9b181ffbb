import fc from 'fast-check';
import type { OracleDeed, OracleItem, OraclePaper, OracleRules, OracleSeat } from './tally-oracle';

const kinds = ['park', 'support', 'institute', 'enterprise'];
const duties = ['naturalResources', 'ecology', 'emergency', 'development'];

const share = fc.constantFrom<[number, number][]>([1, 2], [2, 3], [3, 4], [1, 3], [1, 1], [3, 5]);

/** Rules around R1: its figures often, others as well. */
export const randomRules: fc.Arbitrary<OracleRules> = fc
  .record({
    quorum: share,
    perKind: fc.record({
      park: fc.integer({ min: 0, max: 2 }),
      support: fc.integer({ min: 0, max: 2 }),
      institute: fc.integer({ min: 0, max: 1 }),
      enterprise: fc.integer({ min: 0, max: 1 }),
    }),
    duties: fc.subarray(duties),
    dropLowest: fc.integer({ min: 0, max: 2 }),
    dropHighest: fc.integer({ min: 0, max: 2 }),
    more: fc.integer({ min: 1, max: 5 }),
    marks: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
    shares: fc.tuple(share, share),
    extensions: fc.integer({ min: 0, max: 2 }),
    scoresDecide: fc.boolean(),
    vetoRejects: fc.boolean(),
  })
  .map(({ marks, shares, more, ...rules }) => {
    const [one, two] = shares;
    const [agreeFloor, agree] = one[0] * two[1] <= two[0] * one[1] ? [one, two] : [two, one];
    return {
      ...rules,
      trimFrom: rules.dropLowest + rules.dropHighest + more,
      floor: Math.min(...marks),
      passMark: Math.max(...marks),
      agree,
      agreeFloor,
    };
  });

export const ruleSetR1: OracleRules = {
  quorum: [2, 3],
  perKind: { park: 1, support: 1, institute: 1, enterprise: 1 },
  duties,
  trimFrom: 5,
  dropLowest: 1,
  dropHighest: 1,
  passMark: 70,
  floor: 60,
  agree: [2, 3],
  agreeFloor: [1, 2],
  extensions: 1,
  scoresDecide: true,
  vetoRejects: true,
};

const randomSeats: fc.Arbitrary<OracleSeat[]> = fc
  .array(fc.tuple(fc.constantFrom(...kinds), fc.option(fc.constantFrom(...duties), { freq: 2 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((drawn) =>
    drawn.map(([kind, duty], at) => ({ id: `S${at}`, kind, duty: kind === 'support' ? duty : null })),
  );

/** Up to five criteria whose weights sum to 100, each scored by some kinds. */
const randomCriteria: fc.Arbitrary<OracleItem['criteria']> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.subarray(kinds, { minLength: 1 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((drawn) => {
    const sum = drawn.reduce((all, [weight]) => all + weight, 0);
    const weights = drawn.map(([weight]) => Math.max(1, Math.floor((weight * 100) / sum)));
    weights[0] = (weights[0] ?? 0) + 100 - weights.reduce((all, weight) => all + weight, 0);
    return drawn.map(([, scoring], at) => ({ code: `c${at}`, weight: weights[at] ?? 1, kinds: scoring }));
  });

/** How a panel leans: most agree with high marks, or not, so that every outcome comes up often enough. */
interface Mood {
  readonly votes: readonly OraclePaper['vote'][];
  readonly lowest: number;
  readonly absent: number;
}

const moods: readonly Mood[] = [
  { votes: ['agree', 'agree', 'agree', 'agree', 'supplement'], lowest: 3, absent: 0 },
  { votes: ['agree', 'agree', 'agree', 'against'], lowest: 2, absent: 1 },
  { votes: ['agree', 'supplement', 'against', 'abstain'], lowest: 0, absent: 2 },
  { votes: ['agree'], lowest: 4, absent: 0 },
];

function randomDeed(
  seat: OracleSeat,
  criteria: OracleItem['criteria'],
  mood: Mood,
  withNa: boolean,
  withGaps: boolean,
): fc.Arbitrary<OracleDeed> {
  const own = criteria.filter(({ kinds: scoring }) => scoring.includes(seat.kind));
  const mark = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: mood.lowest, max: 5 }) },
    ...(withNa ? [{ weight: 2, arbitrary: fc.constant('na' as const) }] : []),
    ...(withGaps ? [{ weight: 1, arbitrary: fc.constant(null) }] : []),
  );
  const paper = fc
    .record({
      vote: fc.constantFrom(...mood.votes),
      marks: fc.tuple(...own.map(() => mark)),
    })
    .map(({ vote, marks }): OraclePaper => ({
      vote,
      marks: Object.fromEntries(
        own.flatMap(({ code }, at): [string, number | 'na'][] => {
          const given = marks[at];
          return given === null || given === undefined ? [] : [[code, given]];
        }),
      ),
    }));
  return fc.oneof(
    { weight: 9, arbitrary: paper.map((one): OracleDeed => ({ did: 'voted', paper: one })) },
    { weight: mood.absent, arbitrary: fc.constant<OracleDeed>({ did: 'nothing' }) },
    {
      weight: 1,
      arbitrary: fc.option(paper).map((after): OracleDeed => ({ did: 'recused', after })),
    },
  );
}

const randomVetoes = fc.array(
  fc.record({
    ground: fc.constantFrom('V01', 'V02', 'V05'),
    state: fc.constantFrom('raised', 'confirmed', 'dismissed', 'withdrawn'),
  }),
  { maxLength: 2 },
);

/** One item of a round with everything that happened to it. What is given is not drawn. */
export function randomItem(
  given: Partial<Pick<OracleItem, 'seats' | 'criteria' | 'rules'>> & { plain?: boolean } = {},
): fc.Arbitrary<OracleItem> {
  const whole = given.plain !== true;
  return fc
    .record({
      seats: given.seats ? fc.constant(given.seats) : randomSeats,
      criteria: given.criteria ? fc.constant(given.criteria) : randomCriteria,
      rules: given.rules ? fc.constant(given.rules) : fc.oneof(fc.constant(ruleSetR1), randomRules),
      vetoes: whole ? fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, randomVetoes) : fc.constant([]),
      extensionsUsed: whole ? fc.integer({ min: 0, max: 2 }) : fc.constant(0),
      mood: fc.constantFrom(...moods),
      withNa: whole ? fc.boolean() : fc.constant(false),
    })
    .chain(({ mood, withNa, ...item }) =>
      fc
        .tuple(...item.seats.map((seat) => randomDeed(seat, item.criteria, mood, withNa, whole && withNa)))
        .map((deeds) => ({ ...item, highest: 5, deeds })),
    );
}
