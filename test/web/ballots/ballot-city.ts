import type { BallotViewer, Role, Viewer } from '../../../src/domain/access/viewer';
import { PANEL_KINDS, type PanelKind, type SeatFunction } from '../../../src/domain/rubric/panel-kind';
import { sql } from '../../../src/database/sql';
import { manufacturing } from '../../../src/domain/rubric/manufacturing';
import type { RubricContent } from '../../../src/domain/rubric/rubric-content';
import { canonical } from '../../../src/domain/shared/canonical';
import { HostsService } from '../../../src/hosts/hosts.service';
import { LeadIntakeService } from '../../../src/leads/lead-intake.service';
import { LeadSubmissionsService } from '../../../src/leads/lead-submissions.service';
import { MailBodies } from '../../../src/mail/mail-body';
import { OutboxMail } from '../../../src/mail/outbox-mail.entity';
import { PanelsService } from '../../../src/panels/panels.service';
import { PeopleQueries } from '../../../src/people/people.queries';
import { PeopleService } from '../../../src/people/people.service';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { RubricsService } from '../../../src/rubrics/rubrics.service';
import { demoPolicies } from '../../../src/demo/demo-policies';
import { PoliciesService } from '../../../src/fair-competition/policies.service';
import samples from '../../support/data/sample-leads.json';
import type { TestApp } from '../../support/app';
import type { Visitor } from '../../support/visitor';

const actor = { personId: null, label: 'test' };

/** A Wednesday evening eight days after the tests begin. */
export const deadline = '2026-03-25T10:00:00.000Z';

export interface CitySeat extends BallotViewer {
  readonly kind: PanelKind;
  readonly unitName: string;
  readonly email: string;
  readonly token: string;
}

export interface CityItem {
  readonly id: string;
  readonly title: string;
  readonly position: number;
}

/** What the secretariat does to the planned round before it opens it. */
export type Preparation = (secretary: Viewer, roundId: string) => Promise<void>;

/** A city with a panel of ten and a round that has just been opened, all through the services. */
export class BallotCity {
  private constructor(
    readonly app: TestApp,
    readonly roundId: string,
    readonly seats: readonly CitySeat[],
    readonly items: readonly CityItem[],
  ) {}

  /** `tweak` changes the content of the manufacturing rubric before the round is planned. */
  static async open(
    app: TestApp,
    leadCount = 3,
    prepare?: Preparation,
    tweak: (content: RubricContent) => RubricContent = (content) => content,
    roll: RollPlan = panel,
  ): Promise<BallotCity> {
    const people = app.get(PeopleService);
    const unit = (
      code: string,
      name: string,
      kind: 'department' | 'park' | 'institute' | 'enterprise' | 'office',
    ) => people.addUnit(actor, { code, name, kind });
    const person = (account: string, unitId: string, roles: Role[]) =>
      people.addPerson(actor, {
        account,
        name: `${account}某`,
        post: '科长',
        email: `${account}@city.example`,
        mobile: null,
        unitId,
        roles,
      });
    const office = await unit('office', '市投资促进局', 'office');
    await person('secretary-01', office, ['secretariat']);
    await person('scout-01', await unit('outpost', '驻苏南突击队', 'department'), ['scout']);
    const chair = await person('leader-01', office, ['leadingGroup']);
    const seats = await Promise.all(
      roll.map(async ([code, name, kind, duty], at) => {
        const unitKind = kind === 'support' ? 'department' : kind;
        const unitId = await unit(code, name, unitKind);
        const holderId = await person(`panelist-${at + 1}`, unitId, ['panelist']);
        return { kind, unitId, function: duty, holderId };
      }),
    );
    for (const host of samples.hosts)
      await app.get(HostsService).register(actor, { ...host, kind: host.kind as 'park', unitId: null });
    const panelId = await app.work.run(async (tx) => {
      await app.get(RubricsService).publishPresets(tx, actor);
      const changed = canonical(tweak(manufacturing));
      await tx.run(
        sql`update rubric_version set content = ${changed} where rubric_id in
              (select id from rubric where code = 'manufacturing') and state = 'published'`,
      );
      return app.get(PanelsService).create(tx, { name: '预审专班', chairId: chair, seats }, actor);
    });
    const secretary = await viewerOf(app, 'secretary-01');
    for (const policy of demoPolicies) await app.get(PoliciesService).add(secretary, policy, '按公报登记');
    return BallotCity.openRound(app, panelId, await leadsOf(app, leadCount), prepare);
  }

  /** Another round of the same panel, with leads that are queued. */
  static async openRound(
    app: TestApp,
    panelId: string,
    leadIds: readonly string[],
    prepare?: Preparation,
  ): Promise<BallotCity> {
    const secretary = await viewerOf(app, 'secretary-01');
    const rubrics = await app.get(RubricsQueries).published();
    const rubricVersionId = rubrics.find(({ code }) => code === 'manufacturing')?.id ?? '';
    const plan = { title: '三月第二批', rubricVersionId, panelId, deadlineAt: deadline, leadIds };
    const { id } = await app.get(RoundsService).plan(secretary, plan);
    await prepare?.(secretary, id);
    await app.get(RoundsService).open(secretary, id);
    const items = await app.reader.rows<CityItem>(
      sql`select item.id, item.position, lead.title from round_item item join lead on lead.id = item.lead_id
          where item.round_id = ${id} order by item.position`,
    );
    return new BallotCity(app, id, await seatsOf(app, id), items);
  }

  seat(kind: PanelKind): CitySeat {
    const seat = this.seats.find((one) => one.kind === kind);
    if (!seat) throw new Error(`no seat of ${kind}`);
    return seat;
  }

  item(position: number): CityItem {
    const item = this.items[position - 1];
    if (!item) throw new Error(`no item ${position}`);
    return item;
  }

  /** A browser that has pressed the button behind the seat's link. */
  async enter(seat: CitySeat): Promise<Visitor> {
    const visitor = this.app.visitor();
    await visitor.post(`/v/${seat.token}`);
    return visitor;
  }

  count(table: string): Promise<number> {
    return this.app.reader
      .one<{ n: number | string }>(sql`select count(*) as n from ${sql.raw(table)}`)
      .then((row) => Number(row?.n));
  }

  /** Mails to a seat of one kind, oldest first, with their text. */
  async mails(email: string, kind: string): Promise<{ subject: string; text: string; html: string }[]> {
    return mailsTo(this.app, email, kind);
  }
}

/** Unit, its name, the kind of the seat, its function. */
export type RollPlan = readonly (readonly [string, string, PanelKind, SeatFunction | null])[];

/** So many seats, of each kind in turn. */
export const rollOfSeats = (seats: number): RollPlan =>
  Array.from({ length: seats }, (_, at) => [
    `unit-${at + 1}`,
    `单位${at + 1}`,
    PANEL_KINDS[at % PANEL_KINDS.length] ?? 'park',
    null,
  ]);

const panel: RollPlan = [
  ['park-ed', '经济技术开发区', 'park', null],
  ['park-ht', '高新技术产业开发区', 'park', null],
  ['nr', '市自然资源和规划局', 'support', 'naturalResources'],
  ['ee', '市生态环境局', 'support', 'ecology'],
  ['em', '市应急管理局', 'support', 'emergency'],
  ['dr', '市发展和改革委员会', 'support', 'development'],
  ['inst-1', '宜江学院', 'institute', null],
  ['inst-2', '省陶瓷研究院', 'institute', null],
  ['ent-1', '江汽零部件公司', 'enterprise', null],
  ['ent-2', '云岭铝业公司', 'enterprise', null],
];

/** Leads of the samples that go in and belong to one track. */
const usable = ['S01', 'S04', 'S05', 'S06', 'S07', 'S09'];

async function leadsOf(app: TestApp, count: number): Promise<string[]> {
  const scout = await viewerOf(app, 'scout-01');
  const secretary = await viewerOf(app, 'secretary-01');
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const sample = samples.leads.find(({ id }) => id === usable[n % usable.length]);
    const again = Math.floor(n / usable.length);
    const body = { ...sample, intendedHosts: ['park-ht', 'park-ed'] } as Record<string, unknown>;
    if (again > 0) {
      Object.assign(body, { title: `${String(body['title'])}${again}期`, uscc: null, investorType: 'team' });
      Object.assign(body, {
        investorName: `第${n}支团队`,
        usccAbsentReason: '尚未注册',
        registeredRegion: null,
      });
      Object.assign(body, {
        contact: { name: `联系${n}`, title: '经理', mobile: `154000${10000 + n}`, noticeGiven: true },
      });
    }
    const result = await app.get(LeadSubmissionsService).saveAndSubmit(scout, null, body, {});
    if (!result.submitted) throw new Error(`${String(body['id'])}: ${JSON.stringify(result.problems)}`);
    await app
      .get(LeadIntakeService)
      .decide(secretary, result.leadId, { verdict: 'accept', reason: '', mergeInto: '' });
    ids.push(result.leadId);
  }
  return ids;
}

export async function viewerOf(app: TestApp, account: string): Promise<Viewer> {
  const person = await app.get(PeopleQueries).byAccount(account);
  if (!person) throw new Error(`nobody is ${account}`);
  const { id: personId, name, unitId, unitName, roles } = person;
  return { sessionId: '', personId, account, name, unitId, unitName, roles, locale: 'zh-CN' } as Viewer;
}

async function seatsOf(app: TestApp, roundId: string): Promise<CitySeat[]> {
  const rows = await app.reader.rows<Omit<CitySeat, 'token'>>(
    sql`select round_seat.id as "roundSeatId", round_seat.round_id as "roundId", round_seat.kind,
          round_seat.unit_name as "unitName", person.id as "personId", person.email, mailed_link.id as "linkId"
        from round_seat join person on person.id = round_seat.holder_id
          join mailed_link on mailed_link.round_seat_id = round_seat.id
        where round_seat.round_id = ${roundId} order by round_seat.position`,
  );
  return Promise.all(
    rows.map(async (row) => {
      const [mail] = (await mailsTo(app, row.email, 'round.invitation')).slice(-1);
      const token = /\/v\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
      return { ...row, token, sessionId: 'session of the test' } as CitySeat;
    }),
  );
}

async function mailsTo(
  app: TestApp,
  email: string,
  kind: string,
): Promise<{ subject: string; text: string; html: string }[]> {
  const rows = await app.reader.find(
    OutboxMail,
    sql`where to_address = ${email} and kind = ${kind} order by created_at, id`,
  );
  return rows.map((row) => ({
    subject: row.subject,
    ...(app.get(MailBodies).open(row.id, row.bodySealed) ?? { text: '', html: '' }),
  }));
}

/** A valid ballot of a kind under the manufacturing rubric. */
export function ballotOf(kind: PanelKind, change: Record<string, unknown> = {}): Record<string, unknown> {
  const codes: Record<PanelKind, string[]> = {
    park: [
      'industryFit',
      'investorStrength',
      'investIntensity',
      'taxPerMu',
      'elementFeasibility',
      'employment',
    ],
    support: [
      'investIntensity',
      'taxPerMu',
      'energyCarbon',
      'environmentSafety',
      'elementFeasibility',
      'employment',
    ],
    institute: ['technology', 'energyCarbon'],
    enterprise: ['industryFit', 'investorStrength', 'technology'],
  };
  return {
    intent: 'cast',
    idempotencyKey: 'key-1',
    scores: Object.fromEntries(codes[kind].map((code) => [code, '4'])),
    vote: 'agree',
    comment: '',
    note: '',
    ...change,
  };
}
