import { promiseLimits } from '../../../src/domain/promise/limits';
import { PausesService } from '../../../src/late/pauses.service';
import { PoliciesQueries } from '../../../src/fair-competition/policies.queries';
import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

const reason = '按市政府公报登记';

/** The forms about published policies, opinions on them, and the promise clock. */
export function promiseForms(city: HostileCity): HostileForm[] {
  const { app, acts } = city.city;
  const policy = {
    title: '促进先进制造业若干措施',
    documentNo: '宜政办发〔2026〕9号',
    issuer: '市政府办公室',
    validFrom: '2026-01-01',
    validTo: '',
    withdrawn: '',
    reason,
    clauses: { 0: { code: '第一条', text: '设备补助', types: '', words: '设备', cap: '500' } },
  };
  const anyPolicy = async () => (await app.get(PoliciesQueries).current())[0]?.id ?? '';
  const pause = { kind: 'intake', until: '2026-03-27', reason: '等待投资方补充材料' };
  /** A lead handed in just now, so that nothing about it is overdue. */
  const asked = async (account: string): Promise<string> =>
    app.get(PausesService).ask(await acts.viewer(account), await city.submitted(), {
      ...pause,
      until: city.inDays(9).slice(0, 10),
    });
  const running = async (): Promise<string> => {
    const id = await asked('secretary-02');
    await app.get(PausesService).approve(await acts.viewer('secretary-03'), id);
    return id;
  };
  const { specialistTracks, ...limits } = promiseLimits.preset;
  return [
    { url: '/policies', who: 'secretary-01', path: () => '/policies', fields: policy },
    {
      url: '/policies/imports',
      who: 'secretary-01',
      path: () => '/policies/imports',
      fields: { rows: '甲乙丙丁办法,宜政发〔2026〕1号,市政府,2026-01-01,,第一条,正文', reason },
    },
    {
      url: '/policies/:id',
      who: 'secretary-01',
      path: async () => `/policies/${await anyPolicy()}`,
      fields: { ...policy, documentNo: '宜政办发〔2026〕10号', basedOn: '1' },
    },
    {
      url: '/leads/:id/fair-competition/opinions',
      who: 'secretary-01',
      path: async () => `/leads/${await city.queued()}/fair-competition/opinions`,
      multipart: true,
      spends: true,
      fields: { verdict: 'lawful', basis: '条例第十条', text: '', documentNo: '', idempotencyKey: 'k' },
    },
    {
      url: '/admin/settings/fair-competition',
      who: 'admin-01',
      path: () => '/admin/settings/fair-competition',
      fields: {
        rules: {
          0: {
            code: 'tax-return',
            name: '税收返还',
            types: '税收返还',
            patterns: '返税',
            basis: '条例第十条',
          },
        },
        reviewUnits: ['market'],
        secretariatReviews: '1',
        unlawfulMayBeVoted: '1',
        unprovedNeedsOpinion: '1',
        reason,
        basedOn: '0',
      },
    },
    {
      url: '/admin/settings/promise-limits',
      who: 'admin-01',
      path: () => '/admin/settings/promise-limits',
      fields: {
        ...Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, String(value)])),
        specialistTracks: [...specialistTracks],
        reason,
        basedOn: '0',
      },
    },
    {
      url: '/admin/settings/calendar',
      who: 'admin-01',
      path: () => '/admin/settings/calendar',
      multipart: true,
      fields: { year: '2030', rows: '2030-01-01,放假,元旦', reason },
    },
    {
      url: '/leads/:id/promise-records',
      who: 'secretary-01',
      path: async () => `/leads/${await city.queued()}/promise-records`,
      spends: true,
      fields: { kind: 'followUp', onDay: '2026-03-17', note: '已电话沟通', idempotencyKey: 'k' },
    },
    {
      url: '/leads/:id/pauses',
      who: 'secretary-01',
      path: async () => `/leads/${await city.submitted()}/pauses`,
      spends: true,
      fields: pause,
    },
    {
      url: '/pauses/:id/approval',
      who: 'secretary-01',
      path: async () => `/pauses/${await asked('secretary-02')}/approval`,
      spends: true,
      fields: {},
    },
    {
      url: '/pauses/:id/withdrawal',
      who: 'secretary-01',
      path: async () => `/pauses/${await asked('secretary-01')}/withdrawal`,
      spends: true,
      fields: {},
    },
    {
      url: '/pauses/:id/refusal',
      who: 'secretary-01',
      path: async () => `/pauses/${await asked('secretary-02')}/refusal`,
      spends: true,
      fields: { reason: '材料已经齐全' },
    },
    {
      url: '/pauses/:id/resumption',
      who: 'secretary-01',
      path: async () => `/pauses/${await running()}/resumption`,
      spends: true,
      fields: { reason: '材料已经齐全' },
    },
  ];
}
