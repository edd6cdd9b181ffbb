import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { answerRules, isDutyOf } from '../domain/lead/answer-rules';
import type { LeadContent } from '../domain/lead/content';
import { diffContent } from '../domain/lead/diff';
import type { DuplicateGround } from '../domain/lead/duplicates';
import { demandsOf, type Element } from '../domain/lead/element-demands';
import { intakeDue } from '../domain/lead/intake-clock';
import { withPeople } from '../domain/lead/people-part';
import { checkSubmission } from '../domain/lead/rules';
import { Refused, refuse } from '../domain/shared/refusal';
import { HostFitQueries } from '../hosts/host-fit.queries';
import { HostsQueries } from '../hosts/hosts.queries';
import { PeopleQueries } from '../people/people.queries';
import { PromiseTimes } from '../promises/promise-times.service';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { LeadAccessQueries } from './lead-access.queries';
import { LeadChains } from './lead-chains.service';
import { contentOf } from './lead-columns';
import { LeadFactsQueries } from './lead-facts.queries';
import { notKeptFrom } from './lead-interests.queries';
import { LeadJudgements } from './lead-judgements.service';
import { looksForPlace, type AlikeLead, type LeadPageData, type RevisionPageData } from './lead-page-data';
import { peopleOfRevisions } from './lead-people';
import { LeadAct, LeadRevision } from './lead-record.entity';
import { LeadSections } from './lead-sections.service';
import { LeadStandingQueries } from './lead-standing.queries';
import type { Lead } from './lead.entity';
import { LeadsQueries, type Dossier } from './leads.queries';
import { ResubmissionsQueries } from './resubmissions.queries';

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
    private readonly chains: LeadChains,
    private readonly fit: HostFitQueries,
    private readonly standing: LeadStandingQueries,
    private readonly settings: CitySettingsQueries,
    private readonly people: PeopleQueries,
  ) {}

  /** @throws Refused (404) */
  async page(viewer: Viewer, id: string): Promise<LeadPageData> {
    const seen = await this.access.see(viewer, id);
    const { lead, content } = seen;
    const facts = await this.facts.gather(this.reader, content, '', id);
    const revisions = await this.reader.find(LeadRevision, sql`where lead_id = ${id} order by number desc`);
    const found = checkSubmission(content, facts);
    const dossier = await this.leads.dossier(this.reader, id);
    return {
      seen,
      scout: await this.scoutOf(lead.scoutId),
      acts: await this.acts(id),
      revisions,
      warnings: found.warnings,
      computed: found.computed,
      alike: await this.alike(viewer, id, lead.revision),
      missing: found.errors.length,
      dossier,
      unanswered: holds(viewer, 'supporter') ? await this.unanswered(viewer, content, dossier) : [],
      ...(await this.timeOf(lead)),
      now: facts.now,
      judged: await this.judgements.ofLead(viewer, id),
      beside: await this.sections.onPage(viewer, seen),
      requests: await this.resubmissions.ofLead(id),
      chains: await this.chains.known(this.reader),
      fit: looksForPlace(viewer, lead) ? await this.fit.rank({ id, content }) : [],
      standing: (await this.standing.ofLeads(this.reader, [id]))[0] ?? null,
    };
  }

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

  /** What the lead asks for and nobody has answered. */
  private async unanswered(viewer: Viewer, content: LeadContent, dossier: Dossier): Promise<Element[]> {
    const rules = await this.settings.value(answerRules);
    const unit = await this.people.unit(viewer.unitId);
    const answered = new Set(dossier.elementAnswers.map(({ element }) => element));
    const open = demandsOf(content)
      .map(({ element }) => element)
      .filter((element) => !answered.has(element));
    const isOwn = (element: Element): boolean =>
      rules.duties[element].length > 0 && isDutyOf(rules, element, unit?.code ?? '');
    return [...open.filter(isOwn), ...open.filter((element) => !isOwn(element))];
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
