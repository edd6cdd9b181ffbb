import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

const parcel = {
  name: '东区一号',
  mu: '120',
  use: 'industrial',
  priceLow: '12',
  priceHigh: '15',
  availableFrom: '2026-06-01',
  state: 'free',
};

/** The forms about hosts: what they have and want, whom a lead is offered to, and the city's rules for both. */
export function hostForms(hostile: HostileCity): HostileForm[] {
  const { city, things } = hostile;
  const weights = { chain: '30', site: '25', intensity: '15', tax: '10', elements: '15', region: '5' };
  const other = city.city.hosts.get('cty-bei') ?? '';
  return [
    {
      url: '/hosts/:id/profile',
      who: 'admin-01',
      path: () => `/hosts/${things.host}/profile`,
      fields: {
        basedOn: '0',
        firstChain: 'electronics',
        wantedChains: ['textile'],
        parcels: [parcel],
        plants: [],
        headroom: { energy: { quantity: '1200', asOf: '2026-03-01', note: '指标' } },
        prices: { power: { low: '0.5', high: '0.6' } },
        minIntensity: '300',
        minTaxPerMu: '15',
        contact: { name: '某某', post: '部长', phone: '15400000001', email: 'someone@yijiang.example' },
        text: '园区介绍',
        settledLeads: 'L-2026-00017',
        note: '首次填报',
      },
    },
    {
      url: '/admin/settings/fit',
      who: 'admin-01',
      path: () => '/admin/settings/fit',
      fields: { ...weights, first: '100', leading: '90', wanted: '80', basedOn: '0', reason: '按市里的意见' },
    },
    {
      url: '/admin/settings/answers',
      who: 'admin-01',
      path: () => '/admin/settings/answers',
      fields: {
        hostWorkdays: '2',
        elementWorkdays: '3',
        remindBefore: '1',
        originShare: '50',
        shareYears: '5',
        openingNeedsStatements: '',
        offersByItself: '1',
        onlyDuty: '',
        duties: { land: ['natural'] },
        basedOn: '0',
        reason: '按市里的意见',
      },
    },
    {
      url: '/leads/:id/offers',
      who: 'secretary-01',
      path: () => hostile.queued().then((id) => `/leads/${id}/offers`),
      spends: true,
      fields: { hostId: other, reason: '材料产业更集中', consent: '投资方电话同意' },
    },
    {
      url: '/leads/:id/declined-words',
      who: 'secretary-01',
      path: () => `/leads/${things.queued}/declined-words`,
      fields: { text: '由秘书处协调园区后进入表决' },
    },
  ];
}
