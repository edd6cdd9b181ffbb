import { Sql, sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';

/**
 * Which projects exist for a viewer, as a condition on `project`: all of them for the secretariat, the inspector and
 * the leading group; for others their own as scout, those of their park, those they answer for as sponsor, and those
 * whose elements their department has answered for. The one place where this is decided.
 */
export function visibleTo(viewer: Viewer): Sql {
  if (holds(viewer, 'secretariat', 'inspector', 'leadingGroup')) return sql`1 = 1`;
  const { personId, unitId } = viewer;
  const own: Sql[] = [];
  if (holds(viewer, 'scout')) own.push(sql`project.scout_id = ${personId}`);
  if (holds(viewer, 'sponsor')) own.push(sql`project.sponsor_id = ${personId}`);
  if (holds(viewer, 'host'))
    own.push(sql`project.host_id in (select host.id from host where host.unit_id = ${unitId})`);
  if (holds(viewer, 'supporter'))
    own.push(sql`project.lead_id in (select element_answer.lead_id from element_answer
      join person on person.id = element_answer.by_id where person.unit_id = ${unitId})`);
  return own.length === 0 ? sql`1 = 0` : sql`(${sql.join(own, ' or ')})`;
}

/**
 * Whether a viewer is kept from who invests in a project of a restricted lead, as a condition on `project`: whoever
 * has to do with it knows, and so do those who see every project; a department that answered for an element does not.
 */
export function investorHiddenFrom(viewer: Viewer): Sql {
  if (!holds(viewer, 'supporter') || holds(viewer, 'secretariat', 'inspector', 'leadingGroup'))
    return sql`1 = 0`;
  const others = viewer.roles.filter((role) => role !== 'supporter');
  const knows = visibleTo({ ...viewer, roles: others });
  return sql`(exists (select 1 from lead where lead.id = project.lead_id and lead.restricted = 1) and not ${knows})`;
}
