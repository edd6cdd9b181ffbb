import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { ChairsQueries } from '../chairs/chairs.queries';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { admitsOnConditions } from '../domain/followup/conditions';
import type { ConsultationFacts } from '../domain/followup/consultation';
import type { LeadState } from '../domain/lead/states';
import type { Instant } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { Consultation, ConsultationOpinion, ConsultationParticipant } from './consultation.entity';
import type { AdmissionCondition } from './condition.entity';
import { ConditionsQueries } from './conditions.queries';
import { HistoriesQueries } from './histories.queries';

/** A participant with every version of their opinion, the newest first. */
export type Participant = ConsultationParticipant & { readonly opinions: readonly ConsultationOpinion[] };

export interface ConsultationRead {
  readonly consultation: Consultation;
  readonly itemId: string;
  readonly leadNumber: string;
  readonly leadTitle: string;
  readonly leadState: LeadState;
  readonly roundNumber: string;
  readonly panelId: string;
  /** Who presides over the item now; null where nobody is left. */
  readonly presidingId: string | null;
  readonly ruleSetVersionId: string;
}

export interface ConsultationPage extends ConsultationRead {
  readonly participants: readonly Participant[];
  readonly facts: ConsultationFacts;
  readonly conditions: readonly AdmissionCondition[];
  readonly conditionsAllowed: boolean;
  /** Whom the secretariat may still invite; empty for everybody else. */
  readonly invitable: readonly PersonCard[];
  readonly people: readonly PersonCard[];
  readonly now: Instant;
}

/** Reads consultations: for the secretariat, the leading group, the inspector, and for those invited to one. */
@Injectable()
export class ConsultationsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly people: PeopleQueries,
    private readonly rubrics: RubricsQueries,
    private readonly conditions: ConditionsQueries,
    private readonly histories: HistoriesQueries,
    private readonly interests: LeadInterestsQueries,
    private readonly chairs: ChairsQueries,
  ) {}

  /** @throws Refused 404 for an unknown one, and for whoever has nothing to do with it */
  async page(viewer: Viewer, id: string): Promise<ConsultationPage> {
    const source = this.reader;
    const read = await this.read(source, viewer, id);
    const participants = await this.participants(source, id);
    const { consultation, itemId } = read;
    const facts = await this.facts(source, read, participants);
    const conditions = (await this.conditions.ofLeads([consultation.leadId])).get(consultation.leadId) ?? [];
    const everyone = holds(viewer, 'secretariat', 'leadingGroup') ? await this.people.everyone() : [];
    const people = everyone.filter(({ disabledAt }) => disabledAt === null);
    const kept = await this.interests.keptAway(source, consultation.leadId);
    const invited = new Set([...kept, ...participants.map(({ personId }) => personId)]);
    return {
      ...read,
      participants,
      facts,
      conditions: conditions.filter((condition) => condition.itemId === itemId),
      conditionsAllowed: await this.allowsConditions(read.ruleSetVersionId),
      people,
      invitable: holds(viewer, 'secretariat')
        ? people.filter(({ id: personId, roles }) => !invited.has(personId) && mayBeAsked(roles))
        : [],
      now: facts.now,
    };
  }

  /** @throws Refused 404, also for whoever has an interest in the lead */
  async read(source: Source, viewer: Viewer, id: string): Promise<ConsultationRead> {
    const consultation = await source.findOne(Consultation, sql`where id = ${id}`);
    const around = await source.one<Omit<ConsultationRead, 'consultation' | 'presidingId'>>(
      sql`select outcome.item_id as "itemId", lead.number as "leadNumber", lead.title as "leadTitle",
            lead.state as "leadState", round.number as "roundNumber", round.panel_id as "panelId",
            round.rule_set_version_id as "ruleSetVersionId"
          from consultation join outcome on outcome.id = consultation.outcome_id
            join lead on lead.id = consultation.lead_id join round on round.id = consultation.round_id
          where consultation.id = ${id}`,
    );
    const isParty =
      holds(viewer, 'secretariat', 'leadingGroup', 'inspector') || (await this.isInvited(source, viewer, id));
    if (consultation === null || around === null || !isParty)
      throw new Refused(refuse('noSuchConsultation'), 404);
    const kept = await this.interests.keptFrom(source, viewer, [consultation.leadId]);
    if (kept.size > 0) throw new Refused(refuse('noSuchConsultation'), 404);
    const round = { id: consultation.roundId, panelId: around.panelId };
    const chair = await this.chairs.ofItem(round, around.itemId, source);
    return { consultation, ...around, presidingId: chair?.presiding?.personId ?? null };
  }

  async participants(source: Source, id: string): Promise<Participant[]> {
    const rows = await source.find(
      ConsultationParticipant,
      sql`where consultation_id = ${id} order by invited_at, id`,
    );
    const opinions = await source.find(
      ConsultationOpinion,
      sql`where consultation_id = ${id} order by version desc`,
    );
    return rows.map((row) => ({
      ...row,
      opinions: opinions.filter(({ participantId }) => participantId === row.id),
    }));
  }

  /** What decides about concluding it now. */
  async facts(
    source: Source,
    { consultation, ruleSetVersionId }: ConsultationRead,
    participants: readonly Participant[],
  ): Promise<ConsultationFacts> {
    const { leadId, state, meetsAt } = consultation;
    const rules = await this.rubrics.ruleSet(ruleSetVersionId, source);
    const sent = await this.histories.timesSentBack(source, [leadId], '');
    return {
      state,
      meetsAt,
      now: this.clock.now(),
      participants: participants.length,
      heard: participants.filter(({ opinions }) => opinions.length > 0).length,
      resubmissions: sent.get(leadId) ?? 0,
      mostResubmissions: rules?.content.borderline.mostResubmissions ?? 0,
    };
  }

  private async isInvited(source: Source, { personId }: Viewer, id: string): Promise<boolean> {
    const row = await source.one(
      sql`select id from consultation_participant where consultation_id = ${id} and person_id = ${personId}`,
    );
    return row !== null;
  }

  private async allowsConditions(ruleSetVersionId: string): Promise<boolean> {
    const rules = await this.rubrics.ruleSet(ruleSetVersionId);
    return rules !== null && admitsOnConditions(rules.content.condition);
  }
}

/** Whoever speaks for a unit; scouts do not consult on their own leads. */
function mayBeAsked(roles: PersonCard['roles']): boolean {
  return roles.some((role) => ['panelist', 'host', 'supporter', 'sponsor', 'leadingGroup'].includes(role));
}
