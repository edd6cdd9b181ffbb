import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { answerTerm, type AnswerTerm } from '../domain/lead/answer-clock';
import { answerRules } from '../domain/lead/answer-rules';
import type { LeadContent } from '../domain/lead/content';
import { withoutPeople } from '../domain/lead/people-part';
import type { Track } from '../domain/lead/dictionaries';
import type { LeadState } from '../domain/lead/states';
import { FilesQueries, type KeptBack } from '../files/files.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { LeadAnswersQueries, type AnswerRow, type StatementRow } from './lead-answers.queries';

/** A lead as a round, a ballot or a board needs it; amounts in hundredths of 万元. */
export interface LeadCard {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly investorName: string;
  readonly track: Track;
  readonly totalInvestment: number | null;
  readonly fixedAsset: number | null;
  readonly scoutId: string;
  readonly scoutUnitName: string;
  readonly firstHostName: string | null;
  readonly state: LeadState;
  readonly revision: number;
}

/** What was submitted, without its people, with the id and the number of its revision. */
export interface RevisionContent {
  readonly id: string;
  readonly leadId: string;
  readonly number: number;
  readonly content: LeadContent;
}

/** A paper in a list; `keptBack` by the virus scanner, so that nobody can have it. */
export interface DossierFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly kind: string;
  readonly addedAt: string;
  readonly keptBack: KeptBack | null;
}

/** What stands beside a lead when it is voted on; a `term` tells until when somebody asked has to answer. Who may see it the caller has decided. */
export interface Dossier {
  readonly statements: readonly (StatementRow & { readonly term: AnswerTerm | null })[];
  readonly elementAnswers: readonly AnswerRow[];
  /** Until when the elements have to be answered; null before acceptance. */
  readonly elementTerm: AnswerTerm | null;
  readonly files: readonly DossierFile[];
}

/** Reads leads for the features that work on them; pages of this feature have queries of their own. */
@Injectable()
export class LeadsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly answers: LeadAnswersQueries,
    private readonly files: FilesQueries,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly settings: CitySettingsQueries,
  ) {}

  /** Leads that wait for a round, the longest waiting first. */
  queued(source: Source = this.reader): Promise<LeadCard[]> {
    return this.select(source, sql`where lead.state = 'queued' order by lead.accepted_at, lead.id limit 500`);
  }

  /** By id, in one query. */
  async cards(source: Source, ids: readonly string[]): Promise<Map<string, LeadCard>> {
    if (ids.length === 0) return new Map();
    const found = await this.select(source, sql`where lead.id in ${sql.list([...new Set(ids)])}`);
    return new Map(found.map((card) => [card.id, card]));
  }

  /** By the id of the revision, in one query. */
  async revisions(source: Source, revisionIds: readonly string[]): Promise<Map<string, RevisionContent>> {
    if (revisionIds.length === 0) return new Map();
    const rows = await source.rows<{ id: string; leadId: string; number: number; content: string }>(
      sql`select id, lead_id as "leadId", number, content from lead_revision
          where id in ${sql.list([...new Set(revisionIds)])}`,
    );
    return new Map(
      rows.map(({ id, leadId, number, content }) => [
        id,
        { id, leadId, number, content: withoutPeople(JSON.parse(content) as LeadContent) },
      ]),
    );
  }

  /** What was submitted last, by lead, in one query; leads never submitted are left out. */
  async newest(source: Source, leadIds: readonly string[]): Promise<Map<string, RevisionContent>> {
    if (leadIds.length === 0) return new Map();
    const rows = await source.rows<{ id: string; leadId: string; number: number; content: string }>(
      sql`select lead_revision.id, lead_revision.lead_id as "leadId", lead_revision.number, lead_revision.content from lead_revision
            join lead on lead.id = lead_revision.lead_id and lead.revision = lead_revision.number
          where lead.id in ${sql.list([...new Set(leadIds)])}`,
    );
    return new Map(
      rows.map(({ id, leadId, number, content }) => [
        leadId,
        { id, leadId, number, content: JSON.parse(content) as LeadContent },
      ]),
    );
  }

  /** Hosts' statements and departments' answers as they stand now, and the attachments. */
  async dossier(source: Source, leadId: string): Promise<Dossier> {
    const statements = await this.answers.statements(source, leadId);
    const { hostWorkdays, elementWorkdays, remindBefore } = await this.settings.value(answerRules, source);
    const calendar = await this.calendars.current();
    const term = (from: string | null, workdays: number): AnswerTerm | null =>
      from === null ? null : answerTerm(calendar, from, { workdays, remindBefore }, this.clock.now());
    const acceptedAt = statements[0]?.acceptedAt ?? null;
    return {
      statements: statements.map((row) => ({
        ...row,
        term: row.statedAt === null ? term(row.offer?.offeredAt ?? acceptedAt, hostWorkdays) : null,
      })),
      elementTerm: term(acceptedAt, elementWorkdays),
      elementAnswers: await this.answers.elementAnswers(source, leadId),
      files: await this.filesOf(source, leadId),
    };
  }

  async filesOf(source: Source, leadId: string): Promise<Dossier['files']> {
    const stored = await this.files.ofSubject('lead', leadId, source);
    if (stored.length === 0) return [];
    const rows = await source.rows<{ fileId: string; kind: string; keptBack: KeptBack | null }>(
      sql`select lead_file.file_id as "fileId", lead_file.kind, file_scan.state as "keptBack" from lead_file
          left join file_scan on file_scan.id = lead_file.file_id and file_scan.state <> 'clean'
          where lead_file.lead_id = ${leadId}`,
    );
    const known = new Map(rows.map((row) => [row.fileId, row]));
    return stored.map(({ id, name, size, uploadedAt }) => ({
      id,
      name,
      size,
      kind: known.get(id)?.kind ?? 'other',
      addedAt: uploadedAt,
      keptBack: known.get(id)?.keptBack ?? null,
    }));
  }

  private select(source: Source, rest: Sql): Promise<LeadCard[]> {
    return source.rows<LeadCard>(
      sql`select lead.id, coalesce(lead.number, '') as number, lead.title, lead.investor_name as "investorName",
            lead.track, lead.total_investment as "totalInvestment", lead.fixed_asset as "fixedAsset",
            lead.scout_id as "scoutId", unit.name as "scoutUnitName", host.name as "firstHostName", lead.state,
            lead.revision
          from lead join unit on unit.id = lead.scout_unit_id
          left join host on host.id = lead.first_host_id ${rest}`,
    );
  }
}
