import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import type { LeadState } from '../domain/lead/states';
import { notKeptFrom } from '../leads/lead-interests.queries';
import { PeopleQueries } from '../people/people.queries';
import { FairCompetitionQueries, type LeadGate } from './fair-competition.queries';

/** A lead that waits for an opinion, or has got one and is still before its vote. */
export interface GatedCard {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unitName: string;
  readonly state: LeadState;
  readonly since: string;
  readonly gate: LeadGate;
}

/** Leads read for the queue of opinions; the longest waiting first. */
const mostInQueue = 200;

/** Reads which leads wait for an opinion, and who gives one. */
@Injectable()
export class GateQueueQueries {
  constructor(
    private readonly reader: Reader,
    private readonly people: PeopleQueries,
    private readonly gate: FairCompetitionQueries,
  ) {}

  /** Leads before their vote that ask for something not simply published, for those who give or follow opinions. */
  async queue(viewer: Viewer): Promise<GatedCard[]> {
    const rows = await this.reader.rows<Omit<GatedCard, 'gate'>>(
      sql`select lead.id, coalesce(lead.number, '') as number, lead.title, unit.name as "unitName", lead.state,
            lead.state_at as since
          from lead join unit on unit.id = lead.scout_unit_id
            join lead_revision on lead_revision.lead_id = lead.id and lead_revision.number = lead.revision
          where lead.tab in ('submitted', 'queued') and lead.state in ('submitted', 'queued')
            and lead_revision.content not like ${'%"incentiveRequests":[]%'} and ${notKeptFrom(viewer)}
          order by lead.state_at, lead.id limit ${mostInQueue}`,
    );
    const gates = await this.gate.ofLeads(
      this.reader,
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row) => {
      const gate = gates.get(row.id);
      return gate === undefined || gate.state === 'clear' ? [] : [{ ...row, gate }];
    });
  }

  /** Whether the city has named this person's unit, or the secretariat, to give opinions. */
  async isReviewer(viewer: Viewer): Promise<boolean> {
    const { reviewUnits, secretariatReviews } = await this.gate.rules();
    if (holds(viewer, 'secretariat') && secretariatReviews) return true;
    const unit = holds(viewer, 'supporter') ? await this.people.unit(viewer.unitId) : null;
    return unit !== null && reviewUnits.includes(unit.code);
  }
}
