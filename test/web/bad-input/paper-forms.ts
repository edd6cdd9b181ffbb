import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

/** The forms about attachments, beside the one that sends them. */
export function paperForms({ things }: HostileCity): HostileForm[] {
  return [
    {
      url: '/leads/:id/files/:fileId/removal',
      who: 'scout-01',
      path: () => `/leads/${things.draft}/files/${things.unit}/removal`,
      fields: {},
    },
    {
      url: '/admin/settings/paper-limits',
      who: 'secretary-01',
      path: () => '/admin/settings/paper-limits',
      fields: {
        leadFiles: '50',
        leadMegabytes: '100',
        scoutFiles: '900',
        scoutMegabytes: '2000',
        basedOn: '0',
        reason: '硬盘扩容之前先收紧',
      },
      spends: true,
    },
  ];
}
