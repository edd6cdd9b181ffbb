import { R1 } from '../../../src/domain/rubric/rule-set-r1';
import { manufacturing } from '../../../src/domain/rubric/manufacturing';
import { WorkCalendar } from '../../../src/domain/shared/workdays';
import type { PanelKind, SeatFunction } from '../../../src/domain/rubric/panel-kind';
import type { Room } from '../../../src/rounds/round-room.queries';
import { roundRoomView, type RoomModel } from '../../../src/rounds/round-room.views';
import type { RoundSeat, TurnoutState } from '../../../src/rounds/round.entity';
import type { SeatLink } from '../../../src/rounds/seat-traces.queries';
import { wordsFor } from '../../../src/words/words';

const words = wordsFor('zh-CN');
const now = '2026-03-24T02:12:00.000Z';
const deadlineAt = '2026-03-26T10:00:00.000Z';

type Mark = Record<string, TurnoutState>;

const seat = (position: number, kind: PanelKind, duty: SeatFunction | null = null): RoundSeat => ({
  id: `s${position}`,
  roundId: 'r',
  seatId: `seat${position}`,
  position,
  kind,
  unitName: `单位${position}`,
  function: duty,
  mandatory: duty === null ? 0 : 1,
  holderId: `p${position}`,
  holderName: `成员${position}`,
  alternateId: null,
  alternateName: position === 3 ? '陆明璋' : null,
});

const roll = [
  seat(1, 'park'),
  seat(2, 'park'),
  seat(3, 'support', 'ecology'),
  seat(4, 'institute'),
  seat(5, 'enterprise'),
  seat(6, 'enterprise'),
];

const linkOf = (id: string, openedAt: string | null): SeatLink => ({
  roundSeatId: id,
  openedAt,
  withdrawn: false,
  devices: openedAt ? 1 : 0,
  trace: openedAt ? 'opened' : 'unopened',
  readOnly: false,
  fetches: 0,
  signs: [],
});

/** A room with two items; `marks` names for each seat how it stands on both. */
function room(marks: Mark, changes: Partial<Room> = {}, round: Partial<Room['round']> = {}): Room {
  const items = [1, 2].map((position) => ({
    item: {
      id: `i${position}`,
      roundId: 'r',
      position,
      leadId: `l${position}`,
      leadRevisionId: `v${position}`,
      carriesFromId: null,
      asked: null,
      carried: null,
    },
    lead: null,
  }));
  return {
    gate: { refusal: null, gates: new Map() },
    papers: [],
    voters: new Map(),
    round: {
      id: 'r',
      number: 'Y-2026-03',
      title: '第三批',
      state: 'open',
      panelId: 'p',
      rubricVersionId: 'rv',
      ruleSetVersionId: 'rs',
      deadlineAt,
      firstDeadlineAt: deadlineAt,
      createdAt: now,
      createdBy: 'p0',
      openedAt: now,
      extendedAt: null,
      closedAt: null,
      announcedAt: null,
      cancelledAt: null,
      lockedAt: null,
      voidedAt: null,
      disputeVersion: null,
      gradesVersion: null,
      frozenDigest: '0'.repeat(64),
      ...round,
    },
    rubric: {
      id: 'rv',
      rubricId: 'ru',
      code: 'manufacturing',
      name: { zh: '制造业项目', en: 'Manufacturing' },
      version: 1,
      state: 'published',
      digest: '',
      publishedAt: now,
      publishedByLabel: '',
      content: manufacturing,
    },
    rules: {
      id: 'rs',
      code: 'R1',
      version: 1,
      digest: '',
      publishedAt: now,
      publishedByLabel: '',
      retiredAt: null,
      retiredByLabel: null,
      content: R1,
    },
    assignment: null,
    panel: {
      id: 'p',
      name: '专班',
      chairId: 'c',
      chairName: '组长',
      deputyId: null,
      deputyName: null,
      createdAt: now,
      secondStep: 'none',
      seats: [],
      terms: [],
      drawnFor: null,
    },
    items,
    roll,
    turnout: roll.flatMap(({ id }) =>
      items.map(({ item }) => {
        const state = marks[id] ?? 'waiting';
        return { roundSeatId: id, itemId: item.id, roundId: 'r', state, at: state === 'cast' ? now : null };
      }),
    ),
    acts: [],
    links: new Map(roll.map(({ id }) => [id, linkOf(id, marks[id] ? now : null)])),
    mails: new Map(roll.map(({ holderId }) => [holderId, { personId: holderId, state: 'sent', at: now }])),
    request: null,
    changed: [],
    orphaned: [],
    interestsOpen: 0,
    hosts: [],
    needsStatements: false,
    elements: null,
    calendar: new WorkCalendar([]),
    vetoes: [],
    ...changes,
  };
}

const show = (shown: Room, mayAct = true): RoomModel =>
  roundRoomView(shown, { now, mayAct, filter: 'all', sent: null }, words);
const titles = (model: RoomModel): string[] => model.todo.items.map(({ title }) => title);
const actOf = (model: RoomModel, label: string) =>
  model.operations?.acts.find((one) => one.label.startsWith(label));

describe('the round room', () => {
  it('says what needs doing now, each with whom to ask', () => {
    const model = show(room({ s1: 'cast', s2: 'cast' }));
    expect(titles(model)).toEqual([
      '第1、2项最多差2席',
      '各项都还没有要素票',
      '各项都还没有院所票',
      '各项都还没有企业票',
      '单位3还差2项',
      '4席还没有打开链接',
    ]);
    expect(model.todo.items[4]?.when).toBe('必到席，成员3；可请B岗陆明璋');
  });

  it('shows each kind against what the quorum wants of it', () => {
    const model = show(room({ s1: 'cast', s2: 'cast', s5: 'cast' }));
    expect(model.kinds.map(({ label, done, of, note }) => `${label} ${done}${of} ${note}`)).toEqual([
      '投完的席位 3/6席 法定4席，每项另计；竖线为2/3',
      '园区 2/2席 全部投完',
      '要素 0/1席 2项还没有票',
      '院所 0/1席 2项还没有票',
      '企业 1/2席 每项已有票',
    ]);
  });

  it('gives each disabled button its reason', () => {
    const model = show(room({ s1: 'cast' }));
    expect(actOf(model, '截止并计票')).toMatchObject({
      disabled: true,
      why: '6席全部投完才能提前截止，还差5席。',
    });
    expect(actOf(model, '发布结果')).toMatchObject({ disabled: true, why: '截止并计票后才能发布结果。' });
    expect(actOf(model, '催办5席')).toMatchObject({
      disabled: false,
      href: '/rounds/r/reminders',
      isPost: true,
    });
  });

  it('offers closing once the deadline has passed, or all have cast, and no extension where quorum is met', () => {
    const all = Object.fromEntries(roll.map(({ id }): [string, TurnoutState] => [id, 'cast']));
    const done = show(room(all));
    expect(titles(done)).toEqual(['全部席位已投完，可以提前截止']);
    expect(actOf(done, '截止并计票')).toMatchObject({ disabled: false, tone: 'primary' });
    expect(actOf(done, '延期')?.why).toContain('法定人数都已够');
    const late = show(room({ s1: 'cast' }, {}, { deadlineAt: now }));
    expect(titles(late)[0]).toBe('截止时间已过，请截止并计票');
    expect(actOf(late, '催办')).toMatchObject({ disabled: true, why: '截止时间已过，不再收票。' });
    expect(late.operations?.forms.map(({ action }) => action)).toEqual(['/rounds/r/extension']);
  });

  it('leaves the recused out of what is awaited and says so', () => {
    const model = show(room({ s5: 'recused', s1: 'cast' }));
    const row = model.seats?.groups.flatMap(({ rows }) => rows).find(({ id }) => id === 's5');
    expect(row).toMatchObject({ note: '全部回避', recused: '，回避2项', cells: { text: '0/0' } });
    expect(model.agenda.rows[0]).toMatchObject({ cast: '1/5', needed: '4', status: '差3席' });
  });

  it('names a mail that did not arrive, with a button to send another', () => {
    const mails = new Map([['p4', { personId: 'p4', state: 'failed' as const, at: now }]]);
    const model = show(room({}, { mails }));
    const lost = model.todo.items.find(({ title }) => title === '成员4的邮件没有送达');
    expect(lost?.act).toMatchObject({ href: '/rounds/r/seats/s4/links', isPost: true });
  });

  it('lets whoever may only read look and do nothing', () => {
    const model = show(room({}), false);
    expect(model.operations).toBeNull();
    expect(model.seats?.hasReissue).toBe(false);
    expect(model.todo.items.every(({ act }) => act === null)).toBe(true);
  });

  it('puts first what waits for a second person, then open vetoes and leads that have changed', () => {
    const model = show(
      room(
        {},
        {
          request: {
            id: 'q',
            roundId: 'r',
            kind: 'void',
            state: 'asked',
            reason: '名册有误',
            deadlineAt: null,
            askedById: 'p9',
            askedByLabel: '沈若宁（秘书处）',
            askedAt: now,
            answeredById: null,
            answeredByLabel: null,
            answeredAt: null,
            remark: '',
          },
          vetoes: [
            {
              id: 'veto',
              itemId: 'i2',
              position: 2,
              title: '项目',
              ground: {
                code: 'V02',
                name: { zh: '占用红线', en: 'Red line' },
                confirmedBy: { by: 'seats', functions: ['ecology'] },
              },
              state: 'raised',
              raisedLabel: '某某（自然资源局）',
              raisedAt: now,
              settlers: ['市生态环境局'],
            },
          ],
          changed: [
            {
              leadId: 'l1',
              revision: 2,
              changes: [{ field: 'landMu', before: '95', after: '100' }],
            },
          ],
        },
      ),
    );
    expect(titles(model).slice(0, 3)).toEqual([
      '等第二人确认：作废',
      '1件一票否决待确认',
      '第1项线索在开启后改过：用地',
    ]);
    expect(model.todo.items[0]?.act?.href).toBe('/rounds/r/voiding');
  });

  it('of a round that a fast clock has locked says so, and that it does not resume by itself', () => {
    const locked = show(room({}, {}, { state: 'locked', lockedAt: '2036-03-24T02:12:00.000Z' }));
    expect(titles(locked)[0]).toBe('截止时间未到就已停止收票，请核对服务器时钟');
    expect(titles(locked)).not.toContain('截止时间已过，请截止并计票');
  });

  it('of a locked round offers the count, no reminder and no cancelling', () => {
    const locked = show(room({}, {}, { state: 'locked', lockedAt: now, deadlineAt: now }));
    expect(titles(locked)[0]).toBe('截止时间已过，请截止并计票');
    expect(locked.operations?.acts.map(({ label }) => label)).not.toContain('催办');
    expect(locked.operations?.forms.map(({ action }) => action)).not.toContain('/rounds/r/cancellation');
    expect(actOf(locked, '截止并计票')?.disabled).toBe(false);
  });
});
