import { sql } from '../../../src/database/sql';
import type { Dialect } from '../../../src/database/sql';
import { demoCreditCode } from '../../../src/demo/lead-book';
import type { BookEntry } from '../../../src/demo/lead-book';
import { fairCompetitionRules } from '../../../src/domain/fair-competition/flag-rules';
import { answerRules } from '../../../src/domain/lead/answer-rules';
import { SCOPE_RULES } from '../../../src/domain/lead/scope-rules';
import { interestGrades } from '../../../src/domain/round/interest-grades';
import type { Setting } from '../../../src/domain/settings/setting';
import type { CanonicalValue } from '../../../src/domain/shared/canonical';
import { msOf, toInstant } from '../../../src/domain/shared/instant';
import { PanelsService } from '../../../src/panels/panels.service';
import { AssignmentsService } from '../../../src/rounds/assignments.service';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { CitySettingsQueries } from '../../../src/settings/city-settings.queries';
import { CitySettingsService } from '../../../src/settings/city-settings.service';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import type { Visitor } from '../../support/visitor';

export const accounts = [
  'scout-01',
  'scout-02',
  'secretary-01',
  'host-01',
  'supporter-01',
  'leader-01',
  'leader-02',
  'inspector-01',
  'admin-01',
] as const;
export type Account = (typeof accounts)[number] | 'anonymous' | 'ballot';

/** Something of every kind to point at: in use, over, of somebody else. */
export interface Things {
  draft: string;
  foreignDraft: string;
  queued: string;
  open: OpenRound;
  closed: OpenRound;
  announced: OpenRound;
  planned: string;
  /** A round that is shared out, and ticks that can be applied to it. */
  shared: { id: string; seats: Record<string, string[]> };
  item: string;
  foreignItem: string;
  project: string;
  letter: string;
  mail: string;
  person: string;
  unit: string;
  host: string;
  panel: string;
  seat: string;
  roundSeat: string;
  session: string;
  rubric: string;
  rubricVersion: string;
  receipt: string;
  token: string;
}

/** A city in the middle of its work, with makers of more of whatever a request may use up. */
export class HostileCity {
  private made = 0;
  private readonly visitors = new Map<string, Visitor>();

  private constructor(
    readonly city: TestCity,
    readonly things: Things,
  ) {}

  static async found(dialect: Dialect): Promise<HostileCity> {
    const hostile = new HostileCity(await foundCity(dialect), {} as Things);
    await hostile.arrange();
    return hostile;
  }

  /** The browser of one person, kept over all requests. */
  async as(account: Account): Promise<Visitor> {
    let visitor = this.visitors.get(account);
    if (!visitor) {
      visitor =
        account === 'anonymous'
          ? this.city.app.visitor()
          : account === 'ballot'
            ? await this.city.panelist('panelist-01')
            : await this.city.app.signedIn(account);
      await visitor.csrfToken();
      this.visitors.set(account, visitor);
    }
    return visitor;
  }

  /** Signing out and the like end a browser. */
  forget(account: Account): void {
    this.visitors.delete(account);
  }

  /** A lead like no other, of the scout given. */
  entry(scout = 'scout-01'): BookEntry {
    this.made += 1;
    const book = this.city
      .book()
      .filter(({ body }) => body['investorType'] === 'domesticCompany' && body['chain'] !== 'fine-chemicals');
    const body: BookEntry['body'] = book[this.made % book.length]?.body ?? {};
    const serial = String(this.made);
    return {
      scout,
      body: {
        ...body,
        title: `第${serial}号${String(body['title'])}`,
        investorName: `第${serial}家${String(body['investorName'])}`,
        uscc: demoCreditCode('320506', 700 + this.made),
        registeredRegion: '320506',
        intendedHosts: ['park-ed', 'park-ht'],
        contact: { ...(body['contact'] as object), mobile: `1541${serial.padStart(7, '0')}`, email: '' },
      },
    };
  }

  draft(scout = 'scout-01'): Promise<string> {
    return this.city.acts.draft(this.entry(scout));
  }

  submitted(): Promise<string> {
    return this.city.acts.report(this.entry());
  }

  async queued(): Promise<string> {
    const id = await this.submitted();
    await this.city.acts.decideIntake('secretary-01', id, 'accept');
    return id;
  }

  async planned(): Promise<string> {
    const viewer = await this.city.acts.viewer('secretary-01');
    const [rubric] = await this.city.app.get(RubricsQueries).published();
    const plan = {
      title: '待开启',
      rubricVersionId: rubric?.id ?? '',
      panelId: this.city.city.panelId,
      deadlineAt: this.inDays(5),
      leadIds: [await this.queued()],
    };
    return (await this.city.app.get(RoundsService).plan(viewer, plan)).id;
  }

  private async shared(): Promise<Things['shared']> {
    const id = await this.planned();
    const viewer = await this.city.acts.viewer('secretary-01');
    const perKind = { park: 1, support: 4, institute: 1, enterprise: 1 };
    await this.city.app.get(AssignmentsService).plan(viewer, id, { perKind, most: null });
    const item = await this.id(sql`select id from round_item where round_id = ${id}`);
    const seats = await this.city.app.reader.rows<{ id: string }>(
      sql`select id from seat where panel_id = ${this.city.city.panelId}`,
    );
    return { id, seats: { [item]: seats.map((seat) => seat.id) } };
  }

  async opened(leads = 1): Promise<OpenRound> {
    await this.mildRules();
    const leadIds: string[] = [];
    for (let n = 0; n < leads; n += 1) leadIds.push(await this.queued());
    this.tick();
    const round = { title: '表决中', deadlineAt: this.inDays(5), panelId: this.city.city.panelId, leadIds };
    return { ...round, id: await this.city.acts.openRound('secretary-01', round) };
  }

  /** A form that was taken may have left the city with rules under which no round opens. */
  private async mildRules(): Promise<void> {
    await this.asPreset(answerRules);
    await this.asPreset(fairCompetitionRules);
    await this.asPreset(SCOPE_RULES);
    await this.asPreset(interestGrades);
  }

  private async asPreset<T extends CanonicalValue>(setting: Setting<T>): Promise<void> {
    const { app } = this.city;
    const { value, version } = await app.get(CitySettingsQueries).current(setting);
    if (JSON.stringify(value) === JSON.stringify(setting.preset)) return;
    const admin = await this.city.acts.viewer('admin-01');
    const back = { value: setting.preset, basedOn: version, reason: '恢复预设' };
    await app.get(CitySettingsService).change(admin, setting, back);
  }

  /** Closed, with nothing left to rule on. */
  async settled(): Promise<OpenRound> {
    const round = await this.opened(1);
    await this.city.allVote(round, ['strong']);
    await this.city.acts.close('secretary-01', round.id);
    return round;
  }

  /** Closed, with an item that the chair has to rule on. */
  async closed(): Promise<OpenRound> {
    const round = await this.opened(1);
    await this.city.allVote(round, ['doubtful']);
    await this.city.acts.close('secretary-01', round.id);
    return round;
  }

  async announced(): Promise<OpenRound> {
    const round = await this.settled();
    await this.city.acts.announce('secretary-01', round.id);
    return round;
  }

  /** Mails of the same instant have no order: what is newest needs a later one. */
  tick(): void {
    this.city.app.clock.advance(1);
  }

  inDays(days: number): string {
    return toInstant(msOf(this.city.app.clock.now()) + days * 86_400_000);
  }

  /** The first item of a round. */
  async itemOf(roundId: string): Promise<string> {
    return this.id(sql`select id from round_item where round_id = ${roundId} order by position`);
  }

  /** The newest seat of the panel that is not retired. */
  lastSeat(): Promise<string> {
    const { panel } = this.things;
    return this.id(
      sql`select id from seat where panel_id = ${panel} and retired_at is null order by position desc`,
    );
  }

  async id(statement: ReturnType<typeof sql>): Promise<string> {
    return (await this.city.app.reader.one<{ id: string }>(statement))?.id ?? '';
  }

  close(): Promise<void> {
    return this.city.close();
  }

  /** A panel to be changed at will; the rounds are those of the first. */
  private async secondPanel(): Promise<string> {
    const { people, units } = this.city.city;
    const unitId = units.get('park-ed') ?? '';
    const plan = {
      name: '第二专班',
      chairId: people.get('leader-01') ?? '',
      seats: [{ kind: 'park' as const, unitId }],
    };
    return this.city.app.get(PanelsService).setUp({ personId: null, label: 'test' }, plan);
  }

  private async arrange(): Promise<void> {
    const announced = await this.announced();
    const closed = await this.closed();
    const open = await this.opened(2);
    // The browser of the seat stays in this round, whatever is opened later.
    await this.as('ballot');
    const panel = await this.secondPanel();
    Object.assign(this.things, {
      draft: await this.draft(),
      foreignDraft: await this.draft('scout-02'),
      queued: await this.queued(),
      open,
      closed,
      announced,
      planned: await this.planned(),
      shared: await this.shared(),
      item: await this.itemOf(open.id),
      foreignItem: await this.itemOf(closed.id),
      project: await this.id(sql`select id from project`),
      letter: await this.id(sql`select id from letter where released_at is not null`),
      mail: await this.id(sql`select id from outbox_mail order by id`),
      person: this.city.city.people.get('scout-12') ?? '',
      unit: this.city.city.units.get('office') ?? '',
      host: this.city.city.hosts.get('park-ht') ?? '',
      panel,
      seat: await this.id(sql`select id from seat where panel_id = ${panel} order by position`),
      roundSeat: await this.id(
        sql`select id from round_seat where round_id = ${open.id} order by position desc`,
      ),
      session: '0'.repeat(26),
      rubric: await this.id(sql`select id from rubric`),
      rubricVersion: await this.id(
        sql`select id from rubric_version where rubric_id in (select id from rubric where code = 'manufacturing') and state = 'published'`,
      ),
      receipt: await this.id(sql`select receipt_code as id from ballot_version`),
      token: (await this.city.votingPath('panelist-02')).split('/').at(-1) ?? '',
    });
  }
}
