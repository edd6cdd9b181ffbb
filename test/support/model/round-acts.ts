import fc from 'fast-check';
import type { OraclePaper } from '../oracle/tally-oracle';

export type VetoMove = 'confirm' | 'dismiss' | 'withdraw';

/**
 * One thing that somebody does to a round. Places are taken by remainder, so that every number means something; a link
 * is counted from the newest.
 */
export type Act =
  | { do: 'open' | 'remind' | 'close' | 'cancel' | 'runJobs' | 'restart' }
  | { do: 'cast'; seat: number; item: number; link: number; vote: OraclePaper['vote'] }
  | { do: 'recuse'; seat: number; item: number; link: number }
  | { do: 'draft'; seat: number; item: number; text: string }
  | { do: 'again'; seat: number; item: number; press: number }
  | { do: 'veto'; seat: number; item: number; link: number; ground: 'V02' | 'V06' }
  | { do: 'settle'; veto: number; move: VetoMove }
  | { do: 'reissue' | 'withdrawLink' | 'handOver'; seat: number }
  | { do: 'wait' | 'extend'; minutes: number }
  | { do: 'reopen' | 'void'; by: number }
  | { do: 'takeBack'; kind: 'reopen' | 'void' };

const seat = fc.nat(4);
const item = fc.nat(1);
/** Mostly the newest link of the seat, sometimes an older one. */
const link = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });
const is = <T extends string>(what: T): fc.Arbitrary<T> => fc.constant(what);

/** What people do while a round runs: mostly votes, seldom an end. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({
      do: is('cast'),
      seat,
      item,
      link,
      vote: fc.constantFrom('agree', 'agree', 'agree', 'supplement', 'against', 'abstain'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: is('recuse'), seat, item, link }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: is('draft'),
      seat,
      item,
      text: fc.constantFrom('', '待补材料', '先看用地答复'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: is('again'), seat, item, press: fc.nat(3) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: is('veto'),
      seat,
      item,
      link,
      ground: fc.constantFrom('V02', 'V06'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: is('settle'),
      veto: fc.nat(3),
      move: fc.constantFrom('confirm', 'dismiss', 'withdraw'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('reissue', 'withdrawLink', 'handOver', 'handOver'), seat }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: is('wait'), minutes: fc.constantFrom(1, 5, 29, 31) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: is('extend'), minutes: fc.constantFrom(0, 10, 40) }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constantFrom('open', 'remind', 'close', 'close', 'runJobs', 'runJobs'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('reopen', 'reopen', 'void'),
      by: fc.nat(1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: is('takeBack'),
      kind: fc.constantFrom('reopen', 'void'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('cancel', 'restart') }) },
);

const everybody: readonly Act[] = [0, 1, 2, 3, 4].flatMap((one) =>
  [0, 1].map((other): Act => ({ do: 'cast', seat: one, item: other, link: 0, vote: 'agree' })),
);

/** What seldom comes about by chance: everybody votes, the time is over, two people agree. */
const anyPhrase = fc.constantFrom<readonly Act[]>(
  everybody,
  [{ do: 'wait', minutes: 31 }, { do: 'runJobs' }, { do: 'close' }],
  [{ do: 'close' }, { do: 'reopen', by: 0 }, { do: 'reopen', by: 1 }],
  [
    { do: 'reopen', by: 1 },
    { do: 'reopen', by: 0 },
  ],
  [{ do: 'wait', minutes: 31 }, { do: 'close' }, { do: 'reopen', by: 0 }, { do: 'reopen', by: 1 }],
);

/** Up to fifty acts; most runs open their round first. */
export const anyActs: fc.Arbitrary<Act[]> = fc
  .tuple(
    fc.nat(9),
    fc.array(
      fc.oneof(
        { weight: 20, arbitrary: anyAct.map((one): readonly Act[] => [one]) },
        { weight: 2, arbitrary: anyPhrase },
      ),
      { maxLength: 49, size: 'max' },
    ),
  )
  .map(([first, acts]) => [...(first === 0 ? [] : [{ do: 'open' } as const]), ...acts.flat()].slice(0, 50));
