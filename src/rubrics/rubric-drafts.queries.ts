import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { checkRubric } from '../domain/rubric/check-rubric';
import type { RubricContent } from '../domain/rubric/rubric-content';
import { storedDraft, type RubricDraft } from '../domain/rubric/rubric-draft';
import type { Refusal } from '../domain/shared/refusal';
import { refuse, Refused } from '../domain/shared/refusal';
import type { Instant } from '../domain/shared/instant';
import { RubricDraftRow } from './rubric-draft.entity';
import { RubricsQueries, type RubricVersionRead } from './rubrics.queries';

/** A draft with all that its pages say about it. */
export interface RubricDraftRead {
  readonly version: RubricVersionRead;
  readonly draft: RubricDraft;
  readonly content: RubricContent;
  /** What keeps it from being published; empty when it may be. */
  readonly faults: readonly Refusal[];
  readonly basedOn: RubricVersionRead | null;
  readonly savedAt: Instant;
  readonly savedByLabel: string;
}

/** Reads the versions that are being written. */
@Injectable()
export class RubricDraftsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly rubrics: RubricsQueries,
  ) {}

  /**
   * The draft under a version's address.
   * @throws Refused 404 where there is no such version, 409 'versionFrozen' where it is published already
   */
  async draft(rubricId: string, v: string, source: Source = this.reader): Promise<RubricDraftRead> {
    const version = await this.versionAt(rubricId, v, source);
    if (version.state !== 'draft')
      throw new Refused(refuse('versionFrozen', { version: version.version }), 409);
    const row = await source.findOne(RubricDraftRow, sql`where id = ${version.id}`);
    if (row === null) throw new Error(`rubric draft ${version.id} has no form`);
    const { typed, basedOnId, savedAt, savedByLabel } = row;
    return {
      version,
      draft: storedDraft(JSON.parse(typed) as RubricDraft),
      content: version.content,
      faults: checkRubric(version.content),
      basedOn: basedOnId === null ? null : await this.rubrics.version(basedOnId, source),
      savedAt,
      savedByLabel,
    };
  }

  /** A version by the number in its address. @throws Refused 404 */
  async versionAt(rubricId: string, v: string, source: Source = this.reader): Promise<RubricVersionRead> {
    const read = /^[1-9]\d{0,5}$/.test(v) ? await this.rubrics.versionOf(rubricId, Number(v), source) : null;
    if (read === null) throw new Refused(refuse('notFound'), 404);
    return read;
  }
}
