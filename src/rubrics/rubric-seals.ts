import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { contentOf, storedDraft, type RubricDraft } from '../domain/rubric/rubric-draft';
import { rubricSeal } from '../domain/rubric/rubric-content';
import { digestOf } from '../ledger/chain';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import type { SealedRecord } from '../ledger/sealed-records';
import { RubricVersion, sealOfRubricVersion } from './rubric.entity';

/** Versions from their publication on: a draft binds nobody and has no seal. */
export const sealedRubricVersions: SealedRecord = {
  type: 'rubricVersion',
  async *each(source) {
    for (const row of await source.find(RubricVersion, sql`where state <> 'draft' order by id`))
      yield { id: row.id, content: sealOfRubricVersion(row) };
  },
};

interface DraftPair {
  id: string;
  state: string | null;
  code: string;
  content: string;
  digest: string;
  typed: string | null;
}

/** A rubric that is published has no form left, and what a draft's version holds is what its form says. */
export const draftsMatchTheirVersions: ConsistencyCheck = {
  name: 'each draft of a rubric has its form, and its content is what the form says',
  async run(source: Source): Promise<string[]> {
    const rows = await source.rows<DraftPair>(
      sql`select rubric_version.id, rubric_version.state, rubric.code, rubric_version.content,
            rubric_version.digest, rubric_draft.typed
          from rubric_version join rubric on rubric.id = rubric_version.rubric_id
          left join rubric_draft on rubric_draft.id = rubric_version.id
          where rubric_version.state = 'draft' or rubric_draft.id is not null`,
    );
    return rows.flatMap(({ id, state, code, content, digest, typed }) => {
      if (typed === null) return [`rubric draft ${id} has no form`];
      if (state !== 'draft') return [`rubric version ${id} is ${state} and still has a draft`];
      const said = contentOf(storedDraft(JSON.parse(typed) as RubricDraft), code);
      return rubricSeal(said) === content && digestOf(said) === digest
        ? []
        : [`rubric draft ${id} does not hold what its form says`];
    });
  },
};
