import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { maySeeLead, type LeadFacts } from '../domain/access/lead-access';
import type { Viewer } from '../domain/access/viewer';
import type { LeadContent } from '../domain/lead/content';
import { Refused, refuse } from '../domain/shared/refusal';
import { contentOf } from './lead-columns';
import { LeadInterestsQueries } from './lead-interests.queries';
import { Lead } from './lead.entity';

/** A place a lead is meant for. */
export interface IntendedHost {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly chemicalPark: 0 | 1;
  readonly unitId: string | null;
}

/** A lead somebody may see, with what the rules of access need. */
export interface SeenLead {
  readonly lead: Lead;
  readonly content: LeadContent;
  readonly hosts: readonly IntendedHost[];
  readonly facts: LeadFacts;
}

/** The one door to single leads: an unknown one and one that is not for the viewer answer alike. */
@Injectable()
export class LeadAccessQueries {
  constructor(
    private readonly reader: Reader,
    private readonly interests: LeadInterestsQueries,
  ) {}

  /** @throws Refused (404) */
  async see(viewer: Viewer, id: string, source: Source = this.reader): Promise<SeenLead> {
    const seen = await this.load(source, id);
    if (seen === null) throw new Refused(refuse('leadNotFound'), 404);
    if (maySeeLead(viewer, seen.facts) !== null)
      throw new Refused(refuse('leadNotFound'), 404, { type: 'lead', id });
    return seen;
  }

  /** Only the scout who reported it. @throws Refused (404) also for those who may see but not touch it */
  async own(source: Source, viewer: Viewer, id: string): Promise<SeenLead> {
    const seen = await this.see(viewer, id, source);
    if (seen.lead.scoutId !== viewer.personId)
      throw new Refused(refuse('leadNotFound'), 404, { type: 'lead', id });
    return seen;
  }

  private async load(source: Source, id: string): Promise<SeenLead | null> {
    const lead = await source.findOne(Lead, sql`where id = ${id}`);
    if (!lead) return null;
    const hosts = await source.rows<IntendedHost>(
      sql`select host.id, host.code, host.name, host.chemical_park as "chemicalPark", host.unit_id as "unitId"
          from lead_host join host on host.id = lead_host.host_id
          where lead_host.lead_id = ${id} order by lead_host.position`,
    );
    const kept = await this.interests.keptAway(source, id);
    const content = contentOf(lead);
    const facts: LeadFacts = {
      state: lead.state,
      scoutId: lead.scoutId,
      coScoutAccounts: content.coScouts.flatMap(({ account }) => account ?? []),
      hostUnitIds: hosts.flatMap(({ unitId }) => unitId ?? []),
      isRestricted: content.sensitivity === 'restricted',
      keptAwayIds: [...kept],
    };
    return { lead, content, hosts, facts };
  }
}
