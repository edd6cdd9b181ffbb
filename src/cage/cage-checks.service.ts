import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

/** Always true: a slot is its newest version, and each admitted outcome has its project. */
@Injectable()
export class CageCheck implements ConsistencyCheck {
  readonly name = 'every slot is its newest version, every admitted outcome has its project';

  async run(source: Source): Promise<string[]> {
    const slots = await source.rows<{ project: string; slot: string }>(
      sql`select s.project_id as project, s.slot from five_ones_slot s
          left join five_ones_version v on v.project_id = s.project_id and v.slot = s.slot and v.version = s.version
            and v.content = s.content and v.filled_at = s.filled_at
          where v.id is null or exists (select 1 from five_ones_version n
            where n.project_id = s.project_id and n.slot = s.slot and n.version > s.version)`,
    );
    const gone = await source.rows<{ project: string; slot: string }>(
      sql`select distinct v.project_id as project, v.slot from five_ones_version v
          left join five_ones_slot s on s.project_id = v.project_id and s.slot = v.slot where s.slot is null`,
    );
    const outcomes = await source.rows<{ id: string }>(
      sql`select outcome.id from outcome left join project on project.lead_id = outcome.lead_id
            and project.cage_no = coalesce(outcome.cage_no, project.cage_no)
          where outcome.decided = 'admit' and project.id is null
          union select decision.id from decision left join project on project.lead_id = decision.lead_id
            and project.cage_no = coalesce(decision.cage_no, project.cage_no)
          where decision.result = 'admit' and project.id is null`,
    );
    return [
      ...slots.map(({ project, slot }) => `project ${project}: slot ${slot} is not its newest version`),
      ...gone.map(({ project, slot }) => `project ${project}: slot ${slot} has versions but is gone`),
      ...outcomes.map(({ id }) => `outcome ${id} was admitted but has no project`),
    ];
  }
}
