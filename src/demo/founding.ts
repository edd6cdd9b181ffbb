import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { PoliciesService } from '../fair-competition/policies.service';
import { HostsService } from '../hosts/hosts.service';
import type { LedgerActor } from '../ledger/ledger';
import { PanelsService } from '../panels/panels.service';
import { ExpertiseService } from '../people/expertise.service';
import { PeopleService } from '../people/people.service';
import { UnitTiesService } from '../people/unit-ties.service';
import { RubricsService } from '../rubrics/rubrics.service';
import { demoPolicies } from './demo-policies';
import { chair, deputyChair, expertise, hosts, panelName, people, seats, units, unitTies } from './yijiang';

/** What stands when a city has been founded; ids by the codes and accounts of `yijiang.ts`. */
export interface City {
  units: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  hosts: ReadonlyMap<string, string>;
  panelId: string;
}

const founder: LedgerActor = { personId: null, label: '系统初始化' };

/** Founds the demo city through the services: units, people, hosts, rubrics, rules and the standing panel. */
@Injectable()
export class Founding {
  constructor(
    private readonly work: UnitOfWork,
    private readonly peopleService: PeopleService,
    private readonly expertiseService: ExpertiseService,
    private readonly hostsService: HostsService,
    private readonly rubricsService: RubricsService,
    private readonly panelsService: PanelsService,
    private readonly tiesService: UnitTiesService,
    private readonly policiesService: PoliciesService,
  ) {}

  /** One unit of work: a city is founded whole or not at all. */
  found(): Promise<City> {
    return this.work.run(async (tx) => {
      await this.rubricsService.publishPresets(tx, founder);
      const unitIds = await this.addUnits();
      const peopleIds = await this.addPeople(unitIds);
      const hostIds = await this.addHosts(unitIds);
      for (const [account, industries, chains] of expertise)
        await this.expertiseService.record(founder, known(peopleIds, account), { industries, chains });
      for (const [unit, groupParent, industryCode] of unitTies)
        await this.tiesService.record(founder, known(unitIds, unit), { uscc: '', groupParent, industryCode });
      const office = officeOf(unitIds, peopleIds);
      for (const policy of demoPolicies) await this.policiesService.add(office, policy, '按市政府公报登记');
      const plan = {
        name: panelName,
        chairId: known(peopleIds, chair),
        deputyId: known(peopleIds, deputyChair),
        seats: seats.map((seat) => ({
          kind: seat.kind,
          unitId: known(unitIds, seat.unit),
          function: seat.function ?? null,
          holderId: known(peopleIds, seat.holder),
          alternateId: seat.alternate ? known(peopleIds, seat.alternate) : null,
        })),
      };
      const panelId = await this.panelsService.create(tx, plan, founder);
      return { units: unitIds, people: peopleIds, hosts: hostIds, panelId };
    });
  }

  private async addUnits(): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const unit of units) ids.set(unit.code, await this.peopleService.addUnit(founder, unit));
    return ids;
  }

  private async addPeople(unitIds: Map<string, string>): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const [account, name, post, unit, ...roles] of people) {
      const email = `${account}@yijiang.example`;
      const person = { account, name, post, email, unitId: known(unitIds, unit), roles };
      ids.set(account, await this.peopleService.addPerson(founder, person));
    }
    return ids;
  }

  private async addHosts(unitIds: Map<string, string>): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const host of hosts) {
      const unitId = known(unitIds, host.code);
      ids.set(host.code, await this.hostsService.register(founder, { ...host, region: '宜江市', unitId }));
    }
    return ids;
  }
}

/** The member of the secretariat who keeps the lists. */
function officeOf(unitIds: ReadonlyMap<string, string>, peopleIds: ReadonlyMap<string, string>): Viewer {
  const account = 'secretary-01';
  const [, name = '', , unit = ''] = people.find(([one]) => one === account) ?? [];
  const unitName = units.find(({ code }) => code === unit)?.name ?? '';
  const personId = known(peopleIds, account);
  return {
    personId,
    account,
    name,
    unitId: known(unitIds, unit),
    unitName,
    roles: ['secretariat'],
    locale: 'zh-CN',
  };
}

/** @throws where the demo data name something that they do not define */
function known(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`The demo city does not define ${code}`);
  return id;
}
