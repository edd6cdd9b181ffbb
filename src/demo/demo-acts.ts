import { Injectable } from '@nestjs/common';
import { BallotsService } from '../ballots/ballots.service';
import { RecusalsService } from '../ballots/recusals.service';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { BallotViewer, Viewer } from '../domain/access/viewer';
import { criteriaFor } from '../domain/rubric/rubric-content';
import { PANEL_KINDS, type PanelKind } from '../domain/rubric/panel-kind';
import type { Instant } from '../domain/shared/instant';
import { LeadAnswersService } from '../leads/lead-answers.service';
import { LeadDraftsService } from '../leads/lead-drafts.service';
import { LeadIntakeService } from '../leads/lead-intake.service';
import { LeadSubmissionsService } from '../leads/lead-submissions.service';
import { LeadsService } from '../leads/leads.service';
import { LinkFetches } from '../links/link-fetches';
import { Links } from '../links/links.service';
import { PeopleQueries } from '../people/people.queries';
import { AnnouncementsService } from '../results/announcements.service';
import { ResultsQueries } from '../results/results.queries';
import { RoundClosuresService } from '../results/round-closures.service';
import { RulingsService } from '../results/rulings.service';
import { RoundsService } from '../rounds/rounds.service';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { demoBallot, type Fortune } from './demo-votes';
import type { BookEntry } from './lead-book';

interface SeatRow extends BallotViewer {
  kind: PanelKind;
}

/** What the people of the demo city do, one method an act, each through the service that a page would call. */
@Injectable()
export class DemoActs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly links: Links,
    private readonly fetches: LinkFetches,
    private readonly people: PeopleQueries,
    private readonly drafts: LeadDraftsService,
    private readonly submissions: LeadSubmissionsService,
    private readonly intake: LeadIntakeService,
    private readonly leads: LeadsService,
    private readonly answers: LeadAnswersService,
    private readonly rubrics: RubricsQueries,
    private readonly rounds: RoundsService,
    private readonly ballots: BallotsService,
    private readonly recusals: RecusalsService,
    private readonly closures: RoundClosuresService,
    private readonly results: ResultsQueries,
    private readonly rulings: RulingsService,
    private readonly announcements: AnnouncementsService,
  ) {}

  /** @throws where nobody has the account */
  async viewer(account: string): Promise<Viewer> {
    const person = await this.people.byAccount(account);
    if (!person) throw new Error(`Nobody has the account ${account}`);
    const { id: personId, name, unitId, unitName, roles } = person;
    return { personId, account, name, unitId, unitName, roles, locale: person.locale ?? 'zh-CN' };
  }

  /** Saves a draft and leaves it at that. */
  async draft({ scout, body }: BookEntry): Promise<string> {
    const saved = await this.drafts.create(await this.viewer(scout), body);
    if (!saved.saved) throw new Error(`A demo draft was refused: ${JSON.stringify(saved.problems)}`);
    return saved.leadId;
  }

  /** Reports a lead. @throws where the demo data break a rule of the form */
  async report(entry: BookEntry): Promise<string> {
    const leadId = await this.draft(entry);
    const result = await this.submissions.submit(await this.viewer(entry.scout), leadId);
    if (!result.submitted)
      throw new Error(`${String(entry.body['title'])}: ${JSON.stringify(result.problems)}`);
    return leadId;
  }

  async decideIntake(
    secretary: string,
    leadId: string,
    verdict: 'accept' | 'return' | 'merge' | 'reject',
    reason = '',
    mergeInto = '',
  ): Promise<void> {
    await this.intake.decide(await this.viewer(secretary), leadId, { verdict, reason, mergeInto });
  }

  async withdraw(leadId: string, reason: string): Promise<void> {
    const lead = await this.reader.one<{ account: string }>(
      sql`select person.account from lead join person on person.id = lead.scout_id where lead.id = ${leadId}`,
    );
    await this.leads.withdraw(await this.viewer(lead?.account ?? ''), leadId, reason);
  }

  /** The number under which a lead was reported, by its title. */
  async numberOf(title: string): Promise<string> {
    const found = sql`select number from lead where title = ${title}`;
    return (await this.reader.one<{ number: string }>(found))?.number ?? '';
  }

  /** The park's word and the departments' figures before a round. */
  async answer(leadId: string, { body }: BookEntry, parkAccount: string, landBy: string): Promise<void> {
    const firm = Number(body['landMu']) > 0;
    await this.answers.stateAsHost(await this.viewer(parkAccount), leadId, {
      verdict: Number(body['energyTce']) > 8000 ? 'conditional' : 'accept',
      reasonCode: Number(body['energyTce']) > 8000 ? 'energyShort' : null,
      text: firm ? '园区有净地可供，愿意承接，已安排招商一部对接。' : '标准厂房有空置，愿意承接。',
      conditions: [{ text: '取得节能审查意见后方可开工', dueOn: landBy }],
    });
    if (!firm) return;
    const given = { quantity: String(body['landMu']), unit: '亩' };
    await this.answers.answerElement(await this.viewer('supporter-01'), leadId, {
      ...given,
      element: 'land',
      verdict: 'yes',
      availableOn: landBy,
      text: '净地，规划为工业用地。',
    });
  }

  async openRound(
    secretary: string,
    round: { title: string; deadlineAt: Instant; panelId: string; leadIds: string[] },
  ): Promise<string> {
    const viewer = await this.viewer(secretary);
    const rubric = (await this.rubrics.published()).find(({ code }) => code === 'manufacturing');
    if (!rubric) throw new Error('The manufacturing rubric has not been published');
    const { id } = await this.rounds.plan(viewer, { ...round, rubricVersionId: rubric.id });
    await this.rounds.open(viewer, id);
    return id;
  }

  /** One seat votes on the given items; `fortune` says how each lead fares. */
  async vote(
    roundId: string,
    seatAt: number,
    items: readonly { leadId: string; fortune: Fortune }[],
    chance: () => number,
  ): Promise<void> {
    const seat = await this.seat(roundId, seatAt);
    await this.work.run((tx) => this.links.use(tx, seat.linkId));
    const rubric = await this.rubricOf(roundId);
    const criteria = criteriaFor(rubric, seat.kind);
    for (const { leadId, fortune } of items) {
      const itemId = await this.itemOf(roundId, leadId);
      const typed = demoBallot(fortune, seatAt, criteria, chance);
      const result = await this.ballots.cast(seat, { itemId, typed, key: null, device: '演示' });
      if (!result.taken) throw new Error(`A demo ballot was refused: ${JSON.stringify(result.problems)}`);
    }
  }

  async recuse(roundId: string, seatAt: number, leadId: string, reason: string): Promise<void> {
    const seat = await this.seat(roundId, seatAt);
    await this.recusals.recuse(seat, {
      itemId: await this.itemOf(roundId, leadId),
      reason,
      key: null,
      device: '演示',
    });
  }

  async saveDraftBallot(roundId: string, seatAt: number, leadId: string): Promise<void> {
    const seat = await this.seat(roundId, seatAt);
    const typed = {
      scores: {},
      na: {},
      reasons: {},
      vote: '',
      comment: '先看过材料，等用地答复补齐后再投。',
      note: '',
    };
    await this.ballots.saveDraft(seat, await this.itemOf(roundId, leadId), typed);
  }

  /** A mail gateway looks at the link of a seat before its holder does. */
  async prefetch(roundId: string, seatAt: number): Promise<void> {
    const { linkId } = await this.seat(roundId, seatAt);
    const userAgent = 'Mozilla/5.0 (compatible; Mail Security Scanner)';
    const seen = { linkId, address: '', userAgent, purpose: '', device: 'other/automatic' };
    for (const method of ['HEAD', 'GET'] as const) this.fetches.note({ ...seen, method });
    await this.fetches.flush();
  }

  async close(secretary: string, roundId: string): Promise<void> {
    await this.closures.close(await this.viewer(secretary), roundId);
  }

  /** The chair rules on every borderline item, in the order of the choices given. */
  async ruleOnDoubts(
    chairAccount: string,
    roundId: string,
    choices: readonly ('consult' | 'resubmit' | 'defer')[],
  ): Promise<void> {
    const chair = await this.viewer(chairAccount);
    const { items } = await this.results.round(chair, roundId);
    const doubts = items.filter(({ outcome }) => outcome.computed === 'borderline');
    for (const [at, { outcome }] of doubts.entries()) {
      const choice = choices[at % choices.length] ?? 'consult';
      const materials = choice === 'resubmit' ? ['近两年审计报告', '能耗测算', '客户意向材料'] : [];
      await this.rulings.rule(chair, roundId, outcome.itemId, {
        choice,
        reason: rulingReasons[choice],
        materials,
      });
    }
  }

  async announce(secretary: string, roundId: string): Promise<void> {
    await this.announcements.announce(await this.viewer(secretary), roundId);
  }

  private async seat(roundId: string, seatAt: number): Promise<SeatRow> {
    const seat = await this.reader.one<SeatRow>(
      sql`select mailed_link.id as "linkId", round_seat.round_id as "roundId", round_seat.id as "roundSeatId",
            mailed_link.person_id as "personId", round_seat.kind
          from round_seat join mailed_link on mailed_link.round_seat_id = round_seat.id and mailed_link.revoked_at is null
          where round_seat.round_id = ${roundId} and round_seat.position = ${seatAt + 1}
          order by mailed_link.id desc limit 1`,
    );
    if (!seat || !PANEL_KINDS.includes(seat.kind)) throw new Error(`The demo round has no seat ${seatAt}`);
    return seat;
  }

  private async itemOf(roundId: string, leadId: string): Promise<string> {
    const row = await this.reader.one<{ id: string }>(
      sql`select id from round_item where round_id = ${roundId} and lead_id = ${leadId}`,
    );
    if (!row) throw new Error('The lead is not in the demo round');
    return row.id;
  }

  private async rubricOf(roundId: string) {
    const row = await this.reader.one<{ id: string }>(
      sql`select rubric_version_id as id from round where id = ${roundId}`,
    );
    const version = await this.rubrics.version(row?.id ?? '');
    if (!version) throw new Error('The demo round has no rubric');
    return version.content;
  }
}

const rulingReasons = {
  consult: '意见分歧集中在能耗和用地，请相关部门会商后提出一致意见。',
  resubmit: '材料不足以判断，请补充审计报告、能耗测算和客户意向后再审。',
  defer: '项目方向可行，时机未到，待上级规划明确后再议。',
};
