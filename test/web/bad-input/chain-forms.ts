import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

const chain = '0000000000chain00000000001';

/** The forms about chains, target firms, campaigns and visits. */
export function chainForms({ things }: HostileCity): HostileForm[] {
  const who = 'secretary-01';
  const at = (path: string) => () => `/chains/${chain}${path}`;
  const facts = { nameZh: '新能源汽车', nameEn: 'NEV', year: '2026', standing: 'active', keeperId: '' };
  const segment = {
    name: '热管理',
    place: 'mid',
    position: '1',
    words: '热泵',
    isGap: '1',
    wanted: '集成模块',
  };
  const firm = {
    name: '寒潭热控有限公司',
    uscc: '',
    region: '浙江',
    segmentId: '',
    note: '',
    state: 'planned',
  };
  const campaign = {
    name: '百日会战',
    kind: 'hundredDays',
    startsOn: '2026-03-01',
    endsOn: '2026-06-08',
    visitGoal: '9',
    leadGoal: '3',
    note: '',
    partyBuilding: '',
  };
  const visit = {
    firm: '寒潭热控有限公司',
    visitedOn: '2026-03-16',
    campaignId: '',
    result: 'interested',
    leaderLevel: 'staff',
    note: '',
    companions: '',
    place: '',
    hostId: '',
    nextStep: '',
    leadNumber: '',
  };
  return [
    { url: '/chains', who, path: () => '/chains', fields: { ...facts, code: 'low-altitude' } },
    { url: '/chains/:id', who, path: at(''), fields: facts },
    { url: '/chains/:id/segments', who, path: at('/segments'), fields: segment },
    { url: '/chains/:id/segments/:segmentId', who, path: at(`/segments/${things.unit}`), fields: segment },
    {
      url: '/chains/:id/segments/:segmentId/removal',
      who,
      path: at(`/segments/${things.unit}/removal`),
      fields: {},
    },
    { url: '/chains/:id/firms', who, path: at('/firms'), fields: firm },
    { url: '/chains/:id/firms/:firmId', who, path: at(`/firms/${things.unit}`), fields: firm },
    { url: '/chains/:id/imports', who, path: at('/imports'), fields: { rows: '甲乙公司' }, multipart: true },
    {
      url: '/chains/:id/imports/application',
      who,
      path: at('/imports/application'),
      fields: { rows: '甲乙公司' },
    },
    { url: '/campaigns', who, path: () => '/campaigns', fields: campaign },
    { url: '/campaigns/:id', who, path: () => `/campaigns/${things.unit}`, fields: campaign },
    { url: '/visits', who: 'scout-01', path: () => '/visits', fields: visit },
    { url: '/visits/:id', who: 'scout-01', path: () => `/visits/${things.unit}`, fields: visit },
  ];
}
