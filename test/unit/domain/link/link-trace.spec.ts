import {
  AT_ONCE_MS,
  BURST_MS,
  crowdedSources,
  machineSign,
  traceOf,
  type LinkFetch,
} from '../../../../src/domain/link/link-trace';
import { toInstant, msOf } from '../../../../src/domain/shared/instant';

const sentAt = '2026-03-17T01:00:00.000Z';
const after = (ms: number): string => toInstant(msOf(sentAt) + ms);
const hour = 3_600_000;

/** A person's reading of the page an hour after the mail, unless said otherwise. */
const fetched = (change: Partial<LinkFetch> = {}): LinkFetch => ({
  linkId: 'l1',
  seatId: 's1',
  source: 'a',
  method: 'GET',
  scanner: null,
  sentAt,
  firstAt: after(hour),
  lastAt: after(hour),
  times: 1,
  ...change,
});
const nobody = new Set<string>();
const sign = (change: Partial<LinkFetch>) => machineSign(fetched(change), nobody);

describe('a fetch of a link', () => {
  it('is a machine’s when it asks for the head only, or says so of itself', () => {
    expect(sign({ method: 'HEAD' })).toBe('head');
    expect(sign({ scanner: 'proofpoint' })).toBe('scanner');
  });

  it('is a machine’s within half a minute of sending, and before the sending was noted', () => {
    expect(sign({ firstAt: after(1), lastAt: after(AT_ONCE_MS) })).toBe('atOnce');
    expect(sign({ firstAt: after(1), lastAt: after(AT_ONCE_MS + 1) })).toBeNull();
    expect(sign({ sentAt: null })).toBe('atOnce');
    expect(sign({ firstAt: after(-500), lastAt: after(-500) })).toBe('atOnce');
  });

  it('may be a person’s an hour later', () => expect(sign({})).toBeNull());

  it('is a machine’s when one source fetches the links of three seats within a minute', () => {
    const spread = (ms: number) =>
      ['s1', 's2', 's3'].map((seatId, at) =>
        fetched({ seatId, linkId: seatId, firstAt: after(hour + at * ms), lastAt: after(hour + at * ms) }),
      );
    expect([...crowdedSources(spread(BURST_MS / 2))]).toEqual(['a']);
    expect([...crowdedSources(spread(BURST_MS / 2 + 1))]).toEqual([]);
    expect([...crowdedSources(spread(1).slice(0, 2))]).toEqual([]);
    const oneSeat = spread(1).map((fetch) => ({ ...fetch, seatId: 's1' }));
    expect([...crowdedSources(oneSeat)]).toEqual([]);
    const apart = spread(1).map((fetch, at) => ({ ...fetch, source: String(at) }));
    expect([...crowdedSources(apart)]).toEqual([]);
    expect(machineSign(fetched(), new Set(['a']))).toBe('many');
  });
});

describe('what a seat’s links have been through', () => {
  it('is nothing while nobody has fetched them', () =>
    expect(traceOf(false, [], nobody)).toEqual({
      trace: 'unopened',
      readOnly: false,
      fetches: 0,
      signs: [],
    }));

  it('is machines alone when every fetch has a sign', () => {
    const fetches = [fetched({ method: 'HEAD', times: 50 }), fetched({ scanner: 'google', times: 2 })];
    expect(traceOf(false, fetches, nobody)).toEqual({
      trace: 'machineOnly',
      readOnly: false,
      fetches: 52,
      signs: ['head', 'scanner'],
    });
  });

  it('is unopened, but read, when one of them may have been a person', () => {
    const seen = traceOf(false, [fetched({ method: 'HEAD' }), fetched()], nobody);
    expect(seen).toMatchObject({ trace: 'unopened', readOnly: true });
  });

  it('is opened once the button was pressed, whatever machines did before', () => {
    expect(traceOf(true, [fetched({ scanner: 'headless' })], nobody)).toMatchObject({
      trace: 'opened',
      readOnly: false,
    });
    expect(traceOf(true, [], nobody).trace).toBe('opened');
  });
});
