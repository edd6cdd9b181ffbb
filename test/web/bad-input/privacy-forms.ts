import { PLEDGE_LENGTH } from '../../../src/domain/privacy/pledge';
import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

/** The forms about personal data: how long they are kept, who is held back, whom a contact is shown, what is promised. */
export function privacyForms({ things }: HostileCity): HostileForm[] {
  return [
    {
      url: '/admin/settings/retention',
      who: 'admin-01',
      path: () => '/admin/settings/retention',
      fields: { accessLogMonths: '12', contactMonths: '24', reason: '按年度核定', basedOn: '0' },
    },
    {
      // Based on a version that there is not: a new text would ask everybody in this city again.
      url: '/admin/settings/pledge',
      who: 'admin-01',
      path: () => '/admin/settings/pledge',
      fields: { text: '保'.repeat(PLEDGE_LENGTH.least), reason: '按年度核定', basedOn: '999' },
    },
    { url: '/pledge', who: 'host-01', path: () => '/pledge', fields: { next: '/leads' } },
    {
      url: '/leads/:id/contact-views',
      who: 'secretary-01',
      path: () => `/leads/${things.queued}/contact-views`,
      fields: { purpose: 'verify', text: '核实投资总额' },
    },
    {
      url: '/admin/disclosures',
      who: 'secretary-01',
      path: () => '/admin/disclosures',
      fields: {
        who: 'scout-01',
        basis: 'ownRequest',
        documentNo: '查阅申请〔2026〕1号',
        reason: '本人书面申请',
      },
    },
    {
      url: '/retention/holds',
      who: 'secretary-01',
      path: () => '/retention/holds',
      fields: { number: 'L-2026-99999', reason: '有争议' },
    },
    {
      url: '/retention/holds/:id/lifting',
      who: 'secretary-01',
      path: () => `/retention/holds/${things.host}/lifting`,
      fields: { reason: '已裁定' },
    },
  ];
}
