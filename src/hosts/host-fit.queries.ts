import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { fitWeights } from '../domain/fit/fit-weights';
import type { ChainBook } from '../domain/chain/chain-book';
import { rankHosts, type FitReason, type HostFit } from '../domain/fit/fit';
import type { LeadContent } from '../domain/lead/lead-content';
import { regionName } from '../reference/regions';
import { ChainBooks } from '../people/chain-books.service';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { HostDraws } from './host-draws.service';
import { HostProfilesQueries } from './host-profiles.queries';

/** How well a host fits a lead, with the host's id. */
export interface RankedHost extends HostFit {
  readonly id: string;
  readonly unitId: string | null;
}

/** A lead that looks for a place; `id` null for one that is not kept yet. */
export interface LeadToPlace {
  readonly id: string | null;
  readonly content: LeadContent;
}

/** Which host fits a lead, by what the hosts state, what other leads draw of it, and the city's weights. */
@Injectable()
export class HostFitQueries {
  constructor(
    private readonly reader: Reader,
    private readonly profiles: HostProfilesQueries,
    private readonly draws: HostDraws,
    private readonly settings: CitySettingsQueries,
    private readonly books: ChainBooks,
  ) {}

  /** Every host, the best first. */
  async rank(lead: LeadToPlace, source: Source = this.reader): Promise<RankedHost[]> {
    return (await this.rankAll([lead], source))[0] ?? [];
  }

  /** For each lead every host, the best first, in the order given; no more statements for many than for one. */
  async rankAll(leads: readonly LeadToPlace[], source: Source = this.reader): Promise<RankedHost[][]> {
    const hosts = await this.profiles.all(source);
    const weights = await this.settings.value(fitWeights, source);
    const drawn = await this.draws.on(source);
    const book = await this.books.current();
    const byCode = new Map(hosts.map((host) => [host.code, host]));
    return leads.map(({ id: leadId, content }) => {
      const facts = {
        registeredRegion: content.registeredRegion === null ? null : regionName(content.registeredRegion),
        weights,
      };
      const toFit = hosts.map((host) => ({
        ...host,
        profile: host.stated?.profile ?? null,
        drawn: drawn(host.id, leadId === null ? [] : [leadId]),
      }));
      return rankHosts(content, toFit, facts).flatMap((fit) => {
        const host = byCode.get(fit.code);
        const reasons = fit.reasons.map((reason) => withChainNames(reason, book));
        return host ? [{ ...fit, reasons, id: host.id, unitId: host.unitId }] : [];
      });
    });
  }
}

/** The sentence names a chain by its code; what the register calls it goes along in both languages. */
function withChainNames(reason: FitReason, book: ChainBook): FitReason {
  const { key, args } = reason.say;
  const { chain } = args;
  if (typeof chain !== 'string') return reason;
  const named = { ...args, chainZh: book.name(chain, 'zh-CN'), chainEn: book.name(chain, 'en') };
  return { ...reason, say: { key, args: named } };
}
