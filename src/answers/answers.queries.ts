import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { answerTerm, type AnswerTerm } from '../domain/lead/answer-clock';
import { answerRules, isDutyOf, type AnswerRules } from '../domain/lead/answer-rules';
import { demandsOf, type ElementDemand } from '../domain/lead/element-demands';
import type { LeadContent } from '../domain/lead/lead-content';
import type { WorkCalendar } from '../domain/shared/workdays';
import { notKeptFrom } from '../leads/lead-interests.queries';
import { LeadTitlesQueries } from '../leads/lead-titles.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';

interface Awaited {
  readonly leadId: string;
  readonly number: string;
  readonly title: string;
  readonly scoutUnitName: string;
  readonly term: AnswerTerm;
}

/** A host that has said nothing of a lead meant for it or offered to it. */
export interface AwaitedStatement extends Awaited {
  readonly kind: 'statement';
  readonly hostId: string;
  readonly hostName: string;
  readonly unitId: string | null;
}

/** An element that a lead needs and nobody has answered. */
export interface AwaitedElement extends Awaited {
  readonly kind: 'element';
  readonly demand: ElementDemand;
  /** Codes of the units named for it; none: any support department. */
  readonly unitCodes: readonly string[];
}

export type AwaitedAnswer = AwaitedStatement | AwaitedElement;

interface StatementRow {
  leadId: string;
  number: string | null;
  title: string;
  scoutUnitName: string;
  hostId: string;
  hostName: string;
  unitId: string | null;
  since: string;
}

interface ElementRow extends Pick<StatementRow, 'leadId' | 'number' | 'title' | 'scoutUnitName' | 'since'> {
  content: string;
}

/** Leads that wait for a round are dozens; more than this nobody could answer anyway. */
const most = 500;

/** What waits for whose answer, and until when. */
@Injectable()
export class AnswersQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly settings: CitySettingsQueries,
    private readonly titles: LeadTitlesQueries,
  ) {}

  /** For a host's people and a department's; the secretariat sees everybody's. The longest waiting first. */
  async waiting(viewer: Viewer): Promise<AwaitedAnswer[]> {
    const seesAll = holds(viewer, 'secretariat');
    const own = seesAll ? sql`1 = 1` : sql`host.unit_id = ${viewer.unitId}`;
    const kept = notKeptFrom(viewer);
    const rules = await this.settings.value(answerRules);
    const statements =
      seesAll || holds(viewer, 'host')
        ? await this.statements(this.reader, rules, sql`${own} and ${kept}`)
        : [];
    const elements =
      seesAll || holds(viewer, 'supporter') ? await this.elements(this.reader, rules, kept) : [];
    const code = seesAll ? null : await this.unitCode(viewer.unitId);
    const mine = elements.filter(({ demand }) => code === null || isDutyOf(rules, demand.element, code));
    const shown = seesAll ? mine : await this.titles.outside(this.reader, mine);
    return [...statements, ...shown].sort(byTerm);
  }

  /** Everybody's, for the reminders: mails say of no restricted lead who invests. */
  async all(source: Source): Promise<AwaitedAnswer[]> {
    const rules = await this.settings.value(answerRules, source);
    const statements = await this.statements(source, rules, sql`1 = 1`);
    return this.titles.outside<AwaitedAnswer>(source, [
      ...statements,
      ...(await this.elements(source, rules, sql`1 = 1`)),
    ]);
  }

  private async statements(source: Source, rules: AnswerRules, condition: Sql): Promise<AwaitedStatement[]> {
    const rows = await source.rows<StatementRow>(
      sql`select lead.id as "leadId", lead.number, lead.title, unit.name as "scoutUnitName", host.id as "hostId",
            host.name as "hostName", host.unit_id as "unitId",
            coalesce(offer.offered_at, lead.accepted_at, lead.state_at) as since
          from lead join unit on unit.id = lead.scout_unit_id
            join lead_host on lead_host.lead_id = lead.id join host on host.id = lead_host.host_id
            left join host_offer offer on offer.lead_id = lead.id and offer.host_id = host.id
          where lead.tab = 'queued' and ${condition}
            and not exists (select 1 from host_statement said
              where said.lead_id = lead.id and said.host_id = host.id)
          order by since, lead.id limit ${most}`,
    );
    const term = await this.terms(rules.hostWorkdays, rules);
    return rows.map(({ since, number, ...row }) => ({
      ...row,
      kind: 'statement',
      number: number ?? '',
      term: term(since),
    }));
  }

  private async elements(source: Source, rules: AnswerRules, condition: Sql): Promise<AwaitedElement[]> {
    const rows = await source.rows<ElementRow>(
      sql`select lead.id as "leadId", lead.number, lead.title, unit.name as "scoutUnitName", lead.content,
            coalesce(lead.accepted_at, lead.state_at) as since
          from lead join unit on unit.id = lead.scout_unit_id
          where lead.tab = 'queued' and ${condition} order by since, lead.id limit ${most}`,
    );
    const answered = await source.rows<{ leadId: string; element: string }>(
      sql`select distinct said.lead_id as "leadId", said.element from element_answer said
            join lead on lead.id = said.lead_id where lead.tab = 'queued'`,
    );
    const known = new Set(answered.map(({ leadId, element }) => `${leadId} ${element}`));
    const term = await this.terms(rules.elementWorkdays, rules);
    return rows.flatMap(({ content, since, number, ...row }) =>
      demandsOf(JSON.parse(content) as LeadContent)
        .filter(({ element }) => !known.has(`${row.leadId} ${element}`))
        .map((demand): AwaitedElement => {
          const unitCodes = rules.duties[demand.element];
          return { ...row, kind: 'element', number: number ?? '', demand, unitCodes, term: term(since) };
        }),
    );
  }

  private async terms(
    workdays: number,
    { remindBefore }: AnswerRules,
  ): Promise<(since: string) => AnswerTerm> {
    const calendar: WorkCalendar = await this.calendars.current();
    const now = this.clock.now();
    const known = new Map<string, AnswerTerm>();
    return (since) => {
      const term = known.get(since) ?? answerTerm(calendar, since, { workdays, remindBefore }, now);
      known.set(since, term);
      return term;
    };
  }

  private async unitCode(unitId: string): Promise<string> {
    const unit = await this.reader.one<{ code: string }>(sql`select code from unit where id = ${unitId}`);
    return unit?.code ?? '';
  }
}

function byTerm(a: AwaitedAnswer, b: AwaitedAnswer): number {
  return a.term.dueAt < b.term.dueAt ? -1 : a.term.dueAt > b.term.dueAt ? 1 : a.number < b.number ? -1 : 1;
}
