import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import type { LeadContent } from '../domain/lead/content';
import { diffContent } from '../domain/lead/diff';
import type { DuplicateGround } from '../domain/lead/duplicates';
import { intakeDue } from '../domain/lead/intake-clock';
import { withPeople } from '../domain/lead/people-part';
import { checkSubmission } from '../domain/lead/rules';
import { Refused, refuse } from '../domain/shared/refusal';
import { HostFitQueries } from '../hosts/host-fit.queries';
import { HostsQueries } from '../hosts/hosts.queries';
import { PromiseTimes } from '../promises/promise-times.service';
import { LeadAccessQueries } from './lead-access.queries';
import { contentOf } from './lead-columns';
import { LeadAsides, type LeadAsideIn } from './lead-asides.service';
import { LeadDuplicatesQueries, type DuplicateCandidate } from './lead-duplicates.queries';
import { LeadFactsQueries } from './lead-facts.queries';
import { notKeptFrom } from './lead-interests.queries';
import { LeadJudgements } from './lead-judgements.service';
import { looksForPlace, type AlikeLead, type LeadPageData, type RevisionPageData } from './lead-page-data';
import { LeadPageParts } from './lead-page-parts.queries';
import { peopleOfRevisions } from './lead-people';
import { LeadAct, LeadRevision } from './lead-record.entity';
import { LeadSections } from './lead-sections.service';
import { LeadStandingQueries } from './lead-standing.queries';
import type { Lead } from './lead.entity';
import { LeadsQueries } from './leads.queries';
import { ResubmissionsQueries } from './resubmissions.queries';
import { LeadSignatures } from './lead-signatures';
import { LeadJudgements, type LeadJudged } from './lead-judgements.service';
import { ResubmissionsQueries, type MaterialRequest } from './resubmissions.queries';
import { LeadsQueries, type Dossier } from './leads.queries';

/** A lead that a submitted one looks like, as the secretariat sees it. */
export interface AlikeLead {
  readonly leadId: string;
  readonly number: string;
  readonly title: string;
  readonly investorName: string;
  readonly unitName: string;
  readonly submittedAt: string;
  readonly grade: DuplicateGrade;
  readonly grounds: readonly DuplicateGround[];
  readonly similarity: string;
}

export interface LeadPageData {
  readonly seen: SeenLead;
  readonly scout: { readonly name: string; readonly unitName: string };
  readonly acts: readonly (LeadAct & { readonly otherNumber: string | null })[];
  readonly revisions: readonly Pick<LeadRevision, 'number' | 'submittedAt'>[];
  readonly warnings: readonly FieldProblem[];
  readonly computed: Computed;
  readonly alike: readonly AlikeLead[];
  readonly dossier: Dossier;
  readonly calendar: WorkCalendar;
  readonly now: string;
  readonly judged: LeadJudged;
  /** What its scout was asked for, the newest first. */
  readonly requests: readonly MaterialRequest[];
  readonly asides: readonly LeadAsideIn[];
}

export interface LeadFormData {
  readonly seen: SeenLead | null;
  readonly warnings: readonly FieldProblem[];
  readonly papers: Dossier['files'];
  readonly hosts: readonly HostCard[];
  readonly chains: readonly ChainChoice[];
  readonly alike: readonly DuplicateCandidate[];
  /** The last word of the secretariat on a lead that came back. */
  readonly returned: LeadAct | null;
  /** On a new form: the scout's latest leads, to begin from. */
  readonly earlier: readonly EarlierLead[];
  readonly asides: readonly LeadAsideIn[];
}

/** A lead that a new one can begin from. */
export interface EarlierLead {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly investorName: string;
}

const latest = 5;

export interface RevisionPageData {
  readonly seen: SeenLead;
  readonly revision: LeadRevision;
  readonly content: LeadContent;
  /** The number of the revision it is compared with; null for the first. */
  readonly against: number | null;
  readonly changes: readonly Change[];
  readonly hosts: readonly HostCard[];
}

/** What is only missing is left to the bar; what was said and cannot be right is told before submission is pressed. */
function isAboutWhatIsSaid({ because }: FieldProblem): boolean {
  return !/^required|Missing$/.test(because);
}

/** Reads what the pages of one lead show. */
@Injectable()
export class LeadPageQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly access: LeadAccessQueries,
    private readonly leads: LeadsQueries,
    private readonly hosts: HostsQueries,
    private readonly facts: LeadFactsQueries,
    private readonly times: PromiseTimes,
    private readonly judgements: LeadJudgements,
    private readonly sections: LeadSections,
    private readonly resubmissions: ResubmissionsQueries,
    private readonly parts: LeadPageParts,
    private readonly fit: HostFitQueries,
    private readonly standing: LeadStandingQueries,
    private readonly chains: LeadChains,
    private readonly asides: LeadAsides,
  ) {}

  /** @throws Refused (404) */
  async page(viewer: Viewer, id: string): Promise<LeadPageData> {
    const seen = await this.access.see(viewer, id);
    const { lead, content } = seen;
    const facts = await this.facts.gather(this.reader, content, '', id);
    const revisions = await this.reader.find(LeadRevision, sql`where lead_id = ${id} order by number desc`);
    const found = checkSubmission(content, facts);
    return {
      seen,
      scout: await this.scoutOf(lead.scoutId),
      acts: await this.acts(id),
      revisions,
      warnings: found.warnings,
      computed: found.computed,
      alike: await this.alike(viewer, id, lead.revision),
      dossier: await this.leads.dossier(this.reader, id),
      ...(await this.timeOf(lead)),
      now: facts.now,
      judged: await this.judgements.ofLead(viewer, id),
      beside: await this.sections.ofLead(viewer, seen),
      requests: await this.resubmissions.ofLead(id),
      parts: await this.parts.ofLead(viewer, seen),
      fit: looksForPlace(viewer, lead) ? await this.fit.rank(content) : [],
      standing: (await this.standing.ofLeads(this.reader, [id]))[0] ?? null,
    };
  }

      asides: await this.asides.of(viewer, seen),
  /** What the form shows beside the fields. `id` null: a new lead. @throws Refused (404) */
  async form(viewer: Viewer, id: string | null): Promise<LeadFormData> {
    const hosts = await this.hosts.all();
    const chains = await this.chains.all(this.reader);
    if (id === null) {
      const earlier = await this.earlier(viewer);
      return { seen: null, warnings: [], papers: [], hosts, chains, alike: [], returned: null, earlier, asides: [] };
    }
    const seen = await this.access.own(this.reader, viewer, id);
    const facts = await this.facts.gather(this.reader, seen.content, viewer.account, id);
    const returned = await this.reader.findOne(
      LeadAct,
      sql`where lead_id = ${id} and to_state = ${seen.lead.state} and to_state in ('returned', 'resubmit')
          order by position desc limit 1`,
    );
    const found = checkSubmission(seen.content, facts);
    return {
      seen,
      warnings: [...found.errors.filter(isAboutWhatIsSaid), ...found.warnings],
      papers: await this.leads.filesOf(this.reader, id),
      hosts,
      chains,
      alike: await this.duplicates.find(this.reader, this.signatures.of(seen.content), id),
      returned,
      earlier: [],
      asides: await this.asides.of(viewer, seen),
  /** What an own lead has in common with others of its kind, for a new form. @throws Refused (404) */
  async frame(viewer: Viewer, id: string): Promise<LeadContent> {
    return frameOf((await this.access.own(this.reader, viewer, id)).content);
  private earlier(viewer: Viewer): Promise<EarlierLead[]> {
    return this.reader.rows<EarlierLead>(
      sql`select id, number, title, investor_name as "investorName" from lead
          where scout_id = ${viewer.personId} order by listed_at desc, id desc limit ${latest}`,
    );
  /** One revision against an earlier one. @throws Refused (404) */
  async revision(
    viewer: Viewer,
    id: string,
    number: number,
    against = number - 1,
  ): Promise<RevisionPageData> {
    const seen = await this.access.see(viewer, id);
    const found = await this.reader.find(
      LeadRevision,
      sql`where lead_id = ${id} and number in (${number}, ${against}) order by number desc`,
    );
    const [revision, before] = found;
    if (!revision || revision.number !== number) throw new Refused(refuse('leadNotFound'), 404);
    const people = await peopleOfRevisions(
      this.reader,
      found.map((one) => one.id),
    );
    const whole = (one: LeadRevision): LeadContent => withPeople(contentOf(one), people.get(one.id) ?? null);
    const content = whole(revision);
    const changes = before ? diffContent(whole(before), content) : [];
    return {
      seen,
      revision,
      against: before?.number ?? null,
      content,
      changes,
      hosts: await this.hosts.all(),
      now: this.clock.now(),
    };
  }

  get now(): string {
    return this.clock.now();
  }

  private async timeOf(lead: Lead): Promise<Pick<LeadPageData, 'calendar' | 'limits' | 'intakeEnd'>> {
    const time = await this.times.time();
    const { calendar, limits } = time;
    if (lead.state !== 'submitted') return { calendar, limits, intakeEnd: null };
    const dueAt = intakeDue(calendar, lead.stateAt, lead, limits);
    const period = { kind: 'intake', leadId: lead.id, begunAt: lead.stateAt, dueAt };
    return {
      calendar,
      limits,
      intakeEnd: this.times.endOf(period, await this.times.pauses([lead.id]), time),
    };
  }

  private async scoutOf(personId: string): Promise<LeadPageData['scout']> {
    const row = await this.reader.one<LeadPageData['scout']>(
      sql`select person.name, unit.name as "unitName" from person join unit on unit.id = person.unit_id
          where person.id = ${personId}`,
    );
    return row ?? { name: '', unitName: '' };
  }

  private async acts(id: string): Promise<LeadPageData['acts']> {
    const acts = await this.reader.find(LeadAct, sql`where lead_id = ${id} order by position desc`);
    const others = acts.flatMap(({ otherLeadId }) => otherLeadId ?? []);
    if (others.length === 0) return acts.map((act) => ({ ...act, otherNumber: null }));
    const rows = await this.reader.rows<{ id: string; number: string }>(
      sql`select id, number from lead where id in ${sql.list(others)}`,
    );
    const numbers = new Map(rows.map((row) => [row.id, row.number]));
    return acts.map((act) => ({ ...act, otherNumber: numbers.get(act.otherLeadId ?? '') ?? null }));
  }

  private async alike(viewer: Viewer, id: string, revision: number): Promise<AlikeLead[]> {
    const rows = await this.reader.rows<Omit<AlikeLead, 'grounds'> & { grounds: string }>(
      sql`select lead.id as "leadId", lead.number, lead.title, lead.investor_name as "investorName",
            unit.name as "unitName", lead.submitted_at as "submittedAt", noted.grade, noted.grounds,
            noted.similarity
          from lead_duplicate noted join lead on lead.id = noted.other_id
          join unit on unit.id = lead.scout_unit_id
          where noted.lead_id = ${id} and noted.revision = ${revision} and ${notKeptFrom(viewer)}
          order by noted.grade, lead.submitted_at`,
    );
    return rows.map((row) => ({ ...row, grounds: row.grounds.split(',') as DuplicateGround[] }));
  }
}
