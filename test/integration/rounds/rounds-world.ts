import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SetClock } from '../../../src/clock/clock';
import { Reader } from '../../../src/database/reader';
import { sql, type Dialect, type Sql } from '../../../src/database/sql';
import { UnitOfWork } from '../../../src/database/unit-of-work';
import type { Role, Viewer } from '../../../src/domain/access/viewer';
import type { PanelKind, SeatFunction } from '../../../src/domain/rubric/panel-kind';
import { Verifier } from '../../../src/ledger/verifier';
import { MailBodies } from '../../../src/mail/mail-body';
import { OutboxMail } from '../../../src/mail/outbox-mail.entity';
import { PanelsService } from '../../../src/panels/panels.service';
import { PeopleQueries } from '../../../src/people/people.queries';
import { PeopleService } from '../../../src/people/people.service';
import { SessionsService } from '../../../src/people/sessions.service';
import { RemindersService } from '../../../src/rounds/reminders.service';
import type { RoundPlan } from '../../../src/rounds/round-plans';
import type { RoundSeat } from '../../../src/rounds/round.entity';
import { RoundsQueries } from '../../../src/rounds/rounds.queries';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { RubricsService } from '../../../src/rubrics/rubrics.service';
import { Visitor } from '../../support/visitor';
import { putLead, type LeadWish } from './queued-leads';
import { startRoundsApp } from './rounds-app';

export { startOfTests } from './rounds-app';
/** Thursday 2026-03-26, 18:00 in Beijing. */
export const deadline = '2026-03-26T10:00:00.000Z';

const program = { personId: null, label: '测试' };

export interface MailSent {
  to: string;
  kind: string;
  subject: string;
  text: string;
  html: string;
  state: string;
}

export type SeatWish = { kind: PanelKind; function?: SeatFunction; holderRoles?: Role[]; locale?: 'en' };

/** Two seats of each kind, one of them for ecology: quorum 6 of 8. */
export const eightSeats: readonly SeatWish[] = [
  { kind: 'park' },
  { kind: 'park' },
  { kind: 'support', function: 'ecology' },
  { kind: 'support' },
  { kind: 'institute' },
  { kind: 'institute' },
  { kind: 'enterprise' },
  { kind: 'enterprise' },
];

/** The program up to rounds on a fresh database, with a secretariat, and what a round is made of. */
export class RoundsWorld {
  secretary!: Viewer;
  second!: Viewer;
  unitId!: string;
  private made = 0;

  constructor(
    readonly app: NestFastifyApplication,
    readonly clock: SetClock,
  ) {}

  get<T>(Type: abstract new (...args: never[]) => T): T {
    return this.app.get(Type as never, { strict: false });
  }

  get reader(): Reader {
    return this.app.get(Reader);
  }

  get work(): UnitOfWork {
    return this.app.get(UnitOfWork);
  }

  get rounds(): RoundsService {
    return this.get(RoundsService);
  }

  get reminders(): RemindersService {
    return this.get(RemindersService);
  }

  get queries(): RoundsQueries {
    return this.get(RoundsQueries);
  }

  async found(): Promise<void> {
    this.unitId = await this.get(PeopleService).addUnit(program, {
      code: 'office',
      name: '专班秘书处',
      kind: 'office',
    });
    this.secretary = await this.person('宋知行', ['secretariat']);
    this.second = await this.person('沈若宁', ['secretariat']);
    await this.work.run((tx) => this.get(RubricsService).publishPresets(tx, program));
  }

  /** A person with the given roles, as a viewer. */
  async person(name: string, roles: Role[], locale: 'zh-CN' | 'en' | null = null): Promise<Viewer> {
    this.made += 1;
    const account = `person-${this.made}`;
    const email = `${account}@yijiang.example`;
    const { unitId } = this;
    const given = { account, name, post: '科长', email, unitId, roles, locale };
    const personId = await this.get(PeopleService).addPerson(program, given);
    return { personId, account, name, unitId, unitName: '专班秘书处', roles, locale: locale ?? 'zh-CN' };
  }

  /** A panel with a holder in each seat. @returns its id and the holders in the order of the seats */
  async panel(
    wishes: readonly SeatWish[] = eightSeats,
  ): Promise<{ id: string; holders: Viewer[]; chair: Viewer }> {
    const chair = await this.person('组长', ['leadingGroup']);
    const holders: Viewer[] = [];
    const units: string[] = [];
    for (const [at, { kind, holderRoles = ['panelist'] as Role[], locale }] of wishes.entries()) {
      units.push(
        await this.get(PeopleService).addUnit(program, {
          code: `u${this.made}-${at}`,
          name: `单位${at + 1}`,
          kind: 'department',
        }),
      );
      holders.push(await this.person(`成员${at + 1}${kind}`, holderRoles, locale ?? null));
    }
    const seats = wishes.map((wish, at) => ({
      kind: wish.kind,
      function: wish.function ?? null,
      unitId: units[at] ?? '',
      holderId: holders[at]?.personId ?? null,
    }));
    const name = `预审专班${this.made}`;
    const id = await this.work.run((tx) =>
      this.get(PanelsService).create(tx, { name, chairId: chair.personId, seats }, program),
    );
    return { id, holders, chair };
  }

  /** Leads that wait for a round, each with one submitted revision. @returns their ids */
  async leads(count: number, given: Omit<Partial<LeadWish>, 'number'> = {}): Promise<string[]> {
    const scout = given.scout ?? (await this.person('招商人', ['scout']));
    return this.work.run(async (tx) => {
      const made: string[] = [];
      for (let n = 0; n < count; n += 1) {
        this.made += 1;
        made.push(
          await putLead(tx, this, {
            track: 'manufacturing',
            state: 'queued',
            ...given,
            scout,
            number: this.made,
          }),
        );
      }
      return made;
    });
  }

  async rubric(code = 'manufacturing'): Promise<string> {
    const found = (await this.get(RubricsQueries).published()).find((card) => card.code === code);
    return found?.id ?? '';
  }

  async planOf(
    panelId: string,
    leadIds: readonly string[],
    changes: Partial<RoundPlan> = {},
  ): Promise<RoundPlan> {
    const rubricVersionId = await this.rubric();
    return { title: '三月第一批', rubricVersionId, panelId, deadlineAt: deadline, leadIds, ...changes };
  }

  async planned(
    items = 3,
    seats: readonly SeatWish[] = eightSeats,
  ): Promise<{ id: string; leadIds: string[]; holders: Viewer[] }> {
    const { id: panelId, holders } = await this.panel(seats);
    const leadIds = await this.leads(items);
    const { id } = await this.rounds.plan(this.secretary, await this.planOf(panelId, leadIds));
    return { id, leadIds, holders };
  }

  async opened(
    items = 3,
    seats: readonly SeatWish[] = eightSeats,
  ): Promise<{ id: string; leadIds: string[]; holders: Viewer[]; roll: RoundSeat[] }> {
    const round = await this.planned(items, seats);
    await this.rounds.open(this.secretary, round.id);
    return { ...round, roll: await this.queries.roll(this.reader, round.id) };
  }

  /** The given seats cast on every item, as ballots would note it. */
  async castAll(roundId: string, seats: readonly RoundSeat[]): Promise<void> {
    const items = await this.queries.items(this.reader, roundId);
    await this.work.run(async (tx) => {
      await this.rounds.lockForVote(tx, roundId);
      for (const seat of seats) {
        for (const item of items) await this.rounds.noteCast(tx, seat.id, item.id, this.clock.now());
      }
    });
  }

  /** Mails of the outbox in the order in which they were queued. */
  async mails(roundId: string): Promise<MailSent[]> {
    const rows = await this.reader.find(OutboxMail, sql`where round_id = ${roundId} order by id`);
    return rows.map((row) => {
      const body = this.get(MailBodies).open(row.id, row.bodySealed);
      const { toAddress: to, kind, subject, state } = row;
      return { to, kind, subject, text: body?.text ?? '', html: body?.html ?? '', state };
    });
  }

  async count(statement: Sql): Promise<number> {
    const row = await this.reader.one<{ n: number | string }>(statement);
    return Number(row?.n ?? 0);
  }

  /** What `verify` finds wrong. */
  async problems(): Promise<string[]> {
    const report = await this.get(Verifier).verify(this.reader);
    return report.problems.map(({ what, subject }) => `${what} ${subject}`);
  }

  async signedIn(person: Viewer): Promise<Visitor> {
    const known = await this.get(PeopleQueries).byAccount(person.account);
    const { token } = await this.work.run((tx) =>
      this.get(SessionsService).openForPerson(tx, known?.id ?? '', 'test'),
    );
    const visitor = new Visitor((options) => this.app.inject(options));
    visitor.setCookie('session', token);
    return visitor;
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

export async function roundsWorld(dialect: Dialect): Promise<RoundsWorld> {
  const { app, clock } = await startRoundsApp(dialect);
  const world = new RoundsWorld(app, clock);
  await world.found();
  return world;
}
