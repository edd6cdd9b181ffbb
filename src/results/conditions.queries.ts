import { Injectable } from '@nestjs/common';
import { ChairsQueries } from '../chairs/chairs.queries';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { admitsOnConditions } from '../domain/followup/conditions';
import type { LeadState } from '../domain/lead/states';
import type { RoundState } from '../domain/round/round-moves';
import { refuse, Refused } from '../domain/shared/refusal';
import { LeadTakersQueries } from '../leads/lead-takers.queries';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { AdmissionCondition } from './condition.entity';
import { decidedOf, OutcomeRow, type Decided } from './outcome.entity';

/** What decides about setting conditions on an item. */
export interface ItemForConditions {
  readonly leadId: string;
  readonly leadState: LeadState;
  readonly roundState: RoundState;
  /** Who presides over the item now; null where nobody is left. */
  readonly presidingId: string | null;
  readonly decided: Decided | null;
  /** The round's rules allow to admit on conditions. */
  readonly allowed: boolean;
}

/** A missed condition, with the rules of the round that set it. */
export interface OpenCondition {
  readonly leadId: string;
  readonly dueOn: string;
  readonly ruleSetVersionId: string;
}

/** Reads conditions of admission. */
@Injectable()
export class ConditionsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly rubrics: RubricsQueries,
    private readonly takers: LeadTakersQueries,
    private readonly chairs: ChairsQueries,
  ) {}

  /** @throws Refused 404 where there is no such item with an outcome, or not for this viewer */
  async item(source: Source, viewer: Viewer, roundId: string, itemId: string): Promise<ItemForConditions> {
    const row = holds(viewer, 'secretariat', 'inspector', 'leadingGroup')
      ? await source.one<
          Omit<ItemForConditions, 'decided' | 'allowed' | 'presidingId'> & {
            ruleSetVersionId: string;
            panelId: string;
          }
        >(
          sql`select round_item.lead_id as "leadId", lead.state as "leadState", round.state as "roundState",
                round.panel_id as "panelId", round.rule_set_version_id as "ruleSetVersionId"
              from round_item join round on round.id = round_item.round_id join lead on lead.id = round_item.lead_id
              where round_item.id = ${itemId} and round.id = ${roundId}`,
        )
      : null;
    const outcome = row && (await source.findOne(OutcomeRow, sql`where item_id = ${itemId}`));
    if (row === null || outcome === null) throw new Refused(refuse('noSuchResults'), 404);
    const rules = await this.rubrics.ruleSet(row.ruleSetVersionId, source);
    const chair = await this.chairs.ofItem({ id: roundId, panelId: row.panelId }, itemId, source);
    return {
      ...row,
      presidingId: chair?.presiding?.personId ?? null,
      decided: decidedOf(outcome),
      allowed: rules !== null && admitsOnConditions(rules.content.condition),
    };
  }

  /** Every condition of these leads, by lead, in the order they were set. */
  async ofLeads(
    leadIds: readonly string[],
    source: Source = this.reader,
  ): Promise<Map<string, AdmissionCondition[]>> {
    if (leadIds.length === 0) return new Map();
    const rows = await source.find(
      AdmissionCondition,
      sql`where lead_id in ${sql.list([...new Set(leadIds)])} order by round_id, item_id, position`,
    );
    const byLead = new Map<string, AdmissionCondition[]>();
    for (const row of rows) byLead.set(row.leadId, [...(byLead.get(row.leadId) ?? []), row]);
    return byLead;
  }

  /** Conditions in force that were due before a day, the longest missed first, of leads that are still admitted. */
  missed(source: Source, before: string): Promise<OpenCondition[]> {
    return source.rows<OpenCondition>(
      sql`select wanted.lead_id as "leadId", wanted.due_on as "dueOn",
            round.rule_set_version_id as "ruleSetVersionId"
          from admission_condition wanted join lead on lead.id = wanted.lead_id
            join round on round.id = wanted.round_id
          where wanted.state = 'open' and wanted.due_on < ${before} and lead.state = 'admitted'
          order by wanted.due_on, wanted.id`,
    );
  }

  /** The unit of the park that takes a lead; null where none is known. */
  async hostUnit(source: Source, leadId: string): Promise<string | null> {
    return (await this.takers.ofLeads(source, [leadId])).get(leadId)?.unitId ?? null;
  }
}
