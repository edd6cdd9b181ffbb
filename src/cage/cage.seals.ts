import type { CanonicalValue } from '../domain/shared/canonical';
import { sealedTable } from '../ledger/sealed-records';
import { FiveOnesVersion } from './five-ones.entity';
import { Project } from './project.entity';
import { StageRecord } from './stage-record.entity';

/** All that binds of a project: everything but the text that only serves the search; what came later where it says something. */
export function projectSeal({ searchText: _, recalledAt, ...row }: Project): CanonicalValue {
  return { ...row, ...(recalledAt === null ? {} : { recalledAt }) };
}

export function fiveOnesSeal(row: FiveOnesVersion): CanonicalValue {
  return { ...row };
}

export function stageSeal(row: StageRecord): CanonicalValue {
  return { ...row };
}

export const sealedProjects = sealedTable('project', Project, projectSeal);
export const sealedFiveOnes = sealedTable('fiveOnes', FiveOnesVersion, fiveOnesSeal);
export const sealedStages = sealedTable('stageRecord', StageRecord, stageSeal);
