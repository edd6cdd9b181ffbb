import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { checkRequests, type RequestFinding } from '../domain/fair-competition/check-requests';
import { fairCompetitionRules, type FairCompetitionRules } from '../domain/fair-competition/flag-rules';
import { gateRefusal, gateState, type GatedLead, type GateState } from '../domain/fair-competition/gate';
import type { PublishedPolicy } from '../domain/fair-competition/policy';
import type { LeadContent } from '../domain/lead/content';
import type { IncentiveRequest } from '../domain/lead/lead-content';
import { canonical } from '../domain/shared/canonical';
import { beijingDay } from '../domain/shared/instant';
import type { Refusal } from '../domain/shared/refusal';
import { LeadsQueries } from '../leads/leads.queries';
import { digestOf } from '../ledger/chain';
import { simplifiedText } from '../reference/simplified-text';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import type { Tag } from '../http/views/marks';
import type { Words } from '../words/words';
import { gateTag, opinionSay, requestLine, type OpinionSay, type RequestLine } from './gate-lines.views';
import { FairCompetitionOpinion } from './opinion.entity';
import { PoliciesQueries } from './policies.queries';

/** A request as the scout wrote it, with what the check found. */
export type CheckedRequest = RequestFinding & { readonly asked: IncentiveRequest };

/** What a lead asks for, held against the catalogue, and what was said of it. */
export interface LeadGate {
  readonly state: GateState;
  readonly requests: readonly CheckedRequest[];
  /** The newest opinion on these very requests; null where there is none. */
  readonly opinion: FairCompetitionOpinion | null;
  readonly requestsDigest: string;
}

/** A gate in finished sentences, without who signed: as a panel reads it. */
export interface GateSaid {
  readonly state: Tag;
  readonly note: string;
  readonly requests: readonly RequestLine[];
  readonly opinion: OpinionSay | null;
}

/** What leads are held against, read once for many of them. */
interface Yardstick {
  readonly catalogue: readonly PublishedPolicy[];
  readonly rules: FairCompetitionRules;
}

/** Holds what leads ask for against the catalogue of published policies. The caller has decided who may see it. */
@Injectable()
export class FairCompetitionQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly leads: LeadsQueries,
    private readonly policies: PoliciesQueries,
    private readonly settings: CitySettingsQueries,
  ) {}

  rules(source: Source = this.reader): Promise<FairCompetitionRules> {
    return this.settings.value(fairCompetitionRules, source);
  }

  /** As submitted last, by lead, in four statements for any number of them; leads never submitted are left out. */
  async ofLeads(source: Source, leadIds: readonly string[]): Promise<Map<string, LeadGate>> {
    const contents = await this.leads.newest(source, leadIds);
    const asking = [...contents.values()];
    return this.ofContents(
      source,
      asking.map(({ leadId, content }) => ({ leadId, content })),
    );
  }

  /** One lead with the content given: the revision that a round has frozen. */
  async ofContent(source: Source, leadId: string, content: LeadContent): Promise<LeadGate> {
    const gates = await this.ofContents(source, [{ leadId, content }]);
    return gates.get(leadId) ?? clear;
  }

  /** Why a round with these leads cannot be opened, and the gate of each lead that holds it up or is to be seen. */
  async ofRound(
    source: Source,
    leads: readonly { readonly id: string; readonly number: string }[],
  ): Promise<{ refusal: Refusal | null; gates: ReadonlyMap<string, LeadGate> }> {
    const gates = await this.ofLeads(
      source,
      leads.map(({ id }) => id),
    );
    const gated = leads.map(({ id, number }): GatedLead => ({
      number,
      state: gates.get(id)?.state ?? 'clear',
    }));
    return { refusal: gateRefusal(gated, await this.rules(source)), gates };
  }

  /** For a panel: no name of who gave the opinion, no file. */
  asSaid({ state, requests, opinion }: LeadGate, words: Words): GateSaid {
    const how = { isOutdated: false, withName: false, withFile: false };
    return {
      state: gateTag(state, words),
      note: words.t(`gate.note.${state}`),
      requests: requests.map((request) => requestLine(request, words)),
      opinion: opinion && opinionSay(opinion, how, words),
    };
  }

  /** Every opinion on a lead, the newest first. */
  opinions(source: Source, leadId: string): Promise<FairCompetitionOpinion[]> {
    return source.find(FairCompetitionOpinion, sql`where lead_id = ${leadId} order by at desc, id desc`);
  }

  /** By lead with the contents given, in three statements for any number of them, none where nobody asks. */
  async ofContents(
    source: Source,
    leads: readonly { readonly leadId: string; readonly content: LeadContent }[],
  ): Promise<Map<string, LeadGate>> {
    const asking = leads.filter(({ content }) => asksOf(content).length > 0);
    if (asking.length === 0) return new Map(leads.map(({ leadId }) => [leadId, clear]));
    const by: Yardstick = { catalogue: await this.policies.current(source), rules: await this.rules(source) };
    const opinions = await source.find(
      FairCompetitionOpinion,
      sql`where lead_id in ${sql.list(asking.map(({ leadId }) => leadId))} order by at, id`,
    );
    return new Map(
      leads.map(({ leadId, content }) => [
        leadId,
        this.gateOf(
          content,
          opinions.filter((opinion) => opinion.leadId === leadId),
          by,
        ),
      ]),
    );
  }

  private gateOf(
    content: LeadContent,
    opinions: readonly FairCompetitionOpinion[],
    { catalogue, rules }: Yardstick,
  ): LeadGate {
    const asks = asksOf(content);
    const asked = asks.map(({ type, text, amountWan }) => ({
      type,
      wording: simplifiedText(text ?? ''),
      amountWan,
    }));
    const findings = checkRequests(asked, catalogue, rules.rules, beijingDay(this.clock.now()));
    const requestsDigest = digestOfRequests(asks);
    const opinion = opinions.findLast((one) => one.requestsDigest === requestsDigest) ?? null;
    return {
      state: gateState(findings, opinion?.verdict ?? null, rules),
      requests: findings.flatMap((finding, at) => {
        const ask = asks[at];
        return ask ? [{ ...finding, asked: ask }] : [];
      }),
      opinion,
      requestsDigest,
    };
  }
}

const clear: LeadGate = { state: 'clear', requests: [], opinion: null, requestsDigest: '' };

const asksOf = (content: LeadContent): readonly IncentiveRequest[] => content.incentiveRequests ?? [];

/** By it an opinion knows the requests it was given on. */
export function digestOfRequests(requests: readonly IncentiveRequest[]): string {
  return digestOf(canonicalRequests(requests));
}

function canonicalRequests(requests: readonly IncentiveRequest[]): { [key: string]: string | null }[] {
  return requests.map(({ type, text, amountWan }) => ({ type, text, amountWan }));
}

/** What the check had found, as an opinion keeps it. */
export function findingsText(requests: readonly CheckedRequest[]): string {
  return canonical(
    requests.map(({ position, standing, reason, flags, clause, asked: { type, text, amountWan } }) => ({
      position,
      standing,
      reason,
      flags: flags.map(({ rule, words }) => ({ rule: rule.code, words })),
      clause: clause && {
        policy: clause.policy.id,
        version: clause.policy.version,
        code: clause.clause?.code ?? null,
      },
      asked: { type, text, amountWan },
    })),
  );
}
