import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { answerRules } from '../domain/lead/answer-rules';
import type { SeatVoter } from '../domain/round/seat-voter';
import type { Instant } from '../domain/shared/instant';
import type { WorkCalendar } from '../domain/shared/workdays';
import { FairCompetitionQueries, type LeadGate } from '../fair-competition/fair-competition.queries';
import type { Refusal } from '../domain/shared/refusal';
import { ElementsQueries, type BatchAccount } from '../elements/elements.queries';
import { LeadChangesQueries, type ChangedLead } from '../leads/lead-changes.queries';
import { LeadStandingQueries, type HostsStanding } from '../leads/lead-standing.queries';
import { LeadsQueries, type LeadCard } from '../leads/leads.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import type { MailState } from '../mail/outbox-mail.entity';
import { ChairsQueries, type ItemChair } from '../chairs/chairs.queries';
import { PanelsQueries, type PanelRead } from '../panels/panels.queries';
import { RubricsQueries, type RubricVersionRead, type RuleSetRead } from '../rubrics/rubrics.queries';
import type { AssignmentRow } from './assignment.entity';
import { AssignmentsQueries } from './assignments.queries';
import { InterestsQueries } from './interests.queries';
import { RoomPapers, type WaitingPaper } from './room-papers.queries';
import { RoomVetoes, type RoomVeto } from './room-vetoes.queries';
import { obsoleteOnceEnded } from './round-mails';
import type { RoundRequest } from './round-request.entity';
import type { Round, RoundAct, RoundItem, RoundSeat, Turnout } from './round.entity';
import { RoundsQueries } from './rounds.queries';
import { type SeatLink, SeatTracesQueries } from './seat-traces.queries';
import { SeatVotersQueries, votersOf } from './seat-voters.queries';
import { TwoPersonRequests } from './two-person-requests';

/** The newest mail of the round to a person. */
export interface SeatMail {
  readonly personId: string;
  readonly state: MailState;
  readonly at: Instant;
}

/** Everything the round room shows. What was cast is not among it. */
export interface Room {
  readonly round: Round;
  readonly rubric: RubricVersionRead;
  readonly rules: RuleSetRead;
  readonly panel: PanelRead;
  readonly items: readonly { item: RoundItem; lead: LeadCard | null }[];
  readonly roll: readonly RoundSeat[];
  /** Who votes for each seat, by its id on the roll. */
  readonly voters: ReadonlyMap<string, SeatVoter>;
  readonly turnout: readonly Turnout[];
  readonly acts: readonly RoundAct[];
  readonly links: ReadonlyMap<string, SeatLink>;
  readonly mails: ReadonlyMap<string, SeatMail>;
  readonly calendar: WorkCalendar;
  /** What waits for its second person. */
  readonly request: RoundRequest | null;
  /** For the secretariat alone until the round is counted; empty for anybody else. */
  readonly vetoes: readonly RoomVeto[];
  /** Ballots on paper that wait for their second person; for the secretariat alone. */
  readonly papers: readonly WaitingPaper[];
  /** Items over which nobody is left to preside; while there is something to preside over. */
  readonly orphaned: readonly ItemChair[];
  /** Leads whose key figures have changed since the round opened; while the votes are not counted. */
  readonly changed: readonly ChangedLead[];
  /** How a planned round is shared out; null where everybody judges everything, and once the round is open. */
  readonly assignment: Pick<AssignmentRow, 'appliedAt'> | null;
  /** Serious interests that nobody has confirmed or dismissed; 0 once the round has been opened. */
  readonly interestsOpen: number;
  /** What the leads of a planned round ask for, by lead, and why that holds the opening up. */
  readonly gate: { readonly refusal: Refusal | null; readonly gates: ReadonlyMap<string, LeadGate> };
  /** What the hosts of the leads have said; of a planned round alone. */
  readonly hosts: readonly HostsStanding[];
  /** The city wants every host's word before a round opens. */
  readonly needsStatements: boolean;
  /** What the batch would use together; null once the round is counted or called off. */
  readonly elements: BatchAccount | null;
}

/** Reads the round room, in the same number of statements for 1 or 20 items and 4 or 60 seats. */
@Injectable()
export class RoundRoomQueries {
  constructor(
    private readonly reader: Reader,
    private readonly calendars: Calendars,
    private readonly rounds: RoundsQueries,
    private readonly leads: LeadsQueries,
    private readonly panels: PanelsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly changes: LeadChangesQueries,
    private readonly requests: TwoPersonRequests,
    private readonly assignments: AssignmentsQueries,
    private readonly interests: InterestsQueries,
    private readonly traces: SeatTracesQueries,
    private readonly vetoes: RoomVetoes,
    private readonly papers: RoomPapers,
    private readonly voters: SeatVotersQueries,
    private readonly gate: FairCompetitionQueries,
    private readonly standing: LeadStandingQueries,
    private readonly settings: CitySettingsQueries,
    private readonly elements: ElementsQueries,
    private readonly chairs: ChairsQueries,
  ) {}

  async room(viewer: Viewer, id: string): Promise<Room | null> {
    const round = await this.rounds.round(this.reader, id);
    if (round === null) return null;
    const items = await this.rounds.items(this.reader, id);
    const [
      cards,
      rubric,
      rules,
      panel,
      roll,
      turnout,
      acts,
      links,
      mails,
      calendar,
      assignment,
      vetoes,
      papers,
      handovers,
    ] = await Promise.all([
      this.leads.cards(
        this.reader,
        items.map(({ leadId }) => leadId),
      ),
      this.rubrics.version(round.rubricVersionId),
      this.rubrics.ruleSet(round.ruleSetVersionId),
      this.panels.panel(round.panelId),
      this.rounds.roll(this.reader, id),
      this.rounds.turnout(this.reader, id),
      this.rounds.acts(this.reader, id),
      this.traces.ofRound(id),
      this.mails(id),
      this.calendars.current(),
      round.state === 'planned' ? this.assignments.plan(this.reader, id) : null,
      holds(viewer, 'secretariat') ? this.vetoes.ofRound(this.reader, id) : [],
      holds(viewer, 'secretariat') ? this.papers.ofRound(this.reader, id) : [],
      this.voters.handovers(this.reader, id),
    ]);
    if (rubric === null || rules === null || panel === null)
      throw new Error(`round ${round.number} is incomplete`);
    const agenda = items.map((item) => ({ item, lead: cards.get(item.leadId) ?? null }));
    const now = await this.nowOf(round, panel, items);
    const gate =
      round.state === 'planned' ? await this.gate.ofRound(this.reader, [...cards.values()]) : openGate;
    const interestsOpen = round.state === 'planned' ? await this.interests.undecided(this.reader, round) : 0;
    return {
      ...{ round, rubric, rules, panel, items: agenda, roll, turnout, acts, links, mails, calendar },
      voters: votersOf(roll, handovers),
      assignment,
      ...{ vetoes, papers },
      interestsOpen,
      gate,
      ...(await this.hostsOf(round, items)),
      elements: await this.elementsOf(round, items),
      ...now,
    };
  }

  private async elementsOf({ state }: Round, items: readonly RoundItem[]): Promise<BatchAccount | null> {
    if (state !== 'planned' && state !== 'open' && state !== 'locked') return null;
    return this.elements.ofBatch(items.map(({ leadId }) => leadId));
  }

  private async hostsOf(
    { state }: Round,
    items: readonly RoundItem[],
  ): Promise<Pick<Room, 'hosts' | 'needsStatements'>> {
    if (state !== 'planned') return { hosts: [], needsStatements: false };
    const leadIds = items.map(({ leadId }) => leadId);
    const rules = await this.settings.value(answerRules);
    return {
      hosts: await this.standing.ofLeads(this.reader, leadIds),
      needsStatements: rules.openingNeedsStatements === 1,
    };
  }

  /** What concerns a round that is being voted on, waits for its count or for its announcement. */
  private async nowOf(
    { id, state }: Round,
    panel: PanelRead,
    items: readonly RoundItem[],
  ): Promise<Pick<Room, 'request' | 'changed' | 'orphaned'>> {
    const frozen = items.flatMap(({ leadRevisionId }) => leadRevisionId ?? []);
    const isVoting = state === 'open' || state === 'locked';
    const [request, changed, chairs] = await Promise.all([
      this.requests.unanswered(this.reader, id),
      isVoting ? this.changes.since(this.reader, frozen) : [],
      isVoting || state === 'closed'
        ? this.chairs.ofItems({ id, panel, items })
        : new Map<string, ItemChair>(),
    ]);
    return { request, changed, orphaned: [...chairs.values()].filter(({ presiding }) => presiding === null) };
  }

  private async mails(roundId: string): Promise<Map<string, SeatMail>> {
    const rows = await this.reader.rows<SeatMail>(
      sql`select to_person_id as "personId", state, coalesce(sent_at, created_at) as at from outbox_mail
          where round_id = ${roundId} and kind in ${sql.list(obsoleteOnceEnded)} and state <> 'dropped'
          order by created_at, id`,
    );
    return new Map(rows.map((row) => [row.personId, row]));
  }
}

/** Once a round is open nothing holds its opening up. */
const openGate: Room['gate'] = { refusal: null, gates: new Map() };
