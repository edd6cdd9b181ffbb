import { Controller } from '@nestjs/common';
import {
  DISPUTE_BOUNDS,
  DISPUTE_LIMITS,
  disputeLimits,
  type DisputeLimits,
} from '../domain/insight/dispute-limits';
import type { SettingReading } from '../http/setting-form';
import type { SettingPage } from '../http/views/setting-page';
import { SettingController } from '../settings/setting.controller';

/** 分歧标准: from where on a disagreement of the panel is flagged. */
@Controller('admin/settings/dispute-limits')
export class DisputeLimitsController extends SettingController<DisputeLimits> {
  protected readonly setting = disputeLimits;
  protected readonly page: SettingPage<DisputeLimits> = {
    href: '/admin/settings/dispute-limits',
    word: 'disputeLimits',
    dataPage: 'setting',
    typed: ({ markTenths, ...points }) => ({
      ...points,
      markTenths: `${Math.floor(markTenths / 10)}.${markTenths % 10}`,
    }),
    groups: (fields) => [
      {
        fields: DISPUTE_LIMITS.map((name) =>
          fields.number(name, {
            inputmode: 'decimal',
            hint: fields.words.t(`disputeLimits.${name}.hint`),
            unit: fields.words.t(`disputeLimits.${name}.unit`),
          }),
        ),
      },
    ],
    read: (form) =>
      Object.fromEntries(
        DISPUTE_LIMITS.map((name) => {
          const { fewest, most } = DISPUTE_BOUNDS[name];
          if (name === 'markTenths') return [name, readTenths(form, name, fewest, most)];
          return [name, form.whole(name, [fewest, most])];
        }),
      ) as unknown as DisputeLimits,
  };
}

/** Marks are typed in steps with one decimal, `1.5`; they are kept in tenths. */
function readTenths(form: SettingReading, name: string, fewest: number, most: number): number {
  const [, whole = '', tenth = '0'] = /^(\d)(?:\.(\d))?$/.exec(form.plain(name)) ?? [];
  const figure = whole === '' ? Number.NaN : Number(whole) * 10 + Number(tenth);
  if (!(figure >= fewest && figure <= most)) form.wrong(name, 'disputeLimits.error.steps');
  return figure;
}
