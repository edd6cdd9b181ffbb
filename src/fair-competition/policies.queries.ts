import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { PublishedPolicy } from '../domain/fair-competition/policy';
import { policyOf, PolicyVersion } from './policy.entity';

/** A version as pages take it. */
export type PolicyRead = PolicyVersion;

/** Reads the catalogue. It is public to whoever is signed in: a scout asks by it. */
@Injectable()
export class PoliciesQueries {
  constructor(private readonly reader: Reader) {}

  /** Every policy as it stands now, the newest in force first; a city has dozens, not thousands. */
  async current(source: Source = this.reader): Promise<PublishedPolicy[]> {
    const rows = await source.find(
      PolicyVersion,
      sql`where exists (select 1 from published_policy kept where kept.id = policy_id
            and kept.version = published_policy_version.version)
          order by valid_from desc, document_no, policy_id`,
    );
    return rows.map(policyOf);
  }

  /** All versions of one policy, the newest first; none for an unknown one. */
  versions(policyId: string, source: Source = this.reader): Promise<PolicyVersion[]> {
    return source.find(PolicyVersion, sql`where policy_id = ${policyId} order by version desc`);
  }
}
