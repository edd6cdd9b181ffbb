import { sql } from '../../../src/database/sql';
import { TransfersService } from '../../../src/intake/transfers.service';
import { IntakeBatchesService } from '../../../src/intake/intake-batches.service';
import { QuestionsService } from '../../../src/questions/questions.service';
import { SeatQuestionsService } from '../../../src/questions/seat-questions.service';
import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

const reason = '低于市级门槛，按规则转办';

/** The forms of the intake desk and of questions. */
export function intakeForms(hostile: HostileCity): HostileForm[] {
  const { app, acts } = hostile.city;
  const { things } = hostile;
  let pressed = 0;
  const press = (): string => `hostile-${(pressed += 1)}`;
  const office = () => acts.viewer('secretary-01');
  const submitted = (tail: string) => () => hostile.submitted().then((id) => `/intake/${id}/${tail}`);

  const proposed = async (): Promise<string> => {
    const lead = await hostile.submitted();
    const wanted = { kind: 'host' as const, host: 'park-port', reason };
    await app.get(TransfersService).propose(await office(), lead, wanted);
    const id = await hostile.id(sql`select id from lead_transfer where lead_id = ${lead}`);
    return `/leads/${lead}/transfers/${id}/answer`;
  };
  const asked = (tail: string) => async (): Promise<string> => {
    const lead = await hostile.submitted();
    const id = await app
      .get(QuestionsService)
      .ask(await office(), lead, { text: '请补充说明。', key: press() });
    return `/leads/${lead}/questions/${id}/${tail}`;
  };
  const seatQuestion = async (): Promise<string> => {
    const [roundSeatId, personId, leadId] = [
      things.roundSeat,
      things.person,
      await hostile.id(sql`select lead_id as id from round_item where id = ${things.item}`),
    ];
    const seat = { roundId: things.open.id, itemId: things.item, leadId, roundSeatId, personId };
    await app.work.run((tx) =>
      app.get(SeatQuestionsService).take(tx, seat, { text: '想问一句。', key: press() }),
    );
    return '/questions';
  };
  const batch = async (): Promise<string> => {
    const wanted = {
      act: 'accept' as const,
      leadIds: [await hostile.submitted()],
      reasons: [],
      reason: '',
      tier: null,
    };
    const id = await app.get(IntakeBatchesService).start(await office(), { ...wanted, key: press() });
    return `/intake/batches/${id}/continuation`;
  };
  return [
    {
      url: '/intake/:id/decision',
      who: 'secretary-01',
      path: submitted('decision'),
      fields: {
        verdict: 'return',
        reasons: ['landUnclear'],
        reason: '请补充附件',
        remedy: '',
        mergeInto: '',
        q: '',
        page: '1',
      },
      spends: true,
    },
    {
      url: '/intake/:id/transfer',
      who: 'secretary-01',
      path: submitted('transfer'),
      fields: { kind: 'tier', tier: 'county', host: '', reason },
      spends: true,
    },
    {
      url: '/intake/:id/question',
      who: 'secretary-01',
      path: submitted('question'),
      fields: { question: '请说明投资构成。', idempotencyKey: 'k' },
      spends: true,
    },
    {
      url: '/intake/batches',
      who: 'secretary-01',
      path: () => '/intake/batches',
      fields: {
        act: 'tier',
        leadIds: [things.queued],
        reasons: [],
        tier: 'county',
        reason,
        idempotencyKey: 'batch',
      },
    },
    { url: '/intake/batches/:id/continuation', who: 'secretary-01', path: batch, fields: {} },
    {
      url: '/leads/:id/transfers/:transferId/answer',
      who: 'scout-01',
      path: proposed,
      fields: { answer: 'decline', text: '投资方不同意' },
      spends: true,
    },
    {
      url: '/leads/:id/questions',
      who: 'secretary-01',
      path: () => `/leads/${things.queued}/questions`,
      fields: { question: '请说明投资构成。', idempotencyKey: 'k2' },
    },
    {
      url: '/leads/:id/questions/:questionId/answer',
      who: 'scout-01',
      path: asked('answer'),
      fields: { answer: '机床六成，检测四成。' },
      spends: true,
    },
    {
      url: '/leads/:id/questions/:questionId/withdrawal',
      who: 'secretary-01',
      path: asked('withdrawal'),
      fields: {},
      spends: true,
    },
    {
      url: '/questions',
      who: 'secretary-01',
      path: seatQuestion,
      fields: { ids: [things.item], question: '请说明一期负荷。', reason: '材料里已有。', intent: 'aside' },
    },
    {
      url: '/ballot/items/:id/questions',
      who: 'ballot',
      path: () => `/ballot/items/${things.item}/questions`,
      fields: { question: '一期负荷是多少？', idempotencyKey: 'k3' },
    },
    {
      url: '/admin/settings/return-reasons',
      who: 'admin-01',
      path: () => '/admin/settings/return-reasons',
      fields: {
        basedOn: '0',
        rows: { 0: { code: 'landUnclear', text: '请写明用地。', field: 'landMu' } },
        reason: '统一口径',
      },
    },
  ];
}
