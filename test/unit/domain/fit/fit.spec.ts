import { fitOf, rankHosts, type FitFacts, type HostToFit } from '../../../../src/domain/fit/fit';
import { fitWeights } from '../../../../src/domain/fit/fit-weights';
import { emptyContent, type LeadContent } from '../../../../src/domain/lead/content';
import { Fraction } from '../../../../src/domain/shared/fraction';
import { emptyProfile } from '../../../../src/domain/host/profile';
import { aParcel, aProfile } from '../host/a-profile';

const facts: FitFacts = { registeredRegion: null, weights: fitWeights.preset };
const lead = (given: Partial<LeadContent>): LeadContent => ({ ...emptyContent(), ...given });
const host = (given: Partial<HostToFit> = {}): HostToFit => ({
  code: 'park-a',
  name: '甲园区',
  region: '宜江市',
  chemicalPark: false,
  leadChains: [],
  profile: aProfile(),
  drawn: new Map(),
  ...given,
});
const said = (content: LeadContent, of: HostToFit, given = facts): string[] =>
  fitOf(content, of, given).reasons.map(({ say }) => say.key);
const only = (criterion: keyof typeof fitWeights.preset.weights): FitFacts => ({
  ...facts,
  weights: {
    ...fitWeights.preset,
    weights: { chain: 0, site: 0, intensity: 0, tax: 0, elements: 0, region: 0, [criterion]: 10 },
  },
});

describe('the fit of a lead to a host', () => {
  it('is worth most for the first chain, less for a leading one, less for a wanted one, nothing otherwise', () => {
    const content = lead({ chain: 'light-alloy' });
    const score = (of: HostToFit): string => fitOf(content, of, only('chain')).score.toDecimal(2);
    expect(score(host({ profile: aProfile({ firstChain: 'light-alloy' }) }))).toBe('100.00');
    expect(score(host({ leadChains: ['light-alloy'] }))).toBe('90.00');
    expect(score(host({ profile: aProfile({ wantedChains: ['light-alloy'] }) }))).toBe('80.00');
    expect(score(host())).toBe('0.00');
  });

  it('counts land that is enough to the hundredth by the planned start, and not one that comes a day later', () => {
    const content = lead({ landMu: '100', landUse: 'industrial', plannedStart: '2026-06' });
    const at = (availableFrom: string, mu = '100'): string[] =>
      said(content, host({ profile: aProfile({ parcels: [aParcel({ availableFrom, mu })] }) }));
    expect(at('2026-06-01')).toContain('fit.land.inTime');
    expect(at('2026-06-02')).toContain('fit.land.late');
    expect(at('2026-06-01', '99.99')).toContain('fit.land.short');
    expect(at('2026-06-01', '100.01')).toContain('fit.land.inTime');
  });

  it('takes only free land of the use that is asked for, or of mixed use', () => {
    const content = lead({ landMu: '50', landUse: 'research' });
    const with_ = (given: Parameters<typeof aParcel>[0]): boolean =>
      fitOf(content, host({ profile: aProfile({ parcels: [aParcel(given)] }) }), facts).isBlocked;
    expect(with_({ use: 'research' })).toBe(false);
    expect(with_({ use: 'mixed' })).toBe(false);
    expect(with_({ use: 'industrial' })).toBe(true);
    expect(with_({ use: 'research', state: 'reserved' })).toBe(true);
  });

  it('is met by intensity at the minimum, and falls short in proportion below it', () => {
    const profile = aProfile({ minIntensity: '300' });
    const score = (fixedAssetWan: string): Fraction =>
      fitOf(lead({ landMu: '100', fixedAssetWan }), host({ profile }), only('intensity')).score;
    expect(score('30000.00').equals(100)).toBe(true);
    expect(score('29999.99').equals(Fraction.of(2999999, 30000))).toBe(true);
    expect(score('15000.00').equals(50)).toBe(true);
    expect(said(lead({ landMu: '100', fixedAssetWan: '29999.99' }), host({ profile }))).toContain(
      'fit.intensity.under',
    );
  });

  it('lets the scarcest element decide, and says by how much it is short', () => {
    const left = (quantity: string) => ({ quantity, asOf: '2026-03-01', note: '' });
    const headroom = { ...emptyProfile().headroom, energy: left('800'), power: left('5000') };
    const content = lead({ energyTce: '1000', electricityWanKwh: '400' });
    const fit = fitOf(content, host({ profile: aProfile({ headroom }) }), only('elements'));
    expect(fit.score.equals(80)).toBe(true);
    expect(fit.reasons.map(({ say }) => say)).toContainEqual({
      key: 'fit.element.short',
      args: { element: 'energy', needed: '1000', left: '800', missing: '200', day: '2026-03-01' },
    });
  });

  it('takes what other leads draw off what is left, to the unit, and says who draws how much', () => {
    const headroom = {
      ...emptyProfile().headroom,
      energy: { quantity: '1000', asOf: '2026-03-01', note: '' },
    };
    const drawn = (admitted: number, pending: number): HostToFit['drawn'] =>
      new Map([['energy', { admitted: Fraction.of(admitted), pending: Fraction.of(pending) }]]);
    const fit = (given: HostToFit['drawn']) =>
      fitOf(
        lead({ energyTce: '400' }),
        host({ profile: aProfile({ headroom }), drawn: given }),
        only('elements'),
      );
    expect(fit(new Map()).reasons.map(({ say }) => say.key)).toContain('fit.element.enough');
    expect(fit(drawn(300, 300)).score.equals(100)).toBe(true);
    const short = fit(drawn(300, 301));
    expect(short.score.equals(Fraction.of(39900, 400))).toBe(true);
    expect(short.reasons.map(({ say }) => say)).toContainEqual({
      key: 'fit.element.short.drawn',
      args: {
        ...{ element: 'energy', needed: '400', has: '1000', admitted: '300', pending: '301' },
        ...{ left: '399', missing: '1', day: '2026-03-01' },
      },
    });
    const over = fit(drawn(1200, 0));
    expect(over.score.equals(0)).toBe(true);
    expect(over.reasons.map(({ say }) => [say.key, say.args['over']])).toContainEqual([
      'fit.element.short.over',
      '200',
    ]);
  });

  it('lets what others draw of land count against a host, but never block it', () => {
    const content = lead({ landMu: '60', landUse: 'industrial' });
    const drawn = (pending: number): HostToFit['drawn'] =>
      new Map([['land', { admitted: Fraction.zero, pending: Fraction.of(pending) }]]);
    const fit = (pending: number) =>
      fitOf(content, host({ profile: aProfile({ parcels: [aParcel()] }), drawn: drawn(pending) }), facts);
    const keys = (pending: number): string[] => fit(pending).reasons.map(({ say }) => say.key);
    expect(keys(40)).toContain('fit.land.left');
    expect(keys(41)).toContain('fit.land.drawn');
    expect(fit(100).isBlocked).toBe(false);
    expect(fit(100).score.lt(fit(40).score)).toBe(true);
  });

  it('counts no emissions as left where departments have promised them away', () => {
    const headroom = {
      ...emptyProfile().headroom,
      environment: { quantity: '5', asOf: '2026-03-01', note: '' },
    };
    const keys = (admitted: number): string[] =>
      said(
        lead({ envCategory: 'report' as never }),
        host({
          profile: aProfile({ headroom }),
          drawn: new Map([['environment', { admitted: Fraction.of(admitted), pending: Fraction.zero }]]),
        }),
      );
    expect(keys(4)).toContain('fit.emission.left.drawn');
    expect(keys(5)).toContain('fit.emission.none.drawn');
  });

  it('blocks whoever is no chemical park where one is needed, and ranks it last whatever its points', () => {
    const content = lead({ needsChemicalPark: true, chain: 'fine-chemicals' });
    const strong = host({ code: 'a', profile: aProfile({ firstChain: 'fine-chemicals' }) });
    const chemical = host({ code: 'b', chemicalPark: true });
    const [first, last] = rankHosts(content, [strong, chemical], facts);
    expect([first?.code, last?.code, last?.isBlocked]).toEqual(['b', 'a', true]);
    expect(last?.score.gte(first?.score ?? Fraction.zero)).toBe(true);
  });

  it('gives a host nothing for stating nothing: what cannot be told counts half', () => {
    const content = lead({ landMu: '50', chain: 'textile' });
    const silent = fitOf(content, host({ leadChains: ['textile'], profile: null }), facts);
    const told = fitOf(
      content,
      host({ leadChains: ['textile'], profile: aProfile({ parcels: [aParcel()] }) }),
      facts,
    );
    expect(told.score.compare(silent.score)).toBe(1);
    expect(silent.reasons.map(({ say }) => say.key)).toContain('fit.profile.none');
  });

  it('asks for the place only of firms that are here or expand', () => {
    const at = { ...facts, registeredRegion: '某省宜江市' };
    expect(said(lead({ existingFirm: true }), host(), at)).toContain('fit.region.home');
    expect(said(lead({ existingFirm: true }), host({ region: '别处' }), at)).toContain('fit.region.away');
    expect(said(lead({}), host(), at).filter((key) => key.startsWith('fit.region'))).toEqual([]);
  });

  it('reads weights only as whole numbers within bounds, not all of them 0', () => {
    const preset = fitWeights.preset;
    expect(fitWeights.read(JSON.parse(JSON.stringify(preset)))).toEqual(preset);
    for (const site of [-1, 101, 1.5, '25'])
      expect(() => fitWeights.read({ ...preset, weights: { ...preset.weights, site } })).toThrow('site');
    const none = { chain: 0, site: 0, intensity: 0, tax: 0, elements: 0, region: 0 };
    expect(() => fitWeights.read({ ...preset, weights: none })).toThrow('every weight is 0');
  });
});
