import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import { frameOf } from '../domain/lead/clone';
import type { LeadContent } from '../domain/lead/content';
import { problem, type FieldProblem } from '../domain/lead/problem';
import { checkSubmission } from '../domain/lead/rules';
import type { SectionView } from '../http/views/section';
import { HostFitQueries, type RankedHost } from '../hosts/host-fit.queries';
import { HostsQueries, type HostCard } from '../hosts/hosts.queries';
import { LeadAccessQueries, type SeenLead } from './lead-access.queries';
import { LeadSections } from './lead-sections.service';
import type { ChainChoice } from './lead-chain';
import { LeadChains } from './lead-chains.service';
import { LeadDuplicatesQueries, type DuplicateCandidate } from './lead-duplicates.queries';
import { LeadFactsQueries } from './lead-facts.queries';
import { LeadAct, LeadReturnReason } from './lead-record.entity';
import { LeadSignatures } from './lead-signatures';
import { LeadsQueries, type Dossier } from './leads.queries';

/** A lead that a new one can begin from. */
export interface EarlierLead {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly investorName: string;
}

const latest = 5;

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
  /** What other features have to say beside it. */
  readonly beside: readonly SectionView[];
  /** Which hosts fit what has been saved, the best first. */
  readonly fit: readonly RankedHost[];
}

/** What is only missing is left to the bar; what was said and cannot be right is told before submission is pressed. */
function isAboutWhatIsSaid({ because }: FieldProblem): boolean {
  return !/^required|Missing$/.test(because);
}

/** Reads what a scout's form shows beside what the scout says. */
@Injectable()
export class LeadFormQueries {
  constructor(
    private readonly reader: Reader,
    private readonly access: LeadAccessQueries,
    private readonly leads: LeadsQueries,
    private readonly hosts: HostsQueries,
    private readonly facts: LeadFactsQueries,
    private readonly duplicates: LeadDuplicatesQueries,
    private readonly signatures: LeadSignatures,
    private readonly chains: LeadChains,
    private readonly fit: HostFitQueries,
    private readonly sections: LeadSections,
  ) {}

  /** What the form shows beside the fields. `id` null: a new lead. @throws Refused (404) */
  async form(viewer: Viewer, id: string | null): Promise<LeadFormData> {
    const hosts = await this.hosts.all();
    const chains = await this.chains.all(this.reader);
    if (id === null) {
      const earlier = await this.earlier(viewer);
      return {
        seen: null,
        warnings: [],
        papers: [],
        hosts,
        chains,
        alike: [],
        returned: null,
        earlier,
        beside: [],
        fit: [],
      };
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
      warnings: [
        ...(await this.returnReasons(returned)),
        ...found.errors.filter(isAboutWhatIsSaid),
        ...found.warnings,
      ],
      papers: await this.leads.filesOf(this.reader, id),
      hosts,
      chains,
      alike: await this.duplicates.find(this.reader, this.signatures.of(seen.content), id),
      returned,
      earlier: [],
      beside: await this.sections.onForm(viewer, seen),
      fit: await this.fit.rank({ id: seen.lead.id, content: seen.content }),
    };
  }

  /** What an own lead has in common with others of its kind, for a new form. @throws Refused (404) */
  async frame(viewer: Viewer, id: string): Promise<LeadContent> {
    return frameOf((await this.access.own(this.reader, viewer, id)).content);
  }

  private earlier(viewer: Viewer): Promise<EarlierLead[]> {
    return this.reader.rows<EarlierLead>(
      sql`select id, number, title, investor_name as "investorName" from lead
          where scout_id = ${viewer.personId} order by listed_at desc, id desc limit ${latest}`,
    );
  }

  /** What the lead was returned for, each beside the field it points at; several about one field in one sentence. */
  private async returnReasons(returned: LeadAct | null): Promise<FieldProblem[]> {
    if (returned === null) return [];
    const reasons = await this.reader.find(
      LeadReturnReason,
      sql`where act_id = ${returned.id} order by position`,
    );
    return [...new Set(reasons.map(({ field }) => field))].map((field) => {
      const text = reasons.filter((reason) => reason.field === field).map((reason) => reason.text);
      return problem(field, 'returnReason', { text: text.join(' ') });
    });
  }
}
