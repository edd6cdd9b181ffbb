import { Readable } from 'node:stream';
import { Jobs } from '../../../src/jobs/jobs';
import { receiveSheet } from '../../../src/exchange/import-file';
import { IMPORT_JOB } from '../../../src/exchange/lead-import-work.service';
import { LeadImportsService } from '../../../src/exchange/lead-imports.service';
import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

/** The forms that bring leads in from a sheet. */
export function importForms(city: HostileCity): HostileForm[] {
  const { app, acts } = city.city;
  let count = 0;
  /** A sheet of one lead that waits to be looked over. */
  const waiting = async (): Promise<string> => {
    count += 1;
    const text = `title,investorName\n表格里的第${count}个项目,某地装备股份有限公司\n`;
    const received = await receiveSheet(Readable.from([Buffer.from(text)]));
    const sent = { name: '线索.csv', received };
    const id = await app.get(LeadImportsService).open(await acts.viewer('scout-01'), '', sent);
    await received.drop();
    return `/leads/imports/${id}`;
  };
  let ready: Promise<string> | null = null;
  const checked = async (): Promise<string> => {
    const path = await waiting();
    await app.get(Jobs).runNow(IMPORT_JOB);
    return path;
  };
  return [
    { url: '/leads/imports', who: 'scout-01', path: () => '/leads/imports', fields: {}, multipart: true },
    {
      url: '/leads/imports/:id/application',
      who: 'scout-01',
      path: async () => `${await (ready ??= checked())}/application`,
      fields: { which: 'some', rows: '90-99', as: 'draft', row: ['91'] },
    },
    {
      url: '/leads/imports/:id/cancellation',
      who: 'scout-01',
      path: async () => `${await waiting()}/cancellation`,
      fields: {},
      spends: true,
    },
  ];
}
