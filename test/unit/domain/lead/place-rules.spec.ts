import { isEmail, isTelephone } from '../../../../src/domain/lead/place-rules';
import { aLead, cityFacts, detailsOf, errors, submitted, warnings } from './sample-city';

describe('land, energy and environment', () => {
  it('needs land or a leased area, or the reason why neither', () => {
    const none = { landMu: '0', leaseAreaSqm: '0', landUse: 'none' };
    expect(errors(none)).toEqual(['landMu: siteMissing']);
    expect(errors({ ...none, landMu: null, leaseAreaSqm: null })).toEqual(['landMu: siteMissing']);
    expect(errors({ ...none, siteAbsentReason: '利用企业现有厂房' })).toEqual([]);
    expect(errors({ ...none, landMu: null, leaseAreaSqm: '1500' })).toEqual([]);
  });

  it('warns of areas that look like another unit, and of housing', () => {
    expect(detailsOf({ landMu: '3000.01', totalInvestmentWan: '52000' }, 'landLooksLikeSqm')).toEqual({
      typed: '3,000.01',
      meant: '4.5',
    });
    expect(detailsOf({ landMu: '5' }, 'landLooksSmall')).toEqual({ perMu: '7,600', meant: '50' });
    expect(errors({ landUse: 'none' })).toEqual(['landUse: landUseNone']);
    expect(submitted({ landUse: 'residential' }).computed.vetoCandidates).toEqual(['V09']);
  });

  it('demands energy of manufacturing and tech only', () => {
    const none = { energyTce: null, electricityWanKwh: null };
    expect(errors(none)).toEqual(['energyTce: energyMissing', 'electricityWanKwh: energyMissing']);
    expect(errors({ ...none, track: 'service' })).toEqual([]);
    expect(submitted({ ...none, track: 'service' }).computed.energyReview).toBeNull();
  });

  it.each([
    ['999.99', '499.99', 'notNeeded'],
    ['1000', '0', 'needed'],
    ['10', '500', 'needed'],
    ['9999.99', '0', 'needed'],
    ['10000', '0', 'provincial'],
  ])('with %s tce and %s 万kWh: %s', (energyTce, electricityWanKwh, review) => {
    expect(submitted({ energyTce, electricityWanKwh }).computed.energyReview).toBe(review);
  });

  it('warns when electricity alone is more than all energy', () => {
    expect(warnings({ energyTce: '1229', electricityWanKwh: '1000' })).not.toContain(
      'energyTce: energyUnderElectricity',
    );
    expect(detailsOf({ energyTce: '1228', electricityWanKwh: '1000' }, 'energyUnderElectricity')).toEqual({
      electricity: '1,000',
      tce: '1,229',
    });
  });

  it('warns of a hazardous process, the more when no chosen host is a chemical park', () => {
    const hazardous = (...intendedHosts: string[]) => ({ hazardousProcess: 'on', intendedHosts });
    expect(warnings(hazardous('park-ht'))).toContain('intendedHosts: chemicalOutsidePark');
    expect(submitted(hazardous('park-ht')).computed.vetoCandidates).toEqual(['V03']);
    expect(warnings(hazardous('park-chem', 'park-ht'))).toContain('intendedHosts: hostNotChemical');
    expect(submitted(hazardous('park-chem')).computed.chemicalOutsidePark).toBe(false);
    expect(submitted({ needsChemicalPark: '1' }).computed.chemicalOutsidePark).toBe(true);
  });

  it('asks each track for its own figures', () => {
    const own = warnings({ track: 'tech', industryCode: 'I6450' }).filter((found) =>
      found.endsWith('notProvided'),
    );
    expect(own).toEqual(expect.arrayContaining(['rdStaff: notProvided', 'pue: notProvided']));
    expect(warnings({ track: 'service', chain: 'culture-tourism' })).toContain(
      'visitorsWanPerYear: notProvided',
    );
    expect(errors({ pue: '0.9' })).toEqual(['pue: pueRange']);
    expect(errors({ pue: '3' })).toEqual([]);
  });
});

describe('place, people and source', () => {
  it('names one to three registered hosts, each once', () => {
    expect(errors({ intendedHosts: ['park-mars'] })).toEqual(['intendedHosts: hostUnknown']);
    expect(errors({ intendedHosts: ['park-ed', 'park-ed'] })).toEqual(['intendedHosts: hostTwice']);
    expect(errors({ intendedHosts: [] })).toEqual(['intendedHosts: requiredChoice']);
  });

  it('takes silence on being placed elsewhere as no, and says so', () => {
    expect(errors({ adjustable: '' })).toEqual([]);
    expect(warnings({ adjustable: '' })).toContain('adjustable: adjustableAssumedNo');
  });

  it('shares with co-scouts, but leaves the scout a part', () => {
    const share = (...shares: string[]) => ({
      coScouts: shares.map((part, i) => ({ account: `scout-0${i + 2}`, share: part })),
    });
    expect(errors(share('40', '59.99'))).toEqual([]);
    expect(errors(share('40', '60'))).toEqual(['coScouts: coScoutShares']);
    expect(errors(share('0'))).toEqual(['coScouts[0][share]: shareZero']);
    expect(errors({ coScouts: [{ account: 'scout-01', share: '10' }] })).toEqual([
      'coScouts[0][account]: coScoutIsScout',
    ]);
    const twice = [
      { account: 'scout-02', share: '10' },
      { account: 'scout-02', share: '10' },
    ];
    expect(errors({ coScouts: twice })).toEqual(['coScouts[1][account]: coScoutTwice']);
    expect(errors(share('10'), { isAccount: () => false })).toEqual(['coScouts[0][account]: accountUnknown']);
    expect(errors({ coScouts: [{ account: 'scout-02' }] })).toEqual(['coScouts[0][share]: required']);
  });

  it.each([
    '15400000001',
    '0791-88888888',
    '079188888888',
    '010-88888888-123',
    '+65 6123 4567',
    '+1-202-555-0100',
    '+8615400000001',
  ])('reaches the contact at %s', (mobile) => {
    expect(errors({ contact: { ...aLead().contact, mobile } })).toEqual([]);
  });

  it.each(['12345678901', '1540000000', '88888888', '+86 12345678901', '++65123', 'abc', '+0651234567'])(
    'does not take %s for a telephone',
    (mobile) => {
      expect(errors({ contact: { ...aLead().contact, mobile } })).toEqual(['contact[mobile]: mobileFormat']);
    },
  );

  it('checks the mail address when there is one, and asks for the notice', () => {
    expect(errors({ contact: { ...aLead().contact, email: 'a@b' } })).toEqual([
      'contact[email]: emailFormat',
    ]);
    expect(errors({ contact: { ...aLead().contact, email: '' } })).toEqual([]);
    expect(errors({ contact: { ...aLead().contact, noticeGiven: false } })).toEqual([
      'contact[noticeGiven]: noticeMissing',
    ]);
    expect(isEmail('contact01@lead.example')).toBe(true);
    expect(isTelephone('1'.repeat(41))).toBe(false);
  });

  it('knows who cannot be rewarded', () => {
    expect(warnings({ referrer: { name: '示例', kind: 'civilServant' } })).toContain(
      'referrer[kind]: referrerUnrewarded',
    );
    expect(warnings({ referrer: { name: '示例', kind: 'person', conflict: 'on' } })).toContain(
      'referrer[conflict]: referrerConflict',
    );
    expect(errors({ referrer: { kind: 'person' } })).toEqual(['referrer[name]: required']);
    expect(errors({ referrer: { name: '示例' } })).toEqual(['referrer[kind]: requiredChoice']);
  });

  it('dates the first contact not after today, and asks for evidence beyond seven days', () => {
    expect(errors({ firstContactAt: '2026-03-17' })).toEqual(['firstContactAt: dateInFuture']);
    const papers = { businessPlan: true, firstContactEvidence: false };
    expect(warnings({ firstContactAt: '2026-03-08' }, { papers })).toContain(
      'firstContactAt: firstContactEvidence',
    );
    expect(warnings({ firstContactAt: '2026-03-09' }, { papers })).not.toContain(
      'firstContactAt: firstContactEvidence',
    );
    expect(warnings({}, { papers: { businessPlan: false, firstContactEvidence: true } })).toContain(
      'attachments: businessPlanMissing',
    );
  });

  it('may name a second source, another one', () => {
    expect(errors({ sourceChannelSecond: 'doorstepVisit' })).toEqual(['sourceChannelSecond: sameChannel']);
    expect(errors({ sourceChannelSecond: 'chamber' })).toEqual([]);
  });

  it('knows only the chains of the city', () => {
    expect(errors({ chain: 'moon-mining' })).toEqual(['chain: notInList']);
    expect(errors({ chain: 'moon-mining' }, { chains: ['moon-mining'] })).toEqual([]);
    expect(cityFacts().chains).toBeUndefined();
  });
});
