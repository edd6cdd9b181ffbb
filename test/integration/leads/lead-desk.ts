import { toInstant } from '../../../src/domain/shared/instant';
import type { Viewer } from '../../../src/domain/access/viewer';
import { LeadDraftsService } from '../../../src/leads/lead-drafts.service';
import { LeadIntakeService } from '../../../src/leads/lead-intake.service';
import { LeadSubmissionsService, type SubmitResult } from '../../../src/leads/lead-submissions.service';
import { sql } from '../../../src/database/sql';
import { Lead } from '../../../src/leads/lead.entity';
import { foundCity, type TestCity } from '../../support/city';
import type { Dialect } from '../../../src/database/sql';
import sample from '../../support/data/sample-leads.json';

export type Body = Record<string, unknown>;
export interface Sample {
  readonly id: string;
  readonly scout: string;
  readonly body: Body;
  readonly at: string;
}

/** The sample leads in the order they were submitted. */
export const samples: readonly Sample[] = (sample.leads as unknown as (Body & { id: string })[])
  .map((body) => ({
    id: body.id,
    scout: String(body['scout']),
    body,
    at: toInstant(Date.parse(String(body['submittedAt']))),
  }))
  .sort((a, b) => (a.at < b.at ? -1 : 1));

export const badRecords = sample.badRecords as unknown as {
  id: string;
  field: string;
  value: unknown;
  context?: Body;
  acceptAfterNormalise?: string;
}[];

export function sampleOf(id: string): Sample {
  const found = samples.find((one) => one.id === id);
  if (!found) throw new Error(`no sample ${id}`);
  return found;
}

/** A founded city with the services of the leads at hand. */
export class LeadDesk {
  constructor(readonly city: TestCity) {}

  get clock() {
    return this.city.app.clock;
  }
  get drafts() {
    return this.city.app.get(LeadDraftsService);
  }
  get submissions() {
    return this.city.app.get(LeadSubmissionsService);
  }
  get intake() {
    return this.city.app.get(LeadIntakeService);
  }
  get reader() {
    return this.city.app.reader;
  }

  viewer(account: string): Promise<Viewer> {
    return this.city.acts.viewer(account);
  }

  /** A saved draft. */
  async draft(scout: string, body: Body, key = ''): Promise<string> {
    const result = await this.drafts.create(await this.viewer(scout), body, key);
    if (!result.saved) throw new Error(`not saved: ${JSON.stringify(result.problems)}`);
    return result.leadId;
  }

  /** A sample at the time it was submitted, with some of it changed. */
  async submitSample(id: string, changes: Body = {}): Promise<SubmitResult & { leadId: string }> {
    const { scout, body, at } = sampleOf(id);
    this.clock.set(at);
    const leadId = await this.draft(scout, { ...body, ...changes });
    const result = await this.submissions.submit(await this.viewer(scout), leadId);
    return { ...result, leadId };
  }

  async decide(
    leadId: string,
    verdict: 'accept' | 'return' | 'merge' | 'reject',
    reason = '',
    mergeInto = '',
  ) {
    await this.intake.decide(await this.viewer('secretary-01'), leadId, { verdict, reason, mergeInto });
  }

  async lead(id: string): Promise<Lead> {
    const lead = await this.reader.findOne(Lead, sql`where id = ${id}`);
    if (!lead) throw new Error(`no lead ${id}`);
    return lead;
  }

  async count(table: string): Promise<number> {
    const row = await this.reader.one<{ n: number | string }>(
      sql`select count(*) as n from ${sql.raw(table)}`,
    );
    return Number(row?.n);
  }

  close(): Promise<void> {
    return this.city.close();
  }
}

export async function openLeadDesk(dialect: Dialect): Promise<LeadDesk> {
  return new LeadDesk(await foundCity(dialect));
}

/** A form body as a browser sends it: entries of lists by their place. */
export function formOf(body: Body): Body {
  const requests = body['incentiveRequests'] as unknown[] | undefined;
  return { ...body, ...(requests ? { incentiveRequests: { ...requests } } : {}) };
}
