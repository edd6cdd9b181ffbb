import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Instant } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import type { RuleSet } from '../domain/rubric/rule-set';
import { readRules } from './rule-form';
import { RubricsQueries, type RuleSetRead } from './rubrics.queries';
import type { TypedRules } from './rule-fields';
import { RuleSetDraft } from './rule-set-draft.entity';

/** A draft with the version it grew out of. */
export interface RuleDraftRead {
  readonly id: string;
  readonly typed: TypedRules;
  readonly revision: number;
  readonly editedAt: Instant;
  readonly editedByLabel: string;
  readonly base: RuleSetRead;
}

/** Reads drafts of decision rules. */
@Injectable()
export class RuleDraftsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly rubrics: RubricsQueries,
  ) {}

  /** All drafts, the one edited last first. */
  async all(): Promise<RuleDraftRead[]> {
    const drafts = await this.reader.find(RuleSetDraft, sql`order by edited_at desc, id`);
    const versions = new Map((await this.rubrics.ruleSetVersions()).map((version) => [version.id, version]));
    return drafts.flatMap((draft) => {
      const base = versions.get(draft.basedOnId);
      return base === undefined ? [] : [{ ...draft, typed: JSON.parse(draft.typed) as TypedRules, base }];
    });
  }

  /** The drafts that could be published as they stand, as the rules they would be. */
  async fit(): Promise<{ id: string; base: RuleSetRead; rules: RuleSet }[]> {
    return (await this.all()).flatMap(({ id, base, typed }) => {
      const { rules } = readRules(typed);
      return rules === null ? [] : [{ id, base, rules }];
    });
  }

  /** @throws Refused 404 'notFound' */
  async draft(id: string): Promise<RuleDraftRead> {
    const draft = await this.reader.findOne(RuleSetDraft, sql`where id = ${id}`);
    const base = draft && (await this.rubrics.ruleSet(draft.basedOnId));
    if (draft === null || base === null) throw new Refused(refuse('notFound'), 404);
    return { ...draft, typed: JSON.parse(draft.typed) as TypedRules, base };
  }
}
