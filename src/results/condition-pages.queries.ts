import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import type { Instant } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { AdmissionCondition } from './condition.entity';
import { ConditionsQueries, type ItemForConditions } from './conditions.queries';
import { HostConditionsQueries, type OpenHostCondition } from './host-conditions.queries';
import { ResultsQueries, type ResultItem, type RoundResults } from './results.queries';

/** What the page shows on which conditions are set. */
export interface SettingData {
  readonly results: RoundResults;
  readonly item: ResultItem;
  readonly facts: ItemForConditions;
  readonly people: readonly PersonCard[];
  readonly hostConditions: readonly OpenHostCondition[];
  readonly now: Instant;
}

/** What the page of one condition shows. */
export interface ConditionData {
  readonly condition: AdmissionCondition;
  readonly leadNumber: string;
  readonly leadTitle: string;
  readonly hostUnitId: string | null;
  readonly now: Instant;
}

/** Reads what the pages of conditions show. */
@Injectable()
export class ConditionPagesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly people: PeopleQueries,
    private readonly conditions: ConditionsQueries,
    private readonly results: ResultsQueries,
    private readonly hostConditions: HostConditionsQueries,
  ) {}

  /** @throws Refused 404, 409 before closing */
  async setting(viewer: Viewer, roundId: string, itemId: string): Promise<SettingData> {
    const results = await this.results.round(viewer, roundId);
    const item = results.items.find(({ outcome }) => outcome.itemId === itemId);
    if (item === undefined) throw new Refused(refuse('noSuchResults'), 404);
    const facts = await this.conditions.item(this.reader, viewer, roundId, itemId);
    const people = (await this.people.everyone()).filter(
      ({ disabledAt, roles }) =>
        disabledAt === null && roles.some((role) => role !== 'panelist' && role !== 'admin'),
    );
    const open = facts.allowed ? await this.hostConditions.open([{ itemId, leadId: facts.leadId }]) : null;
    const hostConditions = open?.get(itemId) ?? [];
    return { results, item, facts, people, hostConditions, now: this.clock.now() };
  }

  /**
   * A condition in force, for its owner, the scout, the people of the park, the secretariat, the leading group and the
   * inspector. @throws Refused 404 for anybody else
   */
  async one(viewer: Viewer, id: string): Promise<ConditionData> {
    const condition = await this.reader.findOne(
      AdmissionCondition,
      sql`where id = ${id} and state not in ('proposed', 'dropped')`,
    );
    const lead =
      condition &&
      (await this.reader.one<{ leadNumber: string; leadTitle: string; scoutId: string }>(
        sql`select number as "leadNumber", title as "leadTitle", scout_id as "scoutId" from lead
            where id = ${condition.leadId}`,
      ));
    if (condition === null || lead === null) throw new Refused(refuse('noSuchCondition'), 404);
    const hostUnitId = await this.conditions.hostUnit(this.reader, condition.leadId);
    const isParty =
      holds(viewer, 'secretariat', 'leadingGroup', 'inspector') ||
      [condition.ownerId, lead.scoutId].includes(viewer.personId) ||
      (holds(viewer, 'host') && hostUnitId === viewer.unitId);
    if (!isParty) throw new Refused(refuse('noSuchCondition'), 404);
    const { leadNumber, leadTitle } = lead;
    return { condition, leadNumber, leadTitle, hostUnitId, now: this.clock.now() };
  }
}
