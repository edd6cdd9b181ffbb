import { sql } from '../../../src/database/sql';
import { LeadAnswersService } from '../../../src/leads/lead-answers.service';
import { ConditionsService } from '../../../src/results/conditions.service';
import { ConsultationsService } from '../../../src/results/consultations.service';
import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

/** The forms of what follows a closing. */
export function afterClosingForms(city: HostileCity): HostileForm[] {
  const { things } = city;
  const { app, acts } = city.city;
  const conditions = app.get(ConditionsService);
  const consultations = app.get(ConsultationsService);
  const person = city.city.city.people.get('supporter-01') ?? '';
  const host = city.city.city.people.get('host-01') ?? '';
  const dueOn = '2026-12-31';

  /** An announced round whose one borderline item was ruled on so. */
  const ruled = async (ruling: 'consult' | 'resubmit' | 'defer'): Promise<string> => {
    const round = await city.closed();
    await acts.ruleOnDoubts('leader-01', round.id, [ruling]);
    await acts.announce('secretary-01', round.id);
    return round.leadIds[0] ?? '';
  };
  const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | null = null;
    return () => (made ??= make());
  };
  const consultation = async (): Promise<string> =>
    city.id(sql`select id from consultation where lead_id = ${await ruled('consult')}`);
  /** A consultation that was called, with the meeting just begun and everybody heard. */
  const held = async (): Promise<string> => {
    const id = await consultation();
    const now = app.clock.now();
    city.tick();
    const meeting = {
      meetsAt: app.clock.now(),
      place: '三楼会议室',
      topic: '用地与能耗',
      personIds: [person, host],
    };
    app.clock.set(now);
    await consultations.call(await acts.viewer('secretary-01'), id, meeting);
    city.tick();
    city.tick();
    const opinion = { participantId: null, stance: 'agree', opinion: '要素可以保障' };
    await consultations.giveOpinion(await acts.viewer('supporter-01'), id, opinion);
    return id;
  };
  const open = once(held);
  const settled = once(async () => {
    const round = await city.settled();
    return `/rounds/${round.id}/items/${await city.itemOf(round.id)}`;
  });
  /** An item that will be admitted, and a condition of its park of which nobody has said what becomes. */
  const bound = async (): Promise<string> => {
    const leadId = await city.queued();
    await app.get(LeadAnswersService).stateAsHost(await acts.viewer('host-01'), leadId, {
      verdict: 'conditional',
      reasonCode: 'energyShort',
      text: '愿意承接，须落实下列条件。',
      conditions: [{ text: '落实年用能指标', dueOn }],
    });
    city.tick();
    const plan = {
      title: '附条件',
      deadlineAt: city.inDays(5),
      panelId: city.city.city.panelId,
      leadIds: [leadId],
    };
    const round = { ...plan, id: await acts.openRound('secretary-01', plan) };
    await city.city.allVote(round, ['strong']);
    await acts.close('secretary-01', round.id);
    const term = await city.id(
      sql`select statement_term.id from statement_term join host_statement on host_statement.id = statement_id
          where host_statement.lead_id = ${leadId}`,
    );
    return `/rounds/${round.id}/items/${await city.itemOf(round.id)}/host-conditions/${term}`;
  };
  const proposed = async (): Promise<string> => {
    const [, , roundId = '', , itemId = ''] = (await settled()).split('/');
    const given = { wanted: '取得能评批复', ownerId: person, dueOn };
    const chair = await acts.viewer('leader-01');
    await conditions.set(chair, roundId, itemId, given);
    const id = await city.id(
      sql`select id from admission_condition where item_id = ${itemId} order by position desc`,
    );
    return `${await settled()}/conditions/${id}/removal`;
  };
  const running = once(async () => {
    const round = await city.settled();
    const itemId = await city.itemOf(round.id);
    const given = { wanted: '取得能评批复', ownerId: person, dueOn };
    await conditions.set(await acts.viewer('leader-01'), round.id, itemId, given);
    await acts.announce('secretary-01', round.id);
    return city.id(sql`select id from admission_condition where item_id = ${itemId}`);
  });
  const stateOf = async (): Promise<string> =>
    city.id(sql`select state as id from admission_condition where id = ${await running()}`);
  const asOpen = async (): Promise<string> => {
    if ((await stateOf()) === 'reported')
      await conditions.check(await acts.viewer('secretary-02'), await running(), 'sendBack', '再核实一次');
    return `/conditions/${await running()}/report`;
  };
  const asReported = async (): Promise<string> => {
    if ((await stateOf()) === 'open')
      await conditions.report(await acts.viewer('supporter-01'), await running(), '已经办好');
    return `/conditions/${await running()}/check`;
  };
  const asked = once(() => ruled('resubmit'));

  return [
    {
      url: '/rounds/:id/items/:itemId/override',
      who: 'leader-01',
      path: () => `/rounds/${things.closed.id}/items/${things.foreignItem}/override`,
      fields: {
        result: 'admit',
        documentNumber: '市领〔2026〕12号',
        reason: '重大项目，经研究同意',
        materials: '',
      },
      multipart: true,
    },
    {
      url: '/rounds/:id/items/:itemId/conditions',
      who: 'leader-01',
      path: async () => `${await settled()}/conditions`,
      fields: { wanted: '落实过渡厂房', owner: person, dueOn },
    },
    {
      url: '/rounds/:id/items/:itemId/conditions/:conditionId/removal',
      who: 'leader-01',
      path: proposed,
      fields: {},
      spends: true,
    },
    {
      url: '/rounds/:id/items/:itemId/host-conditions/:termId',
      who: 'secretary-01',
      path: bound,
      fields: { wanted: '落实年用能指标', owner: person, dueOn },
      spends: true,
    },
    {
      url: '/rounds/:id/items/:itemId/host-conditions/:termId/dismissal',
      who: 'secretary-01',
      path: bound,
      fields: { reason: '园区已书面撤回' },
      spends: true,
    },
    {
      url: '/conditions/:id/report',
      who: 'supporter-01',
      path: asOpen,
      fields: { report: '已取得能评批复' },
      spends: true,
    },
    {
      url: '/conditions/:id/check',
      who: 'secretary-01',
      path: asReported,
      fields: { verdict: 'sendBack', note: '批复未盖章' },
      spends: true,
    },
    {
      url: '/consultations/:id/meeting',
      who: 'secretary-01',
      path: async () => `/consultations/${await open()}/meeting`,
      fields: {
        meetsAt: '2026-12-01T09:00',
        place: '三楼会议室',
        topic: '用地与能耗',
        personIds: [person, host],
      },
    },
    {
      url: '/consultations/:id/opinions',
      who: 'supporter-01',
      path: async () => `/consultations/${await open()}/opinions`,
      fields: { participant: '', stance: 'amend', opinion: '分两期保障' },
    },
    {
      url: '/consultations/:id/conclusion',
      who: 'leader-01',
      path: async () => `/consultations/${await held()}/conclusion`,
      fields: { result: 'defer', reason: '要素暂不具备', materials: '' },
      spends: true,
    },
    {
      url: '/leads/:id/call-up',
      who: 'secretary-01',
      path: async () => `/leads/${await ruled('defer')}/call-up`,
      fields: { reason: '规划已经明确' },
      spends: true,
    },
    {
      url: '/leads/:id/resubmission',
      who: 'scout-01',
      path: async () => `/leads/${await asked()}/resubmission`,
      fields: { answers: { a: '见附件' } },
    },
  ];
}
