import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { UnitOfWork } from '../database/unit-of-work';
import { mayStateProfile } from '../domain/access/host-access';
import type { Viewer } from '../domain/access/viewer';
import type { HostProfile } from '../domain/host/profile';
import { canonical, type CanonicalValue } from '../domain/shared/canonical';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { HostProfileVersion, sealOfHostProfile } from './host-profile.entity';
import { HostProfilesQueries } from './host-profiles.queries';
import { HostsQueries } from './hosts.queries';

/** Takes down what hosts have and want: each change is a new version, sealed in the ledger. */
@Injectable()
export class HostProfilesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly hosts: HostsQueries,
    private readonly profiles: HostProfilesQueries,
  ) {}

  /**
   * States a profile anew; what was decided on earlier versions stays. An unchanged profile makes no version.
   * @param basedOn the version that the form showed; 0 for none
   * @returns the version in force
   * @throws Refused 404; 403 'notYourHostProfile'; 409 'profileChangedMeanwhile'
   */
  async state(
    viewer: Viewer,
    hostId: string,
    given: { readonly profile: HostProfile; readonly basedOn: number; readonly note: string },
  ): Promise<number> {
    const content = canonical(given.profile as unknown as CanonicalValue);
    try {
      return await this.work.run(async (tx) => {
        const host = await this.hosts.byId(hostId, tx);
        if (host === null) throw new Refused(refuse('notFound'), 404);
        insist(mayStateProfile(viewer, host), 403);
        const before = await this.profiles.ofHost(hostId, tx);
        const version = before?.version ?? 0;
        if (version !== given.basedOn) throw new Refused(refuse('profileChangedMeanwhile'), 409);
        if (before !== null && canonical(before.profile as unknown as CanonicalValue) === content)
          return version;
        const actor = actorOf(viewer);
        const row: HostProfileVersion = {
          id: this.ids.next(),
          hostId,
          version: version + 1,
          content,
          note: given.note.trim(),
          statedAt: this.clock.now(),
          statedById: viewer.personId,
          statedByLabel: actor.label.slice(0, 140),
        };
        await tx.insert(HostProfileVersion, row);
        await this.ledger.seal(tx, 'hostProfile', row.id, sealOfHostProfile(row), {
          kind: 'host.profileStated',
          actor,
          facts: { host: host.code, version: row.version },
        });
        return row.version;
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('profileChangedMeanwhile'), 409);
      throw error;
    }
  }
}
