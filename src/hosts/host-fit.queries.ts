import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { fitWeights } from '../domain/fit/fit-weights';
import { rankHosts, type HostFit } from '../domain/fit/fit';
import type { LeadContent } from '../domain/lead/lead-content';
import { regionName } from '../reference/regions';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { HostProfilesQueries } from './host-profiles.queries';

/** How well a host fits a lead, with the host's id. */
export interface RankedHost extends HostFit {
  readonly id: string;
  readonly unitId: string | null;
}

/** Which host fits a lead, by what the hosts state and the city's weights. */
@Injectable()
export class HostFitQueries {
  constructor(
    private readonly reader: Reader,
    private readonly profiles: HostProfilesQueries,
    private readonly settings: CitySettingsQueries,
  ) {}

  /** Every host, the best first: three statements, whatever their number. */
  async rank(content: LeadContent, source: Source = this.reader): Promise<RankedHost[]> {
    const hosts = await this.profiles.all(source);
    const weights = await this.settings.value(fitWeights, source);
    const byCode = new Map(hosts.map((host) => [host.code, host]));
    const facts = {
      registeredRegion: content.registeredRegion === null ? null : regionName(content.registeredRegion),
      weights,
    };
    const toFit = hosts.map((host) => ({ ...host, profile: host.stated?.profile ?? null }));
    return rankHosts(content, toFit, facts).flatMap((fit) => {
      const host = byCode.get(fit.code);
      return host ? [{ ...fit, id: host.id, unitId: host.unitId }] : [];
    });
  }
}
