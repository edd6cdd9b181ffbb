import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { HostProfile } from '../domain/host/profile';
import type { Instant } from '../domain/shared/instant';
import { HostProfileVersion } from './host-profile.entity';
import { HostsQueries, type HostCard } from './hosts.queries';

/** A version of a profile, read. */
export interface StatedProfile {
  readonly hostId: string;
  readonly version: number;
  readonly profile: HostProfile;
  readonly note: string;
  readonly statedAt: Instant;
  readonly statedByLabel: string;
}

/** A host with what its people state of it; `stated` null while they have said nothing. */
export interface ProfiledHost extends HostCard {
  readonly stated: StatedProfile | null;
}

/** Reads what hosts have and want; whoever is signed in may know it. */
@Injectable()
export class HostProfilesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly hosts: HostsQueries,
  ) {}

  /** Every host with its newest profile, in the order of the register: two statements. */
  async all(source: Source = this.reader): Promise<ProfiledHost[]> {
    const hosts = await this.hosts.all(source);
    const newest = await source.find(
      HostProfileVersion,
      sql`where version = (select max(version) from host_profile other where other.host_id = host_profile.host_id)`,
    );
    const byHost = new Map(newest.map((row) => [row.hostId, statedOf(row)]));
    return hosts.map((host) => ({ ...host, stated: byHost.get(host.id) ?? null }));
  }

  async ofHost(hostId: string, source: Source = this.reader): Promise<StatedProfile | null> {
    const row = await source.findOne(
      HostProfileVersion,
      sql`where host_id = ${hostId} order by version desc limit 1`,
    );
    return row && statedOf(row);
  }

  /** All versions, newest first. */
  async history(hostId: string): Promise<StatedProfile[]> {
    const rows = await this.reader.find(
      HostProfileVersion,
      sql`where host_id = ${hostId} order by version desc`,
    );
    return rows.map(statedOf);
  }
}

function statedOf({ content, ...row }: HostProfileVersion): StatedProfile {
  const { hostId, version, note, statedAt, statedByLabel } = row;
  return { hostId, version, note, statedAt, statedByLabel, profile: JSON.parse(content) as HostProfile };
}
