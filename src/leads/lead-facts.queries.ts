import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { LeadContent } from '../domain/lead/content';
import type { SubmissionFacts } from '../domain/lead/submission';
import { SCOPE_RULES, type UnitLevel } from '../domain/lead/scope-rules';
import { HostsQueries } from '../hosts/hosts.queries';
import { isCountry } from '../reference/countries';
import { isCurrency } from '../reference/currencies';
import { isIndustryClass } from '../reference/industries';
import { isKnownRegion, isProvincePrefix } from '../reference/regions';
import { LeadChains } from './lead-chains.service';
import { CitySettingsQueries } from '../settings/city-settings.queries';

/** Gathers what the rules of submission must know beside the record. */
@Injectable()
export class LeadFactsQueries {
  constructor(
    private readonly clock: Clock,
    private readonly hosts: HostsQueries,
    private readonly settings: CitySettingsQueries,
    private readonly chains: LeadChains,
  ) {}

  /** `leadId` null for a lead that is not stored yet, which has no papers. */
  async gather(
    source: Source,
    content: LeadContent,
    scoutAccount: string,
    leadId: string | null,
  ): Promise<SubmissionFacts> {
    return {
      ...(await this.gatherAll(source, [content], scoutAccount)),
      ...(leadId === null ? {} : { reporterLevel: await this.levelOfLead(source, leadId) }),
      papers: await this.papers(source, leadId),
    };
  }

  /** The same for many records of one scout that are not stored yet. */
  async gatherAll(
    source: Source,
    contents: readonly LeadContent[],
    scoutAccount: string,
  ): Promise<SubmissionFacts> {
    const hosts = await this.hosts.all(source);
    const accounts = await this.accounts(source, contents);
    return {
      now: this.clock.now(),
      hosts,
      isIndustryClass,
      isKnownRegion,
      isProvincePrefix,
      isCountry,
      isCurrency,
      scoutAccount,
      isAccount: (account) => accounts.has(account),
      chains: (await this.chains.all(source)).map(({ code }) => code),
      scope: await this.settings.value(SCOPE_RULES, source),
      reporterLevel: await this.levelOf(source, scoutAccount),
      papers: { businessPlan: false, firstContactEvidence: false },
    };
  }

  /** Of the unit under which a lead is reported, whoever looks at it. */
  private async levelOfLead(source: Source, leadId: string): Promise<UnitLevel | null> {
    const row = await source.one<{ level: UnitLevel | null }>(
      sql`select unit.level from lead join unit on unit.id = lead.scout_unit_id where lead.id = ${leadId}`,
    );
    return row?.level ?? null;
  }

  private async levelOf(source: Source, account: string): Promise<UnitLevel | null> {
    const row = await source.one<{ level: UnitLevel | null }>(
      sql`select unit.level from person join unit on unit.id = person.unit_id where person.account = ${account}`,
    );
    return row?.level ?? null;
  }

  private async accounts(source: Source, contents: readonly LeadContent[]): Promise<ReadonlySet<string>> {
    const named = contents.flatMap(({ coScouts }) => coScouts.flatMap(({ account }) => account ?? []));
    if (named.length === 0) return new Set();
    const rows = await source.rows<{ account: string }>(
      sql`select account from person where account in ${sql.list(named)} and disabled_at is null`,
    );
    return new Set(rows.map(({ account }) => account));
  }

  private async papers(source: Source, leadId: string | null) {
    const rows = leadId
      ? await source.rows<{ kind: string }>(
          sql`select distinct kind from lead_file where lead_id = ${leadId}`,
        )
      : [];
    const has = (kind: string): boolean => rows.some((row) => row.kind === kind);
    return { businessPlan: has('businessPlan'), firstContactEvidence: has('firstContactEvidence') };
  }
}
