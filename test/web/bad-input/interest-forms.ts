import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

const reason = '投资方在职人员，已核对';

/** The forms about interests: of units, of a planned round, and of a seat that opens an item. */
export function interestForms({ things }: HostileCity): HostileForm[] {
  const recusals = `/rounds/${things.shared.id}/recusals`;
  const [item = ''] = Object.keys(things.shared.seats);
  return [
    {
      url: '/rounds/:id/recusals',
      who: 'secretary-01',
      path: () => recusals,
      fields: { item, seat: things.unit, person: things.person, verdict: 'confirm', reason },
    },
    {
      url: '/rounds/:id/recusals/told',
      who: 'secretary-01',
      path: () => `${recusals}/told`,
      fields: { item, seat: things.unit, reason },
    },
    {
      url: '/rounds/:id/chairs/recusals',
      who: 'secretary-01',
      path: () => `/rounds/${things.shared.id}/chairs/recusals`,
      fields: { item, person: things.person, reason },
    },
    {
      url: '/rounds/:id/items/:itemId/chair-recusal',
      who: 'leader-01',
      path: () => `/rounds/${things.shared.id}/items/${item}/chair-recusal`,
      fields: { reason },
    },
    {
      url: '/rounds/:id/chairs/stand-ins',
      who: 'secretary-01',
      path: () => `/rounds/${things.shared.id}/chairs/stand-ins`,
      fields: { item, person: things.person, reason },
    },
    {
      url: '/admin/units/:id',
      who: 'admin-01',
      path: () => `/admin/units/${things.unit}`,
      fields: { uscc: '', groupParent: '岚江控股集团有限公司', industryCode: 'C3660', level: 'city' },
    },
    {
      url: '/admin/settings/dispute-limits',
      who: 'admin-01',
      path: () => '/admin/settings/dispute-limits',
      fields: { deviation: '15', kindGap: '25', markTenths: '1.5', reason: '沿用', basedOn: '0' },
    },
    {
      url: '/admin/settings/interest-grades',
      who: 'admin-01',
      path: () => '/admin/settings/interest-grades',
      fields: {
        ...{ referrer: 'decide', employer: 'decide', group: 'decide', earlier: 'decide' },
        ...{ sameIndustry: 'near', scoutUnit: 'near', reason: '沿用', basedOn: '0' },
      },
    },
    {
      url: '/admin/settings/fresh-proof',
      who: 'admin-01',
      path: () => '/admin/settings/fresh-proof',
      fields: { minutes: '5', reason: '沿用', basedOn: '0' },
    },
    {
      url: '/ballot/items/:id/declaration',
      who: 'ballot',
      path: () => `/ballot/items/${things.item}/declaration`,
      fields: { interest: 'none' },
    },
  ];
}
